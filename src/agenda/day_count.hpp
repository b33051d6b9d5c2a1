// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// One reading of one term, counted in days: calendar days, by the law, or working days.

#pragma once

#include "agenda/pauses.hpp"
#include "agenda/steps.hpp"

#include <meldroute/agenda/due.hpp>

namespace meldroute::inline v0 {

/// For a term that has started. The steps are said as they are counted.
class DayCount {
public:
    DayCount(const Term& term, const Term::Reading& reading, const Occurrences& occurrences,
             const Calendars& calendars, Steps& steps);

    /// The last day, or nothing while a suspension runs.
    std::optional<Date> end();

private:
    bool by_law() const { return calendar_id_ == Calendars::law; }
    bool by_working_days() const { return !calendar_id_.empty() && !by_law(); }
    bool extends_in_own_unit() const;
    Length extension() const;
    Length whole_length() const; ///< with its extension, where that has the same unit

    Date after(const Length& length);
    Date without_pauses();
    std::optional<Date> with_pauses(Date end);
    std::optional<Date> by_the_law(Date end);
    std::optional<Date> working_days();
    Date working_days_back();
    Date counted_back();

    void say_short_month(Date end, const Length& length, int sign);
    void say_not_stretched(const Length& length);
    void say_running(const Pause& pause);
    void say_outside(Date end);
    void say_skipped(const std::vector<Date>& days);

    const Term& term_;
    const Term::Reading& reading_;
    Date start_;
    Date first_; ///< the first day that counts
    int extensions_;
    std::vector<Pause> pauses_;
    const std::string& calendar_id_;
    const Calendar* calendar_; ///< null for plain days
    Steps& steps_;
};

} // namespace meldroute::inline v0
