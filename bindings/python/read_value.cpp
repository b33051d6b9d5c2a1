// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "convert.hpp"
#include "datetime_api.hpp"

#include "facts/duration.hpp"

#include <meldroute/base/decimal.hpp>
#include <meldroute/base/id.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace meldroute::inline v0::python {
namespace {

constexpr int deepest = 16;
constexpr std::int64_t second = 1'000'000, day = 86'400 * second;

bool is(py::handle value, const char* module, const char* type) {
    return py::isinstance(value, py::module_::import(module).attr(type));
}

[[noreturn]] void refuse(py::handle value, const Place& place) {
    fail(Fault::python_type_unfit,
         {py::type::handle_of(value).attr("__name__").cast<std::string>()}, place);
}

std::string string_at(py::handle value, const Place& place) {
    if (!PyUnicode_Check(value.ptr())) refuse(value, place);
    Py_ssize_t size = 0;
    const char* bytes = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
    if (bytes != nullptr) return {bytes, static_cast<std::size_t>(size)};
    PyErr_Clear(); // Python's own error holds the whole text
    fail(Fault::python_text_broken, {}, place);
}

std::int64_t integer_at(py::handle value, const Place& place) {
    const auto whole = py::reinterpret_steal<py::object>(PyNumber_Index(value.ptr()));
    if (!whole) throw py::error_already_set();
    int overflow = 0;
    const auto integer = PyLong_AsLongLongAndOverflow(whole.ptr(), &overflow);
    if (overflow != 0) fail(Fault::number_overflow, {}, place);
    return integer;
}

Json decimal_at(py::handle value, const Place& place) {
    if (!value.attr("is_finite")().cast<bool>()) fail(Fault::python_number_not_finite, {}, place);
    const auto digits = py::str("{:f}").format(value).cast<std::string>();
    const auto decimal = Decimal::parse(digits, place);
    if (decimal.decimals == 0) return decimal.units;
    return decimal.text();
}

Json float_at(py::handle value, const Place& place) {
    const double number = PyFloat_AS_DOUBLE(value.ptr());
    if (!std::isfinite(number)) fail(Fault::python_number_not_finite, {}, place);
    return number;
}

Date date_at(py::handle value, const Place& place) {
    return Date::of(PyDateTime_GET_YEAR(value.ptr()), PyDateTime_GET_MONTH(value.ptr()),
                    PyDateTime_GET_DAY(value.ptr()), place);
}

std::int64_t micros_of(py::handle delta) {
    return PyDateTime_DELTA_GET_DAYS(delta.ptr()) * day +
           PyDateTime_DELTA_GET_SECONDS(delta.ptr()) * second +
           PyDateTime_DELTA_GET_MICROSECONDS(delta.ptr());
}

Moment moment_at(py::handle value, const Place& place) {
    const py::object offset = value.attr("utcoffset")();
    if (offset.is_none()) fail(Fault::python_moment_naive, {}, place);
    auto* const raw = value.ptr();
    const std::int64_t clock =
        (PyDateTime_DATE_GET_HOUR(raw) * 60 + PyDateTime_DATE_GET_MINUTE(raw)) * 60 +
        PyDateTime_DATE_GET_SECOND(raw);
    const auto ahead = micros_of(offset);
    const auto micros = date_at(value, place).days * day + clock * second +
                        PyDateTime_DATE_GET_MICROSECOND(raw) - ahead;
    static const auto first = Moment::parse("1996-01-01T00:00:00+01:00");
    static const auto last = Moment::parse("2100-12-31T23:59:59.999999+01:00");
    if (micros < first.micros || micros > last.micros) fail(Fault::moment_out_of_range, {}, place);
    return {micros, static_cast<std::int16_t>(ahead / (60 * second))};
}

Json duration_at(py::handle value, const Place& place) {
    const auto micros = micros_of(value);
    if (micros < 0 || micros % second != 0) fail(Fault::python_duration_unfit, {}, place);
    return duration_iso(micros / second);
}

Place below(Place place, const std::string& key) {
    // A key that is no id may be anything, also a name: it is not repeated.
    place.pointer += "/" + (is_id(key) ? key : std::string("…"));
    return place;
}

Json json_at(py::handle value, const Place& place, int depth);

Json array_at(py::handle values, const Place& place, int depth) {
    auto array = Json::array();
    for (const auto value : values)
        array.push_back(json_at(value, below(place, std::to_string(array.size())), depth));
    return array;
}

Json set_at(py::handle values, const Place& place, int depth) {
    auto array = array_at(values, place, depth);
    std::sort(array.begin(), array.end());
    return array;
}

Json object_at(py::handle values, const Place& place, int depth) {
    auto object = Json::object();
    for (const auto key : values) {
        const auto name = string_at(key, place);
        const py::object value = values[key];
        object[name] = json_at(value, below(place, name), depth);
    }
    return object;
}

Json many_at(py::handle value, const Place& place, int depth) {
    if (depth > deepest) fail(Fault::python_too_deep, {}, place);
    if (PyDict_Check(value.ptr())) return object_at(value, place, depth);
    if (PyList_Check(value.ptr()) || PyTuple_Check(value.ptr()))
        return array_at(value, place, depth);
    if (PyAnySet_Check(value.ptr())) return set_at(value, place, depth);
    if (is(value, "collections.abc", "Mapping")) return object_at(value, place, depth);
    refuse(value, place);
}

Json json_at(py::handle value, const Place& place, int depth) {
    auto* const raw = value.ptr();
    if (value.is_none()) return nullptr;
    if (PyBool_Check(raw)) return raw == Py_True;
    if (PyUnicode_Check(raw)) return string_at(value, place);
    if (PyFloat_Check(raw)) return float_at(value, place);
    if (PyIndex_Check(raw)) return integer_at(value, place);
    // A datetime is a date as well, so it goes first.
    if (PyDateTime_Check(raw)) return moment_at(value, place).iso();
    if (PyDate_Check(raw)) return date_at(value, place).iso();
    if (PyDelta_Check(raw)) return duration_at(value, place);
    if (is(value, "decimal", "Decimal")) return decimal_at(value, place);
    return many_at(value, place, depth + 1);
}

} // namespace

Json json_of(py::handle value) {
    use_datetime();
    return json_at(value, {}, 0);
}

std::string string_of(py::handle value) {
    return string_at(value, {});
}

std::vector<std::string> strings_of(py::handle sequence) {
    if (!PyList_Check(sequence.ptr()) && !PyTuple_Check(sequence.ptr())) refuse(sequence, {});
    std::vector<std::string> all;
    for (const auto value : sequence) all.push_back(string_of(value));
    return all;
}

std::string binary_of(py::handle value) {
    if (!PyBytes_Check(value.ptr())) refuse(value, {});
    return {PyBytes_AS_STRING(value.ptr()), std::size_t(PyBytes_GET_SIZE(value.ptr()))};
}

Lang lang_of(py::handle value) {
    const auto name = string_of(value);
    if (name != "nl" && name != "en") fail(Fault::python_language_unknown);
    return name == "en" ? Lang::en : Lang::nl;
}

Date date_of(py::handle value) {
    use_datetime();
    if (!PyDate_Check(value.ptr()) || PyDateTime_Check(value.ptr())) refuse(value, {});
    return date_at(value, {});
}

Moment moment_of(py::handle value) {
    use_datetime();
    if (!PyDateTime_Check(value.ptr())) refuse(value, {});
    return moment_at(value, {});
}

} // namespace meldroute::inline v0::python
