// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A route as the rest of the house sees it: ids in, a plan out, then a move; no machine in sight.
// Consult first, then move: a plan asks everything and changes nothing, so a refusal is free.

#pragma once

#include <meldroute/rules/counsel.hpp>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// A step, or a stage around steps. Listed from the outside in, track by track.
struct StepInfo {
    std::string_view id;
    int parent = -1; ///< index of the stage around it, or -1
    int track = 0;   ///< which of its stage's parallel tracks it lies in
    bool leaf = false;
    bool idle = false;  ///< a leaf where nobody owes anything
    bool final = false; ///< a leaf where the route is done
};

struct EventInfo {
    std::string_view id;
    bool deciding = false; ///< only a named person may tell it
};

/// What must hold for an arrow to be taken, apart from its `within`.
enum class ArrowKind {
    always,
    when,      ///< its decision says yes
    unless,    ///< its decision says no
    optional,  ///< the rulebook has its decision, and that says yes
    next_gate, ///< the step has another gate: stay, with the next one open
};

/// One way in which a route can move. Without an event: considered with any entry that is told.
struct Arrow {
    std::string_view from, event, to;
    ArrowKind kind = ArrowKind::always;
    std::string_view rule;   ///< id of the decision, or ""
    std::string_view within; ///< step at which another track must stand, or ""

    bool operator==(const Arrow&) const = default;
};

/// All that can be said of a route without a case. Everything in it lives as long as the program.
struct RouteTables {
    std::string_view id;
    std::span<const StepInfo> steps;
    std::span<const EventInfo> events;
    std::span<const Arrow> arrows;
};

/// Where a case stands on a route; all there is to store of it.
struct Standing {
    std::vector<std::string> leaves; ///< one for each active track, in declared order
    int gate = 0;                    ///< which gate of the weighing step is open, from 0

    bool operator==(const Standing&) const = default;
};

struct Consulted {
    std::string_view decision;
    Answer answer = Answer::unknown;
    bool overheard = false; ///< asked for an arrow that any entry may take, not for the event

    bool operator==(const Consulted&) const = default;
};

/// What an entry would do. Refers to the route's tables, so it may be kept as long as one likes.
struct Plan {
    enum class Outcome { stays, moves, unknown };

    std::string_view event; ///< "" when any entry was planned
    Outcome outcome = Outcome::stays;
    bool awaited = false;                  ///< the event itself has an arrow in this plan
    std::vector<int> arrows;               ///< indexes into arrows(), in the order of moving
    std::vector<Consulted> consulted;      ///< each decision once, in the order of asking
    std::vector<std::string_view> unknown; ///< decisions for want of which the event is refused
};

/// What telling an event now could do.
struct Option {
    std::string_view event;
    bool deciding = false;
    bool possible = false; ///< some answer to what is unknown lets the event through
    bool complete = true;  ///< false: more than 8 unknowns on the way, not all targets are listed
    std::vector<std::string_view> unknown;
    std::vector<Consulted> consulted;
    std::vector<std::vector<std::string>> targets; ///< distinct leaves where it could lead
};

class Route {
public:
    virtual ~Route() = default;

    virtual std::string_view id() const = 0;
    virtual std::span<const StepInfo> steps() const = 0;
    virtual std::span<const EventInfo> events() const = 0;
    virtual std::span<const Arrow> arrows() const = 0;
    virtual bool knows(std::string_view event) const = 0;

    virtual Standing standing() const = 0;
    /// Ids of the leaves where somebody owes something or the route is done, in declared order.
    virtual std::vector<std::string> here() const = 0;

    /// What this event would do. Throws Refused M1301 for an event that the route does not know,
    /// and whatever the counsel throws; changes nothing. The second form reuses a plan's memory.
    virtual void plan(std::string_view event, Counsel& counsel, Plan& into) const = 0;
    Plan plan(std::string_view event, Counsel& counsel) const;

    /// What any other entry would do: a note, or an event that only another route knows.
    virtual void overhear(Counsel& counsel, Plan& into) const = 0;
    Plan overhear(Counsel& counsel) const;

    /// Moves as planned. Throws as refuse() for a plan that does not move, and Usage M1306 for one
    /// made elsewhere; then nothing has changed.
    virtual void move(const Plan& plan) = 0;

    /// Stands where a case was left. Throws Damaged M1305, and changes nothing, when the route has
    /// no such place.
    virtual void restore(const Standing& standing) = 0;

    /// Every event of the route, and where telling it now could lead.
    virtual std::vector<Option> options(Counsel& counsel) const = 0;

    /// Throws the Refused that says why this plan does not move: M1303 undecided, M1304 ruled out,
    /// M1302 nobody waits for it.
    [[noreturn]] void refuse(const Plan& plan) const;
};

} // namespace meldroute::inline v0
