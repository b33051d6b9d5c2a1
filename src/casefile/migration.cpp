// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/casefile/migration.hpp>

#include "casefile/migrated.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/casefile/duties.hpp>
#include <meldroute/routes/machines.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace meldroute::inline v0 {
namespace {

using Places = std::map<std::string, Standing>;

// ── What is in the way ───────────────────────────────────────────────────────────────────────

/// Notes what this throws, as about that.
template <class Try>
void attempt(std::vector<Obstacle>& obstacles, const std::string& about, Try go) {
    try {
        go();
    } catch (const Error& error) {
        obstacles.push_back({error.code(), about, {error.text(Lang::nl), error.text(Lang::en)}});
    }
}

void check_standing(const Rulebook& rulebook, const std::string& route, const Standing& standing) {
    make_route(route)->restore(standing);
    if (!rulebook.route(route)) fail(Fault::route_without_words, {route});
    std::size_t gates = 1;
    for (const auto& leaf : standing.leaves)
        gates = std::max(gates, rulebook.step(route, leaf).gates.size());
    if (std::cmp_greater_equal(standing.gate, gates)) fail(Fault::gate_gone, {route});
}

std::vector<Obstacle> obstacles_of(const Story& story, const Rulebook& rulebook,
                                   const Moves& moves) {
    std::vector<Obstacle> obstacles;
    Situation situation(rulebook.vocabulary());
    const Json told = told_facts(story);
    for (const auto& fact : told.items())
        attempt(obstacles, fact.key(), [&] {
            situation.tell(JsonNode::wrap(Json{{fact.key(), fact.value()}}, "facts"));
        });
    std::map<std::string, std::string> taken;
    for (const auto& [old, standing] : story.here()) {
        attempt(obstacles, old, [&, &old = old] {
            if (!taken.emplace(moves.route(old), old).second)
                fail(Fault::routes_fall_together, {taken.at(moves.route(old)), old});
            const auto there = moves.of({{old, story.here().at(old)}});
            check_standing(rulebook, there.begin()->first, there.begin()->second);
        });
    }
    return obstacles;
}

// ── What changes ─────────────────────────────────────────────────────────────────────────────

using Duties = std::map<std::string, OpenDuty>;

Duties duties_by_id(const Story& story, const Moves& moves) {
    Duties out;
    for (auto& open : open_duties(story)) {
        const auto id =
            moves.route(open.route) + "." + moves.step(open.route, open.step) + "." + open.duty->id;
        out.emplace(id, std::move(open));
    }
    return out;
}

std::optional<Date> date_of(const OpenDuty& open) {
    return open.due ? open.due->date : std::nullopt;
}

DutyChange change_of(const std::string& id, const OpenDuty* before, const OpenDuty* after,
                     const Moment& at) {
    DutyChange change;
    change.id = id;
    if (before) change.role_before = before->role, change.due_before = date_of(*before);
    if (!after) return change;
    change.role_after = after->role;
    change.due_after = date_of(*after);
    const auto late = after->due ? after->due->late_from() : std::nullopt;
    change.over = late && at >= *late;
    return change;
}

std::vector<DutyChange> changes_between(const Duties& before, const Duties& after,
                                        const Moment& at) {
    std::vector<DutyChange> changes;
    const auto find = [](const Duties& duties, const std::string& id) {
        const auto found = duties.find(id);
        return found == duties.end() ? nullptr : &found->second;
    };
    const auto add = [&](const std::string& id) {
        auto change = change_of(id, find(before, id), find(after, id), at);
        if (change.role_before != change.role_after || change.due_before != change.due_after)
            changes.push_back(std::move(change));
    };
    for (const auto& [id, open] : before) add(id);
    for (const auto& [id, open] : after)
        if (!before.contains(id)) add(id);
    std::sort(changes.begin(), changes.end(),
              [](const DutyChange& one, const DutyChange& other) { return one.id < other.id; });
    return changes;
}

// ── The entry ────────────────────────────────────────────────────────────────────────────────

Body entry_of(const Story& story, const Rulebook& rulebook, const Moves& moves,
              const Telling& telling) {
    Body body;
    body.kind = EntryKind::migrated;
    body.occurred = telling.at;
    body.recorded = telling.recorded.value_or(std::max(telling.at, *story.recorded()));
    body.person = telling.by.person;
    body.role = telling.by.role;
    body.key = telling.key;
    body.facts = Json::object();
    body.decision = migration_decision(rulebook, moves, telling.because);
    body.here = moves.of(story.here());
    body.rulebook = to_hex(bytes_of(rulebook.digest()));
    body.engine = MELDROUTE_VERSION;
    return body;
}

} // namespace

Migration look_ahead(const Story& story, const std::shared_ptr<const Rulebook>& rulebook,
                     const Moves& moves, const Moment& at) {
    Migration out;
    out.obstacles = obstacles_of(story, *rulebook, moves);
    if (!out.obstacles.empty()) return out;
    Telling telling;
    telling.at = at;
    Story after = story;
    after.move_to(rulebook, entry_of(story, *rulebook, moves, telling));
    out.changes = changes_between(duties_by_id(story, moves), duties_by_id(after, {}), at);
    return out;
}

void check_migrator(const Telling& telling) {
    if (!telling.by.named()) fail(Fault::person_missing, {std::string(migration_subject)});
    if (telling.because.empty()) fail(Fault::reason_missing, {std::string(migration_subject)});
}

Body tell_migration(const Story& story, const std::shared_ptr<const Rulebook>& rulebook,
                    const Moves& moves, const Telling& telling) {
    check_migrator(telling);
    const auto obstacles = obstacles_of(story, *rulebook, moves);
    if (!obstacles.empty())
        fail(Fault::case_cannot_move, {obstacles.front().code, obstacles.front().about});
    return entry_of(story, *rulebook, moves, telling);
}

} // namespace meldroute::inline v0
