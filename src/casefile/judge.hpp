// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// May this be told, by this person, with this reason? And what did that person decide?

#pragma once

#include "casefile/walk.hpp"

#include <meldroute/casefile/story.hpp>
#include <meldroute/casefile/telling.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// What is judged; all of it must outlive the judgement.
struct Judged {
    const Rulebook& rulebook;
    const Situation& situation; ///< with what is told now
    const Telling& telling;
    const Advice& advice;
    std::string_view event;         ///< "" for a note
    const std::vector<Walk>& walks; ///< planned, not yet moved
};

struct Judgement {
    std::optional<KeptDecision> decision;
    std::vector<KeptRuling> shown; ///< the advice and what stood beside it
};

/// Throws Refused when it may not be told.
Judgement judge(const Judged& judged);

} // namespace meldroute::inline v0
