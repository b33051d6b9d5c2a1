// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// How often people decide other than advised, and past what is not known.

#include "desk/office.hpp"

#include <meldroute/desk/desk.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {

std::vector<DecidedView> Desk::decided() {
    std::map<std::string, DecidedView> by_fact;
    office_->each_case([&](const CaseId& id) {
        for (const auto& body : office_->bodies(id)) {
            if (!body || !body->decision || body->kind == EntryKind::migrated) continue;
            DecidedView& view = by_fact[body->decision->fact];
            ++view.decided;
            view.deviating += body->decision->deviates;
            view.past_unknown += !body->decision->unknown.empty();
        }
    });
    std::vector<DecidedView> out;
    for (auto& [fact, view] : by_fact) {
        view.fact = fact;
        out.push_back(std::move(view));
    }
    return out;
}

} // namespace meldroute::inline v0
