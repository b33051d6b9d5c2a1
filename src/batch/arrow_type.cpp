// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "batch/arrow_type.hpp"

#include <meldroute/base/error.hpp>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace meldroute::inline v0 {
namespace {

constexpr int deepest = 16;
constexpr std::int64_t most_columns = 100'000;

std::int64_t per_second(char unit) {
    switch (unit) {
    case 's': return 1;
    case 'm': return 1'000;
    case 'u': return 1'000'000;
    default: return 1'000'000'000;
    }
}

/// One letter: how many bytes and, of whole numbers, whether with a sign.
bool read_letter(char letter, ArrowType& type) {
    constexpr std::string_view wholes = "cCsSiIlL", reals = "fg";
    if (const auto at = wholes.find(letter); at != wholes.npos) {
        type.layout = Layout::whole;
        type.bytes = 1 << (at / 2);
        type.negative = at % 2 == 0;
    } else if (const auto real = reals.find(letter); real != reals.npos) {
        type.layout = Layout::real;
        type.bytes = real == 0 ? 4 : 8;
    } else if (letter == 'n' || letter == 'b') {
        type.layout = letter == 'n' ? Layout::null : Layout::boolean;
    } else if (letter == 'u' || letter == 'U') {
        type.layout = Layout::text;
        type.bytes = letter == 'u' ? 4 : 8;
    } else {
        return false;
    }
    return true;
}

/// "d:precision,scale" or "d:precision,scale,bits".
void read_decimal(std::string_view format, ArrowType& type) {
    int numbers[3] = {0, 0, 128};
    const char* at = format.data() + 2;
    const char* const end = format.data() + format.size();
    int count = 0;
    for (; count < 3 && at < end; ++count) {
        const auto [next, error] = std::from_chars(at, end, numbers[count]);
        if (error != std::errc() || (next != end && *next != ',')) return;
        at = next + 1;
    }
    const bool known = numbers[2] == 32 || numbers[2] == 64 || numbers[2] == 128;
    if (count < 2 || !known || numbers[1] < 0 || numbers[1] > 38) return;
    type.layout = Layout::decimal;
    type.scale = numbers[1];
    type.bytes = numbers[2] / 8;
}

void read_time(std::string_view format, ArrowType& type) {
    if (format == "tdD" || format == "tdm") {
        type.layout = Layout::date;
        type.bytes = format == "tdD" ? 4 : 8;
        type.per_second = 1'000;
        return;
    }
    if (format.size() < 3 || std::string_view("smun").find(format[2]) == std::string_view::npos)
        return;
    type.bytes = 8;
    type.per_second = per_second(format[2]);
    if (format[1] == 'D' && format.size() == 3) type.layout = Layout::duration;
    if (format[1] == 's' && format.size() >= 4 && format[3] == ':')
        type.layout = format.size() == 4 ? Layout::wall_clock : Layout::moment;
}

void read_format(std::string_view format, ArrowType& type) {
    if (format.size() == 1 && read_letter(format[0], type)) return;
    if (format == "vu") type.layout = Layout::text_view;
    if (format == "+s") type.layout = Layout::structure;
    if (format == "+l" || format == "+L") {
        type.layout = Layout::list;
        type.bytes = format == "+l" ? 4 : 8;
    }
    if (format.starts_with("d:")) read_decimal(format, type);
    if (format.starts_with("t")) read_time(format, type);
}

ArrowType read_type(const ArrowSchema& schema, int depth) {
    ArrowType type;
    type.name = schema.name == nullptr ? "" : schema.name;
    if (schema.release == nullptr || schema.format == nullptr)
        refuse_arrow(type.name, "schema.format");
    if (depth > deepest) refuse_arrow(type.name, "schema.children (depth)");
    if (schema.n_children < 0 || schema.n_children > most_columns ||
        (schema.n_children > 0 && schema.children == nullptr))
        refuse_arrow(type.name, "schema.n_children");
    read_format(schema.format, type);
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        if (schema.children[i] == nullptr) refuse_arrow(type.name, "schema.children");
        type.children.push_back(read_type(*schema.children[i], depth + 1));
    }
    if (type.layout == Layout::list && type.children.size() != 1)
        refuse_arrow(type.name, "schema.n_children");
    if (schema.dictionary != nullptr) {
        if (type.layout != Layout::whole) refuse_arrow(type.name, "schema.dictionary");
        type.dictionary.push_back(read_type(*schema.dictionary, depth + 1));
        if (!type.dictionary.front().dictionary.empty()) type.layout = Layout::other;
    }
    return type;
}

} // namespace

std::string ArrowType::words() const {
    if (!dictionary.empty()) return "dictionary<" + dictionary.front().words() + ">";
    switch (layout) {
    case Layout::null: return "null";
    case Layout::boolean: return "bool";
    case Layout::whole: return (negative ? "int" : "uint") + std::to_string(bytes * 8);
    case Layout::real: return "float" + std::to_string(bytes * 8);
    case Layout::decimal: return "decimal" + std::to_string(bytes * 8);
    case Layout::text:
    case Layout::text_view: return "utf8";
    case Layout::date: return bytes == 4 ? "date32" : "date64";
    case Layout::moment: return "timestamp with a time zone";
    case Layout::wall_clock: return "timestamp without a time zone";
    case Layout::duration: return "duration";
    case Layout::list: return "list<" + children.front().words() + ">";
    case Layout::structure: return "struct";
    case Layout::other: break;
    }
    return "another type";
}

ArrowType read_arrow_type(const ArrowSchema& schema) {
    return read_type(schema, 0);
}

void refuse_arrow(const std::string& column, const std::string& what) {
    fail(Fault::batch_arrow_malformed, {column, what});
}

} // namespace meldroute::inline v0
