// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/trials/coverage.hpp>

#include "rules/world.hpp"
#include "trials/seen.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

class Counter {
public:
    explicit Counter(const Rulebook& rulebook) : book_(rulebook.decisions().book()) {
        for (const Decision& decision : book_.decisions) counted_.push_back(blank(decision));
    }

    void add(const Seen& seen) {
        World world(book_, seen.situation);
        std::set<std::size_t> asked;
        for (const std::string& id : seen.asked) {
            const auto index = book_.index.find(id)->second;
            asked.insert(index);
            const auto& below = book_.decisions[index].through;
            asked.insert(below.begin(), below.end());
        }
        for (const auto index : asked)
            if (!rests_on_open(index)) add(book_.decisions[index], counted_[index], world);
    }

    Coverage counted() && {
        Coverage out;
        for (std::size_t i = 0; i < counted_.size(); ++i)
            if (!book_.decisions[i].open) out.decisions.push_back(std::move(counted_[i]));
        return out;
    }

private:
    DecisionCoverage blank(const Decision& decision) const {
        DecisionCoverage out{decision.id, 0, {}, {}};
        if (decision.table) {
            for (const Row& row : decision.table->rows) {
                out.rows.push_back({row.id, 0, {}});
                for (const Cell& cell : row.cells) out.rows.back().cells.push_back(blank(cell));
            }
            if (decision.table->otherwise) out.otherwise = 0;
        } else if (decision.formula) {
            out.rows.push_back({"", 0, {}});
            for (const Cell* cell : comparisons(*decision.formula))
                out.rows.back().cells.push_back(blank(*cell));
        }
        return out;
    }

    CellCoverage blank(const Cell& cell) const { return {book_.id(cell.input), false, false}; }

    static std::vector<const Cell*> comparisons(const Formula& formula) {
        std::vector<const Cell*> out;
        if (formula.op == Formula::Op::cell) out.push_back(&formula.cell);
        for (const Formula& part : formula.parts)
            for (const Cell* cell : comparisons(part)) out.push_back(cell);
        return out;
    }

    /// What no layer filled in yet has nothing to look at.
    bool rests_on_open(std::size_t index) const {
        const auto& through = book_.decisions[index].through;
        return book_.decisions[index].open ||
               std::any_of(through.begin(), through.end(),
                           [&](std::size_t below) { return book_.decisions[below].open; });
    }

    static void add(const Decision& decision, DecisionCoverage& out, World& world) {
        ++out.asked;
        if (decision.table) return add(*decision.table, out, world);
        const auto cells = comparisons(*decision.formula);
        out.rows.front().hits++;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Answer answer = world.test(*cells[i]);
            out.rows.front().cells[i].held |= answer == Answer::yes;
            out.rows.front().cells[i].failed |= answer == Answer::no;
        }
    }

    /// Of a table that takes the first row, what stands below one that holds is not looked at.
    static void add(const Table& table, DecisionCoverage& out, World& world) {
        bool none = true, reached = true;
        for (std::size_t i = 0; i < table.rows.size() && reached; ++i) {
            const Answer answer = add(table.rows[i], out.rows[i], world);
            none = none && answer == Answer::no;
            reached = table.take != Take::first || answer == Answer::no;
        }
        if (out.otherwise && none) ++*out.otherwise;
    }

    static Answer add(const Row& row, RowCoverage& out, World& world) {
        std::vector<std::size_t> fail;
        bool open = false;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const Answer answer = world.test(row.cells[i]);
            if (answer == Answer::no) fail.push_back(i);
            open = open || answer == Answer::unknown;
        }
        if (fail.size() == 1 && !open) out.cells[fail.front()].failed = true;
        if (!fail.empty()) return Answer::no;
        if (open) return Answer::unknown;
        ++out.hits;
        for (CellCoverage& cell : out.cells) cell.held = true;
        return Answer::yes;
    }

    const Book& book_;
    std::vector<DecisionCoverage> counted_;
};

template <class Count>
OutOf total(const Coverage& coverage, Count count) {
    OutOf share;
    for (const DecisionCoverage& decision : coverage.decisions) count(decision, share);
    return share;
}

void add(OutOf& share, bool some) {
    ++share.all;
    share.some += some;
}

} // namespace

OutOf Coverage::asked() const {
    return total(*this, [](const DecisionCoverage& decision, OutOf& share) {
        add(share, decision.asked > 0);
    });
}

OutOf Coverage::rows() const {
    return total(*this, [](const DecisionCoverage& decision, OutOf& share) {
        for (const RowCoverage& row : decision.rows)
            if (!row.row.empty()) add(share, row.hits > 0);
    });
}

OutOf Coverage::cells() const {
    return total(*this, [](const DecisionCoverage& decision, OutOf& share) {
        for (const RowCoverage& row : decision.rows)
            for (const CellCoverage& cell : row.cells) add(share, cell.tried());
    });
}

OutOf Coverage::otherwise() const {
    return total(*this, [](const DecisionCoverage& decision, OutOf& share) {
        if (decision.otherwise) add(share, *decision.otherwise > 0);
    });
}

Coverage coverage_of(const std::shared_ptr<const Rulebook>& rulebook,
                     const std::vector<Test>& tests) {
    Counter counter(*rulebook);
    for (const Test& test : tests)
        for (const Seen& seen : seen_by(test, rulebook)) counter.add(seen);
    return std::move(counter).counted();
}

} // namespace meldroute::inline v0
