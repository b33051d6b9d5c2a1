// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "convert.hpp"
#include "datetime_api.hpp"

#include <meldroute/base/decimal.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0::python {
namespace {

constexpr std::int64_t second = 1'000'000, minute = 60 * second, day = 86'400 * second;

py::object taken(PyObject* made) {
    if (made == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::object>(made);
}

py::object zone(int minutes_ahead) {
    const auto offset = taken(PyDelta_FromDSU(0, minutes_ahead * 60, 0));
    return taken(PyTimeZone_FromOffset(offset.ptr()));
}

py::object array(const Json& values) {
    py::list all;
    for (const auto& value : values) all.append(to_python(value));
    return all;
}

py::object object(const Json& values) {
    py::dict all;
    for (const auto& [key, value] : values.items()) all[py::str(key)] = to_python(value);
    return all;
}

} // namespace

py::object to_python(const Json& value) {
    switch (value.type()) {
    case Json::value_t::boolean: return py::bool_(value.get<bool>());
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned: return py::int_(value.get<std::int64_t>());
    case Json::value_t::number_float:
        return py::module_::import("decimal").attr("Decimal")(
            Decimal::from_double(value.get<double>()).text());
    case Json::value_t::string: return to_python(value.get_ref<const std::string&>());
    case Json::value_t::array: return array(value);
    case Json::value_t::object: return object(value);
    default: return py::none();
    }
}

py::object to_python(Date date) {
    use_datetime();
    return taken(PyDate_FromDate(date.year(), date.month(), date.day()));
}

py::object to_python(const Moment& moment) {
    use_datetime();
    const auto local = moment.micros + moment.offset_minutes * minute;
    const auto whole = local / day - (local % day < 0 ? 1 : 0);
    const Date date{static_cast<std::int32_t>(whole)};
    const auto clock = local - whole * day;
    const auto seconds = static_cast<int>(clock / second);
    return taken(PyDateTimeAPI->DateTime_FromDateAndTime(
        date.year(), date.month(), date.day(), seconds / 3600, seconds / 60 % 60, seconds % 60,
        static_cast<int>(clock % second), zone(moment.offset_minutes).ptr(),
        PyDateTimeAPI->DateTimeType));
}

py::object to_python(const Text& text) {
    return result("Text", "nl"_a = text.nl, "en"_a = text.en);
}

py::object to_python(const Source& source) {
    static constexpr const char* confidences[]{"read", "older-text", "assumed", "local"};
    return result("Source", "title"_a = source.title, "article"_a = source.article,
                  "law"_a = source.law, "confidence"_a = word(confidences, source.confidence));
}

py::object to_python(const std::string& text) {
    return py::str(text);
}

py::object to_python(const Place& place) {
    return py::module_::import("meldroute.errors")
        .attr("Place")("file"_a = place.file, "line"_a = place.line, "column"_a = place.column,
                       "pointer"_a = place.pointer, "row"_a = place.row);
}

py::object to_python(const std::vector<std::string>& texts) {
    return tuple_of(texts, [](const std::string& text) { return py::str(text); });
}

} // namespace meldroute::inline v0::python
