// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "agenda/pauses.hpp"

#include "agenda/length.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// Two moments tell which came first; where there is a mere date, only two days do.
bool surely_before(const When& a, const When& b) {
    const auto* moment_a = std::get_if<Moment>(&a);
    const auto* moment_b = std::get_if<Moment>(&b);
    if (moment_a != nullptr && moment_b != nullptr) return *moment_a < *moment_b;
    return day_of(a) < day_of(b);
}

std::int64_t begin_of(const When& when) {
    const auto* moment = std::get_if<Moment>(&when);
    return moment != nullptr ? moment->micros : amsterdam_moment(day_of(when), 0, 0).micros;
}

std::vector<When> in_order(const std::string& event, const std::vector<Occurrence>& since) {
    std::vector<When> out;
    for (const auto& occurrence : since)
        if (occurrence.event == event) out.push_back(occurrence.at);
    std::stable_sort(out.begin(), out.end(),
                     [](const When& a, const When& b) { return begin_of(a) < begin_of(b); });
    return out;
}

Pause days_between(const Term::Suspension& rule, const When& from, const When* until) {
    Pause pause{day_of(from).days + (rule.day_after ? 1 : 0), Pause::never, rule.inclusive,
                rule.at_most};
    if (until == nullptr) return pause;
    pause.until = std::max(pause.from, day_of(*until).days + std::int64_t{rule.inclusive ? 1 : 0});
    if (!rule.at_most) return pause;

    const Date first{std::int32_t(pause.from)};
    const std::int64_t latest = later(first, *rule.at_most, MonthEnd::clamp).days;
    if (latest < pause.until) {
        pause.until = latest;
        pause.inclusive = false;
    } else {
        pause.most.reset();
    }
    return pause;
}

Pause micros_between(const Term& term, const Term::Suspension& rule, const When& from,
                     const When* until) {
    Pause pause{moment_of(term, from).micros, Pause::never, false, rule.at_most};
    if (until == nullptr) return pause;
    pause.until = moment_of(term, *until).micros;
    if (!rule.at_most) return pause;

    const std::int64_t latest = pause.from + micros_of(*rule.at_most);
    if (latest < pause.until)
        pause.until = latest;
    else
        pause.most.reset();
    return pause;
}

void merge(std::vector<Pause>& pauses) {
    std::stable_sort(pauses.begin(), pauses.end(),
                     [](const Pause& a, const Pause& b) { return a.from < b.from; });
    std::vector<Pause> out;
    for (const auto& pause : pauses) {
        if (out.empty() || pause.from > out.back().until) {
            out.push_back(pause);
        } else if (pause.until > out.back().until) {
            const std::int64_t from = out.back().from;
            out.back() = pause;
            out.back().from = from;
        }
    }
    pauses = std::move(out);
}

} // namespace

std::vector<Pause> pauses_of(const Term& term, const Term::Reading& reading,
                             const std::vector<Occurrence>& since) {
    const bool in_hours = reading.length.unit == Length::Unit::hours;
    std::vector<Pause> out;
    for (const auto& rule : reading.suspended) {
        const auto ends = in_order(rule.until, since);
        auto end = ends.begin();
        const When* until = nullptr;
        for (const auto& from : in_order(rule.from, since)) {
            if (until != nullptr && surely_before(from, *until)) continue; // stands still already
            while (end != ends.end() && surely_before(*end, from)) ++end;
            until = end == ends.end() ? nullptr : &*end++;
            out.push_back(in_hours ? micros_between(term, rule, from, until)
                                   : days_between(rule, from, until));
            if (until == nullptr) break;
        }
    }
    merge(out);
    return out;
}

bool is_paused(const std::vector<Pause>& pauses, std::int64_t at) {
    return std::any_of(pauses.begin(), pauses.end(),
                       [&](const Pause& p) { return p.from <= at && at < p.until; });
}

bool runs_at(const std::vector<Pause>& pauses, std::int64_t at) {
    return !pauses.empty() && pauses.back().is_running() && pauses.back().from <= at;
}

const Moment& moment_of(const Term& term, const When& when) {
    const auto* moment = std::get_if<Moment>(&when);
    if (moment == nullptr) fail(Fault::term_needs_moment, {term.id});
    return *moment;
}

} // namespace meldroute::inline v0
