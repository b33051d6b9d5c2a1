// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Steps and stages, on Boost.Statechart. Statechart keeps which states are active and does the
// moving. What to move is planned before (walker.hpp), so a machine knows one event: take this
// arrow, or stand at this leaf.

#pragma once

#include <meldroute/routes/drawing.hpp>

#include <boost/mpl/list.hpp>
#include <boost/statechart/custom_reaction.hpp>
#include <boost/statechart/event.hpp>
#include <boost/statechart/simple_state.hpp>

namespace meldroute::inline v0 {

namespace sc = boost::statechart;

/// The one event that Statechart sees. One of the two is -1.
struct Take : sc::event<Take> {
    Take(int an_arrow, int a_leaf) : arrow(an_arrow), leaf(a_leaf) {}
    int arrow, leaf;
};

/// Where a step lies: in a machine, in a stage of one track, or In one of its tracks.
template <class Around>
struct Whereabouts {
    using around = Around;
    using context = Around;
    static constexpr int track = 0;
};
template <class Stage, int Track>
struct Whereabouts<In<Stage, Track>> {
    using around = Stage;
    using context = typename Stage::template orthogonal<Track>;
    static constexpr int track = Track;
};

/// Where a stage begins: nothing (a leaf), one step, or one step for each track.
template <class First>
struct Beginning : Beginning<Tracks<First>> {};
template <class... First>
struct Beginning<Tracks<First...>> {
    using states = boost::mpl::list<First...>;
    using steps = List<First...>;
};
template <>
struct Beginning<void> : Beginning<Tracks<>> {};

// ── Steps ────────────────────────────────────────────────────────────────────────────────────

template <class D, Name Id, StepKind Kind, class Around, class First, class... Ways>
class Node : public sc::simple_state<D, typename Whereabouts<Around>::context,
                                     typename Beginning<First>::states> {
public:
    static constexpr std::string_view id{Id};
    static constexpr StepKind kind = Kind;
    static constexpr int track = Whereabouts<Around>::track;

    using around = typename Whereabouts<Around>::around;
    using firsts = typename Beginning<First>::steps;
    using ways = List<Ways...>;
    using reactions = boost::mpl::list<sc::custom_reaction<Take>>;
    using Reaction = sc::result (*)(D&);

    sc::result react(const Take& take) {
        using M = typename Node::outermost_context_type;
        const Reaction go = M::template reaction<D>(take);
        return go ? go(static_cast<D&>(*this)) : this->forward_event();
    }

    template <class Target>
    static sc::result go_to(D& step) {
        return step.template transit<Target>();
    }

    /// What Statechart enters first must be what the tables take for the first.
    template <class M>
    static consteval bool begins_at_the_first_listed() {
        if (tracks_of(steps_of<M>, number_of<D, M>()) != firsts::size) return false;
        return []<class... F>(List<F...>) {
            int k = 0;
            return (is_first_listed<M, F>(k++) && ...);
        }(firsts{});
    }

private:
    template <class M, class F>
    static constexpr bool is_first_listed(int k) {
        int i = 0;
        while (steps_of<M>[std::size_t(i)].parent != number_of<D, M>() ||
               steps_of<M>[std::size_t(i)].track != k)
            ++i;
        return i == number_of<F, M>();
    }
};

/// Somebody has something to do.
template <class D, Name Id, class Around, class... Ways>
using Step = Node<D, Id, StepKind::step, Around, void, Ways...>;

/// Nobody owes anything here.
template <class D, Name Id, class Around, class... Ways>
using Idle = Node<D, Id, StepKind::idle, Around, void, Ways...>;

/// The route is done.
template <class D, Name Id, class Around, class... Ways>
using Final = Node<D, Id, StepKind::final, Around, void, Ways...>;

/// Steps that belong together and share ways out. Begins at First, or at each of Tracks<First…>.
template <class D, Name Id, class Around, class First, class... Ways>
using Stage = Node<D, Id, StepKind::stage, Around, First, Ways...>;

} // namespace meldroute::inline v0
