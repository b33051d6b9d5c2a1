// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "proofs/space.hpp"

#include "proofs/classes.hpp"
#include "rules/intervals.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

bool allows(const Cell& cell, const Class& one) {
    switch (cell.test) {
    case Cell::Test::within:
        return !one.values.empty() && contains(cell.within, one.values.front().low);
    case Cell::Test::member: return one.values == class_yes.values;
    case Cell::Test::not_member:
    case Cell::Test::unknown: return one.values == class_no.values;
    }
    return false;
}

} // namespace

const Bits* Box::find(std::size_t dimension) const {
    for (const auto& side : sides)
        if (side.dimension == dimension) return &side.classes;
    return nullptr;
}

void Box::set(std::size_t dimension, Bits classes) {
    auto at = std::lower_bound(sides.begin(), sides.end(), dimension,
                               [](const Side& side, std::size_t d) { return side.dimension < d; });
    if (at != sides.end() && at->dimension == dimension)
        at->classes = std::move(classes);
    else
        sides.insert(at, {dimension, std::move(classes)});
}

std::optional<Box> operator&(const Box& a, const Box& b) {
    Box out;
    auto x = a.sides.begin(), y = b.sides.begin();
    while (x != a.sides.end() || y != b.sides.end()) {
        if (y == b.sides.end() || (x != a.sides.end() && x->dimension < y->dimension)) {
            out.sides.push_back(*x++);
        } else if (x == a.sides.end() || y->dimension < x->dimension) {
            out.sides.push_back(*y++);
        } else {
            out.sides.push_back({x->dimension, x->classes & y->classes});
            if (out.sides.back().classes.none()) return std::nullopt;
            ++x, ++y;
        }
    }
    return out;
}

Variable variable_of(const Cell& cell) {
    if (cell.test == Cell::Test::unknown) return {Variable::Of::knowledge, cell.input.index, -1};
    return {cell.input.decision ? Variable::Of::outcome : Variable::Of::value, cell.input.index,
            cell.member};
}

void Space::add_dimensions(const Book& book, const Table& table, const Possible& possible) {
    std::vector<std::vector<const Cell*>> cells;
    for (const auto& row : table.rows)
        for (const auto& cell : row.cells) {
            const auto variable = variable_of(cell);
            std::size_t at = 0;
            while (at < dimensions.size() && !dimensions[at].variable.same(variable)) ++at;
            if (at == dimensions.size()) {
                dimensions.push_back({variable, {}, {}});
                cells.emplace_back();
            }
            cells[at].push_back(&cell);
        }
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        auto& [variable, classes, rows_of] = dimensions[i];
        classes = classes_of(book, variable, cells[i]);
        if (variable.of != Variable::Of::outcome) continue;
        derived = true;
        std::erase_if(classes,
                      [&, &of = variable](const Class& one) { return !possible(of, one); });
    }
}

void Space::index_rows() {
    for (std::size_t d = 0; d < dimensions.size(); ++d) {
        auto& dimension = dimensions[d];
        dimension.rows.assign(dimension.classes.size(), Bits(rows.size()));
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Bits* allowed = rows[i].find(d);
            for (std::size_t c = 0; c < dimension.classes.size(); ++c)
                if (allowed == nullptr || allowed->test(c)) dimension.rows[c].set(i);
        }
    }
}

Space::Space(const Book& book, std::size_t decision, const Possible& possible) {
    const Table& table = *book.decisions[decision].table;
    add_dimensions(book, table, possible);
    for (const auto& row : table.rows) {
        Box box;
        for (const auto& cell : row.cells) {
            auto next = side(cell);
            if (const auto* before = box.find(next.dimension)) next.classes &= *before;
            box.set(next.dimension, std::move(next.classes));
        }
        rows.push_back(std::move(box));
    }
    index_rows();
}

Box::Side Space::side(const Cell& cell) const {
    const auto variable = variable_of(cell);
    std::size_t at = 0;
    while (!dimensions[at].variable.same(variable)) ++at;
    const auto& classes = dimensions[at].classes;
    Bits allowed(classes.size());
    for (std::size_t c = 0; c < classes.size(); ++c)
        if (allows(cell, classes[c])) allowed.set(c);
    return {at, std::move(allowed)};
}

} // namespace meldroute::inline v0
