// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "agenda/day_count.hpp"

#include "agenda/law.hpp"
#include "agenda/length.hpp"

#include <meldroute/agenda/words.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

using Unit = Length::Unit;

Text working_days_in_words(int count) {
    const auto number = std::to_string(count);
    return count == 1 ? Text{"1 werkdag", "1 working day"}
                      : Text{number + " werkdagen", number + " working days"};
}

Text plain(const std::string& text) {
    return {text, text};
}

Date day(std::int64_t days) {
    return {std::int32_t(days)};
}

/// «van maandag 16 juni 2025 tot maandag 30 juni 2025».
Text span_in_words(std::int64_t from, const Pause& pause) {
    const auto limit = pause.most ? fill({" (hoogstens {0})", " (at most {0})"}, //
                                         {in_words(*pause.most)})
                                  : Text{"", ""};
    if (pause.inclusive)
        return fill({"van {0} tot en met {1}{2}", "from {0} until and including {1}{2}"},
                    {in_words(day(from)), in_words(day(pause.until - 1)), limit});
    return fill({"van {0} tot {1}{2}", "from {0} until {1}{2}"},
                {in_words(day(from)), in_words(day(pause.until)), limit});
}

} // namespace

DayCount::DayCount(const Term& term, const Term::Reading& reading, const Occurrences& occurrences,
                   const Calendars& calendars, Steps& steps)
    : term_(term), reading_(reading), start_(day_of(*occurrences.start)),
      first_(reading.inclusive ? start_ : start_.plus_days(1)), extensions_(occurrences.extensions),
      pauses_(pauses_of(term, reading, occurrences.since)), calendar_id_(term.calendar_of(reading)),
      calendar_(calendars.find(calendar_id_)), steps_(steps) {
    if (calendar_ == nullptr && !calendar_id_.empty())
        fail(Fault::calendar_unknown, {calendar_id_, ""});
}

std::optional<Date> DayCount::end() {
    if (term_.backwards) return by_working_days() ? working_days_back() : counted_back();
    auto end = by_working_days() ? working_days() : with_pauses(without_pauses());
    if (end && by_law()) end = by_the_law(*end);
    if (end) say_outside(*end);
    return end;
}

Length DayCount::extension() const {
    return times(term_.extend->by, extensions_);
}

bool DayCount::extends_in_own_unit() const {
    return extensions_ > 0 && term_.extend->by.unit == reading_.length.unit;
}

Length DayCount::whole_length() const {
    Length whole = reading_.length;
    if (extends_in_own_unit()) whole.count += extension().count;
    return whole;
}

Date DayCount::after(const Length& length) {
    const auto month_end = reading_.month_end;
    const Date end =
        reading_.inclusive ? last_day(first_, length) : later(start_, length, month_end);
    steps_.say(reading_.inclusive ? Text{"{0} vanaf {1}, die dag meegerekend: {2}.",
                                         "{0} from {1}, that day included: {2}."}
                                  : Text{"{0} vanaf {1}: {2}.", "{0} from {1}: {2}."},
               {in_words(length), in_words(start_), in_words(end)});
    say_short_month(end, length, 1);
    return end;
}

Date DayCount::without_pauses() {
    const Date end = after(reading_.length);
    if (extensions_ == 0) return end;
    steps_.say({"Verlengd met {0}.", "Extended by {0}."}, {in_words(extension())});
    if (extends_in_own_unit()) return after(whole_length());
    const Date extended = reading_.inclusive ? last_day(end.plus_days(1), extension())
                                             : later(end, extension(), reading_.month_end);
    steps_.say({"{0} vanaf {1}: {2}.", "{0} from {1}: {2}."},
               {in_words(extension()), in_words(end), in_words(extended)});
    return extended;
}

std::optional<Date> DayCount::with_pauses(Date end) {
    for (const auto& pause : pauses_) {
        const std::int64_t from = std::max<std::int64_t>(pause.from, first_.days);
        if (pause.until <= from || from > end.days) continue;
        if (pause.is_running()) {
            say_running(pause);
            return {};
        }
        end = end.plus_days(pause.until - from);
        steps_.say({"Opgeschort {0}, {1}: {2}.", "Suspended {0}, {1}: {2}."},
                   {span_in_words(from, pause), days_in_words(pause.until - from), in_words(end)});
    }
    return end;
}

std::optional<Date> DayCount::by_the_law(Date end) {
    const auto whole = whole_length();
    const bool other_unit = extensions_ > 0 && !extends_in_own_unit();
    if (!law_stretches(whole)) {
        say_not_stretched(whole);
        return end;
    }
    if (other_unit && !law_stretches(extension())) {
        say_not_stretched(extension());
        return end;
    }
    const auto last = stretched(first_, end, whole, pauses_, *calendar_, steps_);
    if (!last) say_running(pauses_.back());
    return last;
}

std::optional<Date> DayCount::working_days() {
    const auto whole = whole_length();
    std::vector<Date> skipped;
    Date date = first_;
    for (int left = whole.count;; date = date.plus_days(1)) {
        if (runs_at(pauses_, date.days)) {
            say_running(pauses_.back());
            return {};
        }
        if (is_paused(pauses_, date.days)) continue;
        if (!calendar_->is_open(date)) {
            if (calendar_->is_in_week(date)) skipped.push_back(date);
            continue;
        }
        if (!calendar_->is_certain(date)) steps_.unknown_years.insert(date.year());
        if (--left == 0) break;
    }
    if (extensions_ > 0)
        steps_.say({"Verlengd met {0}.", "Extended by {0}."},
                   {working_days_in_words(extension().count)});
    for (const auto& pause : pauses_)
        if (pause.until > first_.days && pause.from <= date.days)
            steps_.say({"Opgeschort {0}: deze dagen tellen niet mee.",
                        "Suspended {0}: these days do not count."},
                       {span_in_words(pause.from, pause)});
    say_skipped(skipped);
    steps_.say(reading_.inclusive ? Text{"{0} vanaf {1}, die dag meegerekend (kalender {2}): {3}.",
                                         "{0} from {1}, that day included (calendar {2}): {3}."}
                                  : Text{"{0} vanaf {1} (kalender {2}): {3}.",
                                         "{0} from {1} (calendar {2}): {3}."},
               {working_days_in_words(whole.count), in_words(start_), plain(calendar_id_),
                in_words(date)});
    return date;
}

Date DayCount::working_days_back() {
    std::vector<Date> skipped;
    Date date = start_;
    for (int left = reading_.length.count; left > 0;) {
        date = date.plus_days(-1);
        if (calendar_->is_open(date)) {
            --left;
            if (!calendar_->is_certain(date)) steps_.unknown_years.insert(date.year());
        } else if (calendar_->is_in_week(date)) {
            skipped.push_back(date);
        }
    }
    say_skipped(skipped);
    steps_.say(
        {"{0} terug vanaf {1} (kalender {2}): {3}.", "{0} back from {1} (calendar {2}): {3}."},
        {working_days_in_words(reading_.length.count), in_words(start_), plain(calendar_id_),
         in_words(date)});
    return date;
}

Date DayCount::counted_back() {
    const Date date = earlier(start_, reading_.length, reading_.month_end);
    steps_.say({"{0} terug vanaf {1}: {2}.", "{0} back from {1}: {2}."},
               {in_words(reading_.length), in_words(start_), in_words(date)});
    say_short_month(date, reading_.length, -1);
    if (by_law())
        steps_.say({"Een termijn die terugtelt, schuift niet op (Algemene termijnenwet, artikel 1, "
                    "lid 2).",
                    "A term that counts back does not move (Algemene termijnenwet, article 1, "
                    "paragraph 2)."},
                   {});
    return date;
}

void DayCount::say_short_month(Date end, const Length& length, int sign) {
    if (length.unit != Unit::months && length.unit != Unit::years) return;
    const int months = sign * length.count * (length.unit == Unit::years ? 12 : 1);
    const int sum = start_.year() * 12 + start_.month() - 1 + months;
    const int year = sum / 12;
    const int month = sum % 12 + 1;
    if (start_.day() <= days_in_month(year, month)) return;
    const auto number = plain(std::to_string(start_.day()));
    if (end.month() == month)
        steps_.say({"{0} heeft geen dag {1}: de laatste dag van de maand geldt.",
                    "{0} has no day {1}: the last day of the month holds."},
                   {month_in_words(year, month), number});
    else
        steps_.say({"{0} heeft geen dag {1}: de eerste dag van de maand erna geldt.",
                    "{0} has no day {1}: the first day of the month after holds."},
                   {month_in_words(year, month), number});
}

void DayCount::say_not_stretched(const Length& length) {
    steps_.say({"De Algemene termijnenwet geldt niet voor een termijn van {0} (artikel 4).",
                "The Algemene termijnenwet does not hold for a term of {0} (article 4)."},
               {in_words(length)});
}

void DayCount::say_running(const Pause& pause) {
    steps_.say({"Opgeschort vanaf {0}; de opschorting loopt nog, dus er is nog geen datum.",
                "Suspended from {0}; the suspension still runs, so there is no date yet."},
               {in_words(day(pause.from))});
    if (pause.most)
        steps_.say({"De opschorting duurt hoogstens {0}.", "The suspension lasts at most {0}."},
                   {in_words(*pause.most)});
}

void DayCount::say_outside(Date end) {
    for (const auto& pause : pauses_)
        if (pause.until <= first_.days || pause.from > end.days)
            steps_.say({"De opschorting vanaf {0} valt buiten de termijn en telt niet.",
                        "The suspension from {0} lies outside the term and does not count."},
                       {in_words(day(pause.from))});
}

void DayCount::say_skipped(const std::vector<Date>& days) {
    if (days.empty()) return;
    Text list;
    for (const Date date : days)
        list = fill({"{0}{1}{2} ({3})", "{0}{1}{2} ({3})"},
                    {list, list.empty() ? Text{} : plain(", "), in_words(date),
                     *calendar_->why_closed(date)});
    steps_.say({"Geen werkdag: {0}.", "No working day: {0}."}, {list});
}

} // namespace meldroute::inline v0
