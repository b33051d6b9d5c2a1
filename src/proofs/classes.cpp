// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "proofs/classes.hpp"

#include "rules/intervals.hpp"

#include <map>
#include <set>

namespace meldroute::inline v0 {
namespace {

const Class neither{{}, true};

/// Where cells begin and where they have just ended, within the domain.
std::set<std::int64_t> starts_of(const std::vector<const Cell*>& cells, Interval domain) {
    std::set<std::int64_t> starts{domain.low};
    for (const auto* cell : cells)
        for (const auto& [low, high] : cell->within) {
            if (low > domain.low && low <= domain.high) starts.insert(low);
            if (high < domain.high && high >= domain.low) starts.insert(high + 1);
        }
    return starts;
}

std::vector<Class> scalar_classes(const std::vector<const Cell*>& cells, Interval domain,
                                  bool outcome) {
    std::vector<Class> out;
    std::map<std::vector<bool>, std::size_t> seen;
    const auto starts = starts_of(cells, domain);
    for (auto at = starts.begin(); at != starts.end(); ++at) {
        const auto next = std::next(at);
        const Interval segment{*at, next == starts.end() ? domain.high : *next - 1};
        std::vector<bool> signature;
        for (const auto* cell : cells) signature.push_back(contains(cell->within, segment.low));
        const auto [known, fresh] = seen.try_emplace(std::move(signature), out.size());
        if (fresh) out.emplace_back();
        out[known->second].values.push_back(segment);
    }
    if (!outcome) return out;
    const std::vector<bool> fails(cells.size(), false);
    if (const auto known = seen.find(fails); known != seen.end())
        out[known->second].none = true;
    else
        out.push_back(neither);
    return out;
}

} // namespace

/// Known goes first, so that witnesses are whole where they can be.
std::vector<Class> classes_of(const Book& book, const Variable& variable,
                              const std::vector<const Cell*>& cells) {
    const bool outcome = variable.of == Variable::Of::outcome;
    if (variable.of == Variable::Of::knowledge) return {class_yes, class_no};
    if (variable.member < 0)
        return scalar_classes(cells, outcome ? everything : book.domain({false, variable.index}),
                              outcome);
    return outcome ? std::vector<Class>{class_no, class_yes, neither}
                   : std::vector<Class>{class_no, class_yes};
}

std::vector<Class> ordered_classes(const std::vector<const Cell*>& cells, Interval domain,
                                   bool outcome, bool singly) {
    auto starts = starts_of(cells, domain);
    for (auto value = domain.low; singly && value <= domain.high; ++value) starts.insert(value);
    std::vector<Class> out;
    for (auto at = starts.begin(); at != starts.end(); ++at) {
        const auto next = std::next(at);
        out.push_back({{{*at, next == starts.end() ? domain.high : *next - 1}}, false});
    }
    if (outcome) out.push_back(neither);
    return out;
}

} // namespace meldroute::inline v0
