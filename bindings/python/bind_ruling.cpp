// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "bindings.hpp"
#include "maker.hpp"
#include "native.hpp"
#include "unsaid.hpp"

#include "rules/model.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0::python {
namespace {

/// Words that stand in many rulings, made once.
template <std::size_t N>
std::array<py::str, N> kept(const std::array<const char*, N>& words) {
    std::array<py::str, N> all;
    for (std::size_t i = 0; i < N; ++i) all[i] = words[i];
    return all;
}

const py::str& state_of(Ruling::State state) {
    const auto& all = once<std::array<py::str, 5>>([] {
        return kept<5>({"decided", "open", "none", "conflict", "bound"});
    });
    return all[std::size_t(state)];
}

py::object row(const RowTrace& trace) {
    const auto& make = once<Maker<4>>([] {
        return Maker<4>("Row", {"row", "state", "failed", "open"});
    });
    const auto& states = once<std::array<py::str, 4>>([] {
        return kept<4>({"hit", "outranked", "failed", "open"});
    });
    return make(py::str(trace.row), states[std::size_t(trace.state)], py::str(trace.failed),
                to_python(trace.open));
}

py::object needed(const Needed& what) {
    return result("Needed", "fact"_a = what.fact, "items"_a = to_python(what.items));
}

py::object value(const JsonBox& outcome) {
    return to_python(*outcome);
}

/// Nothing where something that is left unsaid could meet a number that is too large. Of what is
/// settled the trace came past it all.
std::optional<Outcome> safely(const Decisions& decisions, const Glossary::Word& word,
                              const Situation& situation) {
    if (!word.computed) return decisions.decide(*word.decision, situation);
    thread_local Trace trace;
    decisions.trace(*word.decision, situation, trace);
    const auto& outcome = trace.outcome();
    if (outcome.state == Ruling::State::open || outcome.state == Ruling::State::bound) return {};
    return outcome;
}

/// What the decision says; the rest of the ruling is made when somebody asks for it.
py::object decided(PyObject* self, py::handle decision, py::handle facts) {
    const auto& book = held_by<SharedRulebook>(self);
    const auto& decisions = book.book->decisions();
    auto& glossary = book.glossary();
    auto sheet = glossary.tell(facts);
    const Situation& situation = sheet->situation();
    const auto* const word = glossary.decision(decision);
    if (word == nullptr) return to_python(decisions.rule(string_of(decision), situation));
    const auto outcome = safely(decisions, *word, situation);
    if (!outcome) return to_python(decisions.rule(word->decision->id, situation));
    const auto& make = once<Maker<4>>([] {
        return Maker<4>("Ruling", {"decision", "state", "outcome", "_unsaid"});
    });
    return make(word->id, state_of(outcome->state), glossary.outcome(*word, *outcome),
                unsaid(book, self, *word->decision, std::move(sheet)));
}

PyObject* decide(PyObject* self, PyObject* const* arguments, Py_ssize_t count) {
    return guarded([&] {
        if (count != 2) throw py::type_error("decide takes a decision and facts");
        return decided(self, arguments[0], arguments[1]);
    });
}

} // namespace

Situation situation_of(const SharedRulebook& book, py::handle facts) {
    return book.glossary().tell(facts)->situation();
}

py::tuple possible_of(const Ruling& ruling) {
    return tuple_of(ruling.possible, value);
}

py::tuple rows_of(const Ruling& ruling) {
    return tuple_of(ruling.rows, row);
}

py::tuple needed_of(const Ruling& ruling) {
    return tuple_of(ruling.needed, needed);
}

py::object to_python(const Ruling& ruling) {
    return result("Ruling", "decision"_a = ruling.decision, "state"_a = state_of(ruling.state),
                  "outcome"_a = value(ruling.outcome), "possible"_a = possible_of(ruling),
                  "rows"_a = rows_of(ruling), "used"_a = to_python(ruling.used),
                  "needed"_a = needed_of(ruling), "through"_a = to_python(ruling.through));
}

void bind_decide(const py::object& rulebook) {
    static PyMethodDef method{"decide", untyped(decide), METH_FASTCALL,
                              "decide($self, decision, facts, /)\n--\n\n"};
    auto* const type = reinterpret_cast<PyTypeObject*>(rulebook.ptr());
    const auto made = py::reinterpret_steal<py::object>(PyDescr_NewMethod(type, &method));
    if (!made) throw py::error_already_set();
    rulebook.attr("decide") = made;
}

} // namespace meldroute::inline v0::python
