// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "facts/duration.hpp"

#include <meldroute/base/date.hpp>
#include <meldroute/facts/type.hpp>

#include <array>

namespace meldroute::inline v0 {
namespace {

struct Noun {
    const char *nl, *nl_many, *en, *en_many;
};

constexpr std::array<const char*, 12> months{"January",   "February", "March",    "April",
                                             "May",       "June",     "July",     "August",
                                             "September", "October",  "November", "December"};

std::string date_words(Date date, Lang lang) {
    const auto day = std::to_string(date.day());
    const auto year = std::to_string(date.year());
    if (lang == Lang::nl) return day + "-" + std::to_string(date.month()) + "-" + year;
    return day + " " + months[std::size_t(date.month() - 1)] + " " + year;
}

/// As the clock stands in Amsterdam, to the minute.
std::string moment_words(std::int64_t micros, Lang lang) {
    const Moment there{micros, std::int16_t(amsterdam_offset(micros))};
    const auto clock = there.iso().substr(sizeof "2026-03-31T" - 1, sizeof "10:20" - 1);
    return date_words(amsterdam_date(there), lang) + " " + clock;
}

std::string number_words(Decimal number, Lang lang) {
    auto text = number.text();
    if (const auto point = text.find('.'); point != std::string::npos && lang == Lang::nl)
        text[point] = ',';
    return text;
}

std::string duration_words(std::int64_t seconds, Lang lang) {
    constexpr std::array<std::pair<std::int64_t, Noun>, 4> units{{
        {86'400, {"dag", "dagen", "day", "days"}},
        {3'600, {"uur", "uur", "hour", "hours"}},
        {60, {"minuut", "minuten", "minute", "minutes"}},
        {1, {"seconde", "seconden", "second", "seconds"}},
    }};
    std::string out;
    for (const auto& [size, noun] : units) {
        const auto count = seconds / size;
        seconds %= size;
        if (count == 0 && !(out.empty() && size == 1)) continue;
        const bool one = count == 1;
        const auto* word =
            lang == Lang::nl ? (one ? noun.nl : noun.nl_many) : (one ? noun.en : noun.en_many);
        out += (out.empty() ? "" : " ") + std::to_string(count) + " " + word;
    }
    return out;
}

std::string set_words(const std::vector<Code>& codes, std::uint64_t bits, Lang lang) {
    std::string out;
    for (std::size_t i = 0; i < codes.size(); ++i)
        if ((bits >> i & 1) != 0) out += (out.empty() ? "" : ", ") + codes[i].label.in(lang);
    if (out.empty()) return lang == Lang::nl ? "geen" : "none";
    return out;
}

} // namespace

std::string Type::words(std::int64_t value, Lang lang) const {
    const bool dutch = lang == Lang::nl;
    switch (kind) {
    case Kind::boolean: return value != 0 ? (dutch ? "ja" : "yes") : (dutch ? "nee" : "no");
    case Kind::integer:
    case Kind::list:
    case Kind::number: return number_words({value, decimals}, lang);
    case Kind::date: return date_words({std::int32_t(value)}, lang);
    case Kind::moment: return moment_words(value, lang);
    case Kind::duration: return duration_words(value, lang);
    case Kind::text: return "";
    case Kind::choice: return codes.at(std::size_t(value)).label.in(lang);
    case Kind::set:
    case Kind::checklist: return set_words(codes, std::uint64_t(value), lang);
    }
    return "";
}

} // namespace meldroute::inline v0
