// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "proofs/realiser.hpp"

#include "proofs/tested.hpp"
#include "rules/intervals.hpp"
#include "rules/looks.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <set>

namespace meldroute::inline v0 {
namespace {

constexpr long nodes = 20000;
/// Of more facts that are tested for being known than this, not all combinations are tried.
constexpr std::size_t most_tested = 6;

/// Any value: only that something is known counts. Of a list all the records that it has room for.
Json some_value(const Vocabulary& vocabulary, std::size_t slot) {
    const Fact& fact = vocabulary[slot];
    if (fact.type.kind == Kind::list) {
        Json record = Json::object();
        for (const auto& field : fact.fields)
            record[field] = some_value(vocabulary, *vocabulary.field(slot, 0, field));
        return Json(std::size_t(fact.type.max), record);
    }
    if (fact.type.many()) return Json::array();
    if (fact.type.kind == Kind::text) return "";
    return fact.type.to_json(fact.type.min);
}

} // namespace

struct Realiser::Ranged {
    const Atom* atom = nullptr;
    Intervals allowed; ///< demanded; empty for anything
    Interval now{};
    bool narrowed = false;
};

/// A situation in which the right facts are known, whose values are set from here.
struct Realiser::Knowing {
    Situation situation;
    World world;
    std::set<std::size_t> unknown;
    std::vector<Ranged> atoms;

    Knowing(const Book& book, Situation told)
        : situation(std::move(told)), world(book, situation) {}

    void set(Ranged& atom, Interval now) {
        atom.now = now;
        if (atom.atom->member < 0) {
            world.restore(*atom.atom, {now.low, now.high, 0, 0});
            return;
        }
        std::uint64_t in = 0, out = 0; // of all members of this set, as they stand now
        for (const auto& other : atoms) {
            if (other.atom->slot != atom.atom->slot || other.now.low != other.now.high) continue;
            (other.now.low == 1 ? in : out) |= std::uint64_t{1} << other.atom->member;
        }
        world.restore(*atom.atom, {0, 0, in, out});
    }
};

Realiser::Realiser(const Book& book, const std::vector<std::size_t>& decisions) : book_(book) {
    std::set<std::size_t> slots, tested;
    std::vector<const Decision*> all;
    for (const auto index : decisions) {
        const Decision& decision = book.decisions[index];
        all.push_back(&decision);
        add_tested(decision, tested);
        for (const auto below : decision.through) add_tested(book.decisions[below], tested);
    }
    atoms_ = all.size() == 1 ? all.front()->atoms : atoms_of(book, all);
    for (const auto& atom : atoms_) slots.insert(atom.slot);
    slots.insert(tested.begin(), tested.end());
    slots_.assign(slots.begin(), slots.end());
    tested_.assign(tested.begin(), tested.end());
}

Realiser::~Realiser() = default;

std::optional<Facts> Realiser::find(const std::vector<Demand>& demands) {
    bound_ = tested_.size() > most_tested;
    const auto combinations = std::uint64_t{1} << std::min(tested_.size(), most_tested);
    for (std::uint64_t unknown = 0; unknown < combinations; ++unknown)
        if (fits(unknown, demands))
            if (auto found = find(unknown, demands)) return found;
    return std::nullopt;
}

/// Whether these unknown facts are unknown by demand too.
bool Realiser::fits(std::uint64_t unknown, const std::vector<Demand>& demands) const {
    for (const auto& [variable, allowed] : demands) {
        if (variable.of != Variable::Of::knowledge) continue;
        const auto at = std::find(tested_.begin(), tested_.end(), variable.index);
        const bool known = (unknown >> (at - tested_.begin()) & 1) == 0;
        if (!contains(allowed.values, known ? 1 : 0)) return false;
    }
    return true;
}

std::optional<Facts> Realiser::find(std::uint64_t unknown, const std::vector<Demand>& demands) {
    auto& knowing = knowing_[unknown];
    if (!knowing) {
        std::set<std::size_t> not_known;
        for (std::size_t i = 0; i < std::min(tested_.size(), most_tested); ++i)
            if ((unknown >> i & 1) != 0) not_known.insert(tested_[i]);
        Json told = Json::object();
        for (const auto slot : slots_)
            if (const Fact& fact = (*book_.vocabulary)[slot];
                !not_known.contains(slot) && !fact.list)
                told[fact.id] = some_value(*book_.vocabulary, slot);
        Situation situation(*book_.vocabulary);
        situation.tell(JsonNode::wrap(std::move(told), ""));
        knowing = std::make_unique<Knowing>(book_, std::move(situation));
        knowing->unknown = not_known;
        for (const auto& atom : atoms_) knowing->atoms.push_back({&atom, {}, {}, false});
    }
    std::vector<const Demand*> outcomes;
    for (const auto& demand : demands)
        if (demand.variable.of == Variable::Of::outcome) outcomes.push_back(&demand);
    budget_ = nodes;
    if (!begin(*knowing, demands) || !search(*knowing, outcomes)) return std::nullopt;
    return taken(*knowing);
}

/// Everything open again, but for what is demanded of a fact itself.
bool Realiser::begin(Knowing& knowing, const std::vector<Demand>& demands) {
    for (auto& atom : knowing.atoms) {
        atom.allowed.clear();
        atom.narrowed = false;
        atom.now = atom.atom->member < 0 ? book_.domain({false, atom.atom->slot}) : Interval{0, 1};
    }
    for (const auto& [variable, allowed] : demands) {
        if (variable.of != Variable::Of::value) continue;
        for (auto& atom : knowing.atoms)
            if (atom.atom->is(variable.index, variable.member)) atom.allowed = allowed.values;
    }
    for (auto& atom : knowing.atoms) {
        const auto left = choices(atom);
        if (left.empty()) return false;
        atom.narrowed = left.size() == 1;
        knowing.set(atom, {atom.narrowed || !atom.allowed.empty() ? left.front().low : atom.now.low,
                           atom.narrowed          ? left.front().high
                           : atom.allowed.empty() ? atom.now.high
                                                  : atom.allowed.back().high});
    }
    return true;
}

/// The classes that are allowed; of one that was chosen and is still wide, its two halves.
std::vector<Interval> Realiser::choices(const Ranged& atom) const {
    if (atom.narrowed) {
        const auto middle = atom.now.low + (atom.now.high - atom.now.low) / 2;
        return {{atom.now.low, middle}, {middle + 1, atom.now.high}};
    }
    std::vector<Interval> out;
    for (const auto& one : atom.atom->classes)
        if (atom.allowed.empty() || contains(atom.allowed, one.low)) out.push_back(one);
    return out;
}

Realiser::Match Realiser::match(World& world, const Demand& demand) {
    const auto& [variable, allowed] = demand;
    const Possible& can = world.decide(variable.index);
    bool some = false, all = true;
    const auto note = [&](Answer answer) {
        some = some || answer != Answer::no;
        all = all && answer == Answer::yes;
    };
    if (variable.member >= 0) {
        const Input input{true, variable.index};
        const auto in = world.test({input, Cell::Test::member, {}, variable.member});
        const auto out = world.test({input, Cell::Test::not_member, {}, variable.member});
        const bool wants_in = contains(allowed.values, 1), wants_out = contains(allowed.values, 0);
        if (wants_in)
            note(in);
        else if (wants_out)
            note(out);
        else
            note(in == Answer::no && out == Answer::no     ? Answer::yes
                 : in == Answer::yes || out == Answer::yes ? Answer::no
                                                           : Answer::unknown);
        return !some ? Match::no : all ? Match::yes : Match::maybe;
    }
    if (can.none || can.conflict) note(allowed.none ? Answer::yes : Answer::no);
    if (can.range)
        note(covers(allowed.values, can.hull()));
    else
        for (const auto value : can.values)
            note(contains(allowed.values, value) ? Answer::yes : Answer::no);
    return !some ? Match::no : all ? Match::yes : Match::maybe;
}

/// The first decision that may still come out as demanded or not; nullopt when one cannot.
std::optional<const Demand*> Realiser::uncertain(World& world,
                                                 const std::vector<const Demand*>& outcomes) {
    const Demand* first = nullptr;
    world.forget();
    try {
        for (const auto* demand : outcomes) {
            const auto fit = match(world, *demand);
            if (fit == Match::no) return std::nullopt;
            if (fit == Match::maybe && first == nullptr) first = demand;
        }
    } catch (const RulebookError&) { // a number that does not fit: no outcome to speak of
        bound_ = true;
        return std::nullopt;
    }
    return first;
}

bool Realiser::search(Knowing& knowing, const std::vector<const Demand*>& outcomes) {
    const auto first = uncertain(knowing.world, outcomes);
    if (!first) return false;
    if (*first == nullptr) return true;
    const auto blame = knowing.world.blame((*first)->variable.index);
    Ranged* next = nullptr;
    for (auto& atom : knowing.atoms)
        if (blame && atom.atom->is(blame->slot, blame->member)) next = &atom;
    if (next == nullptr || next->now.low == next->now.high || budget_-- <= 0) {
        bound_ = true;
        return false;
    }
    return branch(knowing, *next, outcomes);
}

bool Realiser::branch(Knowing& knowing, Ranged& atom, const std::vector<const Demand*>& outcomes) {
    const auto before = atom.now;
    const bool narrowed = atom.narrowed;
    const auto options = choices(atom);
    atom.narrowed = true;
    for (const auto& to : options) {
        knowing.set(atom, to);
        if (search(knowing, outcomes)) return true;
        if (budget_ <= 0) break;
    }
    atom.narrowed = narrowed;
    knowing.set(atom, before);
    return false;
}

Facts Realiser::taken(const Knowing& knowing) const {
    Facts out;
    for (const auto slot : slots_) {
        auto& value = out.slots[slot];
        value.known = !knowing.unknown.contains(slot);
        const Type& type = (*book_.vocabulary)[slot].type;
        if (!type.many()) value.scalar = book_.domain({false, slot}).low;
    }
    for (const auto& atom : knowing.atoms) {
        const auto now = atom.narrowed ? atom.now.low : choices(atom).front().low;
        auto& value = out.slots[atom.atom->slot];
        if (atom.atom->member < 0)
            value.scalar = now;
        else if (now == 1)
            value.members |= std::uint64_t{1} << atom.atom->member;
    }
    return out;
}

} // namespace meldroute::inline v0
