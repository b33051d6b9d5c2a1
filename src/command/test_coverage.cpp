// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/test_page.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

std::string cell_words(const CellCoverage& cell) {
    if (!cell.held && !cell.failed) return cell.input + ": nooit waar, en nooit als enige onwaar";
    return cell.input + (cell.held ? ": nooit als enige onwaar" : ": nooit waar");
}

std::string of(const OutOf& share, const char* what) {
    return std::to_string(share.some) + " van " + std::to_string(share.all) + " " + what;
}

void print_row(Page& page, const RowCoverage& row) {
    const std::string name = row.row.empty() ? "uitdrukking" : "rij " + row.row;
    if (row.hits == 0) return page.item(4, "•", name + ": nooit geraakt");
    for (const CellCoverage& cell : row.cells)
        if (!cell.tried()) page.item(4, "•", name + ", " + cell_words(cell));
}

void print_decision(Page& page, const DecisionCoverage& decision) {
    if (decision.asked == 0) return page.text(2, decision.decision + ": in geen enkele test");
    int rows = 0, cells = 0, tried = 0;
    for (const RowCoverage& row : decision.rows) {
        rows += row.hits > 0;
        for (const CellCoverage& cell : row.cells) {
            ++cells;
            tried += cell.tried();
        }
    }
    std::string words = decision.decision + ": rijen " + std::to_string(rows) + " van " +
                        std::to_string(decision.rows.size()) + ", vakjes " + std::to_string(tried) +
                        " van " + std::to_string(cells);
    if (decision.otherwise) words += *decision.otherwise > 0 ? ", anders ook" : ", anders nooit";
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
    page.heading("Wat de tests raken");
    for (const DecisionCoverage& decision : coverage.decisions) print_decision(page, decision);
    page.blank();
    page.text(0, of(coverage.asked(), "beslissingen") + ", " + of(coverage.rows(), "rijen") + ", " +
                     of(coverage.cells(), "vakjes (waar, en als enige onwaar)") + ", " +
                     of(coverage.otherwise(), "keer anders") + ".");
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
