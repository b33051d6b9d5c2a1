// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Days and moments. A date is a day without a zone; a moment is an instant with the offset that
// it was given with; the civil date of a moment is its day in Europe/Amsterdam.

#pragma once

#include <meldroute/base/error.hpp>

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace meldroute::inline v0 {

/// A civil day, 1900-01-01 up to and including 2100-12-31.
struct Date {
    std::int32_t days = 0; ///< since 1970-01-01

    /// Throws RulebookError M1005 for a day that is not in the calendar, M1007 outside the range.
    static Date of(int year, int month, int day, const Place& place = {});
    /// Reads "2026-03-31", nothing else.
    static Date parse(std::string_view text, const Place& place = {});

    int year() const;
    int month() const;   ///< 1 to 12
    int day() const;     ///< 1 to 31
    int weekday() const; ///< 1 is Monday, 7 is Sunday (ISO 8601)
    std::string iso() const;

    /// The day `count` days later; throws M1007 outside the range.
    Date plus_days(std::int64_t count) const;

    auto operator<=>(const Date&) const = default;
};

/// How many days this month has.
int days_in_month(int year, int month);

/// An instant. Two moments are equal when they are the same instant, whatever their offset.
struct Moment {
    std::int64_t micros = 0;         ///< microseconds since 1970-01-01T00:00:00Z
    std::int16_t offset_minutes = 0; ///< as it was given; kept for showing it again

    /// Reads RFC 3339 with seconds and an offset: "2026-03-31T10:20:00+02:00", up to six decimals of
    /// seconds, "Z" allowed. Throws RulebookError M1006, or M1014 outside 1996 to 2100.
    static Moment parse(std::string_view text, const Place& place = {});
    /// RFC 3339 in the moment's own offset, with decimals of seconds only where there are any.
    std::string iso() const;

    bool operator==(const Moment& other) const { return micros == other.micros; }
    auto operator<=>(const Moment& other) const { return micros <=> other.micros; }
};

/// Minutes that Amsterdam is ahead of UTC at this instant: 60, or 120 in summer (EU rule since
/// 1996: from the last Sunday of March, 01:00 UTC, until the last Sunday of October, 01:00 UTC).
int amsterdam_offset(std::int64_t micros);

/// The day in Amsterdam at this moment.
Date amsterdam_date(const Moment& moment);

/// That day and time in Amsterdam. In the hour that comes twice the first is meant; a time in the
/// hour that is skipped counts with the offset from before the change.
Moment amsterdam_moment(Date date, int hour, int minute);

} // namespace meldroute::inline v0
