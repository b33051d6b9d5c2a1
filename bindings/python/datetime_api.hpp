// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The datetime module's C functions. Python keeps them in a variable of each file, so each file that
// uses them fetches them.

#pragma once

#include <pybind11/pybind11.h>

#include <datetime.h>

namespace meldroute::inline v0::python {

[[maybe_unused]] static void use_datetime() {
    if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
    if (PyDateTimeAPI == nullptr) throw pybind11::error_already_set();
}

} // namespace meldroute::inline v0::python
