// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// From a claim about classes to a concrete situation: values of facts under which other decisions
// really come out as claimed. What no situation can bring about is no witness.

#pragma once

#include "proofs/space.hpp"
#include "rules/world.hpp"

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace meldroute::inline v0 {

/// What a situation must be like.
struct Demand {
    Variable variable;
    Class allowed;
};

/// The facts below one decision, or below two: what they are in one situation.
struct Facts {
    struct Value {
        bool known = true;
        std::int64_t scalar = 0;
        std::uint64_t members = 0;
    };
    std::map<std::size_t, Value> slots;
};

class Realiser {
public:
    /// For demands on this decision, on what it reads and on all decisions below it.
    Realiser(const Book& book, std::size_t decision)
        : Realiser(book, std::vector<std::size_t>{decision}) {}
    Realiser(const Book& book, const std::vector<std::size_t>& decisions);
    ~Realiser();

    /// Facts that meet all demands, each known where it can be; nullopt when there are none, or
    /// when none were found within bounds.
    std::optional<Facts> find(const std::vector<Demand>& demands);
    /// Whether the last search was cut off: then «none» proves nothing.
    bool bound() const { return bound_; }

    /// The facts below of which it is tested whether they are known.
    const std::vector<std::size_t>& tested() const { return tested_; }

    /// As they can be told to a Situation.
    Json json(const Facts& facts) const;

private:
    Json json(std::size_t slot, const Facts::Value& value) const;
    Json records(const Facts& facts, std::size_t list) const;

    struct Ranged; ///< an atom with what it can still be
    struct Knowing;

    enum class Match : std::uint8_t { no, maybe, yes };
    static Match match(World& world, const Demand& demand);
    std::optional<const Demand*> uncertain(World& world,
                                           const std::vector<const Demand*>& outcomes);
    bool begin(Knowing& knowing, const std::vector<Demand>& demands);
    bool search(Knowing& knowing, const std::vector<const Demand*>& outcomes);
    bool branch(Knowing& knowing, Ranged& atom, const std::vector<const Demand*>& outcomes);
    std::vector<Interval> choices(const Ranged& atom) const;
    Facts taken(const Knowing& knowing) const;
    std::optional<Facts> find(std::uint64_t unknown, const std::vector<Demand>& demands);
    bool fits(std::uint64_t unknown, const std::vector<Demand>& demands) const;

    const Book& book_;
    std::vector<Atom> atoms_;         ///< of all facts below, with the classes of all of them
    std::vector<std::size_t> slots_;  ///< of all facts below
    std::vector<std::size_t> tested_; ///< of which it is tested whether they are known
    std::map<std::uint64_t, std::unique_ptr<Knowing>> knowing_; ///< by which of those are not
    long budget_ = 0;
    bool bound_ = false;
};

} // namespace meldroute::inline v0
