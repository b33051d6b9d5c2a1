// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "proofs/table_prover.hpp"

#include "proofs/shown.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

std::vector<std::string> words(const std::vector<Source>& sources) {
    std::vector<std::string> out;
    for (const auto& source : sources) out.push_back(source.words(Lang::nl));
    return out;
}

class TableProver {
public:
    TableProver(const Decisions& decisions, std::size_t decision)
        : decisions_(decisions), book_(decisions.book()), index_(decision),
          decision_(book_.decisions[decision]), table_(*decision_.table), rows_(book_, decision),
          silent_(table_.rows.size()), to_mend_(table_.rows.size()) {}

    std::vector<Proof> proofs() {
        if (!table_.otherwise && can_be_without_outcome(table_.take)) gap();
        if (table_.take == Take::only_one || table_.take == Take::all_agree) overlaps();
        if (table_.take == Take::first) full_ = full_from();
        for (std::size_t i = 0; i < table_.rows.size(); ++i) row(i);
        merges();
        if (!unsure_.empty())
            found_.push_back(
                {Fault::found_not_decided, decision_.id, {}, {decision_.id, unsure_}, {}, {}});
        return std::move(found_);
    }

private:
    static bool can_be_without_outcome(Take take) {
        return take != Take::sum && take != Take::count && take != Take::all &&
               take != Take::all_ranked;
    }

    Proof& find(Fault fault, const std::vector<std::size_t>& rows, Json witness = nullptr) {
        Proof proof{fault, decision_.id, {}, {decision_.id}, JsonBox(std::move(witness)), {}};
        for (const auto i : rows) proof.rows.push_back(table_.rows[i].id);
        proof.words.insert(proof.words.end(), proof.rows.begin(), proof.rows.end());
        found_.push_back(std::move(proof));
        return found_.back();
    }

    void unsure(const std::string& what) {
        if (unsure_.empty()) unsure_ = what;
    }

    Ruling ruling(const Json& facts) const { return rule(decisions_, decision_.id, facts); }

    /// First where everything is known; else where that something is unknown leaves it out.
    void gap() {
        const auto all = rows_.where([](std::size_t) { return true; });
        Box known;
        const auto& dimensions = rows_.space().dimensions;
        for (std::size_t d = 0; d < dimensions.size(); ++d)
            if (dimensions[d].variable.of == Variable::Of::knowledge) {
                known.set(d, Bits(2));
                known.sides.back().classes.set(0);
            }
        if (gap(known, all) || known.sides.empty()) return;
        gap({}, all);
    }

    bool gap(const Box& box, const Bits& rows) {
        const auto found = rows_.outside(box, rows);
        if (found == Differs::unsure) unsure("gap");
        if (found != Differs::yes) return false;
        auto facts = rows_.facts();
        if (ruling(facts).state != Ruling::State::none) return false;
        find(Fault::found_gap, {}, shortened(decisions_, std::move(facts), [&](World& world) {
                 return world.decide(index_).only_none();
             }));
        return true;
    }

    void overlaps() {
        for (std::size_t j = 0; j < table_.rows.size(); ++j)
            for (std::size_t i = 0; i < j; ++i)
                if (overlap(i, j)) break;
    }

    bool overlap(std::size_t i, std::size_t j) {
        const auto& rows = table_.rows;
        if (table_.take == Take::all_agree && rows[i].then == rows[j].then) return false;
        const auto both = rows_.space().rows[i] & rows_.space().rows[j];
        if (!both) return false;
        const auto found = rows_.outside(*both, Bits(rows.size()));
        if (found == Differs::unsure) unsure("overlap");
        if (found != Differs::yes) return false;
        auto facts = rows_.facts();
        if (ruling(facts).state != Ruling::State::conflict) return false;
        find(Fault::found_overlap, {i, j}, holding(std::move(facts), {i, j}));
        to_mend_.set(i);
        to_mend_.set(j);
        return true;
    }

    /// A row from which nothing comes first any more, because the rows above leave nothing over. In
    /// a long table, asking that a few times saves asking it of each row.
    std::size_t full_from() {
        constexpr std::size_t long_table = 200;
        const auto rows = table_.rows.size();
        if (rows < long_table) return rows;
        for (const auto part : {std::size_t{8}, std::size_t{4}, std::size_t{2}})
            if (rows_.outside({}, rows_.above(rows / part)) == Differs::no) return rows / part;
        return rows;
    }

    void row(std::size_t i) {
        const Box& box = rows_.space().rows[i];
        const auto holds = rows_.outside(box, Bits(table_.rows.size()));
        if (holds == Differs::no) {
            silent_.set(i);
            find(Fault::found_row_impossible, {i});
            return;
        }
        if (holds == Differs::unsure) return unsure(table_.rows[i].id);
        if (to_mend_.test(i)) return; // what it does is seen once it contradicts no other
        auto facts = rows_.facts();
        if (table_.take == Take::first &&
            (i >= full_ || rows_.outside(box, rows_.above(i)) == Differs::no)) {
            silent_.set(i);
            behind(i, std::move(facts));
            return;
        }
        switch (rows_.differs(box, i)) {
        case Differs::unsure: return unsure(table_.rows[i].id);
        case Differs::yes: return cells(i);
        case Differs::no: break;
        }
        silent_.set(i);
        find(Fault::found_row_without_effect, {i}, holding(std::move(facts), {i}));
    }

    /// The facts that make these rows hold, whatever else is so.
    Json holding(Json facts, const std::vector<std::size_t>& rows) const {
        return shortened(decisions_, std::move(facts), [&](World& world) {
            return std::all_of(rows.begin(), rows.end(), [&](std::size_t i) {
                const auto& cells = table_.rows[i].cells;
                return std::all_of(cells.begin(), cells.end(), [&](const Cell& cell) {
                    return world.test(cell) == Answer::yes;
                });
            });
        });
    }

    /// Whatever holds in this row, a row above holds too: one of them is named.
    void behind(std::size_t i, Json facts) {
        const auto rows = ruling(facts).rows;
        const auto hit = std::find_if(rows.begin(), rows.end(), [](const RowTrace& row) {
            return row.state == RowState::hit;
        });
        if (hit == rows.end() || rows[i].state != RowState::outranked) {
            find(Fault::found_row_never_first, {i}).words.push_back("…");
            return;
        }
        const std::vector<std::size_t> both{i, std::size_t(hit - rows.begin())};
        find(Fault::found_row_never_first, both, holding(std::move(facts), both));
    }

    /// The first cell without which nothing would change.
    void cells(std::size_t i) {
        const auto& dimensions = rows_.space().dimensions;
        for (const auto& cell : table_.rows[i].cells) {
            const auto side = rows_.space().side(cell);
            Box elsewhere = rows_.space().rows[i];
            elsewhere.set(
                side.dimension,
                Bits::all(dimensions[side.dimension].classes.size()).remove(side.classes));
            if (rows_.differs(elsewhere, i) != Differs::no) continue;
            find(Fault::found_cell_without_effect, {i}).words.push_back(book_.id(cell.input));
            return;
        }
    }

    void merges() {
        const bool idempotent = table_.take != Take::sum && table_.take != Take::count;
        Bits taken = silent_;
        for (std::size_t i = 0; idempotent && i < table_.rows.size(); ++i)
            for (std::size_t j = i + 1; j < table_.rows.size() && !taken.test(i); ++j) {
                if (taken.test(j) || !one(i, j)) continue;
                taken.set(i);
                taken.set(j);
                find(Fault::found_rows_to_merge, {i, j});
            }
    }

    /// Whether these two say the same, differ in one cell, and could stand in one place.
    bool one(std::size_t i, std::size_t j) const {
        const Row &a = table_.rows[i], &b = table_.rows[j];
        const auto &x = rows_.space().rows[i].sides, &y = rows_.space().rows[j].sides;
        if (a.then != b.then || x.size() != y.size() || !same_reasons(a, b)) return false;
        int differing = 0;
        for (std::size_t k = 0; k < x.size(); ++k) {
            if (x[k].dimension != y[k].dimension) return false;
            const auto& variable = rows_.space().dimensions[x[k].dimension].variable;
            if (x[k].classes == y[k].classes) continue;
            if (variable.of == Variable::Of::knowledge || ++differing > 1) return false;
        }
        if (differing != 1) return false;
        for (std::size_t k = i + 1; table_.take == Take::first && k < j; ++k)
            if (table_.rows[k].then != a.then && (rows_.space().rows[k] & rows_.space().rows[j]))
                return false;
        return true;
    }

    static bool same_reasons(const Row& a, const Row& b) {
        const RowWords &x = a.said(), &y = b.said();
        return x.because.nl == y.because.nl && x.see == y.see && words(x.source) == words(y.source);
    }

    const Decisions& decisions_;
    const Book& book_;
    std::size_t index_;
    const Decision& decision_;
    const Table& table_;
    Rows rows_;
    std::size_t full_ = 0; ///< from this row on none comes first
    Bits silent_;          ///< rows that never say anything
    Bits to_mend_;         ///< rows that contradict another
    std::string unsure_;
    std::vector<Proof> found_;
};

} // namespace

std::vector<Proof> prove_table(const Decisions& decisions, std::size_t decision) {
    return TableProver(decisions, decision).proofs();
}

} // namespace meldroute::inline v0
