// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "datetime_api.hpp"
#include "glossary.hpp"

#include "facts/duration.hpp"

#include <meldroute/base/decimal.hpp>

#include <algorithm>
#include <string_view>

namespace meldroute::inline v0::python {
namespace {

using Text = std::optional<std::string_view>;

/// A text of ASCII, where it lies: all ids, codes, dates and moments are. A subclass is its text.
Text ascii(PyObject* value) {
    if (!PyUnicode_Check(value) || !PyUnicode_IS_COMPACT_ASCII(value)) return {};
    return std::string_view(static_cast<const char*>(PyUnicode_DATA(value)),
                            std::size_t(PyUnicode_GET_LENGTH(value)));
}

/// Any text. Nothing for a broken one.
Text any_text(PyObject* value) {
    if (!PyUnicode_Check(value)) return {};
    Py_ssize_t size = 0;
    const char* bytes = PyUnicode_AsUTF8AndSize(value, &size);
    if (bytes != nullptr) return std::string_view(bytes, std::size_t(size));
    PyErr_Clear();
    return {};
}

std::optional<std::int64_t> whole(PyObject* value) {
    if (!PyLong_CheckExact(value)) return {};
    int overflow = 0;
    const auto integer = PyLong_AsLongLongAndOverflow(value, &overflow);
    if (overflow != 0) return {};
    return integer;
}

bool is_decimal(PyObject* value) {
    PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<py::object> type;
    return py::type::handle_of(value).is(
        type.call_once_and_store_result(
                [] { return py::module_::import("decimal").attr("Decimal"); })
            .get_stored());
}

std::optional<Decimal> number(PyObject* value) {
    if (const auto integer = whole(value)) return Decimal{*integer, 0};
    if (PyFloat_CheckExact(value)) return Decimal::from_double(PyFloat_AS_DOUBLE(value));
    if (!is_decimal(value)) return {};
    const auto kept = py::reinterpret_borrow<py::object>(value);
    const auto form = py::str("f");
    const auto text = py::reinterpret_steal<py::object>(PyObject_Format(value, form.ptr()));
    if (!text) throw py::error_already_set();
    if (const auto digits = ascii(text.ptr())) return Decimal::parse(*digits);
    return {};
}

std::optional<std::int64_t> day_of(PyObject* value) {
    if (const auto text = ascii(value)) return Date::parse(*text).days;
    if (!PyDate_Check(value)) return {};
    return date_of(value).days;
}

std::optional<std::int64_t> instant(PyObject* value) {
    if (const auto text = ascii(value)) return Moment::parse(*text).micros;
    if (!PyDateTime_Check(value)) return {};
    // It asks its time zone, which is anybody's code and may even change the dict.
    const auto kept = py::reinterpret_borrow<py::object>(value);
    return moment_of(value).micros;
}

std::optional<std::int64_t> seconds(PyObject* value) {
    if (const auto text = ascii(value)) return read_duration(*text);
    if (!PyDelta_CheckExact(value)) return {};
    const std::int64_t days = PyDateTime_DELTA_GET_DAYS(value);
    if (days < 0 || PyDateTime_DELTA_GET_MICROSECONDS(value) != 0) return {};
    return days * 86'400 + PyDateTime_DELTA_GET_SECONDS(value);
}

void put(Situation& situation, std::size_t slot, std::string_view text) {
    Slot told;
    told.known = true;
    told.text = text;
    situation.put(slot, std::move(told));
}

void put(Situation& situation, std::size_t slot, Unknown why) {
    Slot told;
    told.why = why;
    situation.put(slot, std::move(told));
}

} // namespace

bool Glossary::straight(Sheet& sheet, PyObject* facts) try {
    if (!PyDict_CheckExact(facts)) return false;
    use_datetime();
    PyObject *key = nullptr, *value = nullptr;
    std::size_t place = 0;
    for (Py_ssize_t at = 0; PyDict_Next(facts, &at, &key, &value); ++place) {
        const auto slot = this->slot(place, key);
        if (!slot) return false;
        if (value == Py_None) continue;
        if (!straight(sheet.at(*slot), *slot, value)) return false;
    }
    return true;
} catch (const Error&) {
    return false;
} catch (const py::error_already_set&) {
    return false;
}

std::optional<std::size_t> Glossary::slot(std::size_t place, PyObject* key) {
    if (place < last_.size() && last_[place].text.ptr() == key) return last_[place].slot;
    const auto id = PyUnicode_CheckExact(key) ? ascii(key) : Text();
    const auto slot = id ? facts_.find(*id) : std::nullopt;
    if (slot && place < last_.size())
        last_[place] = {py::reinterpret_borrow<py::object>(key), *slot};
    return slot;
}

bool Glossary::straight(Situation& situation, std::size_t slot, PyObject* value) const {
    const Form& form = forms_[slot];
    if (PyDict_CheckExact(value)) return aside(situation, slot, value);
    if (form.kind == Kind::set || form.kind == Kind::checklist) {
        const auto seen = members(slot, value);
        if (seen) situation.put_members(slot, *seen, form.all & ~*seen);
        return seen.has_value();
    }
    if (form.kind == Kind::text) {
        const auto text = any_text(value);
        if (text) put(situation, slot, *text);
        return text.has_value();
    }
    const auto read = scalar(slot, value);
    if (!read || *read < form.min || *read > form.max) return false;
    situation.put_value(slot, *read);
    return true;
}

/// {"unknown": …}, or what was seen and not seen.
bool Glossary::aside(Situation& situation, std::size_t slot, PyObject* value) const {
    const Kind kind = forms_[slot].kind;
    const bool many = kind == Kind::set || kind == Kind::checklist;
    std::uint64_t seen = 0, not_seen = 0;
    PyObject *key = nullptr, *told = nullptr;
    for (Py_ssize_t at = 0; PyDict_Next(value, &at, &key, &told);) {
        const auto name = ascii(key);
        if (name == "unknown") {
            const auto* const why = std::find(unknown_words.begin(), unknown_words.end(),
                                              ascii(told).value_or(std::string_view()));
            if (why == unknown_words.end() || PyDict_GET_SIZE(value) != 1) return false;
            put(situation, slot, Unknown(why - unknown_words.begin()));
            return true;
        }
        if (!many || (name != "seen" && name != "not-seen")) return false;
        const auto bits = members(slot, told);
        if (!bits) return false;
        (name == "seen" ? seen : not_seen) = *bits;
    }
    if (PyDict_GET_SIZE(value) == 0 || (seen & not_seen) != 0) return false;
    situation.put_members(slot, seen, not_seen);
    return true;
}

Glossary::Number Glossary::scalar(std::size_t slot, PyObject* value) const {
    switch (forms_[slot].kind) {
    case Kind::boolean: return PyBool_Check(value) ? Number(value == Py_True ? 1 : 0) : Number();
    case Kind::integer: return whole(value);
    case Kind::number:
        if (const auto read = number(value)) return read->exactly(forms_[slot].decimals).units;
        return {};
    case Kind::date: return day_of(value);
    case Kind::moment: return instant(value);
    case Kind::duration: return seconds(value);
    case Kind::choice: return code(slot, value);
    default: return {};
    }
}

Glossary::Number Glossary::code(std::size_t slot, PyObject* value) const {
    const auto word = ascii(value);
    const int code = word ? facts_.code(slot, *word) : -1;
    return code < 0 ? Number() : Number(code);
}

Glossary::Bits Glossary::members(std::size_t slot, PyObject* value) const {
    std::uint64_t bits = 0;
    const auto add = [&](PyObject* one) {
        const auto member = code(slot, one);
        if (member) bits |= std::uint64_t{1} << *member;
        return member.has_value();
    };
    if (PyList_CheckExact(value) || PyTuple_CheckExact(value)) {
        PyObject* const* const all = PySequence_Fast_ITEMS(value);
        if (!std::all_of(all, all + PySequence_Fast_GET_SIZE(value), add)) return {};
    } else if (PyAnySet_CheckExact(value)) {
        for (const auto one : py::handle(value))
            if (!add(one.ptr())) return {};
    } else {
        return {};
    }
    return bits;
}

} // namespace meldroute::inline v0::python
