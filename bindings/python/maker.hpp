// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Makes objects of a class of meldroute/results.py by filling their slots where they lie, which is
// all that the class's own __init__ does, many times slower.

#pragma once

#include "convert.hpp"

#include <structmember.h>

#include <array>

namespace meldroute::inline v0::python {

template <std::size_t N>
class Maker {
public:
    Maker(const char* name, const std::array<const char*, N>& slots)
        : type_(py::module_::import("meldroute.results").attr(name)) {
        for (std::size_t i = 0; i < N; ++i) places_[i] = place(type_.attr(slots[i]));
    }

    /// In the order of the slots. A slot that is left out stays empty.
    template <class... Values>
    py::object operator()(const Values&... values) const {
        static_assert(sizeof...(Values) == N);
        auto* const type = reinterpret_cast<PyTypeObject*>(type_.ptr());
        auto made = py::reinterpret_steal<py::object>(type->tp_alloc(type, 0));
        if (!made) throw py::error_already_set();
        auto* const start = reinterpret_cast<char*>(made.ptr());
        std::size_t i = 0;
        ((*reinterpret_cast<PyObject**>(start + places_[i++]) = values.inc_ref().ptr()), ...);
        return made;
    }

private:
    static Py_ssize_t place(const py::object& slot) {
        if (!Py_IS_TYPE(slot.ptr(), &PyMemberDescr_Type)) throw py::type_error("no slot");
        return reinterpret_cast<PyMemberDescrObject*>(slot.ptr())->d_member->offset;
    }

    py::object type_;
    std::array<Py_ssize_t, N> places_{};
};

/// The one of its kind, made at first use and never destroyed: Python may be gone before it.
template <class Made, class Make>
const Made& once(Make make) {
    PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<Made> kept;
    return kept.call_once_and_store_result(make).get_stored();
}

} // namespace meldroute::inline v0::python
