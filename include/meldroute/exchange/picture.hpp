// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Pictures of a route, drawn from the tables that it runs on, and of the way that a case went on it:
// as SVG, Mermaid or DOT. What a colour or a line says, a word says too.

#pragma once

#include <meldroute/base/date.hpp>
#include <meldroute/casefile/body.hpp>
#include <meldroute/routes/route.hpp>
#include <meldroute/rulebook/rulebook.hpp>

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// Where a case went on one route.
struct Way {
    /// Days on which each step was come to, in Amsterdam.
    std::map<std::string, std::vector<Date>, std::less<>> visited;
    std::vector<std::string> now; ///< leaves where it stands; none for a route without a case

    bool operator==(const Way&) const = default;
};

/// The way that these entries tell; one that is erased or tells of other routes is passed over.
Way way_of(std::string_view route, std::span<const Body> entries);

/// What people call a step, an event or a decision.
using Naming = std::function<std::string(std::string_view id)>;

/// What has to hold besides the event, for an arrow to be taken.
struct DrawnCondition {
    enum class Kind { yes, no, within, next_gate, otherwise };

    Kind kind = Kind::yes;
    std::string of; ///< the name of a decision or, within, of a step
};

/// An arrow in words; from and to are numbers of steps. An arrow that stays leads to its own step.
struct DrawnArrow {
    int from = 0, to = 0;
    std::string event;
    std::vector<DrawnCondition> conditions;
};

/// "besproken [niet Is er een persoon in beeld?]", on one line.
std::string in_words(const DrawnArrow& arrow, Lang lang);

/// A route in the words of a reader; what every kind of picture is made from.
struct Picture {
    std::string route, title; ///< its id, and what people call it
    Lang lang = Lang::nl;
    std::vector<StepInfo> steps; ///< as in the tables: from the outside in, track by track
    std::vector<std::string> names;
    std::vector<DrawnArrow> arrows;
    Way way;

    /// Where a stage begins in this track; -1 stands for the machine.
    int first_of(int stage, int track) const;
    bool is_here(int step) const;
    /// The days on which it was come to, as "2-6-2026, 4-6-2026"; "" for none.
    std::string days(int step) const;
};

Picture picture_of(const RouteTables& route, const Naming& name, Lang lang, Way way = {});
Picture picture_of(const RouteTables& route, const Rulebook& rulebook, Lang lang, Way way = {});

/// A picture that stands alone: tracks side by side, fit for a page of A4, readable without colour
/// and by a screen reader. Of a route of any size, meant for up to some sixty steps.
std::string svg(const Picture& picture);
/// The text of a stateDiagram-v2.
std::string mermaid(const Picture& picture);
/// A digraph for Graphviz.
std::string dot(const Picture& picture);

} // namespace meldroute::inline v0
