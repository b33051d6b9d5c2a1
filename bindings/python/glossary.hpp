// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// From a Python dict straight into the slots of a situation, and an outcome back, with no text or
// tree made in between.

#pragma once

#include "convert.hpp"

#include <meldroute/rulebook/rulebook.hpp>

#include <memory>
#include <numeric>
#include <optional>
#include <vector>

namespace meldroute::inline v0::python {

/// A situation, and which slots were told: to be used again, it forgets only those.
class Sheet {
public:
    explicit Sheet(const Vocabulary& vocabulary) : situation_(vocabulary) {
        told_.reserve(vocabulary.size());
    }

    const Situation& situation() const { return situation_; }
    /// To tell this fact.
    Situation& at(std::size_t slot) {
        told_.push_back(slot);
        return situation_;
    }
    /// To tell any.
    Situation& anywhere() {
        told_.resize(situation_.vocabulary().size());
        std::iota(told_.begin(), told_.end(), std::size_t{0});
        return situation_;
    }
    void forget() {
        for (const auto slot : told_) situation_.forget(slot);
        told_.clear();
    }

private:
    Situation situation_;
    std::vector<std::size_t> told_;
};

/// Made, used and destroyed while Python's lock is held. A time zone is anybody's code, and lets
/// another thread or call in halfway: so nothing here is held on to past a value.
class Glossary {
public:
    explicit Glossary(const Rulebook& book);

    /// These facts, as `Situation::tell` has them: of a dict, any other mapping, or JSON text.
    std::unique_ptr<Sheet> tell(py::handle facts);
    /// For who is done with a sheet: the next report may use it.
    void bring_back(std::unique_ptr<Sheet> sheet);

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
    using Number = std::optional<std::int64_t>;
    using Bits = std::optional<std::uint64_t>;
    /// What reading a fact needs of its type, close together.
    struct Form {
        Kind kind;
        int decimals;
        std::int64_t min, max;
        std::uint64_t all;
    };
    struct Key {
        py::object text;
        std::size_t slot;
    };

    /// False for anything out of the ordinary, right or wrong: then a situation must be told the
    /// long way, which knows what to say of it.
    bool straight(Sheet& sheet, PyObject* facts);
    std::optional<std::size_t> slot(std::size_t place, PyObject* key);
    bool straight(Situation& situation, std::size_t slot, PyObject* value) const;
    bool aside(Situation& situation, std::size_t slot, PyObject* value) const;
    Number scalar(std::size_t slot, PyObject* value) const;
    Number code(std::size_t slot, PyObject* value) const;
    Bits members(std::size_t slot, PyObject* value) const;

    const Rulebook& book_;
    const Vocabulary& facts_;
    std::vector<Form> forms_; ///< by slot
    std::vector<Key> last_;   ///< keys of the last dict by place: the next has mostly the same
    std::vector<std::unique_ptr<Sheet>> sheets_; ///< that nobody uses now
    py::dict places_;                            ///< in words_, by decision id
    std::vector<Word> words_;
};

} // namespace meldroute::inline v0::python
