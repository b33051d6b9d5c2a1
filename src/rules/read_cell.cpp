// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A cell: a value, a list, "< 18", "14..27", "not a, b", "has a", "seen a" or "unknown".

#include "facts/kind_words.hpp"
#include "facts/value_reader.hpp"
#include "rules/intervals.hpp"
#include "rules/read.hpp"

#include <meldroute/base/date.hpp>
#include <meldroute/base/id.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

std::string_view trim(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> out;
    while (true) {
        const auto comma = std::min(text.find(','), text.size());
        out.push_back(trim(text.substr(0, comma)));
        if (comma == text.size()) return out;
        text.remove_prefix(comma + 1);
    }
}

bool take_word(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word) || text.size() <= word.size() || text[word.size()] != ' ')
        return false;
    text = trim(text.substr(word.size()));
    return true;
}

/// Runs what reads a text, and gives its fault the place of the node. Finding the place takes as
/// long as reading the file, so that is left until there is a fault.
auto placed(const JsonNode& node, auto read) try {
    return read();
} catch (const RulebookError& error) {
    node.fail(error.fault(), error.words());
}

/// The instants of a moment-typed constant: a date is that whole day in Amsterdam.
Interval instants(const JsonNode& node, std::string_view text) {
    if (text.size() != 10) {
        const auto micros = placed(node, [&] { return Moment::parse(text).micros; });
        return {micros, micros};
    }
    const auto day = placed(node, [&] { return Date::parse(text); });
    const auto last = Date{day.days + 1};
    return {amsterdam_moment(day, 0, 0).micros, amsterdam_moment(last, 0, 0).micros - 1};
}

Decimal number(const JsonNode& node, std::optional<std::string_view> part) {
    if (part) return placed(node, [&] { return Decimal::parse(*part); });
    if (node.is_integer()) return {node.integer(), 0};
    if (node.is_number())
        return placed(node, [&] { return Decimal::from_double(node.json().get<double>()); });
    if (!node.is_string()) node.fail(Fault::json_wrong_type, {"0, 1, 2.5 …"});
    return placed(node, [&] { return Decimal::parse(node.string_view()); });
}

/// The units between which a constant lies. A constant finer than the type's decimals lies between
/// two neighbours: then low is above high.
Interval located(const Type& type, const JsonNode& node, std::optional<std::string_view> part) {
    if (type.kind == Kind::moment) return instants(node, part ? *part : node.string_view());
    if (!type.numeric()) {
        const ValueReader reader(type);
        const auto value = part ? reader.scalar(node, *part) : type.read(node, false);
        return {value, value};
    }
    const auto exact = number(node, part);
    const auto nearest_units = exact.rounded(type.decimals);
    if (nearest_units == exact) return {nearest_units.units, nearest_units.units};
    const auto above = nearest_units > exact ? nearest_units.units : nearest_units.units + 1;
    return {above, above - 1};
}

} // namespace

Intervals compared(const Type& type, Interval domain, std::string_view sign, const JsonNode& node,
                   std::optional<std::string_view> part) {
    const auto [low, high] = located(type, node, part);
    if (sign == "<") return tidy({{domain.low, low - 1}});
    if (sign == "<=") return tidy({{domain.low, high}});
    if (sign == ">") return tidy({{high + 1, domain.high}});
    if (sign == ">=") return tidy({{low, domain.high}});
    const Intervals same = tidy({{low, high}});
    return sign == "!=" ? complement(same, domain) : same;
}

std::int64_t Reader::constant_text(const Input& input, std::string_view text) {
    auto& texts = book_.texts[input.index].named; // an outcome of type text is read as an enum
    const auto found = std::find(texts.begin(), texts.end(), text);
    if (found != texts.end()) return found - texts.begin();
    texts.emplace_back(text);
    return std::int64_t(texts.size()) - 1;
}

Cell Reader::text_test(const Input& input, TextClasses::Kind kind, const JsonNode& part) {
    auto& texts = book_.texts[input.index];
    const TextClasses::Test test{kind, part.string()};
    auto at = std::find(texts.tests.begin(), texts.tests.end(), test);
    if (at == texts.tests.end()) at = texts.tests.insert(at, test);
    Cell cell{input, Cell::Test::within, std::int16_t(at - texts.tests.begin())};
    for (std::int64_t index = 0; index <= texts.last(); ++index)
        if (test.holds(texts.sample(index))) cell.within.push_back({index, index});
    cell.within = tidy(std::move(cell.within));
    return cell;
}

Cell Reader::comparison(const Input& input, std::string_view sign, const JsonNode& constant,
                        std::optional<std::string_view> part) {
    const Type& type = book_.type(input);
    const bool equality = sign == "==" || sign == "!=";
    const bool ordered = type.kind != Kind::boolean && type.kind != Kind::choice &&
                         type.kind != Kind::text && !type.many();
    if (type.many() || (!equality && !ordered))
        constant.fail(Fault::cell_wrong_for_type, {book_.id(input), to_word(type.kind), ""});
    Cell cell{input};
    if (type.kind == Kind::text) {
        const auto value = constant_text(input, part ? *part : constant.string_view());
        const Intervals same{{value, value}};
        cell.within = sign == "!=" ? complement(same, {0, INT64_MAX - 1}) : same;
    } else {
        cell.within = compared(type, book_.domain(input), sign, constant, part);
    }
    return cell;
}

Cell Reader::cell(const Input& input, const JsonNode& node) {
    const Type& type = book_.type(input);
    const auto wrong = [&](std::string hint) {
        node.fail(Fault::cell_wrong_for_type,
                  {book_.id(input), to_word(type.kind), std::move(hint)});
    };
    std::string_view text = node.is_string() ? trim(node.string_view()) : "";
    if (text == "unknown") {
        if (input.decision) wrong("");
        return {input, Cell::Test::unknown};
    }
    if (type.many()) {
        const bool set = type.kind == Kind::set;
        const std::string word = set ? "has" : "seen";
        Cell cell{input, Cell::Test::member};
        if (take_word(text, set ? "not has" : "not-seen"))
            cell.test = Cell::Test::not_member;
        else if (!take_word(text, word))
            wrong("\"" + word + " …\"");
        cell.member = type.code(text);
        if (cell.member < 0)
            node.fail(Fault::value_not_listed, {std::string(text), nearest(text, type.code_ids())});
        return cell;
    }
    Cell cell{input};
    const auto add = [&](const Intervals& more) { cell.within.add(more); };
    if (node.is_array()) {
        for (const auto& one : node.items()) add(this->cell(input, one).within);
    } else if (take_word(text, "not")) {
        for (const auto one : split(text)) add(comparison(input, "==", node, one).within);
        const auto top = type.kind == Kind::text ? Interval{0, INT64_MAX - 1} : book_.domain(input);
        cell.within = complement(tidy(cell.within), top);
    } else {
        add(one_cell(input, node, text));
    }
    cell.within = tidy(std::move(cell.within));
    if (cell.within.empty()) node.fail(Fault::cell_unreadable, {book_.id(input)});
    return cell;
}

Intervals Reader::one_cell(const Input& input, const JsonNode& node, std::string_view text) {
    const Type& type = book_.type(input);
    const auto part = [&](std::string_view sign, std::string_view constant) {
        return comparison(input, sign, node, trim(constant)).within;
    };
    for (const std::string_view sign : {"<=", ">=", "<", ">"})
        if (text.starts_with(sign) && type.kind != Kind::text)
            return part(sign, text.substr(sign.size()));
    const auto dots = text.find("..");
    if (dots != std::string_view::npos && type.kind != Kind::text) {
        const auto from = part(">=", text.substr(0, dots)), to = part("<=", text.substr(dots + 2));
        if (from.empty() || to.empty()) return {};
        return tidy({{from.front().low, to.back().high}});
    }
    if (node.is_string() && type.numeric()) return part("==", text);
    return comparison(input, "==", node).within;
}

std::string to_word(Kind kind) {
    return std::string(word_of(kind));
}

} // namespace meldroute::inline v0
