// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "bindings.hpp"

namespace meldroute::inline v0::python {
namespace {

/// The five exceptions have the same names in meldroute/errors.py.
const char* name_of(const Error& error) {
    if (dynamic_cast<const RulebookError*>(&error) != nullptr) return "RulebookError";
    if (dynamic_cast<const Refused*>(&error) != nullptr) return "Refused";
    if (dynamic_cast<const Conflict*>(&error) != nullptr) return "Conflict";
    if (dynamic_cast<const Damaged*>(&error) != nullptr) return "Damaged";
    if (dynamic_cast<const Usage*>(&error) != nullptr) return "Usage";
    return "Error";
}

void raise(const Error& error) {
    const auto errors = py::module_::import("meldroute.errors");
    const auto arguments = py::make_tuple(error.code(), to_python(error.place()),
                                          error.text(Lang::en), error.text(Lang::nl));
    PyErr_SetObject(errors.attr(name_of(error)).ptr(), arguments.ptr());
}

} // namespace

void bind_errors() {
    py::register_local_exception_translator([](std::exception_ptr thrown) {
        try {
            if (thrown) std::rethrow_exception(thrown);
        } catch (const Error& error) {
            raise(error);
        }
    });
}

} // namespace meldroute::inline v0::python
