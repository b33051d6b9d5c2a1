// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// One walk over a ruling gathers all reasons; sentences and JSON are both made of what it gathers.

#include "rules/cell_words.hpp"
#include "rules/discretion.hpp"
#include "rules/formula_words.hpp"
#include "rules/outcome_words.hpp"
#include "rules/world.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

bool collects(Take take) {
    switch (take) {
    case Take::all:
    case Take::all_ranked:
    case Take::sum:
    case Take::count: return true;
    case Take::first:
    case Take::only_one:
    case Take::all_agree:
    case Take::highest:
    case Take::least:
    case Take::most: return false;
    }
    return false;
}

class Reasoner {
public:
    Reasoner(const Decisions& decisions, const Book& book, const Situation& situation,
             const Audience& audience)
        : decisions_(decisions), book_(book), situation_(situation), lang_(audience.lang),
          may_(book, audience.sees), world_(book, situation), told_(situation.json()) {}

    Reasons all(const Ruling& ruling) {
        const Decision& decision = book_.decisions[book_.index.find(ruling.decision)->second];
        Reasons out;
        out.lang = lang_;
        out.asked = of(decision, ruling);
        for (const auto below : decision.through) out.below.push_back(of_below(below));
        out.facts = facts(decision);
        for (const auto& needed : ruling.needed) out.needed.push_back(of(needed));
        return out;
    }

private:
    DecisionReason of(const Decision& decision, const Ruling& ruling) {
        DecisionReason out = head(decision);
        out.state = ruling.state;
        out.outcome = ruling.outcome;
        out.possible = ruling.possible;
        out.words = outcome_words(decision, ruling, lang_);
        out.source = decision.source;
        if (decision.table) {
            out.collects = collects(decision.table->take);
            out.rows = rows(decision, ruling.rows);
        }
        if (decision.formula && reads_openly(decision))
            out.parts = parts_of(world_, *decision.formula, lang_);
        return out;
    }

    DecisionReason of_below(std::size_t index) {
        const Decision& decision = book_.decisions[index];
        if (!may_.may(decision)) {
            DecisionReason out = head(decision);
            out.withheld = true;
            return out;
        }
        DecisionReason out = of(decision, decisions_.rule(decision.id, situation_));
        std::erase_if(out.rows, [](const RowReason& row) { return row.state != RowState::hit; });
        out.source.clear();
        return out;
    }

    DecisionReason head(const Decision& decision) const {
        DecisionReason out;
        out.decision = decision.id;
        out.label = decision.label.empty() ? decision.id : decision.label.in(lang_);
        return out;
    }

    bool reads_openly(const Decision& decision) const {
        return std::all_of(decision.inputs.begin(), decision.inputs.end(),
                           [&](const Input& input) { return may_.may(input); });
    }

    /// Where the first row that holds goes before the others, what became of a row tells what
    /// became of those above it, unless one above that may be told holds already.
    std::vector<RowReason> rows(const Decision& decision, const std::vector<RowTrace>& traces) {
        std::vector<RowReason> out;
        bool veiled = false, settled = false;
        for (std::size_t i = 0; i < traces.size(); ++i) {
            const Row& row = decision.table->rows[i];
            const bool open = !veiled && may_.may(row);
            out.push_back(open ? told(decision, row, traces[i]) : half_told(row));
            if (decision.table->take != Take::first) continue;
            settled = settled || out.back().state == RowState::hit;
            veiled = veiled || (!settled && !out.back().state);
        }
        return out;
    }

    /// Only what a cell that may be seen says by itself.
    RowReason half_told(const Row& row) {
        RowReason out;
        out.row = row.id;
        for (const auto& cell : row.cells)
            if (may_.may(cell) && world_.test(cell) == Answer::no) {
                out.state = RowState::failed;
                out.cells.push_back(of(cell, true));
                break;
            }
        return out;
    }

    RowReason told(const Decision& decision, const Row& row, const RowTrace& trace) {
        RowReason out;
        out.row = row.id;
        out.state = trace.state;
        out.see = row.said().see;
        out.source = row.said().source;
        out.because = row.said().because.in(lang_);
        if (decision.table->take != Take::count)
            out.then = outcome_words(decision, *JsonBox(book_.outcome(decision, row.then)), lang_);
        for (const auto& cell : row.cells) {
            const Answer answer = world_.test(cell);
            const bool failed = trace.state == RowState::failed && answer == Answer::no;
            const bool open = trace.state == RowState::open && answer == Answer::unknown;
            if (failed || open || trace.state == RowState::hit)
                out.cells.push_back(of(cell, trace.state != RowState::hit));
            if (failed) break;
        }
        return out;
    }

    /// What was read is said unless the words of the cell say it.
    CellReason of(const Cell& cell, bool always) {
        CellReason out{book_.id(cell.input), words(book_, cell, lang_), ""};
        const bool said = (cell.test == Cell::Test::within && cell.within.size() == 1 &&
                           cell.within.front().low == cell.within.front().high) ||
                          book_.type(cell.input).kind == Kind::checklist;
        if (always || !said) out.read = read(cell);
        return out;
    }

    std::string read(const Cell& cell) {
        if (cell.input.decision) {
            const Decision& decision = book_.decisions[cell.input.index];
            const Possible& can = world_.decide(cell.input.index);
            if (!can.single() || can.none || can.conflict) return "";
            const auto value = can.set ? std::int64_t(can.in) : can.values.front();
            return outcome_words(decision, book_.outcome(decision, value), lang_);
        }
        return value_words(book_, situation_, cell.input.index, cell.member, lang_);
    }

    std::vector<FactReason> facts(const Decision& decision) const {
        std::vector<bool> read(book_.vocabulary->size(), false);
        const auto add = [&](const Decision& one) {
            for (const auto& input : one.inputs)
                if (!input.decision) read[whole(input.index)] = true;
        };
        add(decision);
        for (const auto below : decision.through) add(book_.decisions[below]);
        std::vector<FactReason> out;
        for (std::size_t slot = 0; slot < read.size(); ++slot)
            if (read[slot]) out.push_back(of_fact(slot));
        return out;
    }

    /// A field of a record is told of with its list.
    std::size_t whole(std::size_t slot) const {
        return (*book_.vocabulary)[slot].list.value_or(slot);
    }

    bool may_see(std::size_t slot) const {
        const Fact& fact = (*book_.vocabulary)[slot];
        if (fact.type.kind != Kind::list) return may_.may(Input{false, slot});
        return may_.may(Input{false, slot}) &&
               (fact.type.max == 0 ||
                std::all_of(fact.fields.begin(), fact.fields.end(), [&](const std::string& field) {
                    return may_.may(Input{false, *book_.vocabulary->field(slot, 0, field)});
                }));
    }

    FactReason of_fact(std::size_t slot) const {
        const Fact& fact = (*book_.vocabulary)[slot];
        const Slot& known = situation_[slot];
        FactReason out;
        out.fact = fact.id;
        out.label = fact.label.empty() ? fact.id : fact.label.in(lang_);
        out.known = known.known || (known.seen | known.not_seen) != 0;
        out.why = known.why;
        out.withheld = !may_see(slot);
        if (!out.known || out.withheld) return out;
        out.value = told_.at(fact.id);
        out.words = value_words(book_, situation_, slot, -1, lang_);
        return out;
    }

    NeededReason of(const Needed& needed) const {
        const Fact& fact = (*book_.vocabulary)[*book_.vocabulary->find(needed.fact)];
        NeededReason out{needed.fact, fact.label.empty() ? fact.id : fact.label.in(lang_), {}};
        for (const auto& item : needed.items) {
            const int code = fact.type.code(item); // of a list an item is a field of a record
            out.items.push_back(code < 0 ? item
                                         : fact.type.codes[std::size_t(code)].label.in(lang_));
        }
        return out;
    }

    const Decisions& decisions_;
    const Book& book_;
    const Situation& situation_;
    Lang lang_;
    Discretion may_;
    World world_;
    Json told_;
};

} // namespace

Reasons Decisions::reasons(const Ruling& ruling, const Situation& situation,
                           const Audience& audience) const {
    return Reasoner(*this, *book_, situation, audience).all(ruling);
}

std::string Decisions::why(const Ruling& ruling, const Situation& situation, Lang lang) const {
    return reasons(ruling, situation, {lang, {}}).text();
}

bool Reasons::withholds() const {
    return asked.withheld || std::any_of(facts.begin(), facts.end(),
                                         [](const FactReason& fact) { return fact.withheld; });
}

} // namespace meldroute::inline v0
