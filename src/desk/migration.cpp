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

bool is_open(const Case& one) {
    const auto here = one.standing();
    return std::any_of(here.begin(), here.end(),
                       [](const auto& route) { return !is_done(route.first, route.second); });
}

} // namespace

std::vector<Case> Desk::to_move() {
    std::vector<Case> out;
    for (auto& one : cases())
        if (is_open(one) && one.rulebook().digest() != office_->rulebook()->digest())
            out.push_back(std::move(one));
    return out;
}

std::vector<MigrationView> Desk::look_ahead(const Moment& at, const Moves& moves) {
    std::vector<MigrationView> out;
    for (const auto& one : to_move())
        out.push_back(
            {one.id(), one.alias(), one.rulebook().version(),
             meldroute::look_ahead(one.state_->file.story, office_->rulebook(), moves, at), false});
    return out;
}

std::vector<MigrationView> Desk::migrate(const Telling& telling, const Moves& moves) {
    const Telling told = checked(telling);
    version_in_force({office_->rulebook()}, amsterdam_date(told.at));
    check_migrator(told);
    std::vector<MigrationView> out;
    for (const auto& one : to_move()) out.push_back(one.state_->migrate(told, moves));
    return out;
}

/// Where somebody wrote in between, the case is read and looked at again.
MigrationView Case::State::migrate(const Telling& telling, const Moves& moves) {
    for (;;) {
        const Story& story = file.story;
        const auto& rulebook = office->rulebook();
        MigrationView view{id, file.alias, story.rulebook().version(),
                           look_ahead(story, rulebook, moves, telling.at), false};
        if (!view.migration.obstacles.empty()) return view;
        try {
            keep({tell_migration(story, rulebook, moves, telling)}, {});
            view.moved = true;
            return view;
        } catch (const Conflict& conflict) {
            if (conflict.fault() != Fault::sequence_taken) throw;
            refresh();
        }
    }
}

} // namespace meldroute::inline v0
