// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/times.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/register/people.hpp>

#include <chrono>
#include <optional>
#include <regex>

namespace meldroute::inline v0 {
namespace {

struct When {
    std::optional<Date> day;      ///< a day alone
    std::optional<Moment> moment; ///< or a moment
};

using Match = std::match_results<std::string_view::const_iterator>;

int number(const Match& match, int group) {
    return std::stoi(match[std::size_t(group)].str());
}

/// Nothing for a day that is not in the calendar.
std::optional<Date> day_in(const Match& match, const Place& place) try {
    if (match[1].matched)
        return Date::of(number(match, 1), number(match, 2), number(match, 3), place);
    return Date::of(number(match, 6), number(match, 5), number(match, 4), place);
} catch (const RulebookError& error) {
    if (error.fault() != Fault::date_malformed) throw;
    return {};
}

/// The clock in Amsterdam says it once on all days but two.
Moment civil(Date day, int hour, int minute, const Place& place) {
    constexpr std::int64_t micros_a_minute = 60'000'000;
    const std::int64_t local =
        (day.days * std::int64_t{1440} + hour * 60 + minute) * micros_a_minute;
    int found = 0;
    for (const int offset : {60, 120})
        found += amsterdam_offset(local - offset * micros_a_minute) == offset;
    if (found != 1) fail(Fault::time_skipped_or_twice, {}, place);
    return amsterdam_moment(day, hour, minute);
}

When read(std::string_view text, const Place& place) {
    static const std::regex form(R"((?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})-(\d{1,2})-(\d{4})))"
                                 R"((?: +(\d{1,2})[:.](\d{2})(?::00)?)?)");
    if (text.find('T') != text.npos) {
        try {
            return {{}, Moment::parse(text, place)};
        } catch (const RulebookError& error) {
            if (error.fault() != Fault::moment_malformed) throw;
        }
    }
    Match match;
    if (!std::regex_match(text.begin(), text.end(), match, form))
        fail(Fault::time_unreadable, {}, place);
    const auto day = day_in(match, place);
    if (!day) fail(Fault::time_unreadable, {}, place);
    if (!match[7].matched) return {day, {}};
    const int hour = number(match, 7), minute = number(match, 8);
    if (hour > 23 || minute > 59) fail(Fault::time_unreadable, {}, place);
    return {{}, civil(*day, hour, minute, place)};
}

} // namespace

Moment read_from(std::string_view text, const Place& place) {
    const When when = read(text, place);
    return when.moment ? *when.moment : start_of_day(*when.day);
}

Moment read_until(std::string_view text, const Place& place) {
    const When when = read(text, place);
    return when.moment ? *when.moment : end_of_day(*when.day);
}

Moment read_time(std::string_view text, const Place& place) {
    const When when = read(text, place);
    if (!when.moment) fail(Fault::time_unreadable, {}, place);
    return *when.moment;
}

Moment now() {
    using namespace std::chrono;
    const auto micros = duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
    return {micros, std::int16_t(amsterdam_offset(micros))};
}

Moment moment_or_now(const Arguments& args, std::string_view option) {
    return args.has(option) ? read_time(args.value(option)) : now();
}

} // namespace meldroute::inline v0
