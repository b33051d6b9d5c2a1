// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "glossary.hpp"

#include "rules/model.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>

namespace meldroute::inline v0::python {
namespace {

/// More are in use only while somebody keeps rulings of which nothing was asked.
constexpr std::size_t most_sheets = 16;

bool computes(const Book& book, const Decision& decision) {
    return decision.formula ||
           std::any_of(decision.through.begin(), decision.through.end(), [&](std::size_t below) {
               return book.decisions[below].formula.has_value();
           });
}

py::object codes_in(const std::vector<py::str>& codes, std::uint64_t bits) {
    py::list all(std::popcount(bits));
    for (std::size_t i = 0; bits != 0; bits &= bits - 1, ++i)
        PyList_SET_ITEM(all.ptr(), Py_ssize_t(i),
                        codes[std::size_t(std::countr_zero(bits))].inc_ref().ptr());
    return all;
}

} // namespace

Glossary::Glossary(const Rulebook& book) : book_(book), facts_(book.vocabulary()) {
    for (std::size_t slot = 0; slot < facts_.size(); ++slot) {
        const Type& type = facts_[slot].type;
        forms_.push_back({type.kind, type.decimals, type.min, type.max, type.all()});
    }
    last_.resize(facts_.size());
    const auto& read = book.decisions().book();
    for (const auto& decision : read.decisions) {
        if (decision.open) continue;
        Word word{&decision, py::str(decision.id), {}, computes(read, decision)};
        if (decision.named.empty())
            for (const auto& code : decision.type.codes) word.codes.emplace_back(code.id);
        places_[word.id] = words_.size();
        words_.push_back(std::move(word));
    }
}

std::unique_ptr<Sheet> Glossary::tell(py::handle facts) {
    std::unique_ptr<Sheet> sheet;
    if (sheets_.empty()) {
        sheet = std::make_unique<Sheet>(facts_);
    } else {
        sheet = std::move(sheets_.back());
        sheets_.pop_back();
    }
    if (PyBytes_Check(facts.ptr()) || PyUnicode_Check(facts.ptr())) {
        const bool bytes = PyBytes_Check(facts.ptr()) != 0;
        sheet->anywhere().tell(bytes ? binary_of(facts) : string_of(facts), "feiten");
    } else if (!straight(*sheet, facts.ptr())) {
        sheet->forget();
        sheet->anywhere().tell(JsonNode::wrap(json_of(facts), ""));
    }
    return sheet;
}

void Glossary::bring_back(std::unique_ptr<Sheet> sheet) {
    if (sheets_.size() >= most_sheets) return;
    sheet->forget();
    sheets_.push_back(std::move(sheet));
}

const Glossary::Word* Glossary::decision(py::handle id) const {
    if (!PyUnicode_CheckExact(id.ptr())) return nullptr;
    PyObject* const place = PyDict_GetItemWithError(places_.ptr(), id.ptr());
    return place == nullptr ? nullptr : &words_[PyLong_AsSize_t(place)];
}

py::object Glossary::outcome(const Word& word, const Outcome& outcome) const {
    if (outcome.state != Ruling::State::decided) return py::none();
    const Type& type = word.decision->type;
    const bool named = !word.decision->named.empty();
    if (!named && type.many()) return codes_in(word.codes, std::uint64_t(outcome.value));
    if (!named && type.kind == Kind::choice) return word.codes.at(std::size_t(outcome.value));
    if (!named && type.kind == Kind::boolean) return py::bool_(outcome.value != 0);
    if (!named && type.kind == Kind::integer) return py::int_(outcome.value);
    return to_python(*book_.decisions().json(*word.decision, outcome));
}

} // namespace meldroute::inline v0::python
