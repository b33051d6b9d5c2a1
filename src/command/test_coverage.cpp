// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/test_page.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

std::string cell_words(const Page& page, const CellCoverage& cell) {
    if (!cell.held && !cell.failed)
        return cell.input + page.say({": nooit waar, en nooit als enige onwaar",
                                      ": never true, and never the only one that fails"});
    return cell.input +
           page.say(cell.held ? Text{": nooit als enige onwaar", ": never the only one that fails"}
                              : Text{": nooit waar", ": never true"});
}

std::string of(const Page& page, const OutOf& share, const Text& what) {
    return std::to_string(share.some) + page.say({" van ", " of "}) + std::to_string(share.all) +
           " " + page.say(what);
}

void print_row(Page& page, const RowCoverage& row) {
    const std::string name = row.row.empty() ? page.say({"uitdrukking", "expression"})
                                             : page.say({"rij ", "row "}) + row.row;
    if (row.hits == 0)
        return page.item(4, "•", name + page.say({": nooit geraakt", ": never touched"}));
    for (const CellCoverage& cell : row.cells)
        if (!cell.tried()) page.item(4, "•", name + ", " + cell_words(page, cell));
}

void print_decision(Page& page, const DecisionCoverage& decision) {
    if (decision.asked == 0)
        return page.text(2,
                         decision.decision + page.say({": in geen enkele test", ": in no test"}));
    int rows = 0, cells = 0, tried = 0;
    for (const RowCoverage& row : decision.rows) {
        rows += row.hits > 0;
        for (const CellCoverage& cell : row.cells) {
            ++cells;
            tried += cell.tried();
        }
    }
    const std::string of_all = page.say({" van ", " of "});
    std::string words = decision.decision + page.say({": rijen ", ": rows "}) +
                        std::to_string(rows) + of_all + std::to_string(decision.rows.size()) +
                        page.say({", vakjes ", ", cells "}) + std::to_string(tried) + of_all +
                        std::to_string(cells);
    if (decision.otherwise)
        words += page.say(*decision.otherwise > 0 ? Text{", anders ook", ", else too"}
                                                  : Text{", anders nooit", ", else never"});
    page.text(2, words);
    for (const RowCoverage& row : decision.rows) print_row(page, row);
}

Json as_json(const OutOf& share) {
    return {{"some", share.some}, {"all", share.all}};
}

Json as_json(const DecisionCoverage& decision) {
    Json rows = Json::array();
    for (const RowCoverage& row : decision.rows) {
        Json cells = Json::array();
        for (const CellCoverage& cell : row.cells)
            cells.push_back({{"input", cell.input}, {"held", cell.held}, {"failed", cell.failed}});
        rows.push_back({{"row", row.row}, {"hits", row.hits}, {"cells", std::move(cells)}});
    }
    return {{"decision", decision.decision},
            {"asked", decision.asked},
            {"rows", std::move(rows)},
            {"else", decision.otherwise ? Json(*decision.otherwise) : Json()}};
}

} // namespace

void print_coverage(Page& page, const Coverage& coverage) {
    page.heading(Text{"Wat de tests raken", "What the tests touch"});
    for (const DecisionCoverage& decision : coverage.decisions) print_decision(page, decision);
    page.blank();
    page.text(0, of(page, coverage.asked(), {"beslissingen", "decisions"}) + ", " +
                     of(page, coverage.rows(), {"rijen", "rows"}) + ", " +
                     of(page, coverage.cells(),
                        {"vakjes (waar, en als enige onwaar)",
                         "cells (true, and the only one that fails)"}) +
                     ", " + of(page, coverage.otherwise(), {"keer anders", "times else"}) + ".");
}

Json as_json(const Coverage& coverage) {
    Json decisions = Json::array();
    for (const DecisionCoverage& decision : coverage.decisions)
        decisions.push_back(as_json(decision));
    return {{"decisions", std::move(decisions)},
            {"asked", as_json(coverage.asked())},
            {"rows", as_json(coverage.rows())},
            {"cells", as_json(coverage.cells())},
            {"else", as_json(coverage.otherwise())}};
}

} // namespace meldroute::inline v0
