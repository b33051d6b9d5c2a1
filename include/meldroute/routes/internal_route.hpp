// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The internal route: from a colleague's worry to a signal that somebody weighed and answered.
// Beside it run the answer that a reporter is owed, and danger, which lives as long as the case.
//
// Ids are Dutch and for life: they stand in logs, rules, diagrams and statistics. Class names are
// English and free to change. docs/glossary.md has each id, with its source.

#pragma once

#include <meldroute/routes/danger.hpp>

namespace meldroute::inline v0::internal_route {

using Discussed = Event<"besproken">;
using Enriched = Event<"verrijkt">;
using Weighed = Deciding<"gewogen">;
using HandoverConfirmed = Event<"overdracht-bevestigd">;
using HandoverRefused = Event<"overdracht-geweigerd">;
using Supplemented = Event<"aangevuld">;
using Withdrawn = Event<"ingetrokken">;
using Close = Deciding<"sluiten">;
using Reopened = Deciding<"heropend">;
using FedBack = Event<"teruggekoppeld">;

struct Running;
struct Progress;
struct Noted;
struct Enriching;
struct Weighing;
struct Reported;
struct Referred;
struct Kept;
struct TakenOver;
struct Closed;
struct Unanswered;
struct Answered;
struct NoDanger;
struct Danger;

struct InternalRoute : Machine<InternalRoute, "meldroute-intern", Running> {
    using Events =
        List<Discussed, Enriched, Weighed, HandoverConfirmed, HandoverRefused, Supplemented,
             Withdrawn, Close, Reopened, FedBack, DangerSeen, DangerPassed>;
    using Steps = List<Running, Progress, Noted, Enriching, Weighing, Reported, Referred, Kept,
                       TakenOver, Closed, Unanswered, Answered, NoDanger, Danger>;
};

// One arrow a line: the route reads as a table.
// clang-format off

struct Running : Stage<Running, "lopend", InternalRoute, Tracks<Progress, Unanswered, NoDanger>> {};

// ── Progress ─────────────────────────────────────────────────────────────────────────────────

/// A withdrawal never closes: the crime is prosecuted ex officio, and a trafficker may be behind
/// it. It goes to whoever weighs. (Sr art. 273f; policy)
struct Progress : Stage<Progress, "voortgang", In<Running, 0>, Noted,
    On<Withdrawn, To<Weighing>>> {};

/// A worry is on paper. Nobody decides alone. (CCV, aanpak van signalen, stap 1; Wegwijzer mensenhandel)
struct Noted : Step<Noted, "vastgelegd", Progress,
    On<Discussed, Optional<"intern.verrijken", Enriching>,
                  Else<Weighing>>> {};

/// Sources are asked, each on its own ground. (JenV, model privacyprotocol ondermijning, fase 3)
struct Enriching : Step<Enriching, "verrijking", Progress,
    On<Enriched, To<Weighing>>> {};

/// Gate after gate, as many as the rulebook has; a named person decides. (JenV, model, weging 1–4)
struct Weighing : Step<Weighing, "weging", Progress,
    On<Weighed, NextGate,
                If<"intern.overdragen", Reported>,
                Optional<"intern.verwijzen", Referred>,
                Else<Kept>>> {};

/// Handed over; ours until the receiver says so. (Aanwijzing mensenhandel OM; policy)
struct Reported : Step<Reported, "gemeld", Progress,
    On<HandoverConfirmed, To<TakenOver>>,
    On<HandoverRefused, To<Weighing>>> {};

/// To the competent body or municipality; ours until they say so. (JenV, model, weging 2A en 2B)
struct Referred : Step<Referred, "verwezen", Progress,
    On<HandoverConfirmed, To<TakenOver>>,
    On<HandoverRefused, To<Weighing>>> {};

/// Not enough yet. Kept within its retention term for when more comes in. (JenV, model, weging 3)
struct Kept : Step<Kept, "bewaard", Progress,
    On<Supplemented, To<Weighing>>,
    On<Close, Within<Answered, Closed>,
              If<"intern.sluiten-zonder-antwoord", Closed>>> {};

/// Somebody else acts; what comes in is weighed again. (policy)
struct TakenOver : Step<TakenOver, "overgenomen", Progress,
    On<Supplemented, To<Weighing>>,
    On<Close, Within<Answered, Closed>,
              If<"intern.sluiten-zonder-antwoord", Closed>>> {};

/// Closed by a named person, never by a rule; and may be opened again. (policy)
struct Closed : Final<Closed, "afgesloten", In<Running, 0>,
    On<Reopened, To<Weighing>>> {};

// ── Answer ───────────────────────────────────────────────────────────────────────────────────

/// The reporter has heard nothing yet; the duty follows from the rulebook. (Wmo 2015 art. 4.1.1 lid 2 g)
struct Unanswered : Idle<Unanswered, "nog-te-antwoorden", In<Running, 1>,
    On<FedBack, To<Answered>>> {};

struct Answered : Idle<Answered, "beantwoord", In<Running, 1>> {};

// ── Danger ───────────────────────────────────────────────────────────────────────────────────

struct NoDanger : NoDangerStep<NoDanger, In<Running, 2>, Danger> {};
struct Danger : DangerStep<Danger, In<Running, 2>, NoDanger> {};

// clang-format on

} // namespace meldroute::inline v0::internal_route
