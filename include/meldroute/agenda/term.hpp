// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A term as the rulebook states it: how long, from which event, by which calendar, what suspends
// and extends it, and what it rests on. When it falls due is computed in due.hpp.

#pragma once

#include <meldroute/agenda/calendar.hpp>
#include <meldroute/base/date.hpp>
#include <meldroute/base/json.hpp>
#include <meldroute/base/source.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// A length of time in one unit, as it was written. `days` are working days in a term by a
/// calendar of working days, and calendar days otherwise.
struct Length {
    enum class Unit { hours, days, weeks, months, years };

    Unit unit = Unit::days;
    int count = 0; ///< 1 to 9999

    bool operator==(const Length&) const = default;

    /// {"weeks": 8}; throws M1401.
    static Length read(const JsonNode& node);
};

/// What a month that is too short for the day does: its last day, or the first of the next month.
enum class MonthEnd { clamp, roll };

struct Term {
    /// Between these two events the term stands still: from the day of the first up to the day of
    /// the second. An event may come more than once.
    struct Suspension {
        std::string from, until;
        bool inclusive = false;        ///< the day of `until` is suspended too
        bool day_after = false;        ///< the day of `from` still counts
        std::optional<Length> at_most; ///< how long one suspension lasts at most
    };

    struct Extension {
        Length by;
        int times = 0;       ///< at most so often
        std::string on = {}; ///< the event that extends it, or "": then only who computes says so
    };

    /// Something that comes round again: after each length of time, or each year on a day; or
    /// without either, where no source gives a period.
    struct Repetition {
        std::optional<Length> every;
        std::optional<Date> yearly; ///< the month and the day count; never 29 February
        std::string done;           ///< the event with which it is done once more, or ""
    };

    /// One way to read the law. A term has one, or more where the law can be read in more ways.
    struct Reading {
        Text label; ///< empty when it is the only one
        Length length;
        std::string calendar;   ///< where this reading counts by another one; "" for the term's
        bool inclusive = false; ///< the day of the start counts as the first
        MonthEnd month_end = MonthEnd::clamp;
        std::vector<Suspension> suspended;
    };

    std::string id;
    Text label;
    std::string from;       ///< what starts it: "route.event", "route.step" or a fact with a day
    std::string calendar;   ///< "wettelijk", a calendar of working days, or empty: plain days
    bool backwards = false; ///< counted back from the event
    bool at_once = false;   ///< a duty to act at once: no date, no readings
    std::optional<Repetition> repeats;    ///< then there are no readings
    MonthEnd month_end = MonthEnd::clamp; ///< of a repetition
    std::string told; ///< a fact of type date that says the day itself, or ""; then no readings
    std::optional<Extension> extend;
    /// What is said of it when it ran out while nobody looked at the case: that it is late, as of
    /// any (`keep`), or besides that it ran out unseen (`flag`).
    enum class RanOut { keep, flag } ran_out = RanOut::keep;
    std::vector<Reading> readings;
    std::vector<Source> source;

    const std::string& calendar_of(const Reading& reading) const {
        return reading.calendar.empty() ? calendar : reading.calendar;
    }
};

/// The terms of a rulebook, by id.
class Terms {
public:
    /// Reads {"terms": {id: …}}. The calendars that terms name must be there (M1402).
    static Terms read(const JsonNode& file, const Calendars& calendars);

    /// Adds those of one more file. Throws M1404 for an id that is taken.
    void add(const JsonNode& file, const Calendars& calendars);

    /// Null where there is none of that name.
    const Term* find(std::string_view id) const;
    /// In order of file, then of id.
    const std::vector<Term>& all() const { return all_; }

private:
    std::vector<Term> all_;
};

} // namespace meldroute::inline v0
