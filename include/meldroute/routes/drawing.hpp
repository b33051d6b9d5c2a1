// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// From the words of a machine to its tables, at compile time.

#pragma once

#include <meldroute/routes/laws.hpp>
#include <meldroute/routes/tables.hpp>

#include <array>

namespace meldroute::inline v0 {

template <class M, class S>
consteval StepInfo describe_step() {
    StepInfo info{S::id,
                  -1,
                  S::track,
                  S::kind != StepKind::stage,
                  S::kind == StepKind::idle,
                  S::kind == StepKind::final};
    if constexpr (!std::is_same_v<typename S::around, M>)
        info.parent = number_of<typename S::around, M>();
    return info;
}

template <class S, class Way, class B>
consteval Arrow describe_arrow() {
    Arrow arrow{S::id, {}, S::id, B::kind, B::rule, {}};
    if constexpr (!std::is_void_v<typename Way::event>) arrow.event = Way::event::info.id;
    if constexpr (!std::is_void_v<typename B::target>) arrow.to = B::target::id;
    if constexpr (!std::is_void_v<typename B::within>) arrow.within = B::within::id;
    return arrow;
}

template <class S, class Way, class... B>
consteval void append_way(Arrow*& out, List<B...>) {
    ((*out++ = describe_arrow<S, Way, B>()), ...);
}

template <class S, class... W>
consteval void append_step(Arrow*& out, List<W...>) {
    (append_way<S, W>(out, typename W::branches{}), ...);
}

template <class... S>
consteval auto arrows_from(List<S...>) {
    std::array<Arrow, std::size_t((0 + ... + arrow_count(typename S::ways{})))> arrows{};
    [[maybe_unused]] Arrow* out = arrows.data();
    (append_step<S>(out, typename S::ways{}), ...);
    return arrows;
}

template <class Infos>
constexpr int find_id(const Infos& infos, std::string_view id) {
    for (std::size_t i = 0; i < infos.size(); ++i)
        if (infos[i].id == id) return int(i);
    return -1;
}

template <class M>
inline constexpr auto steps_of = []<class... S>(List<S...>) {
    return std::array{describe_step<M, S>()...};
}(typename M::Steps{});

template <class M>
inline constexpr auto events_of =
    []<class... E>(List<E...>) { return std::array{E::info...}; }(typename M::Events{});

template <class M>
inline constexpr auto arrows_of = arrows_from(typename M::Steps{});

template <class M>
inline constexpr auto jumps_of = [] {
    std::array<Jump, arrows_of<M>.size()> jumps{};
    for (std::size_t i = 0; i < jumps.size(); ++i) {
        const Arrow& a = arrows_of<M>[i];
        jumps[i] = {find_id(steps_of<M>, a.from), find_id(events_of<M>, a.event),
                    find_id(steps_of<M>, a.to), find_id(steps_of<M>, a.within)};
    }
    return jumps;
}();

template <class M>
inline constexpr auto first_arrows_of = [] {
    std::array<int, steps_of<M>.size() + 1> first{};
    for (const Jump& jump : jumps_of<M>) ++first[std::size_t(jump.from) + 1];
    for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
    return first;
}();

/// Where what lies inside each step ends: it stands right behind the step.
template <class M>
inline constexpr auto ends_of = [] {
    constexpr StepList steps = steps_of<M>;
    std::array<int, steps.size()> end{};
    for (int s = int(end.size()); s-- > 0;) {
        int& after = end[std::size_t(s)];
        after = s + 1;
        while (after < int(end.size()) && lies_inside(steps, after, s))
            after = end[std::size_t(after)];
    }
    return end;
}();

template <class M>
inline constexpr auto takers_of_events = [] {
    std::array<StepSet, events_of<M>.size() + 1> takers{};
    for (const Jump& jump : jumps_of<M>)
        takers[jump.event < 0 ? events_of<M>.size() : std::size_t(jump.event)].add(jump.from);
    return takers;
}();

template <class M>
inline constexpr auto event_places_of = [] {
    std::array<int, std::bit_ceil(4 * events_of<M>.size())> places{};
    places.fill(-1);
    for (std::size_t event = 0; event < events_of<M>.size(); ++event) {
        std::size_t at = hash_of(events_of<M>[event].id);
        while (places[at % places.size()] >= 0) ++at;
        places[at % places.size()] = int(event);
    }
    return places;
}();

template <class M>
inline constexpr int gated_step_of = [] {
    int gated = -1;
    for (std::size_t i = 0; i < arrows_of<M>.size(); ++i) {
        if (arrows_of<M>[i].kind != ArrowKind::next_gate) continue;
        if (gated >= 0 && gated != jumps_of<M>[i].from) return -2;
        gated = jumps_of<M>[i].from;
    }
    return gated;
}();

template <class M>
consteval MachineTables draw() {
    []<class... S>(List<S...>) {
        static_assert(distinct(List<S...>{}), "Steps lists a step twice");
        static_assert((check_step<M, S>(typename S::ways{}) && ...));
        static_assert((S::template begins_at_the_first_listed<M>() && ...),
                      "a track begins at the step that Steps lists first in it");
    }(typename M::Steps{});
    static_assert(steps_of<M>.size() <= StepSet::most, "more steps than a plan keeps track of");
    static_assert(ids_are_kebab_and_distinct(steps_of<M>),
                  "two steps have one id, or no kebab-case");
    static_assert(ids_are_kebab_and_distinct(events_of<M>),
                  "two events have one id, or no kebab-case");
    static_assert(rules_are_kebab(arrows_of<M>), "the id of a decision is no kebab-case");
    static_assert(is_kebab(M::id, false), "the id of the machine is no kebab-case");
    static_assert(listed_from_the_outside_in(steps_of<M>), "Steps is not from the outside in");
    static_assert(all_keep_to_their_track(steps_of<M>, jumps_of<M>),
                  "an arrow leaves its track or its parallel stage");
    static_assert(gated_step_of<M> != -2, "two steps have gates");
    return {{M::id, steps_of<M>, events_of<M>, arrows_of<M>},
            jumps_of<M>,
            first_arrows_of<M>,
            ends_of<M>,
            takers_of_events<M>,
            event_places_of<M>,
            gated_step_of<M>};
}

template <class M>
inline constexpr MachineTables tables_of = draw<M>();

} // namespace meldroute::inline v0
