// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "batch/ruling_columns.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

constexpr int digits_of_units = 19;

OwnedSchema list_schema(std::string name) {
    std::vector<OwnedSchema> items;
    items.push_back(make_schema("u", "item"));
    return make_schema("+l", std::move(name), std::move(items));
}

OwnedSchema outcome_schema(const OutcomeType& outcome) {
    const Type& type = outcome.type;
    const auto plain = [&](const std::string& format) {
        return make_schema(format, outcome.decision);
    };
    if (!outcome.named.empty()) return plain("u");
    switch (type.kind) {
    case Kind::boolean: return plain("b");
    case Kind::integer: return plain("l");
    case Kind::number:
        return plain("d:" + std::to_string(digits_of_units) + "," + std::to_string(type.decimals));
    case Kind::date: return plain("tdD");
    case Kind::moment: return plain("tsu:UTC");
    case Kind::duration: return plain("tDs");
    case Kind::text:
    case Kind::choice: return plain("u");
    case Kind::set:
    case Kind::checklist: return list_schema(outcome.decision);
    case Kind::list: break; // no outcome has this type
    }
    return plain("n");
}

/// What `add` does with each outcome that there is, and nothing where there is none.
template <class Column, class Add>
OwnedArray fill(Column column, const RulingColumn& rulings, Add add) {
    for (std::size_t row = 0; row < rulings.outcomes.size(); ++row)
        if (rulings.states[row] == Ruling::State::decided)
            add(column, rulings.outcomes[row]);
        else
            column.add_null();
    return column.take();
}

OwnedArray words(const OutcomeType& outcome, const RulingColumn& rulings) {
    return fill(Texts(rulings.outcomes.size()), rulings, [&](Texts& column, std::int64_t value) {
        if (outcome.named.empty()) return column.add(outcome.type.codes.at(std::size_t(value)).id);
        column.add(outcome.json(value).dump());
    });
}

OwnedArray members(const Type& type, const RulingColumn& rulings) {
    return fill(TextLists(rulings.outcomes.size()), rulings,
                [&](TextLists& column, std::int64_t value) {
                    std::vector<std::string_view> ids;
                    for (std::size_t i = 0; i < type.codes.size(); ++i)
                        if ((std::uint64_t(value) >> i & 1) != 0) ids.push_back(type.codes[i].id);
                    column.add(ids);
                });
}

OwnedArray outcome_array(const OutcomeType& outcome, const RulingColumn& rulings) {
    const auto rows = rulings.outcomes.size();
    const auto numbers = [&](std::size_t bytes) {
        return fill(Numbers(rows, bytes), rulings,
                    [](Numbers& column, std::int64_t value) { column.add(value); });
    };
    if (!outcome.named.empty()) return words(outcome, rulings);
    switch (outcome.type.kind) {
    case Kind::boolean:
        return fill(Booleans(rows), rulings,
                    [](Booleans& column, std::int64_t value) { column.add(value != 0); });
    case Kind::number: return numbers(16);
    case Kind::date: return numbers(4);
    case Kind::text:
    case Kind::choice: return words(outcome, rulings);
    case Kind::set:
    case Kind::checklist: return members(outcome.type, rulings);
    default: return numbers(8);
    }
}

OwnedArray state_array(const RulingColumn& rulings) {
    Texts column(rulings.states.size());
    for (const auto& state : rulings.states)
        if (state)
            column.add(word_of(*state));
        else
            column.add_null();
    return column.take();
}

OwnedArray needed_array(const RulingColumn& rulings) {
    TextLists column(rulings.needed.size());
    for (const auto& facts : rulings.needed) column.add({facts.begin(), facts.end()});
    return column.take();
}

OwnedArray fault_array(const Rulings& rulings, std::string RowFault::*part) {
    Texts column(rulings.rows);
    for (std::size_t row = 0; row < rulings.rows; ++row) {
        const auto fault = rulings.faults.find(row);
        if (fault == rulings.faults.end())
            column.add_null();
        else
            column.add(fault->second.*part);
    }
    return column.take();
}

} // namespace

std::vector<OwnedSchema> ruling_schemas(const std::vector<OutcomeType>& outcomes, bool needed) {
    std::vector<OwnedSchema> all;
    for (const auto& outcome : outcomes) {
        all.push_back(outcome_schema(outcome));
        all.push_back(make_schema("u", outcome.decision + std::string(state_suffix)));
        if (needed) all.push_back(list_schema(outcome.decision + std::string(needed_suffix)));
    }
    all.push_back(make_schema("u", std::string(error_code_column)));
    all.push_back(make_schema("u", std::string(error_words_column)));
    return all;
}

std::vector<OwnedArray> ruling_arrays(const std::vector<OutcomeType>& outcomes, bool needed,
                                      const Rulings& rulings) {
    std::vector<OwnedArray> all;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        all.push_back(outcome_array(outcomes[i], rulings.columns[i]));
        all.push_back(state_array(rulings.columns[i]));
        if (needed) all.push_back(needed_array(rulings.columns[i]));
    }
    all.push_back(fault_array(rulings, &RowFault::code));
    all.push_back(fault_array(rulings, &RowFault::words));
    return all;
}

} // namespace meldroute::inline v0
