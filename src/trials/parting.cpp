// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "trials/parting.hpp"

#include "rules/intervals.hpp"
#include "trials/parts.hpp"

#include <meldroute/desk/stories.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>

namespace meldroute::inline v0 {
namespace {

constexpr long nodes = 3000;
/// Of so many facts every pattern of known and unknown is tried.
constexpr std::size_t most_asked = 6;

const Row* find_row(const Decision& decision, const std::string& id) {
    if (!decision.table || id.empty()) return nullptr;
    for (const Row& row : decision.table->rows)
        if (row.id == id) return &row;
    return nullptr;
}

bool holds(const Cell& cell, const Interval& range) {
    if (cell.test == Cell::Test::within) return contains(cell.within, range.low);
    return cell.test == Cell::Test::member ? range.low == 1 : range.low == 0;
}

/// Fewest unknown first.
std::vector<std::uint64_t> patterns(std::size_t facts) {
    std::vector<std::uint64_t> all(std::size_t{1} << facts);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    std::stable_sort(all.begin(), all.end(),
                     [](auto a, auto b) { return std::popcount(a) < std::popcount(b); });
    return all;
}

} // namespace

Parting::Parting(const Decisions& before, const Decisions& after, std::size_t decision,
                 const std::string& row)
    : before_(before), after_(after), book_(before.book()), decision_(decision),
      row_before_(find_row(book_.decisions[decision], row)),
      row_after_(find_row(after.book().decisions[decision], row)), by_row_(row_before_ != nullptr),
      asked_(asked_whether_known(book_, decision)) {
    auto parts = parts_of(book_, after.book(), decision);
    for (Atom& atom : parts.atoms) parts_.push_back({std::move(atom), {}});
    exact_ = parts.whole && asked_.size() <= most_asked;
    asked_.resize(std::min(asked_.size(), most_asked));
    number_outcomes();
    first_what_the_row_reads();
}

/// Texts, and several outputs, are numbered as the rows name them, so that a slip may give another
/// outcome the same number. What is new comes behind.
void Parting::number_outcomes() {
    const Decision &before = book_.decisions[decision_],
                   &after = after_.book().decisions[decision_];
    const auto all = [](const Book& book, const Decision& decision) {
        std::vector<Json> outcomes;
        for (std::size_t i = 0; i < decision.type.codes.size(); ++i)
            outcomes.push_back(book.outcome(
                decision, std::int64_t(decision.type.many() ? std::uint64_t{1} << i : i)));
        return outcomes;
    };
    auto known = all(book_, before);
    const auto changed = all(after_.book(), after);
    if (known == changed) return;
    for (const Json& outcome : changed) {
        const auto found = std::find(known.begin(), known.end(), outcome);
        renumbered_.push_back(found - known.begin());
        if (found == known.end()) known.push_back(outcome);
    }
}

Possible Parting::outcomes_after() {
    Possible out = world_after_->decide(decision_);
    if (renumbered_.empty()) return out;
    Possible now = out;
    now.values.clear();
    now.in = now.maybe = 0;
    for (const auto value : out.values) now.values.push_back(renumbered_[std::size_t(value)]);
    std::sort(now.values.begin(), now.values.end());
    for (std::size_t i = 0; i < renumbered_.size(); ++i) {
        now.in |= (out.in >> i & 1) << renumbered_[i];
        now.maybe |= (out.maybe >> i & 1) << renumbered_[i];
    }
    return now;
}

/// What the changed row reads is split first, and there the ranges in which it holds: where it
/// fails in both versions they are the same.
void Parting::first_what_the_row_reads() {
    for (const Row* row : {row_before_, row_after_}) {
        if (row == nullptr) continue;
        for (const Cell& cell : row->cells) {
            if (cell.input.decision || cell.test == Cell::Test::unknown) continue;
            for (std::size_t i = 0; i < parts_.size(); ++i) {
                if (!parts_[i].atom.is(cell.input.index, cell.member)) continue;
                auto& ranges = parts_[i].atom.classes;
                std::stable_partition(ranges.begin(), ranges.end(),
                                      [&](const Interval& range) { return holds(cell, range); });
                if (std::find(first_.begin(), first_.end(), i) == first_.end()) first_.push_back(i);
            }
        }
    }
}

std::optional<JsonBox> Parting::find() {
    try {
        for (const auto pattern : patterns(asked_.size()))
            if (search(pattern)) return as_few(**found_);
    } catch (const Error&) { // arithmetic that does not fit: nothing can be said
        exact_ = false;
    }
    return {};
}

bool Parting::search(std::uint64_t unknown) {
    unknown_.clear();
    Situation known(*book_.vocabulary);
    for (std::size_t i = 0; i < asked_.size(); ++i) {
        if ((unknown >> i & 1) != 0)
            unknown_.insert(asked_[i]);
        else
            known.tell(JsonNode::wrap({{(*book_.vocabulary)[asked_[i]].id, value(asked_[i])}}, ""));
    }
    world_before_.emplace(world(before_, known));
    world_after_.emplace(world(after_, known));
    for (Part& part : parts_) part.chosen.reset();
    budget_ = nodes;
    return explore();
}

/// What must be known is, but may still be anything.
World Parting::world(const Decisions& decisions, const Situation& known) const {
    World out(decisions.book(), known);
    for (const auto slot : asked_) {
        const Interval all = decisions.book().domain({false, slot});
        if (!unknown_.contains(slot)) out.restore({slot, -1, {}}, {all.low, all.high, 0, 0});
    }
    return out;
}

bool Parting::explore() {
    const Possible before = world_before_->decide(decision_);
    const Possible after = outcomes_after();
    if (before.single() && before == after) return false;
    if (by_row_ && same_row()) return false;
    if (before.single() && before.apart(after) && compare(facts()) == Verdict::differ) {
        found_ = facts();
        return true;
    }
    if (--budget_ < 0) return exact_ = false;
    if (const auto part = next(before)) return split(*part);
    const Json told = facts(); // nothing is left to split
    const Verdict verdict = compare(told);
    if (verdict == Verdict::differ) found_ = told;
    exact_ = exact_ && verdict != Verdict::unclear;
    return verdict == Verdict::differ;
}

bool Parting::split(std::size_t index) {
    Part& part = parts_[index];
    for (std::size_t i = 0; i < part.atom.classes.size(); ++i) {
        part.chosen = i;
        const auto was_before = world_before_->narrow(part.atom, part.atom.classes[i]);
        const auto was_after = world_after_->narrow(part.atom, part.atom.classes[i]);
        const bool found = explore();
        world_before_->restore(part.atom, was_before);
        world_after_->restore(part.atom, was_after);
        if (found) return true;
    }
    part.chosen.reset();
    return false;
}

bool Parting::same_row() {
    const Answer before = answer(row_before_, *world_before_);
    const Answer after = answer(row_after_, *world_after_);
    if (before == Answer::unknown || before != after) return false;
    return before == Answer::no || (renumbered_.empty() && row_before_->then == row_after_->then);
}

Answer Parting::answer(const Row* row, World& world) const {
    if (row == nullptr) return Answer::no;
    Answer all = Answer::yes;
    for (const Cell& cell : row->cells) {
        const Answer one = world.test(cell);
        if (one == Answer::no) return Answer::no;
        if (one == Answer::unknown) all = Answer::unknown;
    }
    return all;
}

std::optional<std::size_t> Parting::next(const Possible& before) {
    for (const auto part : first_)
        if (can_split(parts_[part])) return part;
    if (const auto part = blamed(before.single() ? *world_after_ : *world_before_)) return part;
    for (std::size_t i = 0; i < parts_.size(); ++i)
        if (can_split(parts_[i])) return i;
    return {};
}

std::optional<std::size_t> Parting::blamed(const World& world) const {
    const auto blame = world.blame(decision_);
    if (!blame) return {};
    for (std::size_t i = 0; i < parts_.size(); ++i)
        if (parts_[i].atom.is(blame->slot, blame->member) && can_split(parts_[i])) return i;
    return {};
}

/// A set stays unknown as long as one of its members is.
bool Parting::can_split(const Part& part) const {
    if (part.chosen) return false;
    if (!unknown_.contains(part.atom.slot)) return true;
    if (part.atom.member < 0) return false;
    const auto chosen = std::count_if(parts_.begin(), parts_.end(), [&](const Part& other) {
        return other.atom.slot == part.atom.slot && other.chosen;
    });
    return std::size_t(chosen) + 1 < (*book_.vocabulary)[part.atom.slot].type.codes.size();
}

Parting::Verdict Parting::compare(const Json& told) const {
    const std::string& id = book_.decisions[decision_].id;
    try {
        Situation situation(*book_.vocabulary);
        situation.tell(JsonNode::wrap(told, ""));
        const Ruling before = before_.rule(id, situation), after = after_.rule(id, situation);
        if (before.state == Ruling::State::bound || after.state == Ruling::State::bound)
            return Verdict::unclear;
        const bool same =
            outcome_of(before) == outcome_of(after) && before.possible == after.possible;
        return same ? Verdict::same : Verdict::differ;
    } catch (const Error&) { // a fact that nobody can tell, or arithmetic that does not fit
        return Verdict::unclear;
    }
}

/// What can be left out of a test says nothing in it.
Json Parting::as_few(Json told) const {
    std::vector<std::string> ids;
    for (const auto& [id, value] : told.items()) ids.push_back(id);
    for (const std::string& id : ids) {
        Json fewer = told;
        fewer.erase(id);
        if (compare(fewer) == Verdict::differ) told = std::move(fewer);
    }
    return told;
}

} // namespace meldroute::inline v0
