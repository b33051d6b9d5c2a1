// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Makes objects of a class of meldroute/results.py by filling their slots, which is all that the
// class's own __init__ does, many times slower.

#pragma once

#include "convert.hpp"

#include <array>

namespace meldroute::inline v0::python {

template <std::size_t N>
class Maker {
public:
    Maker(const char* name, const std::array<const char*, N>& slots)
        : type_(py::module_::import("meldroute.results").attr(name)) {
        for (std::size_t i = 0; i < N; ++i) slots_[i] = type_.attr(slots[i]);
    }

    /// In the order of the slots. A slot that is left out stays empty.
    template <class... Values>
    py::object operator()(const Values&... values) const {
        static_assert(sizeof...(Values) == N);
        auto* const type = reinterpret_cast<PyTypeObject*>(type_.ptr());
        auto made = py::reinterpret_steal<py::object>(type->tp_new(type, none_.ptr(), nullptr));
        if (!made) throw py::error_already_set();
        std::size_t i = 0;
        (fill(made, slots_[i++], values), ...);
        return made;
    }

private:
    static void fill(const py::object& made, const py::object& slot, const py::handle& value) {
        if (Py_TYPE(slot.ptr())->tp_descr_set(slot.ptr(), made.ptr(), value.ptr()) != 0)
            throw py::error_already_set();
    }

    py::object type_;
    std::array<py::object, N> slots_;
    py::tuple none_;
};

/// The one of its kind, made at first use and never destroyed: Python may be gone before it.
template <class Made, class Make>
const Made& once(Make make) {
    PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<Made> kept;
    return kept.call_once_and_store_result(make).get_stored();
}

} // namespace meldroute::inline v0::python
