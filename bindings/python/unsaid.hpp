// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a ruling has not said yet: its rows, the facts used and needed. Most are never asked for.

#pragma once

#include "bindings.hpp"

namespace meldroute::inline v0::python {

/// An object that answers to `possible`, `rows`, `used`, `needed` and `through`, with no arguments.
/// `book` is the native Rulebook; the facts go as soon as anything is asked: ids stay.
py::object unsaid(const SharedRulebook& words, py::handle book, const Decision& decision,
                  std::unique_ptr<Sheet> facts);

// As members of a ruling in Python.
py::tuple possible_of(const Ruling& ruling);
py::tuple rows_of(const Ruling& ruling);
py::tuple needed_of(const Ruling& ruling);

} // namespace meldroute::inline v0::python
