// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "bindings.hpp"

namespace meldroute::inline v0::python {

void bind_agenda(py::module_& module) {
    module.def("amsterdam_date",
               [](py::handle moment) { return to_python(amsterdam_date(moment_of(moment))); });
    module.def("amsterdam_offset",
               [](py::handle moment) { return amsterdam_offset(moment_of(moment).micros); });
}

} // namespace meldroute::inline v0::python
