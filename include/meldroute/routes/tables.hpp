// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The tables of a machine: what its words say, in numbers that a plan can walk over, and the laws
// that they must keep. All of it is made and checked by the compiler.

#pragma once

#include <meldroute/routes/route.hpp>

#include <cstddef>

namespace meldroute::inline v0 {

/// An arrow in numbers.
struct Jump {
    int from = -1;
    int event = -1; ///< -1: any entry
    int to = -1;
    int within = -1; ///< -1: wherever the other tracks stand
};

struct MachineTables : RouteTables {
    std::span<const Jump> jumps; ///< one for each arrow, in the same order
    std::span<const int> first;  ///< the arrows of step s are first[s] up to first[s + 1]
    int gated = -1;              ///< the step that has gates, or -1
};

using StepList = std::span<const StepInfo>;

/// Whether the step lies somewhere inside the stage.
constexpr bool lies_inside(StepList steps, int step, int stage) {
    for (step = steps[std::size_t(step)].parent; step >= 0; step = steps[std::size_t(step)].parent)
        if (step == stage) return true;
    return false;
}

/// The step itself or the one around it that stands directly in the stage (-1: in the machine).
constexpr int directly_in(StepList steps, int step, int stage) {
    while (steps[std::size_t(step)].parent != stage) step = steps[std::size_t(step)].parent;
    return step;
}

/// How many parallel tracks a stage has.
constexpr int tracks_of(StepList steps, int stage) {
    int tracks = 0;
    for (const StepInfo& s : steps)
        if (s.parent == stage && s.track >= tracks) tracks = s.track + 1;
    return tracks;
}

/// The step that is left, with all inside it, when an arrow leads from one to the other.
constexpr int left_by(StepList steps, int from, int to) {
    int around = steps[std::size_t(from)].parent;
    while (around >= 0 && !lies_inside(steps, to, around))
        around = steps[std::size_t(around)].parent;
    return directly_in(steps, from, around);
}

// ── Laws ─────────────────────────────────────────────────────────────────────────────────────

/// `[a-z][a-z0-9]*(-[a-z0-9]+)*`, at most 64 characters; with dots between if they are allowed.
constexpr bool is_kebab(std::string_view id, bool dots) {
    if (id.empty() || id.size() > 64) return false;
    char before = '.';
    for (const char c : id) {
        const bool letter = c >= 'a' && c <= 'z';
        const bool digit = c >= '0' && c <= '9';
        const bool joint = c == '-' || (dots && c == '.');
        if (!letter && !digit && !joint) return false;
        if (before == '.' && !letter) return false;
        if (before == '-' && joint) return false;
        before = c;
    }
    return before != '-' && before != '.';
}

template <class Infos>
constexpr bool ids_are_kebab_and_distinct(const Infos& infos) {
    for (std::size_t i = 0; i < infos.size(); ++i) {
        if (!is_kebab(infos[i].id, false)) return false;
        for (std::size_t j = 0; j < i; ++j)
            if (infos[i].id == infos[j].id) return false;
    }
    return true;
}

constexpr bool rules_are_kebab(std::span<const Arrow> arrows) {
    for (const Arrow& a : arrows)
        if (!a.rule.empty() && !is_kebab(a.rule, true)) return false;
    return true;
}

/// A stage stands before what is in it, whole, track by track. So the declared order of leaves is
/// the order of their numbers, and a stage is through when the next leaf lies outside it.
constexpr bool listed_from_the_outside_in(StepList steps) {
    for (int i = 1; i < int(steps.size()); ++i) {
        const StepInfo& s = steps[std::size_t(i)];
        if (s.parent >= i) return false;
        if (s.parent != i - 1 && s.parent >= 0 && !lies_inside(steps, i - 1, s.parent))
            return false;
        if (s.parent == i - 1
                ? s.track != 0
                : s.parent >= 0 &&
                      steps[std::size_t(directly_in(steps, i - 1, s.parent))].track > s.track)
            return false;
    }
    return steps.empty() || steps[0].parent == -1;
}

/// An arrow from inside a track leads to another step of that track.
constexpr bool keeps_to_its_track(StepList steps, const Jump& jump) {
    for (int stage = steps[std::size_t(jump.from)].parent; stage >= 0;
         stage = steps[std::size_t(stage)].parent) {
        if (tracks_of(steps, stage) < 2) continue;
        if (!lies_inside(steps, jump.to, stage)) return false;
        const int from = directly_in(steps, jump.from, stage);
        const int to = directly_in(steps, jump.to, stage);
        return steps[std::size_t(from)].track == steps[std::size_t(to)].track;
    }
    return true;
}

constexpr bool all_keep_to_their_track(StepList steps, std::span<const Jump> jumps) {
    for (const Jump& jump : jumps)
        if (!keeps_to_its_track(steps, jump)) return false;
    return true;
}

} // namespace meldroute::inline v0
