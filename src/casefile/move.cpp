// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/casefile/move.hpp>

#include "casefile/judge.hpp"

#include <meldroute/base/error.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

Situation merged(const Story& story, const Telling& telling) {
    Situation situation = story.situation();
    if (!telling.facts->is_null()) {
        if (telling.facts->contains(moment_of_event)) fail(Fault::moment_told);
        situation.tell(JsonNode::wrap(*telling.facts, "facts"));
    }
    situation.happen(telling.at);
    return situation;
}

using Places = std::map<std::string, Standing>;

bool stands_at(const Places& here, const std::string& route, const std::string& leaf) {
    const auto found = here.find(route);
    if (found == here.end()) return false;
    const auto& leaves = found->second.leaves;
    return std::find(leaves.begin(), leaves.end(), leaf) != leaves.end();
}

bool is_running(const Places& here, const std::string& route) {
    const auto found = here.find(route);
    return found != here.end() && !is_done(route, found->second);
}

/// One telling, on its way to the entries that say so.
class Move {
public:
    Move(const Story& story, const Telling& telling)
        : story_(story), rulebook_(story.rulebook()), telling_(telling),
          situation_(merged(story, telling)) {}

    std::vector<Body> open(std::string_view route) const {
        Advice advice(rulebook_, situation_, telling_.past);
        std::vector<Walk> walks;
        walks.push_back(fresh(route));
        if (!rulebook_.route(route)) fail(Fault::route_without_words, {std::string(route)});
        overhear(walks.front(), advice);
        Body body = told(EntryKind::told, begins_by_report);
        write(body, advice, walks, {});
        return finish(std::move(body));
    }

    std::vector<Body> go_on(EntryKind kind, std::string_view event) const {
        Advice advice(rulebook_, situation_, telling_.past);
        auto walks = stand(story_.here());
        plan(walks, event, advice);
        Body body = told(kind, event);
        write(body, advice, walks, event);
        return finish(std::move(body));
    }

private:
    void write(Body& body, const Advice& advice, std::vector<Walk>& walks,
               std::string_view event) const {
        auto judged = judge({rulebook_, situation_, telling_, advice, event, walks});
        body.rulings = advice.kept();
        for (auto& ruling : judged.shown) {
            const auto same = [&](const KeptRuling& r) { return r.decision == ruling.decision; };
            if (std::none_of(body.rulings.begin(), body.rulings.end(), same))
                body.rulings.push_back(std::move(ruling));
        }
        body.decision = std::move(judged.decision);
        body.facts = telling_.facts->is_null() ? JsonBox(Json::object()) : telling_.facts;
        body.key = telling_.key;
        body.here = move(walks);
    }

    Body told(EntryKind kind, std::string_view event) const {
        Body body;
        body.kind = kind;
        body.occurred = telling_.at;
        body.recorded = recorded();
        body.event = event;
        body.person = telling_.by.person;
        body.role = telling_.by.role;
        body.facts = Json::object();
        body.rulebook = to_hex(bytes_of(rulebook_.digest()));
        body.engine = MELDROUTE_VERSION;
        return body;
    }

    Moment recorded() const {
        if (telling_.recorded) return *telling_.recorded;
        if (!story_.recorded()) return telling_.at;
        return std::max(telling_.at, *story_.recorded());
    }

    /// Adds the routes that start at a step where the case came, and those that start by these.
    std::vector<Body> finish(Body first) const {
        std::vector<Body> bodies{std::move(first)};
        for (std::size_t i = 0; i < bodies.size(); ++i) {
            const auto& before = i == 0 ? story_.here() : bodies[i - 1].here;
            for (const auto* start : started(before, bodies[i].here))
                if (may_begin(*start, bodies.back().here))
                    bodies.push_back(begin(*start, i, bodies.back().here));
        }
        return bodies;
    }

    std::vector<const Start*> started(const Places& before, const Places& here) const {
        std::vector<const Start*> starts;
        for (const auto& [route, standing] : here)
            for (const auto& leaf : standing.leaves)
                for (const Start& start : rulebook_.step(route, leaf).starts)
                    if (start.when.empty() ? !stands_at(before, route, leaf) : holds(start))
                        starts.push_back(&start);
        return starts;
    }

    /// On a condition once in a case: what is done is opened again by its own events.
    static bool may_begin(const Start& start, const Places& here) {
        return start.when.empty() ? !is_running(here, start.route) : !here.contains(start.route);
    }

    bool holds(const Start& start) const {
        Advice advice(rulebook_, situation_, telling_.past);
        return advice.ask(start.when) == Answer::yes;
    }

    Body begin(const Start& start, std::size_t cause, Places here) const {
        Advice advice(rulebook_, situation_, telling_.past);
        if (!start.when.empty()) static_cast<void>(advice.ask(start.when));
        Walk walk = fresh(start.route);
        overhear(walk, advice);
        move(walk);
        here[walk.id] = walk.route->standing();
        Body body = told(EntryKind::told, begins_by_route);
        body.rulings = advice.kept();
        body.here = std::move(here);
        body.cause = story_.sequence() + 1 + std::int64_t(cause);
        return body;
    }

    const Story& story_;
    const Rulebook& rulebook_;
    const Telling& telling_;
    Situation situation_;
};

} // namespace

std::vector<Body> open_case(std::shared_ptr<const Rulebook> rulebook, std::string_view route,
                            const Telling& telling) {
    const Story story(std::move(rulebook));
    return Move(story, telling).open(route);
}

std::vector<Body> tell_event(const Story& story, std::string_view event, const Telling& telling) {
    return Move(story, telling).go_on(EntryKind::told, event);
}

std::vector<Body> tell_passing(const Story& story, std::string_view event, const Telling& telling) {
    return Move(story, telling).go_on(EntryKind::time, event);
}

std::vector<Body> tell_note(const Story& story, const Telling& telling) {
    return Move(story, telling).go_on(EntryKind::noted, {});
}

} // namespace meldroute::inline v0
