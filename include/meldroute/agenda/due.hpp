// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// When a term falls due, with the calculation that an officer can redo by hand. There is no clock
// in it: what happened, and when, comes in as values.

#pragma once

#include <meldroute/agenda/calendar.hpp>
#include <meldroute/agenda/term.hpp>
#include <meldroute/base/date.hpp>
#include <meldroute/base/json.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace meldroute::inline v0 {

/// When something happened: a day, or a moment where that is known. Terms in hours need a moment.
using When = std::variant<Date, Moment>;

/// The day in Amsterdam.
Date day_of(const When& when);

struct Occurrence {
    std::string event; ///< "route.event"
    When at;
};

/// What bears on one term of one case.
struct Occurrences {
    std::optional<When> start;     ///< when the term's `from` happened, if it did
    std::vector<Occurrence> since; ///< events that may suspend, extend or repeat it, in any order
    int extensions = 0; ///< how often it was extended, where the term names no event for that
    std::optional<Date> told = {}; ///< the day that somebody told, for a term that asks for one
};

struct Due {
    /// `suspended` means that a suspension still runs, so that there is no date yet; `at_once` that
    /// there never is one; `repeating` that it comes round again and no source says when.
    enum class State { running, suspended, not_started, at_once, repeating };

    struct Reading {
        Text label; ///< empty when there is one reading
        std::optional<Date> date;
        std::optional<Moment> moment;   ///< for a term in hours
        std::vector<int> unknown_years; ///< whose equated days may make the date later
        std::vector<Text> calculation;  ///< one step a line
    };

    State state = State::not_started;
    std::optional<Date> date;     ///< the last day; of two readings the earlier
    std::optional<Moment> moment; ///< for a term in hours; `date` is then its day in Amsterdam
    std::vector<Reading> readings;
    std::vector<Text> calculation; ///< of all readings, one step a line

    /// From this moment on it is too late: the moment itself, or the end of the day in Amsterdam.
    std::optional<Moment> late_from() const;
    /// From this moment on it is too late by every reading of the law; nothing where a reading has
    /// no date yet, or where it may be later because the equated days of a year are not known.
    std::optional<Moment> over_from() const;
    /// True when the date may be later, because the equated days of a year are not known.
    bool is_uncertain() const;
};

/// Computes the due date. Weekends, holidays and equated days move it only for a term by the law's
/// calendar (Algemene termijnenwet, articles 1 to 4), and never one counted in hours, in more than
/// 90 days, 12 weeks or 3 months (with its extension in the same unit), in years, or backwards.
/// Suspended days do not count; a suspension that begins after the end has no effect. An event that
/// extends counts no more often than the term allows. What repeats falls due period after period
/// from its start, so that no day drifts; what was missed waits until it is done.
/// Throws Usage M1413, Refused M1414, and M1007, M1014 or M1411 beyond the years that are known.
Due compute(const Term& term, const Occurrences& occurrences, const Calendars& calendars);

} // namespace meldroute::inline v0
