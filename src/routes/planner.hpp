// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Consults for one entry: every active track in declared order, innermost first, at most one arrow
// each; a stage only when nothing inside it moves. Writes a plan, touches nothing else.

#pragma once

#include <meldroute/routes/walker.hpp>

namespace meldroute::inline v0 {

class Planner {
public:
    Planner(const MachineTables& tables, const StepSet& here, int gate, Counsel& counsel,
            Plan& plan);

    /// The arrows of this event, then those that any entry may take.
    void hear(int event);
    /// Only those that any entry may take.
    void overhear();

private:
    void offer(int event);
    Answer choose(int step, int event);
    Answer holds(int arrow);
    Answer ask(std::string_view decision);
    bool has_moved_or_is_left(int leaf) const;

    const MachineTables& tables_;
    const StepSet& here_;
    int gate_;
    Counsel& counsel_;
    Plan& plan_;
    StepSet moved_;   ///< steps and stages whose own arrow is in the plan
    StepSet settled_; ///< stages with something inside that moves, or may
    bool overhearing_ = false;
};

} // namespace meldroute::inline v0
