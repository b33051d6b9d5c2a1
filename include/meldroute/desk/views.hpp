// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What the desk shows: plain values, ready for a screen. Sorted the same way on every machine.

#pragma once

#include <meldroute/agenda/due.hpp>
#include <meldroute/casefile/body.hpp>
#include <meldroute/casefile/entry.hpp>
#include <meldroute/casefile/migration.hpp>
#include <meldroute/casefile/time_out.hpp>
#include <meldroute/register/people.hpp>
#include <meldroute/rules/ruling.hpp>

#include <optional>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// An event that may be told now.
struct OptionView {
    std::string route, event;
    bool deciding = false; ///< only a named person may tell it
    std::string by;        ///< role that may; "" for anyone
    bool possible = false;
    std::vector<std::string> unknown; ///< decisions for want of which it would be refused
    std::vector<std::string> needs;   ///< facts that would settle those, and the fact it decides
    std::vector<std::vector<std::string>> leads_to; ///< steps, without idle ones
    std::vector<KeptRuling> rulings; ///< what the rulebook says on each decision on its way
};

/// Something to do.
struct DutyView {
    std::string id, route, step, role;
    Text label;
    bool certain = true; ///< false: it opens because its condition is unknown
    std::optional<Due> due;
    std::optional<Date> remind; ///< the day of its reminder
    bool late = false;
    bool unseen = false; ///< late, and its term says so when that came after the last entry
    Moment since;
    std::vector<Source> source;
    std::string term;
    std::vector<std::string> persons; ///< who act in that role, as for OwnerView
};

struct AlertView {
    std::string id;
    Text label;          ///< what to do now, or what to ask while unknown
    bool certain = true; ///< false: sounds because nobody knows
};

struct QuestionView {
    std::string fact, words, who;
    std::string decision; ///< that it would help, or the route that may begin
};

/// How a partner is reached that somebody decided on.
struct ContactView {
    std::string partner, number;
    Text when; ///< what this number is for; empty: anything
};

/// Who owns a step.
struct OwnerView {
    std::string route, step, role;
    /// Who act in that role at the moment that was asked; empty when nobody does.
    std::vector<std::string> persons;
};

/// Who fill a role. One that nobody fills is shown as well.
struct RoleView {
    std::string role;
    Filled filled;
    bool owns_work = false; ///< a case waits for it
};

/// One entry of the record, read. Erased entries have no body.
struct EntryView {
    std::int64_t sequence = 0;
    std::optional<Body> body;
};

/// A duty that is over time.
struct LateView {
    CaseId case_id;
    std::string alias;
    DutyView duty;
};

/// What the passing of time did to a case, or could not do.
struct PassedView {
    CaseId case_id;
    std::string alias;
    TimeOut time_out;
    std::string refused; ///< the code of the refusal, "" when it happened
};

/// What moving a case to the rulebook of the desk would do, or did.
struct MigrationView {
    CaseId case_id;
    std::string alias;
    std::string from; ///< version of the rulebook that the case goes by
    Migration migration;
    bool moved = false;
};

/// How often people decided something, and how.
struct DecidedView {
    std::string fact;
    std::int64_t decided = 0;
    std::int64_t deviating = 0;    ///< other than the advice
    std::int64_t past_unknown = 0; ///< while something that the rules ask was not known
};

/// A line of the worklist: no fact in it.
struct WorkView {
    CaseId case_id;
    std::string alias, route, step, owner, duty;
    std::optional<Date> due;
    std::vector<std::string> persons; ///< who act, where a moment was given
};

} // namespace meldroute::inline v0
