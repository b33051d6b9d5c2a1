// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Machines, on Boost.Statechart. Include this where a machine is defined and in the one .cpp that
// makes it a RouteKind; everybody else sees a Route (route.hpp, machines.hpp).

#pragma once

#include <meldroute/routes/machines.hpp>
#include <meldroute/routes/node.hpp>
#include <meldroute/routes/pool.hpp>
#include <meldroute/routes/walker.hpp>

#include <boost/statechart/state_machine.hpp>

namespace meldroute::inline v0 {

/// D lists its Events, and its Steps from the outside in, track by track, the first one first.
template <class D, Name Id, class First>
class Machine : public sc::state_machine<D, First, StateAllocator> {
public:
    static constexpr std::string_view id{Id};

    Machine() { [[maybe_unused]] static const bool once = (number(typename D::Steps{}), true); }

    StepSet leaves() const {
        StepSet all;
        for (auto leaf = this->state_begin(); leaf != this->state_end(); ++leaf)
            all.add(*leaf->template custom_dynamic_type_ptr<int>());
        return all;
    }

    /// What this step does on that, or null.
    template <class S>
    static typename S::Reaction reaction(const Take& take) {
        constexpr auto me = std::size_t(number_of<S, D>());
        constexpr int begin = tables_of<D>.first[me], end = tables_of<D>.first[me + 1];
        static constexpr auto ways = reactions_of<S>(typename S::ways{});
        static constexpr auto leaves = restorings_of<S>(typename D::Steps{});
        if (take.leaf >= 0) return leaves[std::size_t(take.leaf)];
        if (take.arrow < begin || take.arrow >= end) return nullptr;
        return ways[std::size_t(take.arrow - begin)];
    }

    /// A leaf that is already stood at needs no reaction.
    void unconsumed_event(const sc::event_base&) {}

private:
    template <class... S>
    static void number(List<S...>) {
        static constexpr std::array numbers{number_of<S, D>()...};
        (S::custom_static_type_ptr(&numbers[std::size_t(number_of<S, D>())]), ...);
    }

    template <class S, class B>
    static consteval typename S::Reaction reaction_of() {
        if constexpr (std::is_void_v<typename B::target>)
            return nullptr;
        else
            return &S::template go_to<typename B::target>;
    }
    template <class S, class... B>
    static consteval void append(typename S::Reaction*& out, List<B...>) {
        ((*out++ = reaction_of<S, B>()), ...);
    }
    template <class S, class... W>
    static consteval auto reactions_of(List<W...> all) {
        std::array<typename S::Reaction, std::size_t(arrow_count(all)) + 1> ways{};
        [[maybe_unused]] auto* out = ways.data();
        (append<S>(out, typename W::branches{}), ...);
        return ways;
    }

    /// A case is restored from the first steps: each leads to the leaves of its own track.
    template <class S, class Leaf>
    static consteval typename S::Reaction restoring_of() {
        constexpr StepList steps = steps_of<D>;
        constexpr int from = number_of<S, D>(), to = number_of<Leaf, D>();
        constexpr int around = steps[std::size_t(from)].parent;
        constexpr bool leads = [&] {
            if (from == to || !steps[std::size_t(to)].leaf || lies_inside(steps, to, from))
                return false;
            if (around >= 0 && !lies_inside(steps, to, around)) return false;
            const auto track = [&](int s) { return steps[std::size_t(s)].track; };
            if (track(directly_in(steps, to, around)) != track(from)) return false;
            for (int i = 0; i < from; ++i)
                if (steps[std::size_t(i)].parent == around && track(i) == track(from)) return false;
            return true;
        }();
        if constexpr (leads)
            return &S::template go_to<Leaf>;
        else
            return nullptr;
    }
    template <class S, class... Leaf>
    static consteval auto restorings_of(List<Leaf...>) {
        return std::array<typename S::Reaction, sizeof...(Leaf)>{restoring_of<S, Leaf>()...};
    }
};

/// A machine as a Route.
template <class M>
class MachineRoute final : public Walker {
public:
    MachineRoute() : Walker(tables_of<M>) {
        machine_.initiate();
        look();
    }

private:
    void take(int arrow) final {
        machine_.process_event(Take(arrow, -1));
        at_first_steps_ = false;
    }

    void stand_at(const StepSet& leaves) final {
        if (!at_first_steps_) machine_.initiate();
        at_first_steps_ = false;
        leaves.each([&](int leaf) { machine_.process_event(Take(-1, leaf)); });
    }

    StepSet leaves() const final { return machine_.leaves(); }
    std::unique_ptr<Route> fresh() const final { return std::make_unique<MachineRoute>(); }

    M machine_;
    bool at_first_steps_ = true;
};

/// What machines.hpp asks for: make one in the .cpp that instantiates the machine.
template <class M>
RouteKind kind_of() {
    return {&tables_of<M>,
            []() -> std::unique_ptr<Route> { return std::make_unique<MachineRoute<M>>(); }};
}

} // namespace meldroute::inline v0
