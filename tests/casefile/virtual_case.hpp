// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A made-up case on the step plan: what may happen to it, and an agenda of its due dates that rests
// on the words of the law and the events alone, not on terms, duties or calendars of the library.

#pragma once

#include "casefile/own_calendar.hpp"
#include "dice.hpp"

#include <meldroute/casefile/duties.hpp>
#include <meldroute/routes/machines.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace virtual_years {

using namespace meldroute;
using own_calendar::Instant;

inline constexpr const char* plan = "stappenplan";

inline Moment moment(Instant instant) {
    const std::chrono::minutes ahead = own_calendar::ahead_of_utc(instant);
    return {instant.time_since_epoch().count(), std::int16_t(ahead.count())};
}

// ── What may happen ──────────────────────────────────────────────────────────────────────────

/// The events that wait at the steps where a case stands and at the stages around them.
class Waiting {
public:
    std::vector<std::string_view> at(const Standing& standing) const {
        std::vector<bool> active(tables_.steps.size());
        for (const auto& leaf : standing.leaves)
            for (int step = number(leaf); step >= 0; step = tables_.steps[std::size_t(step)].parent)
                active[std::size_t(step)] = true;
        std::vector<std::string_view> events;
        for (const auto& arrow : tables_.arrows)
            if (!arrow.event.empty() && active[std::size_t(number(arrow.from))] &&
                (arrow.within.empty() || active[std::size_t(number(arrow.within))]))
                events.push_back(arrow.event);
        return events;
    }

private:
    int number(std::string_view step) const { return numbers_.find(step)->second; }

    const RouteTables& tables_ = describe(plan);
    const std::map<std::string_view, int> numbers_ = [&] {
        std::map<std::string_view, int> numbers;
        for (const auto& step : tables_.steps) numbers.emplace(step.id, int(numbers.size()));
        return numbers;
    }();
};

/// What is told with an event, so that no guard of it stays open.
inline Json facts_of(std::string_view event, Dice& dice) {
    const bool yes = dice.below(4) != 0;
    if (event == "veiligheid-beoordeeld") return {{"besluit.veiligheidsplan", yes}};
    if (event == "aangifte-gedaan" || event == "medewerking-verleend")
        return {{"besluit.verblijfsrecht", yes}};
    if (event == "plaats-afgewogen")
        return {
            {"besluit.maatregelen", yes ? Json::array() : Json::array({"last-onder-dwangsom"})}};
    if (event == "plan-sluiten") return {{"besluit.plan-sluitbaar", true}};
    return Json::object();
}

// ── What is due ──────────────────────────────────────────────────────────────────────────────

struct DueDate {
    std::string duty;
    Instant late_from;
    bool shown_late = false;

    bool operator==(const DueDate& other) const {
        return duty == other.duty && late_from == other.late_from;
    }
};

inline DueDate* find(std::vector<DueDate>& all, const DueDate& one) {
    const auto found = std::find(all.begin(), all.end(), one);
    return found == all.end() ? nullptr : &*found;
}

struct Case {
    Case(std::int64_t a_number, std::shared_ptr<const Rulebook> rulebook, std::uint64_t seed)
        : number(a_number), story(std::move(rulebook)), dice(seed) {}

    std::int64_t number;
    Story story;
    Dice dice;
    int tellings = 0;                                     ///< still to come
    std::string residence = "unknown";                    ///< slachtoffer.verblijf
    std::map<std::string, Instant, std::less<>> happened; ///< when, of each event the last told
    std::vector<DueDate> agenda;

    const Standing& standing() const { return story.here().at(plan); }
    bool is_at(std::string_view step) const {
        const auto& leaves = standing().leaves;
        return std::find(leaves.begin(), leaves.end(), step) != leaves.end();
    }
    bool is_over() const {
        const bool waits = std::any_of(agenda.begin(), agenda.end(),
                                       [](const DueDate& due) { return !due.shown_late; });
        return is_at("afgerond") || (tellings == 0 && !waits);
    }
};

/// A reflection period lasts three months, in a Dublin case thirty days, and where that is not known
/// the shorter of the two; the IND aims at 24 hours after a complaint; a permit lasts a year.
inline std::vector<DueDate> due_dates(const Case& one) {
    using namespace own_calendar;
    std::vector<DueDate> all;
    const auto day = [&](const char* event) { return day_of(one.happened.find(event)->second); };
    if (one.is_at("bedenktijd")) {
        const auto begin = day("bedenktijd-aanvaard");
        const auto quarter = plus(begin, months{3}), thirty = begin + days{30};
        if (one.residence == "unknown")
            all.push_back({"einde-bedenktijd-beide", end_of(std::min(quarter, thirty))});
        else if (one.residence == "dublin")
            all.push_back({"einde-bedenktijd-dublin", end_of(thirty)});
        else
            all.push_back({"einde-bedenktijd", end_of(quarter)});
    }
    if (one.is_at("verblijfsaanvraag") && one.happened.contains("aangifte-gedaan"))
        all.push_back({"ind-volgen", one.happened.find("aangifte-gedaan")->second + hours{24}});
    if (one.is_at("verblijf-geregeld"))
        all.push_back({"verlenging-op-tijd", end_of(plus(day("verblijf-verleend"), months{12}))});
    return all;
}

/// The due dates of the step plan that the case file gives.
inline std::vector<DueDate> due_dates(const std::vector<OpenDuty>& open) {
    std::vector<DueDate> all;
    for (const auto& one : open)
        if (const auto late = one.due ? one.due->late_from() : std::nullopt;
            late && one.route == plan)
            all.push_back({one.duty->id, Instant{std::chrono::microseconds{late->micros}}});
    return all;
}

} // namespace virtual_years
