// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The tables of a machine: what its words say, in numbers that a plan can walk over, and the laws
// that they must keep. All of it is made and checked by the compiler.

#pragma once

#include <meldroute/routes/route.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace meldroute::inline v0 {

/// Steps of one machine by their numbers, from low to high.
class StepSet {
public:
    static constexpr int most = 128;

    constexpr void add(int step) { word_of(step) |= bit_of(step); }
    constexpr bool has(int step) const { return (words_[index_of(step)] & bit_of(step)) != 0; }
    constexpr bool empty() const { return words_ == decltype(words_){}; }

    /// The lowest that is not below this number, or -1.
    constexpr int from(int step) const {
        if (step >= most) return -1;
        std::size_t word = index_of(step);
        std::uint64_t rest = words_[word] & ~(bit_of(step) - 1);
        while (rest == 0)
            if (++word == words_.size())
                return -1;
            else
                rest = words_[word];
        return int(word * 64) + std::countr_zero(rest);
    }

    /// Calls back for each, from low to high.
    template <class Visit>
    constexpr void each(Visit visit) const {
        for (std::size_t word = 0; word < words_.size(); ++word)
            for (std::uint64_t rest = words_[word]; rest != 0; rest &= rest - 1)
                visit(int(word * 64) + std::countr_zero(rest));
    }

    constexpr StepSet operator&(const StepSet& other) const {
        StepSet both;
        for (std::size_t i = 0; i < words_.size(); ++i)
            both.words_[i] = words_[i] & other.words_[i];
        return both;
    }

    bool operator==(const StepSet&) const = default;

private:
    static constexpr std::size_t index_of(int step) { return std::size_t(step) / 64; }
    static constexpr std::uint64_t bit_of(int step) {
        return std::uint64_t{1} << (unsigned(step) % 64);
    }
    constexpr std::uint64_t& word_of(int step) { return words_[index_of(step)]; }

    std::array<std::uint64_t, most / 64> words_{};
};

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
    std::span<const int> end;    ///< what lies inside step s are s + 1 up to end[s]
    std::span<const StepSet>
        takers; ///< the steps with an arrow for each event; last: for any entry
    std::span<const int> event_places; ///< events by hash_of() their id; -1 where there is none
    int gated = -1;                    ///< the step that has gates, or -1

    /// Whether the step stands inside the other, or is it.
    constexpr bool within(int step, int other) const {
        return step >= other && step < end[std::size_t(other)];
    }
};

/// Tells most ids apart by their length and three of their characters.
constexpr std::size_t hash_of(std::string_view id) {
    if (id.empty()) return 0;
    const auto at = [&](std::size_t i) { return std::size_t(static_cast<unsigned char>(id[i])); };
    return id.size() * 7 + at(0) * 31 + at(id.size() / 2) * 131 + at(id.size() - 1) * 17;
}

/// The number of the event with this id, or -1.
constexpr int event_number(const MachineTables& tables, std::string_view id) {
    const auto& places = tables.event_places;
    for (std::size_t at = hash_of(id);; ++at) {
        const int event = places[at % places.size()];
        if (event < 0 || tables.events[std::size_t(event)].id == id) return event;
    }
}

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
