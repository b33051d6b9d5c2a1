// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a decision said, with everything needed to contest it. Ids only, and the outcome: a ruling
// holds no fact's value.

#pragma once

#include <meldroute/base/json_box.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// What became of a row: it holds; it holds or may hold but an earlier one goes first; one of its
/// cells fails; or it depends on what is not known, itself or because of a row above.
enum class RowState : std::uint8_t { hit, outranked, failed, open };

struct RowTrace {
    std::string row;
    RowState state = RowState::open;
    std::string failed;            ///< input of the first cell that fails, in column order
    std::vector<std::string> open; ///< inputs of the cells that depend on what is not known
};

/// A fact that can still change the outcome.
struct Needed {
    std::string fact;
    /// Of a set or checklist the members that matter; of a list «1.leeftijd»: the record, from 0, and
    /// its field.
    std::vector<std::string> items;
};

struct Ruling {
    /// `none`: no row holds (*geen uitkomst*): not false, not zero. `conflict`: rows hold that the
    /// table does not let hold together. `bound`: the search was cut off; sound, not complete.
    enum class State : std::uint8_t { decided, open, none, conflict, bound };

    std::string decision;
    State state = State::open;
    JsonBox outcome; ///< null unless decided
    std::vector<JsonBox>
        possible; ///< while open: the outcomes that can still come, in order; of a number that is
                  ///< counted or computed [least, most]; of a set its members that can be in it
    bool may_have_none = false;    ///< while open: some completion has no outcome
    bool may_conflict = false;     ///< while open: in some completion rows contradict each other
    std::vector<RowTrace> rows;    ///< of a table, as they stand
    std::vector<std::string> used; ///< facts that are known and were read, also by decisions below
    std::vector<Needed> needed;    ///< the most deciding first
    std::vector<std::string> through; ///< decisions that this one was built on, deepest first
};

/// All of it as data; the words for states are "decided", "open", "none", "conflict" and "bound".
Json as_json(const Ruling& ruling);
const char* word(Ruling::State state);
/// Throws std::invalid_argument for another word.
Ruling::State state_of(std::string_view word);

} // namespace meldroute::inline v0
