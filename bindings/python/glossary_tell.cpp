// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "datetime_api.hpp"
#include "glossary.hpp"

#include "facts/duration.hpp"

#include <meldroute/base/decimal.hpp>

#include <string_view>

namespace meldroute::inline v0::python {
namespace {

/// A value that is not of the ordinary forms of its type; what is wrong, if anything, the long way
/// says.
struct Unusual {};

std::int64_t whole(PyObject* value) {
    int overflow = 0;
    const auto integer = PyLong_AsLongLongAndOverflow(value, &overflow);
    if (overflow != 0) throw Unusual();
    return integer;
}

std::string_view text_of(PyObject* value) {
    if (!PyUnicode_CheckExact(value)) throw Unusual();
    Py_ssize_t size = 0;
    const char* bytes = PyUnicode_AsUTF8AndSize(value, &size);
    if (bytes != nullptr) return {bytes, std::size_t(size)};
    PyErr_Clear();
    throw Unusual();
}

bool is_decimal(PyObject* value) {
    PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<py::object> type;
    return py::type::handle_of(value).is(
        type.call_once_and_store_result(
                [] { return py::module_::import("decimal").attr("Decimal"); })
            .get_stored());
}

Decimal digits(PyObject* value) {
    const auto form = py::str("f");
    const auto text = py::reinterpret_steal<py::object>(PyObject_Format(value, form.ptr()));
    if (!text) throw py::error_already_set();
    return Decimal::parse(text_of(text.ptr()));
}

Decimal number(PyObject* value) {
    if (PyLong_CheckExact(value)) return {whole(value), 0};
    if (PyFloat_CheckExact(value)) return Decimal::from_double(PyFloat_AS_DOUBLE(value));
    if (is_decimal(value)) return digits(value);
    throw Unusual();
}

std::int64_t day_of(PyObject* value) {
    if (PyDate_Check(value)) return date_of(value).days;
    return Date::parse(text_of(value)).days;
}

std::int64_t instant(PyObject* value) {
    if (PyDateTime_Check(value)) return moment_of(value).micros;
    return Moment::parse(text_of(value)).micros;
}

std::int64_t seconds(PyObject* value) {
    if (!PyDelta_CheckExact(value)) {
        if (const auto read = read_duration(text_of(value))) return *read;
        throw Unusual();
    }
    const std::int64_t days = PyDateTime_DELTA_GET_DAYS(value);
    if (days < 0 || PyDateTime_DELTA_GET_MICROSECONDS(value) != 0) throw Unusual();
    return days * 86'400 + PyDateTime_DELTA_GET_SECONDS(value);
}

std::int64_t place(const py::dict& codes, PyObject* value) {
    if (const auto code = place_of(codes, value)) return std::int64_t(*code);
    throw Unusual();
}

std::int64_t scalar(const Type& type, const py::dict& codes, PyObject* value) {
    switch (type.kind) {
    case Kind::boolean:
        if (PyBool_Check(value)) return value == Py_True ? 1 : 0;
        break;
    case Kind::integer:
        if (PyLong_CheckExact(value)) return whole(value);
        break;
    case Kind::number: return number(value).exactly(type.decimals).units;
    case Kind::date: return day_of(value);
    case Kind::moment: return instant(value);
    case Kind::duration: return seconds(value);
    case Kind::choice: return place(codes, value);
    default: break;
    }
    throw Unusual();
}

std::uint64_t bit(const py::dict& codes, PyObject* value) {
    return std::uint64_t{1} << place(codes, value);
}

std::uint64_t members(const py::dict& codes, PyObject* value) {
    std::uint64_t bits = 0;
    if (PyList_CheckExact(value)) {
        for (Py_ssize_t i = 0; i < PyList_GET_SIZE(value); ++i)
            bits |= bit(codes, PyList_GET_ITEM(value, i));
    } else if (PyTuple_CheckExact(value)) {
        for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(value); ++i)
            bits |= bit(codes, PyTuple_GET_ITEM(value, i));
    } else if (PyAnySet_CheckExact(value)) {
        for (const auto one : py::handle(value)) bits |= bit(codes, one.ptr());
    } else {
        throw Unusual();
    }
    return bits;
}

/// {"seen": […], "not-seen": […]}, or one of both.
Slot looked_at(const py::dict& codes, PyObject* value) {
    Slot slot;
    PyObject *key = nullptr, *told = nullptr;
    if (PyDict_GET_SIZE(value) == 0) throw Unusual();
    for (Py_ssize_t at = 0; PyDict_Next(value, &at, &key, &told);) {
        const auto name = text_of(key);
        if (name != "seen" && name != "not-seen") throw Unusual();
        (name == "seen" ? slot.seen : slot.not_seen) = members(codes, told);
    }
    return slot;
}

Slot slot_of(const Type& type, const py::dict& codes, PyObject* value) {
    Slot slot;
    if (type.many()) {
        if (PyDict_CheckExact(value)) return looked_at(codes, value);
        slot.seen = members(codes, value);
        slot.not_seen = type.all() & ~slot.seen;
        return slot;
    }
    slot.known = true;
    if (type.kind == Kind::text)
        slot.text = text_of(value);
    else
        slot.value = scalar(type, codes, value);
    return slot;
}

} // namespace

bool Glossary::tell(Situation& situation, py::handle facts) const try {
    if (!PyDict_CheckExact(facts.ptr())) return false;
    use_datetime();
    PyObject *key = nullptr, *value = nullptr;
    for (Py_ssize_t at = 0; PyDict_Next(facts.ptr(), &at, &key, &value);) {
        const auto slot = place_of(slots_, key);
        if (!slot) return false;
        if (value == Py_None) continue;
        // A moment asks its time zone, which is anybody's code: it may even change the dict.
        const auto kept = py::reinterpret_borrow<py::object>(value);
        situation.put(*slot, slot_of(situation.vocabulary()[*slot].type, codes_[*slot], value));
    }
    return true;
} catch (const Unusual&) {
    return false;
} catch (const Error&) {
    return false;
} catch (const py::error_already_set&) {
    return false;
}

} // namespace meldroute::inline v0::python
