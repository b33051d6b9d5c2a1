// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The ruling: what came out, what became of each row, what was used and what is needed.

#include "rules/search.hpp"

#include <meldroute/base/id.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

std::size_t index_of(const Book& book, std::string_view id) {
    const auto found = book.index.find(id);
    if (found != book.index.end()) return found->second;
    std::vector<std::string> known;
    for (const auto& [other, index] : book.index) known.push_back(other);
    fail(Fault::decision_unknown, {std::string(id), nearest(id, known)});
}

std::vector<JsonBox> choices(const Book& book, const Decision& decision, const Possible& possible) {
    std::vector<JsonBox> out;
    if (possible.set) {
        for (int member = 0; member < int(decision.type.codes.size()); ++member)
            if ((possible.maybe >> member & 1) != 0)
                out.push_back(decision.named.empty()
                                  ? JsonBox(decision.type.codes[std::size_t(member)].id)
                                  : decision.named[std::size_t(member)]);
        return out;
    }
    for (const auto value : possible.values) out.emplace_back(book.outcome(decision, value));
    return out;
}

std::vector<std::string> facts_used(const Book& book, const Decision& decision,
                                    const Situation& situation) {
    std::vector<bool> read(book.vocabulary->size(), false);
    const auto add = [&](const Decision& one) {
        for (const auto& input : one.inputs)
            if (!input.decision) read[input.index] = true;
    };
    add(decision);
    for (const auto below : decision.through) add(book.decisions[below]);
    std::vector<std::string> out;
    for (std::size_t slot = 0; slot < read.size(); ++slot) {
        const Slot& known = situation[slot];
        if (!read[slot] || !(known.known || (known.seen | known.not_seen) != 0)) continue;
        const Fact& fact = (*book.vocabulary)[slot];
        const auto& id = fact.list ? (*book.vocabulary)[*fact.list].id : fact.id;
        if (out.empty() || out.back() != id) out.push_back(id);
    }
    return out;
}

std::vector<Needed> needed(const Book& book, Search& search) {
    std::vector<Needed> out;
    for (const auto& matter : search.matters()) {
        const Fact& fact = (*book.vocabulary)[matter.atom->slot];
        const Fact& whole = fact.list ? (*book.vocabulary)[*fact.list] : fact;
        auto at = std::find_if(out.begin(), out.end(),
                               [&](const Needed& n) { return n.fact == whole.id; });
        if (at == out.end()) at = out.insert(out.end(), {whole.id, {}});
        std::string item;
        if (fact.list)
            item = fact.id.substr(whole.id.size() + 1); // "1.leeftijd"
        else if (matter.atom->member >= 0)
            item = fact.type.codes[std::size_t(matter.atom->member)].id;
        const bool there = std::find(at->items.begin(), at->items.end(), item) != at->items.end();
        if (!item.empty() && !there) at->items.push_back(item);
    }
    return out;
}

} // namespace

Json Book::outcome(const Decision& decision, std::int64_t value) const {
    if (decision.named.empty()) return decision.type.to_json(value);
    if (!decision.type.many()) return *decision.named[std::size_t(value)];
    Json out = Json::array();
    for (std::size_t member = 0; member < decision.named.size(); ++member)
        if ((std::uint64_t(value) >> member & 1) != 0) out.push_back(*decision.named[member]);
    return out;
}

Decisions::Decisions(std::unique_ptr<Book> book) : book_(std::move(book)) {}
Decisions::Decisions(Decisions&&) noexcept = default;
Decisions& Decisions::operator=(Decisions&&) noexcept = default;
Decisions::~Decisions() = default;

bool Decisions::has(std::string_view id) const {
    return book_->index.contains(id);
}

std::string Decisions::label(std::string_view id, Lang lang) const {
    const auto found = book_->index.find(id);
    if (found == book_->index.end()) return std::string(id);
    const Text& label = book_->decisions[found->second].label;
    return label.empty() ? std::string(id) : label.in(lang);
}

const Decision& Decisions::at(std::string_view id) const {
    return book_->decisions[index_of(*book_, id)];
}

std::vector<std::string> Decisions::ids() const {
    std::vector<std::string> out;
    for (const auto& decision : book_->decisions)
        if (!decision.generated) out.push_back(decision.id);
    return out;
}

Ruling Decisions::rule(std::string_view id, const Situation& situation) const {
    const std::size_t index = index_of(*book_, id);
    const Decision& decision = book_->decisions[index];
    thread_local Trace trace;
    this->trace(decision, situation, trace);

    Ruling out;
    out.decision = decision.id;
    out.state = trace.outcome().state;
    out.outcome = json(decision, trace.outcome());
    for (std::size_t row = 0; row < trace.size(); ++row) out.rows.push_back(trace.row(row));
    out.used = facts_used(*book_, decision, situation);
    if (out.state == Ruling::State::open || out.state == Ruling::State::bound) {
        World world(*book_, situation);
        Search search(world, index);
        const Possible possible = search.ends(search.outcomes());
        out.possible = choices(*book_, decision, possible);
        out.may_have_none = possible.none;
        out.may_conflict = possible.conflict;
        out.needed = needed(*book_, search);
    }
    for (const auto below : decision.through) out.through.push_back(book_->decisions[below].id);
    return out;
}

} // namespace meldroute::inline v0
