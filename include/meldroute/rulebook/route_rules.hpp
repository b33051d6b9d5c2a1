// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a rulebook says about the steps of a route: who owns them, what is asked, who decides, which
// duties open, and what starts from them.

#pragma once

#include <meldroute/base/source.hpp>
#include <meldroute/facts/sees.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// The events that begin a route: a report, or another route that came to a step which starts it. No
/// machine knows them; terms may start from them ("meldroute-intern.melding").
inline constexpr std::string_view begins_by_report = "melding", begins_by_route = "gestart";

struct Role {
    std::string id;
    Text label;
    Sees sees; ///< which personal data; local policy, none where the rulebook says nothing
};

/// What is shown first, whatever the score: while its decision says yes, and also while unknown.
struct Alert {
    std::string id;
    std::string decision;
    Text label;    ///< what to do now
    Text question; ///< what to ask while the decision is unknown
};

/// Something to do, from when its step is entered until it is done or the step is left.
struct Duty {
    std::string id;
    std::string role;
    Text label;
    std::string term;     ///< id of a term, "" when no source gives one
    std::string when;     ///< id of its condition route.step.duty, "" for always
    std::string done;     ///< the event that does it; "" when leaving the step does
    std::string time_out; ///< the event that happens when its term is over, "" for none
    int remind = 0;       ///< so many days before its date somebody is reminded; 0 for never
    std::vector<Source> source;
};

/// What a person fills in, beside the advice.
struct Decides {
    enum class Reason { never, when_deviating, always };

    std::string fact;
    std::string advice;              ///< decision
    std::vector<std::string> beside; ///< decisions to show with it
    std::string by;                  ///< role
    std::string event;               ///< the one that decides this; "" for each that decides here
    /// By no event but beside those that are, as a second signature: it counts while the case stands
    /// here, and whoever comes here again signs again.
    bool by_note = false;
    Reason reason = Reason::when_deviating;
};

/// Facts that go to a receiver, by a ground.
struct Share {
    std::string with; ///< the decided fact that names the receivers
    std::vector<std::string> facts;
    std::string ground; ///< id of a ground
};

/// A route that begins at a step: when it is entered, or once its condition says yes while the case
/// stands there. While the condition is unknown somebody has to find out.
struct Start {
    std::string route;
    std::string when; ///< id of its condition route.step.started, "" for always
    Duty find_out;    ///< open while the condition is unknown; its id is the route
};

struct StepRules {
    std::string step;
    Text label;
    std::string owner;
    std::vector<std::string> asks; ///< facts in order; a decision asks what it still needs
    std::vector<Decides> decides;  ///< of several, each by an event of its own, and one by a note
    std::vector<Duty> duties;
    std::vector<std::string> gates; ///< ids of the gates of a weighing step; none means one gate
    std::vector<Share> shares;
    std::vector<Start> starts;
    std::vector<Source> source;
};

struct RouteRules {
    std::string route;
    std::vector<StepRules> steps;

    /// Null for a step without words.
    const StepRules* find(std::string_view step) const;
};

} // namespace meldroute::inline v0
