// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Would a test notice if a rule were a little wrong? Each cell, limit, outcome, row and `else` is
// changed on its own, and the tests are run on what comes out.

#pragma once

#include <meldroute/desk/stories.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// A rulebook with one small change.
struct Mutant {
    enum class Fate {
        noticed, ///< a test fails on it
        missed,  ///< no test does, and in the suggested one it goes otherwise
        alike,   ///< proved: in no situation does the decision say another thing
        unclear, ///< no test notices, and no situation was found in which it goes otherwise
    };

    std::string decision;
    std::string row;   ///< "" for what is not of one row
    std::string input; ///< of a cell: the fact or decision that it reads
    Text change;       ///< "grens van 6 naar 7"
    Place place;
    Fate fate = Fate::unclear;
    std::string noticed_by; ///< the name of a test
    JsonBox suggested;      ///< of a missed one: a test as it can stand in tests/*.json
};

struct Mutants {
    std::vector<Mutant> all; ///< decisions as declared, each from top to bottom
    int refused = 0;         ///< changes that a rulebook may not hold: they need no test

    int count(Mutant::Fate fate) const;
};

struct Trying {
    int threads = 2;
    /// How many of how many are tried; called by one thread at a time. May be empty.
    std::function<void(int tried, int all)> progress;
};

/// The same for every number of threads. Throws RulebookError M1809 for a test that fails already.
Mutants mutants_of(const std::shared_ptr<const Rulebook>& rulebook, const std::vector<Test>& tests,
                   const Trying& trying = {});

} // namespace meldroute::inline v0
