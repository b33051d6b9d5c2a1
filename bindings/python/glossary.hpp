// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The ids of a rulebook in Python's own dicts, which find a text by the hash that it has already:
// so that facts go from a dict into their slots, and an outcome comes back, with no text made.

#pragma once

#include "convert.hpp"

#include <meldroute/rulebook/rulebook.hpp>

#include <optional>
#include <vector>

namespace meldroute::inline v0::python {

/// Where a dict of places has this key. Nothing for what is no plain text, or is not there.
inline std::optional<std::size_t> place_of(const py::dict& places, PyObject* key) {
    if (!PyUnicode_CheckExact(key)) return {};
    PyObject* const place = PyDict_GetItemWithError(places.ptr(), key);
    if (place == nullptr) return {};
    return PyLong_AsSize_t(place);
}

/// Made, used and destroyed while Python's lock is held.
class Glossary {
public:
    explicit Glossary(const Rulebook& book);

    /// Facts as `Situation::tell` would have them. False for anything out of the ordinary, right or
    /// wrong: then the situation must be told the long way, which knows what to say of it.
    bool tell(Situation& situation, py::handle facts) const;

    struct Word {
        const Decision* decision = nullptr;
        py::str id;
        std::vector<py::str> codes; ///< of its outcome, where those say it
        bool computed = false;      ///< arithmetic takes part, here or below
    };
    /// Null for what is no decision, or one without a body.
    const Word* decision(py::handle id) const;
    py::object outcome(const Word& word, const Outcome& outcome) const;

private:
    const Rulebook& book_;
    py::dict slots_;              ///< by fact id
    std::vector<py::dict> codes_; ///< of each slot: which code has this id
    py::dict places_;             ///< in words_, by decision id
    std::vector<Word> words_;
};

} // namespace meldroute::inline v0::python
