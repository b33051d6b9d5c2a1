// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Many made-up cases through the step plan under a virtual clock, the same in every run: cases are
// opened, something of what may happen is told, due dates come. After each telling the due dates of
// the case file must be those of the agenda (virtual_case.hpp), and at its moment each must be shown
// as late, unless its step was left before.

#pragma once

#include "casefile/virtual_case.hpp"

#include <meldroute/casefile/move.hpp>
#include <meldroute/casefile/takers.hpp>

#include <functional>
#include <memory>
#include <queue>
#include <stdexcept>

namespace virtual_years {

struct Tally {
    std::int64_t cases = 0;
    std::int64_t told = 0, noted = 0; ///< events and notes, after the report that opens a case
    std::int64_t entries = 0;         ///< reports and routes that others started counted in
    std::int64_t duties = 0;          ///< opened
    std::int64_t dates = 0;           ///< due dates, each once
    std::int64_t late = 0;      ///< of these shown as late at their moment, or when told after
    std::int64_t in_time = 0;   ///< of these done, left or shifted before
    std::int64_t most_open = 0; ///< cases at one time

    bool operator==(const Tally&) const = default;
};

/// Throws std::logic_error where case file and agenda differ, and whatever the library refuses.
class Years {
public:
    Years(std::shared_ptr<const Rulebook> rulebook, std::uint64_t seed)
        : rulebook_(std::move(rulebook)), dice_(seed) {}

    const Tally& tally() const { return tally_; }
    /// From now on the entries of each case come in here as well.
    void keep_bodies(std::vector<std::vector<Body>>& into) { kept_ = &into; }

    /// So many cases, spread over so many years from 2026, until nothing more is to come of any.
    /// Calls back each time that a tenth of them has been opened.
    void pass(std::int64_t cases, int count, const std::function<void()>& each_tenth = {}) {
        using namespace std::chrono;
        const Instant begin = sys_days{2026y / January / 5} + 8h;
        const auto between = duration_cast<microseconds>(days{365}) * count / cases;
        for (std::int64_t i = 0; i < cases; ++i) {
            const Instant now = begin + between * i;
            until(now);
            open(floor<minutes>(now));
            if (each_tenth && (i + 1) % std::max<std::int64_t>(1, cases / 10) == 0) each_tenth();
        }
        until(Instant::max());
        if (tally_.late + tally_.in_time != tally_.dates) throw std::logic_error("a date was lost");
    }

private:
    /// The next telling of the case in this place, or one of its due dates.
    struct Coming {
        Instant at;
        std::int64_t order; ///< of two at one time the first planned comes first
        std::size_t place;
        std::int64_t number; ///< of the case: another may have its place by then
        std::string duty;    ///< "" for a telling

        bool operator<(const Coming& other) const {
            return at != other.at ? at > other.at : order > other.order;
        }
    };

    // ── The clock ────────────────────────────────────────────────────────────────────────────

    void until(Instant end) {
        while (!coming_.empty() && coming_.top().at < end) {
            const Coming next = coming_.top();
            coming_.pop();
            const auto& one = cases_[next.place];
            if (!one || one->number != next.number) continue;
            if (next.duty.empty())
                tell(*one, next.at, next.place);
            else if (auto* due = find(one->agenda, {next.duty, next.at}); due && !due->shown_late)
                show_late(*one, *due);
            if (one->is_over()) put_away(next.place);
        }
    }

    void come(Instant at, const Case& one, std::size_t place, const std::string& duty = {}) {
        coming_.push({at, order_++, place, one.number, duty});
    }

    /// From hours to more than a year.
    Instant later(Instant now, Dice& dice) const {
        const auto minutes = [&](int low, int high) {
            return std::chrono::minutes{low + dice.below(high - low)};
        };
        constexpr int hour = 60, day = 24 * hour;
        switch (dice.below(20)) {
        case 0: return now + minutes(100 * day, 400 * day);
        case 1:
        case 2:
        case 3: return now + minutes(20 * day, 60 * day);
        case 4:
        case 5:
        case 6:
        case 7:
        case 8: return now + minutes(1, 48 * hour);
        default: return now + minutes(2 * day, 20 * day);
        }
    }

    // ── Cases ────────────────────────────────────────────────────────────────────────────────

    void open(Instant now) {
        const auto place = free_place();
        auto& one = cases_[place];
        one =
            std::make_unique<Case>(tally_.cases++, rulebook_, std::uint64_t(dice_.below(1 << 30)));
        one->tellings = 3 + one->dice.below(18);
        auto telling = by("aandachtsfunctionaris-mensenhandel", now, now);
        telling.facts = Json{{"onderwerp", subjects(one->dice)}, {"gevaar.acuut", false}};
        keep(*one, open_case(rulebook_, plan, telling), now, place);
        tally_.most_open = std::max(tally_.most_open, ++open_);
        come(later(now, one->dice), *one, place);
    }

    std::size_t free_place() {
        if (free_.empty()) {
            cases_.emplace_back();
            return cases_.size() - 1;
        }
        const auto place = free_.back();
        free_.pop_back();
        return place;
    }

    void put_away(std::size_t place) {
        for (const auto& due : cases_[place]->agenda) tally_.in_time += !due.shown_late;
        cases_[place].reset();
        free_.push_back(place);
        --open_;
    }

    static Json subjects(Dice& dice) {
        static const std::array<Json, 5> all{Json::array(), Json::array({"locatie"}),
                                             Json::array({"persoon"}), Json::array({"persoon"}),
                                             Json::array({"persoon", "locatie"})};
        return dice.of(all);
    }

    static Telling by(std::string role, Instant at, Instant now) {
        Telling telling;
        telling.by = {"a.jansen", std::move(role)};
        telling.at = moment(at);
        telling.recorded = moment(now);
        telling.because = "Samen besproken.";
        return telling;
    }

    // ── Tellings ─────────────────────────────────────────────────────────────────────────────

    /// One in six happened up to three days before it is told; one in eight is a note.
    void tell(Case& one, Instant now, std::size_t place) {
        Dice& dice = one.dice;
        const bool before = dice.below(6) == 0;
        const Instant at = now - std::chrono::minutes{before ? dice.below(3 * 24 * 60) : 0};
        --one.tellings;
        const auto events = waiting_.at(one.standing());
        if (dice.below(8) == 0 || events.empty())
            note(one, at, now, place);
        else
            tell(one, draw(events, dice), at, now, place);
        if (one.tellings > 0) come(later(now, dice), one, place);
    }

    /// Half of the time what starts a term, where that waits.
    static std::string_view draw(const std::vector<std::string_view>& events, Dice& dice) {
        std::vector<std::string_view> starts;
        for (const auto event : events)
            for (const auto* one : {"bedenktijd-aangeboden", "bedenktijd-aanvaard",
                                    "aangifte-gedaan", "verblijf-verleend"})
                if (event == one) starts.push_back(event);
        return dice.of(starts.empty() || dice.below(2) == 0 ? events : starts);
    }

    /// What is known of the right to stay, which bears on the reflection period; or of danger.
    void note(Case& one, Instant at, Instant now, std::size_t place) {
        auto telling = by("aandachtsfunctionaris-mensenhandel", at, now);
        if (one.dice.below(2) == 0) {
            one.residence = one.dice.of(std::array{"dublin", "zonder", "rechtmatig"});
            telling.facts = Json{{"slachtoffer.verblijf", one.residence}};
        } else {
            telling.facts = Json{{"gevaar.acuut", one.dice.below(4) == 0}};
        }
        ++tally_.noted;
        keep(one, tell_note(one.story, telling), now, place);
    }

    void tell(Case& one, std::string_view event, Instant at, Instant now, std::size_t place) {
        const auto takers = takers_of(one.story.here(), event);
        const auto* decides = decides_at(*rulebook_, takers, event);
        const bool named = decides && !decides->by.empty();
        auto telling = by(named ? decides->by : "aandachtsfunctionaris-mensenhandel", at, now);
        telling.facts = facts_of(event, one.dice);
        ++tally_.told;
        const auto bodies = tell_event(one.story, event, telling);
        one.happened[std::string(event)] = at;
        keep(one, bodies, now, place);
    }

    void keep(Case& one, const std::vector<Body>& bodies, Instant now, std::size_t place) {
        const auto before = one.story.sequence();
        for (const auto& body : bodies) one.story.add(body);
        tally_.entries += std::int64_t(bodies.size());
        if (kept_) {
            kept_->resize(std::size_t(tally_.cases));
            auto& kept = kept_->at(std::size_t(one.number));
            kept.insert(kept.end(), bodies.begin(), bodies.end());
        }
        const auto open = open_duties(one.story);
        for (const auto& duty : open) tally_.duties += duty.since.sequence > before;
        hold(one, due_dates(open), now, place);
    }

    // ── Due dates ────────────────────────────────────────────────────────────────────────────

    /// Holds the dates of the case file against the agenda, and writes this anew.
    void hold(Case& one, std::vector<DueDate> given, Instant now, std::size_t place) {
        auto agenda = due_dates(one);
        for (const auto& due : agenda)
            if (!find(given, due)) differ(one, due, "is not in the case file");
        for (const auto& due : given)
            if (!find(agenda, due)) differ(one, due, "is in the case file alone");
        for (const auto& due : one.agenda)
            if (!find(agenda, due)) tally_.in_time += !due.shown_late;
        std::swap(one.agenda, agenda);
        for (auto& due : one.agenda) {
            if (const auto* known = find(agenda, due)) {
                due.shown_late = known->shown_late;
                continue;
            }
            ++tally_.dates;
            if (due.late_from <= now)
                show_late(one, due);
            else
                come(due.late_from, one, place, due.duty);
        }
    }

    /// At its moment: the case file is asked anew.
    void show_late(const Case& one, DueDate& due) {
        auto given = due_dates(open_duties(one.story));
        if (!find(given, due)) differ(one, due, "was lost from the case file");
        due.shown_late = true;
        ++tally_.late;
    }

    [[noreturn]] static void differ(const Case& one, const DueDate& due, const char* what) {
        const auto when = moment(due.late_from).iso();
        throw std::logic_error("case " + std::to_string(one.number) + ": " + due.duty + " " + when +
                               " " + what);
    }

    std::shared_ptr<const Rulebook> rulebook_;
    Dice dice_;
    Waiting waiting_;
    Tally tally_;
    std::vector<std::vector<Body>>* kept_ = nullptr;
    std::vector<std::unique_ptr<Case>> cases_;
    std::vector<std::size_t> free_;
    std::priority_queue<Coming> coming_;
    std::int64_t open_ = 0, order_ = 0;
};

} // namespace virtual_years
