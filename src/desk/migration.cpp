// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Open cases move to the rulebook of the desk.

#include "desk/case_state.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/casefile/migration.hpp>
#include <meldroute/rulebook/versions.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

bool is_open(const Story& story) {
    return std::any_of(story.here().begin(), story.here().end(),
                       [](const auto& route) { return !is_done(route.first, route.second); });
}

} // namespace

void Desk::look_ahead(const Moment& at, const Moves& moves, const EachMigration& each) {
    each_case([&](const Case& one) {
        if (const auto view = one.state_->look_ahead(at, moves)) each(*view);
    });
}

void Desk::migrate(const Telling& telling, const Moves& moves, const EachMigration& each) {
    const Telling told = checked(telling);
    version_in_force({office_->rulebook()}, amsterdam_date(told.at));
    check_migrator(told);
    each_case([&](const Case& one) {
        if (const auto view = one.state_->migrate(told, moves)) each(*view);
    });
}

std::optional<MigrationView> Case::State::look_ahead(const Moment& at, const Moves& moves) const {
    const Story& story = file.story;
    const auto& rulebook = office->rulebook();
    if (!is_open(story) || story.rulebook().digest() == rulebook->digest()) return {};
    return MigrationView{id, file.alias, story.rulebook().version(),
                         meldroute::look_ahead(story, rulebook, moves, at), false};
}

/// Where somebody wrote in between, the case is read and looked at again.
std::optional<MigrationView> Case::State::migrate(const Telling& telling, const Moves& moves) {
    for (;;) {
        auto view = look_ahead(telling.at, moves);
        if (!view || !view->migration.obstacles.empty()) return view;
        try {
            keep({tell_migration(file.story, office->rulebook(), moves, telling)}, {});
            view->moved = true;
            return view;
        } catch (const Conflict& conflict) {
            if (conflict.fault() != Fault::sequence_taken) throw;
            refresh();
        }
    }
}

} // namespace meldroute::inline v0
