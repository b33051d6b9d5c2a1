// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "batch/fact_reader.hpp"

#include "facts/duration.hpp"

#include <meldroute/base/date.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace meldroute::inline v0 {
namespace {

constexpr std::int64_t day = 86'400;

/// How a value of this kind is written in a cell.
std::string form(Kind kind) {
    switch (kind) {
    case Kind::boolean: return "true, false, ja, nee";
    case Kind::integer: return "0, 1, 2 …";
    case Kind::number: return "0, 1.5, 2 …";
    case Kind::date: return "2026-03-31";
    case Kind::moment: return "2026-03-31T10:20:00+02:00";
    case Kind::duration: return "P2W, P3DT4H30M";
    default: return "…";
    }
}

/// Gives a fault of reading a text the place of the fact.
auto placed(const FactReader& reader, auto read) try { return read(); } catch (const Error& error) {
    reader.refuse(error.fault(), error.words());
}

template <class Real>
std::string shortest(Real value) {
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed);
    return {buffer.data(), end.ptr};
}

} // namespace

FactReader::FactReader(const Fact& fact) : fact_(&fact) {
    for (std::size_t i = 0; i < type().codes.size(); ++i)
        codes_.emplace(type().codes[i].id, int(i));
}

void FactReader::refuse(Fault fault, std::vector<std::string> words) const {
    Place place;
    place.pointer = "/" + fact_->id;
    fail(fault, std::move(words), std::move(place));
}

void FactReader::refuse_form() const {
    refuse(Fault::fact_wrong_type, {fact_->id, form(type().kind)});
}

std::int64_t FactReader::within(Wide value) const {
    if (value >= type().min && value <= type().max) return std::int64_t(value);
    if (type().kind == Kind::date) refuse(Fault::date_out_of_range);
    if (type().kind == Kind::moment) refuse(Fault::moment_out_of_range);
    const auto limit = [&](std::int64_t units) {
        return type().kind == Kind::duration ? duration_iso(units)
                                             : Decimal{units, type().decimals}.text();
    };
    refuse(Fault::fact_out_of_range, {fact_->id, limit(type().min), limit(type().max)});
}

std::int64_t FactReader::number(Wide digits, int scale) const {
    for (; scale > type().decimals; --scale, digits /= 10)
        if (digits % 10 != 0) refuse(Fault::number_malformed, {std::to_string(type().decimals)});
    constexpr Wide most = std::numeric_limits<std::int64_t>::max();
    for (; scale < type().decimals; ++scale, digits *= 10)
        if (digits > most || digits < -most) refuse(Fault::number_overflow);
    return within(digits);
}

std::int64_t FactReader::real(double value) const {
    if (!std::isfinite(value)) refuse_form();
    return text(shortest(value));
}

std::int64_t FactReader::real(float value) const {
    if (!std::isfinite(value)) refuse_form();
    return text(shortest(value));
}

std::int64_t FactReader::time(Wide count, std::int64_t per_second) const {
    const auto parts = type().kind == Kind::moment ? Wide(1'000'000) : Wide(1);
    const auto whole = type().kind == Kind::date ? Wide(day) : Wide(1);
    const Wide fine = count * parts, step = whole * per_second;
    if (fine % step != 0) refuse_form();
    return within(fine / step);
}

int FactReader::code(std::string_view id) const {
    const auto found = codes_.find(id);
    if (found == codes_.end()) refuse(Fault::fact_value_not_listed, {fact_->id});
    return found->second;
}

std::int64_t FactReader::boolean(std::string_view text) const {
    if (text == "true" || text == "ja") return 1;
    if (text == "false" || text == "nee") return 0;
    refuse_form();
}

std::int64_t FactReader::text(std::string_view text) const {
    switch (type().kind) {
    case Kind::boolean: return boolean(text);
    case Kind::integer:
    case Kind::number: {
        const auto decimal = placed(*this, [&] { return Decimal::parse(text); });
        return number(decimal.units, decimal.decimals);
    }
    case Kind::date: return within(placed(*this, [&] { return Date::parse(text).days; }));
    case Kind::moment: return within(placed(*this, [&] { return Moment::parse(text).micros; }));
    case Kind::duration:
        if (const auto seconds = read_duration(text)) return within(*seconds);
        refuse_form();
    case Kind::choice: return code(text);
    case Kind::text: return 0;
    default: refuse_form();
    }
}

} // namespace meldroute::inline v0
