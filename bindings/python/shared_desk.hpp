// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A desk and its cases, as Python's threads share them.

#pragma once

#include "bindings.hpp"

#include <meldroute/desk/desk.hpp>

#include <memory>
#include <mutex>

namespace meldroute::inline v0::python {

/// A desk and its cases belong to one thread at a time, and Python's threads go on while C++ works:
/// they take turns.
using Turn = std::shared_ptr<std::mutex>;

struct SharedDesk {
    Desk desk;
    Turn turn;
};

struct SharedCase {
    Case it;
    Turn turn;
};

/// The lock is let go of before Python's own is taken again, so the two cannot wait for each other.
template <class Work>
auto in_turn(const Turn& turn, Work work) {
    return unlocked([&] {
        const std::lock_guard mine(*turn);
        return work();
    });
}

inline Actor actor_of(const py::object& by) {
    return {string_of(by.attr("person")), string_of(by.attr("role"))};
}

/// Who fills which role, on the class of the desk.
void bind_people(py::class_<SharedDesk>& desk);

} // namespace meldroute::inline v0::python
