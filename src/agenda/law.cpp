// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "agenda/law.hpp"

#include <meldroute/agenda/words.hpp>

namespace meldroute::inline v0 {
namespace {

using Unit = Length::Unit;

/// Days that are no Saturday, Sunday or holiday: for sure, or as far as is known.
struct Ordinary {
    int sure = 0, perhaps = 0;
    std::set<int> unknown_years;

    void count(Date date, const std::vector<Pause>& pauses, const Calendar& law) {
        if (is_paused(pauses, date.days) || !law.is_open(date)) return;
        if (law.is_certain(date)) {
            ++sure;
        } else {
            ++perhaps;
            unknown_years.insert(date.year());
        }
    }
    int all() const { return sure + perhaps; }
};

/// Article 2: in a term of at least three days there are at least two ordinary days.
Date with_two_ordinary_days(Date first, Date end, const std::vector<Pause>& pauses,
                            const Calendar& law, Steps& steps) {
    Ordinary days;
    for (Date date = first; date <= end && days.sure < 2; date = date.plus_days(1))
        days.count(date, pauses, law);
    Date date = end;
    while (days.all() < 2) {
        date = date.plus_days(1);
        if (runs_at(pauses, date.days)) return date;
        days.count(date, pauses, law);
    }
    if (date != end)
        steps.say({"In de termijn moeten twee dagen zijn die geen zaterdag, zondag of feestdag "
                   "zijn: {0} (Algemene termijnenwet, artikel 2).",
                   "The term must hold two days that are no Saturday, Sunday or holiday: {0} "
                   "(Algemene termijnenwet, article 2)."},
                  {in_words(date)});
    if (days.sure < 2) steps.unknown_years.merge(days.unknown_years);
    return date;
}

/// «donderdag 25 december 2025 (Eerste Kerstdag), …» as one more of a list.
void add_to(Text& list, Date date, const Text& why) {
    const Text comma = list.empty() ? Text{"", ""} : Text{", ", ", "};
    list = fill({"{0}{1}{2} ({3})", "{0}{1}{2} ({3})"}, {list, comma, in_words(date), why});
}

} // namespace

bool law_stretches(const Length& length) {
    switch (length.unit) {
    case Unit::days: return length.count <= 90;
    case Unit::weeks: return length.count <= 12;
    case Unit::months: return length.count <= 3;
    default: return false;
    }
}

std::optional<Date> stretched(Date first, Date end, const Length& length,
                              const std::vector<Pause>& pauses, const Calendar& law, Steps& steps) {
    Date date = end;
    if (length.unit != Unit::days || length.count >= 3)
        date = with_two_ordinary_days(first, end, pauses, law, steps);

    Text closed;
    for (;; date = date.plus_days(1)) {
        const bool paused = is_paused(pauses, date.days);
        if (runs_at(pauses, date.days)) return {};
        const auto why = paused ? Text{"opgeschort", "suspended"} : law.why_closed(date);
        if (!why) break;
        add_to(closed, date, *why);
    }
    if (!law.is_certain(date)) steps.unknown_years.insert(date.year());
    if (closed.empty())
        steps.say({"{0} is geen zaterdag, zondag of feestdag (Algemene termijnenwet, artikel 1).",
                   "{0} is no Saturday, Sunday or holiday (Algemene termijnenwet, article 1)."},
                  {in_words(date)});
    else
        steps.say({"Het einde valt op {0}: de termijn loopt tot en met {1} (Algemene "
                   "termijnenwet, artikel 1).",
                   "It ends on {0}: the term runs until and including {1} (Algemene "
                   "termijnenwet, article 1)."},
                  {closed, in_words(date)});
    return date;
}

} // namespace meldroute::inline v0
