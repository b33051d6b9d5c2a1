// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/casefile/time_out.hpp>

#include <meldroute/base/error.hpp>
#include <meldroute/casefile/move.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// A case that comes back to a step finds the same end there; if that happened again, two terms that
/// are over could send it round for ever. A term that began anew has a later end.
bool happened_already(const Story& story, const OpenDuty& open, const Moment& over) {
    const auto* last = story.last(open.route + "." + open.duty->time_out);
    return last != nullptr && last->at >= over;
}

} // namespace

std::vector<TimeOut> time_outs(const Story& story, const Moment& until) {
    std::vector<TimeOut> out;
    for (const auto& open : open_duties(story)) {
        if (open.duty->time_out.empty() || !open.certain || !open.due) continue;
        const auto over = open.due->over_from();
        if (!over || *over > until || happened_already(story, open, *over)) continue;
        out.push_back({open.route, open.step, open.duty->id, open.duty->time_out, *over});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const TimeOut& a, const TimeOut& b) { return a.at < b.at; });
    return out;
}

std::vector<Body> tell_time(const Story& story, const TimeOut& time_out, const Moment& until) {
    const auto due = time_outs(story, until);
    if (std::find(due.begin(), due.end(), time_out) == due.end())
        fail(Fault::time_not_out, {time_out.route, time_out.step, time_out.duty});
    Telling passing;
    passing.at = time_out.at;
    passing.recorded = story.recorded() ? std::max(until, *story.recorded()) : until;
    return tell_passing(story, time_out.event, passing);
}

} // namespace meldroute::inline v0
