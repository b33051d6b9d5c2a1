// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/agenda/due.hpp>
#include <meldroute/agenda/words.hpp>

#include "agenda/day_count.hpp"
#include "agenda/length.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

void say_hours(Steps& steps, const Length& length, const Moment& from, const Moment& to) {
    steps.say({"{0} vanaf {1}: {2}.", "{0} from {1}: {2}."},
              {in_words(length), in_words(from), in_words(to)});
}

Moment amsterdam(std::int64_t micros) {
    const Moment moment{micros, std::int16_t(amsterdam_offset(micros))};
    const int year = amsterdam_date(moment).year();
    if (year < 1996 || year > 2100) fail(Fault::moment_out_of_range);
    return moment;
}

/// Exact instants: hours are never stretched; a night with a clock change has as many as it has.
std::optional<Moment> count_hours(const Term& term, const Term::Reading& reading,
                                  const Occurrences& occurrences, Steps& steps) {
    const Moment start = moment_of(term, *occurrences.start);
    Length whole = reading.length;
    if (occurrences.extensions > 0) {
        const auto more = times(term.extend->by, occurrences.extensions);
        steps.say({"Verlengd met {0}.", "Extended by {0}."}, {in_words(more)});
        whole.count += more.count;
    }
    const std::int64_t step = term.backwards ? -micros_of(whole) : micros_of(whole);
    std::int64_t end = start.micros + step;
    say_hours(steps, whole, start, amsterdam(end));

    for (const auto& pause : pauses_of(term, reading, occurrences.since)) {
        const std::int64_t from = std::max(pause.from, start.micros);
        if (pause.until <= from || from >= end) continue;
        if (pause.is_running()) {
            steps.say({"Opgeschort vanaf {0}; de opschorting loopt nog.",
                       "Suspended from {0}; the suspension still runs."},
                      {in_words(amsterdam(from))});
            return {};
        }
        end += pause.until - from;
        steps.say({"Opgeschort van {0} tot {1}: {2}.", "Suspended from {0} until {1}: {2}."},
                  {in_words(amsterdam(from)), in_words(amsterdam(pause.until)),
                   in_words(amsterdam(end))});
    }
    if (term.calendar_of(reading) == Calendars::law)
        steps.say({"De Algemene termijnenwet geldt niet voor uren (artikel 4).",
                   "The Algemene termijnenwet does not hold for hours (article 4)."},
                  {});
    return amsterdam(end);
}

Due::Reading read_one(const Term& term, const Term::Reading& reading,
                      const Occurrences& occurrences, const Calendars& calendars) {
    Steps steps;
    Due::Reading out;
    out.label = reading.label;
    if (reading.length.unit == Length::Unit::hours) {
        out.moment = count_hours(term, reading, occurrences, steps);
        if (out.moment) out.date = amsterdam_date(*out.moment);
    } else {
        out.date = DayCount(term, reading, occurrences, calendars, steps).end();
    }
    for (const int year : steps.unknown_years) {
        const auto number = std::to_string(year);
        steps.say({"Welke dagen in {0} met een feestdag zijn gelijkgesteld, is hier niet bekend. "
                   "Ga het na: de datum kan later vallen.",
                   "Which days of {0} are equated with holidays is not known here. Find out: the "
                   "date may be later."},
                  {Text{number, number}});
    }
    out.unknown_years.assign(steps.unknown_years.begin(), steps.unknown_years.end());
    out.calculation = std::move(steps.lines);
    return out;
}

/// How often this happened since the term began.
int count_since(const Occurrences& occurrences, const std::string& event) {
    if (event.empty()) return 0;
    const Date first = day_of(*occurrences.start);
    return int(
        std::count_if(occurrences.since.begin(), occurrences.since.end(), [&](const Occurrence& o) {
            return o.event == event && !(day_of(o.at) < first);
        }));
}

Text times_in_words(int count) {
    const auto number = std::to_string(count);
    return count == 1 ? Text{"1 keer", "once"} : Text{number + " keer", number + " times"};
}

/// The nth day on which this falls due, from 1. Each is counted from the start, so that no
/// day drifts.
Date nth_due(const Term& term, Date start, int nth) {
    const auto& repeats = *term.repeats;
    if (repeats.every) return later(start, times(*repeats.every, nth), term.month_end);
    const Date day = *repeats.yearly;
    const Date first = Date::of(start.year(), day.month(), day.day());
    return Date::of(start.year() + (first < start ? nth : nth - 1), day.month(), day.day());
}

/// Which of those days is the next: once done for one, twice in the same period is not for two, and
/// what was missed waits until it is done.
int next_due(const Term& term, const Occurrences& occurrences) {
    const Date start = day_of(*occurrences.start);
    std::vector<Date> done;
    for (const auto& occurrence : occurrences.since)
        if (occurrence.event == term.repeats->done && !(day_of(occurrence.at) < start))
            done.push_back(day_of(occurrence.at));
    std::sort(done.begin(), done.end());
    int nth = 1;
    for (const Date day : done)
        if (nth == 1 || nth_due(term, start, nth - 1) < day) ++nth;
    return nth;
}

Due repeated(const Term& term, const Occurrences& occurrences) {
    const auto& repeats = *term.repeats;
    Due due;
    if (!repeats.every && !repeats.yearly) {
        due.state = Due::State::repeating;
        due.calculation = {{"Steeds opnieuw. Geen bron zegt hoe vaak, dus er is geen datum.",
                            "Again and again. No source says how often, so there is no date."}};
        return due;
    }
    const Date start = day_of(*occurrences.start);
    const int nth = next_due(term, occurrences);
    due.date = nth_due(term, start, nth);
    due.state = Due::State::running;
    if (repeats.every)
        due.calculation.push_back(
            fill({"Telkens na {0}, geteld vanaf {1}.", "After each {0}, counted from {1}."},
                 {in_words(*repeats.every), in_words(start)}));
    else
        due.calculation.push_back(fill({"Elk jaar op een vaste dag, voor het eerst vanaf {0}.",
                                        "Each year on a fixed day, first from {0}."},
                                       {in_words(start)}));
    if (nth > 1)
        due.calculation.push_back(fill({"Gedaan tot en met {0}.", "Done up to {0}."},
                                       {in_words(nth_due(term, start, nth - 1))}));
    due.calculation.push_back(
        fill({"De volgende keer uiterlijk {0}.", "Next time by {0}."}, {in_words(*due.date)}));
    due.readings.push_back({{}, due.date, {}, {}, due.calculation});
    return due;
}

bool sooner(const Due::Reading& a, const Due::Reading& b) {
    if (!a.date || !b.date) return a.date.has_value() && !b.date.has_value();
    if (a.moment && b.moment) return a.moment->micros < b.moment->micros;
    return *a.date < *b.date;
}

/// The lines of all readings, each under its label, and which one to act on.
std::vector<Text> all_lines(const std::vector<Due::Reading>& readings, const Due::Reading& first) {
    if (readings.size() == 1) return readings.front().calculation;
    std::vector<Text> lines;
    for (const auto& reading : readings) {
        lines.push_back(fill({"Lezing: {0}", "Reading: {0}"}, {reading.label}));
        lines.insert(lines.end(), reading.calculation.begin(), reading.calculation.end());
    }
    if (first.date)
        lines.push_back(fill({"Handel naar de vroegste: {0}.", "Act on the earliest: {0}."},
                             {first.moment ? in_words(*first.moment) : in_words(*first.date)}));
    return lines;
}

/// The day that somebody told.
Due agreed(const Term& term, const Occurrences& occurrences) {
    Due due;
    if (!occurrences.told) {
        due.calculation = {
            fill({"Nog geen dag: niemand heeft {0} verteld.", "No day yet: nobody told {0}."},
                 {Text{term.told, term.told}})};
        return due;
    }
    due.state = Due::State::running;
    due.date = occurrences.told;
    due.calculation = {fill({"De dag die is gekozen: {0}.", "The day that was chosen: {0}."},
                            {in_words(*due.date)})};
    due.readings.push_back({{}, due.date, {}, {}, due.calculation});
    return due;
}

Due read_all(const Term& term, const Occurrences& occurrences, const Calendars& calendars) {
    Due due;
    for (const auto& reading : term.readings)
        due.readings.push_back(read_one(term, reading, occurrences, calendars));
    const auto& first = *std::min_element(due.readings.begin(), due.readings.end(), sooner);
    due.state = first.date ? Due::State::running : Due::State::suspended;
    due.date = first.date;
    due.moment = first.moment;
    due.calculation = all_lines(due.readings, first);
    return due;
}

/// By its event, and no more often than the law allows.
Due extended(const Term& term, const Occurrences& told, const Calendars& calendars) {
    const int most = term.extend->times, times = count_since(told, term.extend->on);
    Occurrences occurrences = told;
    occurrences.extensions = std::min(times, most);
    Due due = read_all(term, occurrences, calendars);
    if (times > most)
        due.calculation.push_back(
            fill({"Vaker verlengen dan {0} kan niet en telt niet.",
                  "Extending more than {0} is not possible and does not count."},
                 {times_in_words(most)}));
    return due;
}

/// The moment itself, or the end of the day in Amsterdam.
std::optional<Moment> end_of(const std::optional<Date>& date, const std::optional<Moment>& moment) {
    if (moment) return moment;
    if (!date) return {};
    return amsterdam_moment(date->plus_days(1), 0, 0);
}

} // namespace

Date day_of(const When& when) {
    if (const auto* date = std::get_if<Date>(&when)) return *date;
    return amsterdam_date(std::get<Moment>(when));
}

std::optional<Moment> Due::late_from() const {
    return end_of(date, moment);
}

std::optional<Moment> Due::over_from() const {
    if (readings.empty() || is_uncertain()) return {};
    std::optional<Moment> last = late_from();
    for (const auto& reading : readings) {
        const auto end = end_of(reading.date, reading.moment);
        if (!end) return {};
        last = std::max(*last, *end);
    }
    return last;
}

bool Due::is_uncertain() const {
    return std::any_of(readings.begin(), readings.end(),
                       [](const Reading& reading) { return !reading.unknown_years.empty(); });
}

Due compute(const Term& term, const Occurrences& occurrences, const Calendars& calendars) {
    Due due;
    if (term.at_once) {
        due.state = Due::State::at_once;
        due.calculation = {{"Meteen: er is geen datum.", "At once: there is no date."}};
        return due;
    }
    if (!occurrences.start) {
        due.calculation = {fill({"Nog niet begonnen: de termijn begint met {0}.",
                                 "Not started: the term starts with {0}."},
                                {Text{term.from, term.from}})};
        return due;
    }
    if (!term.told.empty()) return agreed(term, occurrences);
    if (term.repeats) return repeated(term, occurrences);
    if (term.extend && !term.extend->on.empty()) return extended(term, occurrences, calendars);
    const int most = term.extend ? term.extend->times : 0;
    if (occurrences.extensions < 0 || occurrences.extensions > most)
        fail(Fault::term_extended_too_often, {term.id, std::to_string(most)});
    return read_all(term, occurrences, calendars);
}

} // namespace meldroute::inline v0
