// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Would anybody notice a wrong arrow? Each arrow of each machine is dropped, led elsewhere, and
// let through without its guard, one at a time; the machine as it is must then do something that
// the definition of the wrong one does not say. The oracle reads the wrong tables; the streams of
// events and answers are fixed.

#include "catch.hpp"

#include "oracle.hpp"

#include <memory>

using namespace meldroute;
using namespace meldroute::testing;

namespace {

/// One entry that was told to the machine as it is, and what it did.
struct Told {
    Oracle::Place before;
    std::string_view event;
    std::shared_ptr<const Says> says;
    Plan::Outcome outcome;
    Oracle::Place after;
};

/// Events that some step where the route stands, or a stage around one, has an arrow for.
std::vector<std::string_view> awaited_at(const RouteTables& tables, const Route& route) {
    std::set<std::string_view> active;
    const auto standing = route.standing();
    for (const auto& leaf : standing.leaves)
        for (std::size_t i = 0; i < tables.steps.size(); ++i)
            if (tables.steps[i].id == leaf)
                for (int s = int(i); s >= 0; s = tables.steps[std::size_t(s)].parent)
                    active.insert(tables.steps[std::size_t(s)].id);
    std::vector<std::string_view> events;
    for (const Arrow& arrow : tables.arrows)
        if (active.contains(arrow.from)) events.push_back(arrow.event);
    return events;
}

/// Where each leaf was stood at, and how often: every other stream begins at the rarest.
class Visits {
public:
    void add(const Standing& standing) {
        for (const auto& leaf : standing.leaves) {
            auto& [count, last] = seen_[leaf];
            ++count;
            last = standing;
        }
    }
    const Standing& rarest() const {
        return std::min_element(
                   seen_.begin(), seen_.end(),
                   [](const auto& a, const auto& b) { return a.second.first < b.second.first; })
            ->second.second;
    }

private:
    std::map<std::string, std::pair<int, Standing>> seen_;
};

std::vector<Told> wander(const RouteKind& kind, int streams) {
    const Oracle oracle(*kind.tables);
    Dice dice(2026);
    Visits visits;
    std::vector<Told> all;
    for (int s = 0; s < streams; ++s) {
        const auto route = kind.make();
        if (s % 2 == 1) route->restore(visits.rarest());
        for (int i = 0; i < 30; ++i) {
            visits.add(route->standing());
            const auto awaited = awaited_at(*kind.tables, *route);
            if (awaited.empty()) break;
            const auto event = dice.of(awaited);
            auto says = std::make_shared<Says>(random_says(*kind.tables, dice, s % 2));
            const auto before = oracle.read(route->standing());
            const Plan plan = event.empty() ? route->overhear(*says) : route->plan(event, *says);
            if (plan.outcome == Plan::Outcome::moves) route->move(plan);
            all.push_back({before, event, says, plan.outcome, oracle.read(route->standing())});
        }
    }
    return all;
}

bool same(const Oracle::Place& a, const Oracle::Place& b) {
    return a.leaves == b.leaves && a.gate == b.gate;
}

/// Whether what the machine did is ever something else than these arrows say.
bool noticed(const RouteTables& tables, const std::vector<Arrow>& arrows,
             const std::vector<Told>& all, std::string_view event) {
    RouteTables wrong = tables;
    wrong.arrows = arrows;
    const Oracle oracle(wrong);
    return std::any_of(all.begin(), all.end(), [&](const Told& told) {
        if (!event.empty() && told.event != event) return false;
        const auto expected = oracle.tell(told.before, told.event, *told.says);
        return expected.outcome != told.outcome ||
               (told.outcome == Plan::Outcome::moves && !same(expected.place, told.after));
    });
}

/// Another leaf directly beside the target, where the arrow may lead. Opening the next gate leads
/// nowhere.
std::string_view elsewhere(const RouteTables& tables, const Arrow& arrow) {
    if (arrow.kind == ArrowKind::next_gate) return {};
    const auto find = [&](std::string_view id) {
        return *std::find_if(tables.steps.begin(), tables.steps.end(),
                             [&](const StepInfo& s) { return s.id == id; });
    };
    const StepInfo target = find(arrow.to);
    for (const StepInfo& step : tables.steps)
        if (step.leaf && step.parent == target.parent && step.track == target.track &&
            step.id != arrow.to && step.id != arrow.from)
            return step.id;
    return {};
}

std::string described(const Arrow& arrow) {
    return std::string(arrow.from) + " --" + std::string(arrow.event) + "--> " +
           std::string(arrow.to) + " (" + std::string(arrow.rule) + ")";
}

} // namespace

TEST_CASE("an arrow that is dropped, led elsewhere or left unguarded is noticed",
          "[routes][mutants]") {
    const auto kind = GENERATE(from_range(house_routes()));
    const RouteTables& tables = *kind.tables;
    const auto all = wander(kind, 400);
    const std::vector<Arrow> right(tables.arrows.begin(), tables.arrows.end());
    REQUIRE_FALSE(noticed(tables, right, all, ""));

    for (std::size_t i = 0; i < right.size(); ++i) {
        CAPTURE(tables.id, described(right[i]));
        auto wrong = right;
        wrong.erase(wrong.begin() + std::ptrdiff_t(i));
        CHECK(noticed(tables, wrong, all, right[i].event));

        if (const auto other = elsewhere(tables, right[i]); !other.empty()) {
            wrong = right;
            wrong[i].to = other;
            CHECK(noticed(tables, wrong, all, right[i].event));
        }
        if (right[i].kind == ArrowKind::when || right[i].kind == ArrowKind::unless) {
            wrong = right;
            wrong[i].kind = right[i].kind == ArrowKind::when ? ArrowKind::unless : ArrowKind::when;
            CHECK(noticed(tables, wrong, all, right[i].event));
        }
        if (!right[i].within.empty()) {
            wrong = right;
            wrong[i].within = {};
            CHECK(noticed(tables, wrong, all, right[i].event));
        }
    }
}
