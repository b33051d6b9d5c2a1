// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The words in which a route is written:
//
//     struct Weighing : Step<Weighing, "weging", Progress,
//         On<Weighed, NextGate, If<"intern.overdragen", Reported>, Else<Kept>>> {};
//
// In «weging», on Weighed: open the next gate if there is one; else, if that decision says yes, go
// to Reported; else to Kept. The first branch that holds is taken, an unknown one refuses.

#pragma once

#include <meldroute/routes/route.hpp>

#include <algorithm>
#include <cstddef>
#include <type_traits>

namespace meldroute::inline v0 {

/// A name that can stand inside a type.
template <std::size_t N>
struct Name {
    char text[N]{};

    consteval Name(const char (&literal)[N]) { std::copy_n(literal, N, text); }
    constexpr operator std::string_view() const { return {text, N - 1}; }
};

template <class... T>
struct List {
    static constexpr int size = int{sizeof...(T)};
};

template <class T, class... All>
consteval int count(List<All...>) {
    return (0 + ... + int{std::is_same_v<T, All>});
}

template <class... T>
consteval bool distinct(List<T...>) {
    return ((count<T>(List<T...>{}) == 1) && ...);
}

// ── Events ───────────────────────────────────────────────────────────────────────────────────

/// Something that happened.
template <Name Id>
struct Event {
    static constexpr EventInfo info{Id, false};
};

/// Something that a named person decided; nobody and nothing else may tell it.
template <Name Id>
struct Deciding {
    static constexpr EventInfo info{Id, true};
};

// ── Branches ─────────────────────────────────────────────────────────────────────────────────

template <class Target, ArrowKind Kind>
struct Branch {
    using target = Target;
    using within = void;
    static constexpr ArrowKind kind = Kind;
    static constexpr std::string_view rule{};
};

template <class Target>
struct To : Branch<Target, ArrowKind::always> {};

template <class Target>
using Else = To<Target>;

/// Taken when the decision says yes.
template <Name Decision, class Target>
struct If : Branch<Target, ArrowKind::when> {
    static constexpr std::string_view rule{Decision};
};

/// Taken when the decision says no; unknown is not no.
template <Name Decision, class Target>
struct Unless : Branch<Target, ArrowKind::unless> {
    static constexpr std::string_view rule{Decision};
};

/// A step that a municipality may not have: off unless its rulebook has the decision.
template <Name Decision, class Target>
struct Optional : Branch<Target, ArrowKind::optional> {
    static constexpr std::string_view rule{Decision};
};

/// Stay at this step with its next gate open, as long as the rulebook gives it another.
struct NextGate : Branch<void, ArrowKind::next_gate> {};

/// Taken only when another track stands at that step as the entry comes in (Statechart's In).
/// The second is a step, or a branch that must hold besides.
template <class Leaf, class Target>
struct Within : To<Target> {
    using within = Leaf;
};
template <class Leaf, Name Decision, class Target>
struct Within<Leaf, If<Decision, Target>> : If<Decision, Target> {
    using within = Leaf;
};

// ── Ways ─────────────────────────────────────────────────────────────────────────────────────

/// What a step does on an event: the first branch that holds.
template <class E, class... Branches>
struct On {
    using event = E;
    using branches = List<Branches...>;
};

/// What a step does with any entry whose event it takes no arrow of: no entry passes in silence.
/// An unknown guard does not move here, and does not refuse either.
template <class... Branches>
struct Whenever {
    using event = void;
    using branches = List<Branches...>;
};

/// A step inside one of the parallel tracks of a stage; tracks count from 0.
template <class Stage, int Track>
struct In {};

/// The steps at which the parallel tracks of a stage begin.
template <class... First>
struct Tracks {};

} // namespace meldroute::inline v0
