// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a case asks of its rulebook, on what is known now; and the memory of what it answered then.

#pragma once

#include <meldroute/casefile/body.hpp>
#include <meldroute/rulebook/route_counsel.hpp>

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// As Decisions::rule(), but a decision that is not there or that no layer filled in is open, and
/// needs nothing that could be told: it never stops a case.
Ruling ruling_of(const Rulebook& rulebook, std::string_view decision, const Situation& situation);

/// Yes or no when it is decided, else unknown.
Answer answer_of(const Ruling& ruling);
/// The same of ruling_of(), without its reasons and so many times faster.
Answer answer_of(const Rulebook& rulebook, std::string_view decision, const Situation& situation);

/// The ids of the facts that a ruling still needs, the most deciding first.
std::vector<std::string> needed_facts(const Ruling& ruling);

/// The short form that an entry keeps.
KeptRuling keep(const Ruling& ruling);
/// The same of ruling_of(), whose reasons are only looked for where it is open.
KeptRuling keep(const Rulebook& rulebook, std::string_view decision, const Situation& situation);

/// The rulebook answers; where it does not know, a named person may.
class Advice final : public RouteCounsel {
public:
    /// All three must outlive the advice.
    Advice(const Rulebook& rulebook, const Situation& situation,
           const std::map<std::string, bool>& past);

    Answer ask(std::string_view decision) override;

    /// What the rulebook has on each that was asked, in that order. One that was decided past says
    /// what it was taken to say, and the facts that it was open on.
    const std::vector<KeptRuling>& kept() const { return kept_; }
    /// The decisions where a person answered for the rulebook.
    const std::vector<std::string>& decided_past() const { return decided_past_; }

private:
    Answer answer(KeptRuling& ruling);

    const Situation& situation_;
    const std::map<std::string, bool>& past_;
    std::vector<KeptRuling> kept_;
    std::vector<std::string> decided_past_;
};

/// Answers as the rulings of the day did, so that no new rule rewrites an old case.
class Memory final : public RouteCounsel {
public:
    Memory(const Rulebook& rulebook, std::span<const KeptRuling> rulings)
        : RouteCounsel(rulebook), rulings_(rulings) {}

    Answer ask(std::string_view decision) override;
    bool has(std::string_view decision) override;

private:
    const KeptRuling* find(std::string_view decision) const;

    std::span<const KeptRuling> rulings_;
};

} // namespace meldroute::inline v0
