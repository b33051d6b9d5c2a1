// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Ten thousand terms against a slow count that takes one day at a time and asks of each day
// whether it counts.

#include "agenda/example.hpp"
#include "catch.hpp"
#include "dice.hpp"

#include <array>
#include <set>

using namespace meldroute;
using namespace meldroute::example;

namespace {

using Unit = Length::Unit;

struct Trial {
    Term term;
    Occurrences happened;
};

Length some_length(Dice& dice, bool working) {
    if (working) return {Unit::days, dice.between(1, 31)};
    switch (dice.below(5)) {
    case 0: return {Unit::days, dice.between(1, 7)};
    case 1: return {Unit::days, dice.between(1, 111)};
    case 2: return {Unit::weeks, dice.between(1, 15)};
    case 3: return {Unit::months, dice.between(1, 7)};
    default: return {Unit::years, dice.between(1, 2)};
    }
}

Trial some_trial(Dice& dice) {
    constexpr std::array names{"", "wettelijk", "wettelijk", "werkdagen", "winkel"};
    Trial out;
    out.term.id = "proef";
    out.term.from = "zaak.begonnen";
    out.term.calendar = dice.of(names);
    const bool working = out.term.calendar == "werkdagen" || out.term.calendar == "winkel";
    Term::Reading reading;
    reading.length = some_length(dice, working);
    reading.inclusive = dice.below(4) == 0;
    reading.month_end = dice.coin() ? MonthEnd::clamp : MonthEnd::roll;
    reading.suspended = {
        {"zaak.uit", "zaak.aan", dice.below(3) == 0, dice.below(3) == 0, std::nullopt}};
    out.term.readings = {reading};
    if (dice.below(3) == 0) {
        out.term.extend = Term::Extension{some_length(dice, working), 2};
        out.happened.extensions = dice.between(0, 2);
    }

    const Date start = Date::of(2016, 1, 1).plus_days(dice.between(0, 5000));
    out.happened.start = start;
    const int spread = dice.coin() ? 60 : 12; // close together, events meet on one day
    for (int left = dice.coin() ? 0 : dice.between(0, 6); left > 0; --left)
        out.happened.since.push_back({dice.coin() ? "zaak.uit" : "zaak.aan",
                                      start.plus_days(dice.between(0, spread) - spread / 6)});
    return out;
}

/// The slow count. It knows no arithmetic on dates but the next day.
class Slow {
public:
    explicit Slow(const Trial& trial)
        : term_(trial.term), reading_(trial.term.readings.front()), happened_(trial.happened) {
        live_through_the_events();
    }

    std::optional<Date> last_day() const {
        const Date start = std::get<Date>(*happened_.start);
        const bool working = !term_.calendar.empty() && term_.calendar != "wettelijk";
        const Calendar* calendar = calendars().find(term_.calendar);
        int left = working ? all_working_days() : days_of_the_calendar(start);
        const bool stretch = term_.calendar == "wettelijk" && short_enough();
        const bool two = reading_.length.unit != Unit::days || whole(reading_.length) >= 3;

        int ordinary = 0;
        Date date = reading_.inclusive ? start : next(start);
        for (int tries = 0; tries < 3000; ++tries, date = next(date)) {
            if (stands_still(date)) continue;
            const bool open = calendar == nullptr || calendar->is_open(date);
            if (open) ++ordinary;
            if (open || !working) --left;
            if (left > 0) continue;
            if (!stretch || (open && (ordinary >= 2 || !two))) return date;
        }
        return {};
    }

private:
    static Date next(Date date) { return date.plus_days(1); }

    /// One day after the other: what was told, and whether the term stood still.
    void live_through_the_events() {
        const Date start = std::get<Date>(*happened_.start);
        const auto& rule = reading_.suspended.front();
        const auto told = [&](const std::string& event, Date date) {
            int times = 0;
            for (const auto& [id, at] : happened_.since)
                times += id == event && std::get<Date>(at) == date;
            return times;
        };
        bool still = false;
        for (Date date = start.plus_days(-12); date < start.plus_days(60); date = next(date)) {
            bool still_since_before = still;
            int off = told(rule.from, date), on = told(rule.until, date);
            while ((still && on > 0) || (!still && off > 0)) {
                if (still) {
                    if (rule.inclusive && (still_since_before || !rule.day_after))
                        stood_still_.insert(date);
                    still = still_since_before = false;
                    --on;
                } else {
                    still = true;
                    --off;
                }
            }
            if (still && (still_since_before || !rule.day_after)) stood_still_.insert(date);
        }
        if (still) still_from_ = start.plus_days(60);
    }

    bool stands_still(Date date) const {
        return stood_still_.count(date) != 0 || (still_from_ && date >= *still_from_);
    }

    bool own_unit() const {
        return happened_.extensions > 0 && term_.extend->by.unit == reading_.length.unit;
    }

    int whole(const Length& length) const {
        return length.count + (own_unit() ? term_.extend->by.count * happened_.extensions : 0);
    }

    int all_working_days() const { return whole(reading_.length); }

    bool short_enough() const {
        const auto is_short = [](Unit unit, int count) {
            return (unit == Unit::days && count <= 90) || (unit == Unit::weeks && count <= 12) ||
                   (unit == Unit::months && count <= 3);
        };
        if (!is_short(reading_.length.unit, whole(reading_.length))) return false;
        if (happened_.extensions == 0 || own_unit()) return true;
        return is_short(term_.extend->by.unit, term_.extend->by.count * happened_.extensions);
    }

    /// How many days the term has before anything stands still or moves.
    int days_of_the_calendar(Date start) const {
        const Date before = reading_.inclusive ? start.plus_days(-1) : start;
        Date end = walk(before, reading_.length.unit, whole(reading_.length));
        if (happened_.extensions > 0 && !own_unit())
            end = walk(end, term_.extend->by.unit, term_.extend->by.count * happened_.extensions);
        return end.days - before.days;
    }

    /// The last day of a length, when `before` is the day before its first (or, not inclusive, the
    /// day it starts from).
    Date walk(Date before, Unit unit, int count) const {
        Date date = before;
        if (unit == Unit::days || unit == Unit::weeks) {
            for (int left = unit == Unit::weeks ? count * 7 : count; left > 0; --left)
                date = next(date);
            return date;
        }
        // Pass so many first days of a month, then look for the day.
        const Date anchor = reading_.inclusive ? next(before) : before;
        date = anchor;
        for (int left = unit == Unit::years ? count * 12 : count; left > 0; --left) do
                date = next(date);
            while (date.day() != 1);
        const int month = date.month();
        Date last = date;
        while (date.month() == month && date.day() != anchor.day()) {
            last = date;
            date = next(date);
        }
        const bool missing = date.month() != month;
        if (reading_.inclusive) return date.plus_days(-1);
        return missing && reading_.month_end == MonthEnd::clamp ? last : date;
    }

    const Term& term_;
    const Term::Reading& reading_;
    const Occurrences& happened_;
    std::set<Date> stood_still_;
    std::optional<Date> still_from_;
};

std::string told(const Trial& trial) {
    const auto& reading = trial.term.readings.front();
    std::string out = std::get<Date>(*trial.happened.start).iso() + " unit " +
                      std::to_string(int(reading.length.unit)) + " count " +
                      std::to_string(reading.length.count) + " by " + trial.term.calendar +
                      (reading.inclusive ? " inclusive" : "") +
                      (reading.month_end == MonthEnd::roll ? " roll" : "") +
                      (reading.suspended[0].inclusive ? " until-inclusive" : "") +
                      (reading.suspended[0].day_after ? " day-after" : "");
    if (trial.happened.extensions > 0)
        out += " extended " + std::to_string(trial.happened.extensions) + " times unit " +
               std::to_string(int(trial.term.extend->by.unit)) + " count " +
               std::to_string(trial.term.extend->by.count);
    for (const auto& [event, at] : trial.happened.since)
        out += " " + event + " " + std::get<Date>(at).iso();
    return out;
}

} // namespace

TEST_CASE("ten thousand terms fall where counting day by day puts them", "[due][property]") {
    Dice dice(1);
    int suspended = 0, moved = 0;
    for (int i = 0; i < 10'000; ++i) {
        const Trial trial = some_trial(dice);
        const Due due = compute(trial.term, trial.happened, calendars());
        const auto expected = Slow(trial).last_day();
        suspended += due.date ? 0 : 1;
        moved += due.calculation.back().nl.find("Het einde valt op") == 0 ? 1 : 0;
        if (due.date == expected && !due.calculation.empty()) continue;
        INFO(told(trial));
        INFO("counted " << (expected ? expected->iso() : "none") << ", computed "
                        << (due.date ? due.date->iso() : "none"));
        FAIL();
    }
    // The trials are worth something: many are suspended, and many are moved by the law.
    CHECK(suspended > 500);
    CHECK(moved > 300);
}
