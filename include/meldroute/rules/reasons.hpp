// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Why a ruling is what it is, for one reader: in words, and as data that programs read. What rests
// on personal data that the reader may not see says that it was used, not what it was.

#pragma once

#include <meldroute/base/source.hpp>
#include <meldroute/facts/sees.hpp>
#include <meldroute/facts/situation.hpp>
#include <meldroute/rules/ruling.hpp>

#include <optional>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// Who reads: without any category, only that personal data were used.
struct Audience {
    Lang lang = Lang::nl;
    Sees sees;
};

/// What a cell asks, and what stood there.
struct CellReason {
    std::string input; ///< a fact or a decision
    std::string words; ///< "«Leeftijd» is hoogstens 17"
    std::string read;  ///< "16"; "" where it is not known
};

struct RowReason {
    std::string row;
    /// None when it would tell of personal data that the reader may not see.
    std::optional<RowState> state;
    /// Of a row that holds all cells; of one that fails the first that does; of an open one those
    /// that depend on what is not known.
    std::vector<CellReason> cells;
    std::string then; ///< what the row gives, "" for a count
    std::string because;
    std::vector<std::string> see;
    std::vector<Source> source;
};

/// One step of an expression: "«punten» (4) + «extra» (2)" is "6".
struct PartReason {
    std::string words, value;
};

/// What one decision said, and why.
struct DecisionReason {
    std::string decision, label;
    bool withheld = false; ///< it rests on personal data: neither outcome nor rows are told
    Ruling::State state = Ruling::State::open;
    JsonBox outcome;
    std::vector<JsonBox> possible;
    std::string words;     ///< the outcome, "" unless decided; what can still come while it is open
    bool collects = false; ///< its rows add up, instead of one giving the outcome
    std::vector<RowReason> rows;
    std::vector<PartReason> parts; ///< of an expression
    std::vector<Source> source;
};

/// A fact that was read, also by a decision below.
struct FactReason {
    std::string fact, label;
    bool known = false; ///< something of it is known
    Unknown why = Unknown::not_asked;
    bool withheld = false;
    JsonBox value;     ///< in the stored form; null when withheld or not known
    std::string words; ///< "" likewise
};

struct NeededReason {
    std::string fact, label;
    std::vector<std::string> items; ///< labels of the members that matter
};

struct Reasons {
    Lang lang = Lang::nl;
    DecisionReason asked;
    std::vector<DecisionReason> below; ///< what it was built on, deepest first; rows that hold only
    std::vector<FactReason> facts;
    std::vector<NeededReason> needed;

    /// Whether anything was kept from this reader.
    bool withholds() const;
    /// As sentences, a line each.
    std::string text() const;
    Json json() const;
};

} // namespace meldroute::inline v0
