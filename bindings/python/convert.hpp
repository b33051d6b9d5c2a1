// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Values between Python and C++. What comes in is read by hand: pybind11 would repeat in its own
// message the arguments that do not fit, and they may be facts about a person.

#pragma once

#include <meldroute/base/date.hpp>
#include <meldroute/base/json.hpp>
#include <meldroute/base/source.hpp>

#include <pybind11/pybind11.h>

#include <optional>
#include <string>
#include <vector>

namespace meldroute::inline v0::python {

namespace py = pybind11;
using namespace py::literals;

// ── In; each throws Usage 20xx, which names a type and never a value ───────────────────────────

/// Facts: dicts, lists, sets, numbers, dates, moments, durations, texts and None.
Json json_of(py::handle value);
std::string string_of(py::handle value);
/// Bytes; the message of a misfit holds none of them.
std::string binary_of(py::handle value);
std::vector<std::string> strings_of(py::handle sequence);
Lang lang_of(py::handle value);
Date date_of(py::handle value);
/// A datetime with a time zone.
Moment moment_of(py::handle value);

// ── Out ────────────────────────────────────────────────────────────────────────────────────────

/// Numbers with decimals become Decimal; dates stay the strings that they are in JSON.
py::object to_python(const Json& value);
py::object to_python(Date date);
py::object to_python(const Moment& moment);
py::object to_python(const Text& text);
py::object to_python(const Source& source);
py::object to_python(const std::string& text);

py::object to_python(const std::vector<std::string>& texts);
py::object to_python(const Place& place);

template <class T>
py::object to_python(const std::optional<T>& value) {
    return value ? to_python(*value) : py::none();
}

template <class T, class Convert>
py::tuple tuple_of(const std::vector<T>& values, Convert convert) {
    py::tuple all(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) all[i] = convert(values[i]);
    return all;
}

/// The word for a value of an enumeration.
template <class Enum, std::size_t N>
const char* word(const char* const (&words)[N], Enum value) {
    return words[static_cast<std::size_t>(value)];
}

/// An object of the Python class with this name in this module.
template <class... Fields>
py::object made(const char* module, const char* name, Fields&&... fields) {
    return py::module_::import(module).attr(name)(std::forward<Fields>(fields)...);
}
/// Of meldroute/results.py.
template <class... Fields>
py::object result(const char* name, Fields&&... fields) {
    return made("meldroute.results", name, std::forward<Fields>(fields)...);
}

} // namespace meldroute::inline v0::python
