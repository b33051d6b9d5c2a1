// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/base/date.hpp>

#include <optional>

namespace meldroute::inline v0 {
namespace {

constexpr std::int64_t micros_a_second = 1'000'000;
constexpr std::int64_t micros_a_minute = 60 * micros_a_second;
constexpr std::int64_t micros_an_hour = 60 * micros_a_minute;
constexpr std::int64_t micros_a_day = 24 * micros_an_hour;

struct Civil {
    int year, month, day;
};

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

// Both directions count in eras of 400 years that begin in March, so that the leap day comes last.
constexpr std::int32_t days_from(Civil civil) {
    const int year = civil.year - (civil.month <= 2 ? 1 : 0);
    const int era = int(floor_div(year, 400));
    const int year_of_era = year - era * 400;
    const int day_of_year = (153 * ((civil.month + 9) % 12) + 2) / 5 + civil.day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

constexpr Civil civil_of(std::int64_t days) {
    const std::int64_t shifted = days + 719468;
    const std::int64_t era = floor_div(shifted, 146097);
    const int day_of_era = int(shifted - era * 146097);
    const int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int month_from_march = (5 * day_of_year + 2) / 153;
    const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    const int day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    return {int(era) * 400 + year_of_era + (month <= 2 ? 1 : 0), month, day};
}

constexpr std::int32_t first_date = days_from({1900, 1, 1});
constexpr std::int32_t last_date = days_from({2100, 12, 31});

// 1996 and 2100 as Amsterdam lived them: then every moment has a day there that is a Date.
constexpr std::int64_t first_moment = days_from({1996, 1, 1}) * micros_a_day - micros_an_hour;
constexpr std::int64_t end_of_moments = days_from({2101, 1, 1}) * micros_a_day - micros_an_hour;

bool in_calendar(Civil civil) {
    return civil.month >= 1 && civil.month <= 12 && civil.day >= 1 &&
           civil.day <= days_in_month(civil.year, civil.month);
}

/// Takes fixed-width pieces off the front of a text.
class Pieces {
public:
    explicit Pieces(std::string_view text) : rest_(text) {}

    std::optional<int> digits(std::size_t width) {
        if (rest_.size() < width) return {};
        int value = 0;
        for (const char c : rest_.substr(0, width)) {
            if (c < '0' || c > '9') return {};
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(width);
        return value;
    }

    bool sign(char c) {
        const bool here = !rest_.empty() && rest_.front() == c;
        if (here) rest_.remove_prefix(1);
        return here;
    }

    bool done() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

std::optional<Civil> read_civil(Pieces& pieces) {
    const auto year = pieces.digits(4);
    if (!year || !pieces.sign('-')) return {};
    const auto month = pieces.digits(2);
    if (!month || !pieces.sign('-')) return {};
    const auto day = pieces.digits(2);
    if (!day) return {};
    const Civil civil{*year, *month, *day};
    if (!in_calendar(civil)) return {};
    return civil;
}

std::optional<std::int64_t> read_clock(Pieces& pieces) {
    const auto hour = pieces.digits(2);
    if (!hour || *hour > 23 || !pieces.sign(':')) return {};
    const auto minute = pieces.digits(2);
    if (!minute || *minute > 59 || !pieces.sign(':')) return {};
    const auto second = pieces.digits(2);
    if (!second || *second > 59) return {};
    std::int64_t micros = *hour * micros_an_hour + *minute * micros_a_minute;
    micros += *second * micros_a_second;
    if (!pieces.sign('.')) return micros;

    int places = 0;
    for (std::int64_t unit = micros_a_second / 10; places < 6; ++places, unit /= 10) {
        const auto digit = pieces.digits(1);
        if (!digit) break;
        micros += *digit * unit;
    }
    if (places == 0) return {};
    return micros;
}

std::optional<int> read_offset(Pieces& pieces) {
    if (pieces.sign('Z')) return 0;
    const bool behind = pieces.sign('-');
    if (!behind && !pieces.sign('+')) return {};
    const auto hours = pieces.digits(2);
    if (!hours || *hours > 23 || !pieces.sign(':')) return {};
    const auto minutes = pieces.digits(2);
    if (!minutes || *minutes > 59) return {};
    const int offset = *hours * 60 + *minutes;
    return behind ? -offset : offset;
}

std::optional<Moment> read_moment(std::string_view text) {
    Pieces pieces(text);
    const auto civil = read_civil(pieces);
    if (!civil || !pieces.sign('T')) return {};
    const auto clock = read_clock(pieces);
    if (!clock) return {};
    const auto offset = read_offset(pieces);
    if (!offset || !pieces.done()) return {};
    const std::int64_t local = days_from(*civil) * micros_a_day + *clock;
    return Moment{local - *offset * micros_a_minute, std::int16_t(*offset)};
}

/// A number of so many digits, behind what is there.
void append(std::string& out, std::int64_t number, std::size_t width) {
    out.append(width, '0');
    for (auto digit = out.end(); number > 0 && width-- > 0; number /= 10)
        *--digit = char('0' + number % 10);
}

std::string iso_day(std::int64_t days) {
    const Civil civil = civil_of(days);
    std::string out;
    out.reserve(sizeof "2026-03-31T10:20:00.000000+02:00");
    append(out, civil.year, 4);
    append(out += '-', civil.month, 2);
    append(out += '-', civil.day, 2);
    return out;
}

/// The last Sunday of a month with 31 days, 01:00 UTC: when clocks change.
std::int64_t clock_change(int year, int month) {
    const std::int32_t last = days_from({year, month, 31});
    const int weekday = Date{last}.weekday();
    return (last - weekday % 7) * micros_a_day + micros_an_hour;
}

} // namespace

int days_in_month(int year, int month) {
    if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

Date Date::of(int year, int month, int day, const Place& place) {
    if (!in_calendar({year, month, day})) fail(Fault::date_malformed, {}, place);
    if (year < 1900 || year > 2100) fail(Fault::date_out_of_range, {}, place);
    return {days_from({year, month, day})};
}

Date Date::parse(std::string_view text, const Place& place) {
    Pieces pieces(text);
    const auto civil = read_civil(pieces);
    if (!civil || !pieces.done()) fail(Fault::date_malformed, {}, place);
    return of(civil->year, civil->month, civil->day, place);
}

int Date::year() const {
    return civil_of(days).year;
}
int Date::month() const {
    return civil_of(days).month;
}
int Date::day() const {
    return civil_of(days).day;
}

// 1970-01-01 was a Thursday.
int Date::weekday() const {
    return int(((std::int64_t{days} + 3) % 7 + 7) % 7) + 1;
}

std::string Date::iso() const {
    return iso_day(days);
}

Date Date::plus_days(std::int64_t count) const {
    // Compared on this side of the sum, so that no count can overflow it.
    if (count < first_date - std::int64_t{days} || count > last_date - std::int64_t{days})
        fail(Fault::date_out_of_range);
    return {std::int32_t(days + count)};
}

Moment Moment::parse(std::string_view text, const Place& place) {
    const auto moment = read_moment(text);
    if (!moment) fail(Fault::moment_malformed, {}, place);
    if (moment->micros < first_moment || moment->micros >= end_of_moments)
        fail(Fault::moment_out_of_range, {}, place);
    return *moment;
}

std::string Moment::iso() const {
    const std::int64_t local = micros + offset_minutes * micros_a_minute;
    const std::int64_t day = floor_div(local, micros_a_day);
    const std::int64_t clock = local - day * micros_a_day;

    std::string out = iso_day(day);
    append(out += 'T', clock / micros_an_hour, 2);
    append(out += ':', clock / micros_a_minute % 60, 2);
    append(out += ':', clock / micros_a_second % 60, 2);
    if (clock % micros_a_second != 0) append(out += '.', clock % micros_a_second, 6);
    if (offset_minutes == 0) return out += 'Z';

    const int minutes = offset_minutes < 0 ? -offset_minutes : offset_minutes;
    append(out += offset_minutes < 0 ? '-' : '+', minutes / 60, 2);
    append(out += ':', minutes % 60, 2);
    return out;
}

int amsterdam_offset(std::int64_t micros) {
    // At new year clocks stand still, so the year in UTC will do.
    const int year = civil_of(floor_div(micros, micros_a_day)).year;
    return micros >= clock_change(year, 3) && micros < clock_change(year, 10) ? 120 : 60;
}

Date amsterdam_date(const Moment& moment) {
    const std::int64_t local = moment.micros + amsterdam_offset(moment.micros) * micros_a_minute;
    return {std::int32_t(floor_div(local, micros_a_day))};
}

Moment amsterdam_moment(Date date, int hour, int minute) {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) fail(Fault::moment_malformed);
    const std::int64_t local =
        date.days * micros_a_day + hour * micros_an_hour + minute * micros_a_minute;
    // Summer time holds if it held then: in the hour that comes twice this finds the first, and in
    // the hour that is skipped it does not hold yet.
    const std::int64_t in_summer = local - 120 * micros_a_minute;
    if (amsterdam_offset(in_summer) == 120) return {in_summer, 120};
    return {local - 60 * micros_a_minute, 60};
}

} // namespace meldroute::inline v0
