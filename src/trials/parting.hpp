// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A situation in which a decision says another thing once it is changed. Both versions decide side
// by side over ranges of facts, which are split until they must differ or cannot.

#pragma once

#include "rules/world.hpp"

#include <meldroute/base/json_box.hpp>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

class Parting {
public:
    /// Both stand on one vocabulary, and differ in this decision only; of its table in this row
    /// only, or "" where that is not so.
    Parting(const Decisions& before, const Decisions& after, std::size_t decision,
            const std::string& row);

    /// Facts as a test tells them, as few as will do, confirmed by both versions. Nothing where
    /// none were found.
    std::optional<JsonBox> find();
    /// After nothing was found: whether there is none, for certain.
    bool proved_alike() const { return exact_; }

private:
    struct Part {
        Atom atom; ///< with the ranges that neither version takes apart
        std::optional<std::size_t> chosen;
    };
    enum class Verdict { differ, same, unclear };

    void number_outcomes();
    void first_what_the_row_reads();
    Possible outcomes_after();
    bool search(std::uint64_t unknown);
    World world(const Decisions& decisions, const Situation& known) const;
    bool explore();
    bool split(std::size_t part);
    bool same_row();
    Answer answer(const Row* row, World& world) const;
    std::optional<std::size_t> next(const Possible& before);
    std::optional<std::size_t> blamed(const World& world) const;
    bool can_split(const Part& part) const;
    Json facts() const;
    Json members(std::size_t slot) const;
    Json value(std::size_t slot) const;
    Verdict compare(const Json& facts) const;
    Json as_few(Json facts) const;

    const Decisions &before_, &after_;
    const Book& book_;
    std::size_t decision_;
    const Row *row_before_ = nullptr, *row_after_ = nullptr;
    bool by_row_;
    std::vector<std::int64_t> renumbered_; ///< of a changed outcome what it is in `before`
    std::vector<Part> parts_;
    std::vector<std::size_t> first_; ///< parts that the changed row itself reads
    std::vector<std::size_t> asked_; ///< slots of which rules ask whether they are known
    std::set<std::size_t> unknown_;  ///< those that are left unknown now
    std::optional<World> world_before_, world_after_;
    std::optional<JsonBox> found_;
    long budget_ = 0;
    bool exact_ = true;
};

} // namespace meldroute::inline v0
