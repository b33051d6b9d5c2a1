// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What time does to the cases of a register: what is late, and what happens by itself.

#include "desk/case_state.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/casefile/time_out.hpp>

#include <algorithm>
#include <set>

namespace meldroute::inline v0 {
namespace {

/// Cases with work that was due on this day or before.
std::set<CaseId> cases_due(Register& kept, const Moment& at) {
    WorkFilter due;
    due.due_by = amsterdam_date(at);
    std::set<CaseId> out;
    for (const auto& [id, item] : kept.worklist(due)) out.insert(id);
    return out;
}

bool tried(const std::vector<PassedView>& passed, const TimeOut& time_out) {
    return std::any_of(passed.begin(), passed.end(),
                       [&](const PassedView& one) { return one.time_out == time_out; });
}

} // namespace

std::vector<LateView> Desk::late(const Moment& at) {
    std::vector<LateView> out;
    for (const auto& id : cases_due(kept(), at)) {
        const Case late = show(id);
        for (auto& duty : late.duties(at))
            if (duty.late) out.push_back({id, late.alias(), std::move(duty)});
    }
    std::stable_sort(out.begin(), out.end(), [](const LateView& one, const LateView& other) {
        return *one.duty.due->late_from() < *other.duty.due->late_from();
    });
    return out;
}

std::vector<PassedView> Desk::pass_time(const Moment& until) {
    std::vector<PassedView> out;
    for (const auto& id : cases_due(kept(), until)) {
        auto passed = show(id).pass_time(until);
        out.insert(out.end(), passed.begin(), passed.end());
    }
    std::stable_sort(out.begin(), out.end(), [](const PassedView& one, const PassedView& other) {
        return one.time_out.at < other.time_out.at;
    });
    return out;
}

std::vector<PassedView> Case::pass_time(const Moment& until) {
    return state_->pass_time(until);
}

/// One after the other, since each may bring or end the next. Where somebody wrote in between, the
/// case is read again.
std::vector<PassedView> Case::State::pass_time(const Moment& until) {
    std::vector<PassedView> passed;
    for (;;) {
        const auto due = time_outs(file.story, until);
        const auto next = std::find_if(due.begin(), due.end(),
                                       [&](const TimeOut& one) { return !tried(passed, one); });
        if (next == due.end()) return passed;
        try {
            keep(tell_time(file.story, *next, until), {});
            passed.push_back({id, file.alias, *next, {}});
        } catch (const Refused& refused) {
            passed.push_back({id, file.alias, *next, refused.code()});
        } catch (const Conflict& conflict) {
            if (conflict.fault() != Fault::sequence_taken) throw;
            refresh();
        }
    }
}

} // namespace meldroute::inline v0
