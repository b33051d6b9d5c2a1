// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The few things that stand on Python's C interface without pybind11, because a decision takes less
// time than pybind11 takes to find a function, read its arguments, and register what it returns.

#pragma once

#include "bindings.hpp"

namespace meldroute::inline v0::python {

/// What a function gives to Python; null with the exception set that pybind11 would set.
template <class Work>
PyObject* guarded(Work work) noexcept {
    try {
        return work().release().ptr();
    } catch (py::error_already_set& error) {
        error.restore();
    } catch (...) {
        py::detail::try_translate_exceptions();
    }
    return nullptr;
}

/// As Python wants it in its tables, whatever its arguments.
template <class Function>
PyCFunction untyped(Function* function) {
    return reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(function));
}

/// The C++ side of an object of a class that pybind11 made and nobody derives from.
template <class Held>
const Held& held_by(PyObject* object) {
    auto held = reinterpret_cast<py::detail::instance*>(object)->get_value_and_holder();
    if (held.value_ptr() == nullptr)
        throw py::type_error("never loaded"); // but object.__new__ made it
    return *static_cast<const Held*>(held.value_ptr());
}

} // namespace meldroute::inline v0::python
