// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "bindings.hpp"
#include "maker.hpp"

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

/// What a ruling has not said yet. The facts go as soon as anything is asked: ids stay.
class Unsaid {
public:
    Unsaid(std::shared_ptr<const Rulebook> book, const Decision& decision, Situation situation)
        : book_(std::move(book)), decision_(decision), situation_(std::move(situation)) {}

    const Ruling& ruling() {
        if (situation_) ruling_ = book_->decisions().rule(decision_.id, *situation_);
        situation_.reset();
        return ruling_;
    }

private:
    std::shared_ptr<const Rulebook> book_;
    const Decision& decision_;
    std::optional<Situation> situation_;
    Ruling ruling_;
};

/// Whether nothing that is left unsaid can meet a number that is too large. Of what is settled the
/// trace came past it all.
bool is_safe(const Glossary::Word& word, const Outcome& outcome) {
    return !word.computed ||
           (outcome.state != Ruling::State::open && outcome.state != Ruling::State::bound);
}

} // namespace

Situation situation_of(const SharedRulebook& book, py::handle facts) {
    Situation situation(book.book->vocabulary());
    if (book.glossary().tell(situation, facts)) return situation;
    Situation again(book.book->vocabulary());
    again.tell(JsonNode::wrap(json_of(facts), ""));
    return again;
}

py::object ruling_of(const SharedRulebook& book, py::handle decision, Situation situation) {
    const auto& decisions = book.book->decisions();
    const auto* const word = book.glossary().decision(decision);
    if (word == nullptr) return to_python(decisions.rule(string_of(decision), situation));
    thread_local Trace trace;
    decisions.trace(*word->decision, situation, trace);
    const auto& outcome = trace.outcome();
    if (!is_safe(*word, outcome)) return to_python(decisions.rule(word->decision->id, situation));
    const auto& make = once<Maker<4>>([] {
        return Maker<4>("Ruling", {"decision", "state", "outcome", "_unsaid"});
    });
    return make(word->id, state_of(outcome.state), book.glossary().outcome(*word, outcome),
                py::cast(Unsaid(book.book, *word->decision, std::move(situation))));
}

py::object to_python(const Ruling& ruling) {
    return result(
        "Ruling", "decision"_a = ruling.decision, "state"_a = state_of(ruling.state),
        "outcome"_a = value(ruling.outcome), "possible"_a = tuple_of(ruling.possible, value),
        "rows"_a = tuple_of(ruling.rows, row), "used"_a = to_python(ruling.used),
        "needed"_a = tuple_of(ruling.needed, needed), "through"_a = to_python(ruling.through));
}

void bind_ruling(py::module_& module) {
    py::class_<Unsaid>(module, "Unsaid", plain_type(), py::is_final())
        .def("possible", [](Unsaid& self) { return tuple_of(self.ruling().possible, value); })
        .def("rows", [](Unsaid& self) { return tuple_of(self.ruling().rows, row); })
        .def("used", [](Unsaid& self) { return to_python(self.ruling().used); })
        .def("needed", [](Unsaid& self) { return tuple_of(self.ruling().needed, needed); })
        .def("through", [](Unsaid& self) { return to_python(self.ruling().through); });
}

} // namespace meldroute::inline v0::python
