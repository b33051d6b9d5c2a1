// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What each file adds to the native module. Every argument comes in as an object: the signatures
// that people see stand in the Python package, which checks how many there are.

#pragma once

#include "glossary.hpp"

#include <meldroute/exchange/picture.hpp>
#include <meldroute/rulebook/rulebook.hpp>

#include <memory>

namespace meldroute::inline v0::python {

void bind_errors();
void bind_agenda(py::module_& module);
void bind_rulebook(py::module_& module);
/// Rulebook.decide, on its class.
void bind_decide(const py::object& rulebook);
void bind_desk(py::module_& module);
void bind_batch(py::module_& module);
void bind_trials(py::module_& module);
void bind_command(py::module_& module);

/// pybind11 holds no pointers to const.
struct SharedRulebook {
    std::shared_ptr<const Rulebook> book;
    mutable std::unique_ptr<Glossary> words = {};

    /// Made when facts are first told: loading goes on without Python's lock.
    Glossary& glossary() const {
        if (!words) words = std::make_unique<Glossary>(*book);
        return *words;
    }
};

Situation situation_of(const SharedRulebook& book, py::handle facts);

/// pybind11's own metaclass serves static properties, which no class here has.
inline py::metaclass plain_type() {
    return py::metaclass(reinterpret_cast<PyObject*>(&PyType_Type));
}

py::object to_python(const Ruling& ruling);
/// A Picture of pictures.py.
py::object to_python(const Picture& picture);
py::object to_python(const Reasons& reasons);
py::object to_python(const std::string& decision, const LeastChange& least);
/// "" for a reader without a role.
Audience audience_of(const Rulebook& book, py::handle lang, py::handle role);
/// What is known, with dates, moments, durations and decimals as Python has them.
py::dict to_python(const Situation& situation);

/// Does what takes time or waits while other Python threads go on. Touches nothing of Python.
template <class Work>
auto unlocked(Work work) {
    const py::gil_scoped_release others_go_on;
    return work();
}

} // namespace meldroute::inline v0::python
