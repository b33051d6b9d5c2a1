// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Expressions over a list of records. A list has room for a fixed number of records, so «some» is
// an «or» over them and «sum» a «+»: rules, search and proofs need to know nothing of lists.

#include "rules/formula_reader.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

using Op = Formula::Op;

/// Whether there is a record with this number.
Formula present(std::size_t list, int record, std::int64_t most) {
    Formula out;
    out.op = Op::cell;
    out.cell.input = {false, list};
    out.cell.within = {{record + 1, most}};
    return out;
}

Formula number_of(std::int64_t value) {
    Formula out;
    out.type = numeric_type();
    out.number = {value, 0};
    return out;
}

Formula opposite_of(Formula part) {
    return combined(Op::opposite, boolean_type(), {std::move(part)});
}

} // namespace

std::optional<std::size_t> FormulaReader::list_of(const JsonNode& node) const {
    if (!is_var(node)) return {};
    const auto input = variable(node).cell.input;
    const bool list = !input.decision && reader_.type(input).kind == Kind::list;
    return list ? std::optional(input.index) : std::nullopt;
}

Formula FormulaReader::in_record(const JsonNode& node, std::size_t list, int record, int depth) {
    const auto outer = scope_;
    scope_ = Scope{list, record};
    Formula out = read(node, depth + 1);
    scope_ = outer;
    return out;
}

namespace {

/// Joins the parts of all records, each with whether the record is there.
Formula joined(const std::string& name, std::vector<Formula> there, std::vector<Formula> parts) {
    std::vector<Formula> all;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        Formula& part = parts[i];
        if (name == "some" || name == "none")
            all.push_back(combined(Op::both, boolean_type(), {there[i], std::move(part)}));
        else if (name == "all")
            all.push_back(
                combined(Op::either, boolean_type(), {opposite_of(there[i]), std::move(part)}));
        else if (name == "count")
            all.push_back(combined(Op::choose, numeric_type(),
                                   {combined(Op::both, boolean_type(), {there[i], std::move(part)}),
                                    number_of(1), number_of(0)}));
        else
            all.push_back(
                combined(Op::choose, numeric_type(), {there[i], std::move(part), number_of(0)}));
    }
    if (name == "some") return combined(Op::either, boolean_type(), std::move(all));
    if (name == "none") return opposite_of(combined(Op::either, boolean_type(), std::move(all)));
    if (name == "all") return combined(Op::both, boolean_type(), std::move(all));
    return combined(Op::plus, numeric_type(), std::move(all));
}

/// The least or most of as many records as there are; of none there is no outcome.
Formula extreme(const std::string& name, std::vector<Formula> there, std::vector<Formula> parts) {
    std::vector<Formula> choices;
    for (std::size_t i = parts.size(); i-- > 0;) {
        choices.push_back(std::move(there[i]));
        choices.push_back(combined(name == "min" ? Op::least : Op::most, numeric_type(),
                                   {parts.begin(), parts.begin() + std::ptrdiff_t(i) + 1}));
    }
    choices.push_back(combined(Op::nothing, numeric_type(), {}));
    return combined(Op::choose, numeric_type(), std::move(choices));
}

} // namespace

/// {"some": [{"var": "slachtoffers"}, {"<": [{"var": "leeftijd"}, 18]}]}; a count may go without
/// its second part. A set or checklist can be counted too.
Formula FormulaReader::over_list(const JsonNode& node, const std::string& name,
                                 const Arguments& arguments, int depth) {
    const bool counts = name == "count";
    expect(node, name, arguments, counts ? 1 : 2, 2, counts ? "1, 2" : "2");
    const auto list = list_of(arguments[0]);
    if (counts && arguments.size() == 1) {
        if (!is_var(arguments[0]))
            node.fail(Fault::expression_wrong_arguments, {name, "{\"var\": …}"});
        Formula out = variable(arguments[0]);
        expect_kind(node, name, out, list || out.type.many());
        if (!list) out.op = Op::count;
        out.type = numeric_type();
        out.type.decimals = 0;
        return out;
    }
    if (!list) node.fail(Fault::expression_wrong_arguments, {name, "{\"var\": …}, {…}"});
    const auto most = reader_.type({false, *list}).max;
    const bool truths = name == "some" || name == "all" || name == "none" || counts;
    std::vector<Formula> there, parts;
    for (int record = 0; record < int(most); ++record) {
        there.push_back(present(*list, record, most));
        parts.push_back(in_record(arguments[1], *list, record, depth));
        expect_kind(arguments[1], name, parts.back(),
                    truths ? parts.back().type.kind == Kind::boolean : parts.back().type.numeric());
    }
    if (name == "min" || name == "max") return extreme(name, std::move(there), std::move(parts));
    return joined(name, std::move(there), std::move(parts));
}

} // namespace meldroute::inline v0
