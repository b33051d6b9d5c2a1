// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/walk.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/casefile/story.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

[[noreturn]] void damaged(Fault fault, const CaseId& case_id, std::int64_t sequence) {
    fail(fault, {case_id.hex(), std::to_string(sequence)});
}

/// Which route this entry begins, or "".
std::string begun_by(const Story& story, const Body& body) {
    if (body.event != begins_by_report && body.event != begins_by_route) return {};
    for (const auto& [route, standing] : body.here)
        if (story.begins(route, body)) return route;
    return {};
}

/// Where the entry leads by its own rulings.
std::map<std::string, Standing> lead(const Story& story, const Body& body) {
    Memory memory(story.rulebook(), body.rulings);
    if (const auto route = begun_by(story, body); !route.empty()) {
        auto here = story.here();
        Walk walk = fresh(route);
        overhear(walk, memory);
        move(walk);
        here[route] = walk.route->standing();
        return here;
    }
    auto walks = stand(story.here());
    const bool told = body.kind == EntryKind::told;
    plan(walks, told ? std::string_view(body.event) : std::string_view{}, memory);
    if (told && !is_awaited(walks)) return {};
    return move(walks);
}

void add(Story& story, const CaseId& case_id, const Body& body) {
    try {
        story.add(body);
    } catch (const Error&) {
        damaged(Fault::entry_unfit, case_id, story.sequence() + 1);
    }
}

void check(const Story& story, const CaseId& case_id, const Body& body) {
    const bool leads = body.here.empty() ? false : lead(story, body) == body.here;
    if (!leads) damaged(Fault::entry_leads_elsewhere, case_id, story.sequence() + 1);
}

} // namespace

Story restore(const CaseId& case_id, Bodies bodies, std::shared_ptr<const Rulebook> rulebook) {
    Story story(std::move(rulebook));
    for (const auto& body : bodies) {
        if (body)
            add(story, case_id, *body);
        else
            story.skip();
    }
    stand(story.here());
    return story;
}

void replay(const CaseId& case_id, Bodies bodies, std::shared_ptr<const Rulebook> rulebook) {
    Story story(std::move(rulebook));
    bool follows = true;
    for (const auto& body : bodies) {
        if (!body) {
            story.skip();
            follows = false;
            continue;
        }
        Story next = story;
        add(next, case_id, *body);
        if (follows && body->kind != EntryKind::migrated) check(story, case_id, *body);
        story = std::move(next);
        follows = true;
    }
}

} // namespace meldroute::inline v0
