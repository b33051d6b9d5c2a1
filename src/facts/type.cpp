// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/facts/type.hpp>

#include "facts/duration.hpp"
#include "facts/value_reader.hpp"

#include <meldroute/base/date.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

/// A double shows 15 digits exactly; beyond that the decimal stands as a string.
Json number_json(Decimal number) {
    constexpr std::int64_t exact = 1'000'000'000'000'000;
    const auto text = number.text();
    if (text.find('.') == std::string::npos) return number.exactly(0).units;
    if (number.units > exact || number.units < -exact) return text;
    double power = 1;
    for (int i = 0; i < number.decimals; ++i) power *= 10;
    return double(number.units) / power;
}

} // namespace

std::uint64_t Type::all() const {
    return !many() || codes.empty() ? 0 : ~std::uint64_t{0} >> (64 - codes.size());
}

int Type::code(std::string_view id) const {
    for (std::size_t i = 0; i < codes.size(); ++i)
        if (codes[i].id == id) return int(i);
    return -1;
}

std::vector<std::string> Type::code_ids() const {
    std::vector<std::string> ids;
    for (const auto& each : codes) ids.push_back(each.id);
    return ids;
}

std::int64_t Type::read(const JsonNode& node, bool secret) const {
    const auto fact = [](const std::string& pointer) {
        return pointer.substr(pointer.rfind('/') + 1);
    };
    const auto reader = secret ? ValueReader(*this, fact(node.pointer())) : ValueReader(*this);
    return many() ? std::int64_t(reader.members(node)) : reader.scalar(node);
}

Json Type::to_json(std::int64_t value) const {
    switch (kind) {
    case Kind::boolean: return value != 0;
    case Kind::integer:
    case Kind::list: return value;
    case Kind::number: return number_json({value, decimals});
    case Kind::date: return Date{std::int32_t(value)}.iso();
    case Kind::moment: return Moment{value, 0}.iso();
    case Kind::duration: return duration_iso(value);
    case Kind::text: return nullptr;
    case Kind::choice: return codes.at(std::size_t(value)).id;
    case Kind::set:
    case Kind::checklist: break;
    }
    auto ids = Json::array();
    for (std::size_t i = 0; i < codes.size(); ++i)
        if ((std::uint64_t(value) >> i & 1) != 0) ids.push_back(codes[i].id);
    return ids;
}

} // namespace meldroute::inline v0
