// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Whether all completions of what is not known agree on a table, by its bits: chooses for one fact
// after another, and drops the rows that each choice rules out.

#pragma once

#include "rules/weigh.hpp"

#include <optional>

namespace meldroute::inline v0 {

class Branches {
public:
    using Level = Scratch::Level;

    /// Of the table weighed last, which found `root`. `facts` say which members of a set are known.
    template <class Facts>
    Branches(const Index& index, const Found& root, const Facts& facts, Scratch& scratch)
        : index_(index), root_(root), scratch_(scratch), levels_(scratch.levels) {
        levels_.clear();
        for (const auto& [lane, certain, possible] : scratch.open) {
            able_ = able_ && !lane->decision;
            if (lane->kind == Lane::Kind::members && able_)
                add_members(*lane, ~(facts.seen(lane->input) | facts.not_seen(lane->input)));
            else
                add(*lane, -1);
        }
    }

    /// What every completion gives; `several` where two of them differ; nothing where that was not
    /// found out, because the table reads a decision that is open or the budget ran out.
    std::optional<Found> settle();

private:
    enum class Way : std::uint8_t { agree, differ, unclear };

    void add(const Lane& lane, int member);
    void add_members(const Lane& lane, Word open);
    bool gathers() const;
    bool adds() const;
    void gather();
    void prepare();
    void wanted(Level& level);
    void rank();
    Word neutral(const Level& level, std::size_t i) const;
    std::span<const std::uint32_t> options(const Level& level) const;
    void drop(std::size_t level, std::size_t option);
    Found fold(std::size_t level);
    Way compare(Found found);
    Way sample(bool last);
    Way choose(std::size_t level);
    std::int64_t dropped() const;

    // Of the words that count: per level the rows that read nothing from there on, then the rows
    // that are left there, then those that want a member or do not.
    Word* memory(std::size_t place) { return &scratch_.branch[place * scratch_.words.size()]; }
    const Word* memory(std::size_t place) const {
        return &scratch_.branch[place * scratch_.words.size()];
    }
    Word* rows(std::size_t level) { return memory(depth_ + 1 + level); }

    const Index& index_;
    const Found& root_;
    Scratch& scratch_;
    std::vector<Level>& levels_;
    std::optional<Found> first_;
    std::size_t depth_ = 0;
    int budget_ = 2000;
    bool able_ = true;
};

} // namespace meldroute::inline v0
