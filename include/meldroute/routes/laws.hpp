// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The laws that the words of a machine must keep, as far as they concern types. A slip stops the
// build with the law that it breaks. The laws of the tables are in tables.hpp.

#pragma once

#include <meldroute/routes/words.hpp>

namespace meldroute::inline v0 {

enum class StepKind { stage, step, idle, final };

template <class T, class... All>
consteval int index_of(List<All...>) {
    int index = -1, i = 0;
    ((std::is_same_v<T, All> ? void(index = i++) : void(i++)), ...);
    return index;
}

template <class S, class M>
consteval int number_of() {
    return index_of<S>(typename M::Steps{});
}

template <class E, class... B>
consteval int branch_count(On<E, B...>) {
    return int{sizeof...(B)};
}
template <class... B>
consteval int branch_count(Whenever<B...>) {
    return int{sizeof...(B)};
}
template <class... W>
consteval int arrow_count(List<W...>) {
    return (0 + ... + branch_count(W{}));
}

template <class Steps, class S, class B>
consteval bool leads_to_a_listed_step() {
    using Target = std::conditional_t<std::is_void_v<typename B::target>, S, typename B::target>;
    return count<Target>(Steps{}) == 1;
}

template <class... B>
consteval bool only_the_last_is_unconditional(List<B...>) {
    int i = 0, first = int{sizeof...(B)} - 1;
    ((B::kind == ArrowKind::always && std::is_void_v<typename B::within> && i < first
          ? void(first = i)
          : void(),
      ++i),
     ...);
    return first == int{sizeof...(B)} - 1;
}

template <class... B>
consteval bool all_are_guarded(List<B...>) {
    return ((B::kind != ArrowKind::always && B::kind != ArrowKind::next_gate) && ...);
}

template <class M, class S, class Way, class... B>
consteval void check_branches(List<B...> branches) {
    using Steps = typename M::Steps;
    static_assert((leads_to_a_listed_step<Steps, S, B>() && ...), "Steps misses a step");
    static_assert(
        ((std::is_void_v<typename B::within> || count<typename B::within>(Steps{}) == 1) && ...),
        "Steps misses the step of a Within");
    static_assert(only_the_last_is_unconditional(branches), "a branch after Else is never taken");
    if constexpr (std::is_void_v<typename Way::event>) {
        static_assert(S::kind != StepKind::stage, "Whenever is for a step, not for a stage");
        static_assert(all_are_guarded(branches), "without a guard, any entry would move it");
    } else {
        static_assert(count<typename Way::event>(typename M::Events{}) == 1,
                      "Events misses an event");
    }
}

template <class M, class S, class... W>
consteval bool check_step(List<W...>) {
    static_assert(distinct(List<typename W::event...>{}), "one On for each event in a step");
    static_assert(std::is_same_v<typename S::around, M> ||
                      count<typename S::around>(typename M::Steps{}) == 1,
                  "Steps misses the stage around a step");
    (check_branches<M, S, W>(typename W::branches{}), ...);
    return true;
}

} // namespace meldroute::inline v0
