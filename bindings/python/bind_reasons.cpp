// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "bindings.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0::python {
namespace {

template <class What>
py::object told(const char* name, const std::string& decision, const What& what) {
    return py::module_::import("meldroute.reasons")
        .attr(name)("decision"_a = decision, "text"_a = what.text(),
                    "data"_a = to_python(what.json()));
}

} // namespace

Audience audience_of(const Rulebook& book, py::handle lang, py::handle role) {
    Audience audience{lang_of(lang), {}};
    if (const auto id = string_of(role); !id.empty()) audience.sees = book.role(id).sees;
    return audience;
}

py::object to_python(const Reasons& reasons) {
    return told("Reasons", reasons.asked.decision, reasons);
}

py::object to_python(const std::string& decision, const LeastChange& least) {
    return told("LeastChange", decision, least);
}

} // namespace meldroute::inline v0::python
