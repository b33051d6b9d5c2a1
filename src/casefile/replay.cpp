// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/migrated.hpp"
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
    const bool told = body.kind == EntryKind::told || body.kind == EntryKind::time;
    plan(walks, told ? std::string_view(body.event) : std::string_view{}, memory);
    if (told && !is_awaited(walks)) return {};
    return move(walks);
}

/// Reads a case entry by entry, each under the rulebook of its day.
class Reader {
public:
    Reader(const CaseId& case_id, Bodies bodies, const RulebookOf& rulebook_of)
        : case_id_(case_id), bodies_(bodies), rulebook_of_(rulebook_of),
          story_(rulebook_of(first_rulebook(bodies))) {}

    Story restore() {
        for (const auto& body : bodies_) step(body);
        stand(story_.here());
        return std::move(story_);
    }

    void replay() {
        for (const auto& body : bodies_) {
            const Story before = story_;
            if (step(body)) check(before, *body);
        }
    }

private:
    static std::string first_rulebook(Bodies bodies) {
        for (const auto& body : bodies)
            if (body) return body->rulebook;
        return {};
    }

    /// Whether this entry follows on the one before it, of which nothing was erased.
    bool step(const std::optional<Body>& body) {
        const bool follows = !gap_;
        gap_ = !body;
        if (!body) {
            story_.skip();
            return false;
        }
        const auto rulebook = rulebook_of_(body->rulebook);
        try {
            add(rulebook, *body, follows);
        } catch (const Error&) {
            damaged(Fault::entry_unfit, case_id_, story_.sequence() + 1);
        }
        return follows;
    }

    /// Only an entry that moves the case may bring another rulebook, unless that one was erased.
    void add(const std::shared_ptr<const Rulebook>& rulebook, const Body& body, bool follows) {
        if (body.kind == EntryKind::migrated) return story_.move_to(rulebook, body);
        if (rulebook != story_.shared_rulebook()) {
            if (follows) damaged(Fault::entry_unfit, case_id_, story_.sequence() + 1);
            story_.move_to(rulebook);
        }
        story_.add(body);
    }

    void check(const Story& before, const Body& body) const {
        const auto led = body.kind == EntryKind::migrated ? moves_of(body).of(before.here())
                                                          : lead(before, body);
        if (body.here.empty() || led != body.here)
            damaged(Fault::entry_leads_elsewhere, case_id_, before.sequence() + 1);
    }

    const CaseId& case_id_;
    Bodies bodies_;
    const RulebookOf& rulebook_of_;
    Story story_;
    bool gap_ = false; ///< an entry before this one was erased
};

RulebookOf only(std::shared_ptr<const Rulebook> rulebook) {
    return [rulebook = std::move(rulebook)](const std::string&) { return rulebook; };
}

} // namespace

Story restore(const CaseId& case_id, Bodies bodies, const RulebookOf& rulebook_of) {
    return Reader(case_id, bodies, rulebook_of).restore();
}

Story restore(const CaseId& case_id, Bodies bodies, std::shared_ptr<const Rulebook> rulebook) {
    return restore(case_id, bodies, only(std::move(rulebook)));
}

void replay(const CaseId& case_id, Bodies bodies, const RulebookOf& rulebook_of) {
    Reader(case_id, bodies, rulebook_of).replay();
}

void replay(const CaseId& case_id, Bodies bodies, std::shared_ptr<const Rulebook> rulebook) {
    replay(case_id, bodies, only(std::move(rulebook)));
}

} // namespace meldroute::inline v0
