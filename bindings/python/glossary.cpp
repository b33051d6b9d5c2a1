// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "glossary.hpp"

#include "rules/model.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>

namespace meldroute::inline v0::python {
namespace {

bool computes(const Book& book, const Decision& decision) {
    return decision.formula ||
           std::any_of(decision.through.begin(), decision.through.end(), [&](std::size_t below) {
               return book.decisions[below].formula.has_value();
           });
}

py::object members(const std::vector<py::str>& codes, std::uint64_t bits) {
    py::list all;
    for (; bits != 0; bits &= bits - 1) all.append(codes[std::size_t(std::countr_zero(bits))]);
    return all;
}

} // namespace

Glossary::Glossary(const Rulebook& book) : book_(book) {
    const Vocabulary& facts = book.vocabulary();
    codes_.resize(facts.size());
    for (std::size_t slot = 0; slot < facts.size(); ++slot) {
        const Fact& fact = facts[slot];
        if (fact.list) continue;
        slots_[py::str(fact.id)] = slot;
        for (std::size_t code = 0; code < fact.type.codes.size(); ++code)
            codes_[slot][py::str(fact.type.codes[code].id)] = code;
    }
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

const Glossary::Word* Glossary::decision(py::handle id) const {
    const auto place = place_of(places_, id.ptr());
    return place ? &words_[*place] : nullptr;
}

py::object Glossary::outcome(const Word& word, const Outcome& outcome) const {
    if (outcome.state != Ruling::State::decided) return py::none();
    const Type& type = word.decision->type;
    const bool named = !word.decision->named.empty();
    if (!named && type.many()) return members(word.codes, std::uint64_t(outcome.value));
    if (!named && type.kind == Kind::choice) return word.codes.at(std::size_t(outcome.value));
    if (!named && type.kind == Kind::boolean) return py::bool_(outcome.value != 0);
    if (!named && type.kind == Kind::integer) return py::int_(outcome.value);
    return to_python(*book_.decisions().json(*word.decision, outcome));
}

} // namespace meldroute::inline v0::python
