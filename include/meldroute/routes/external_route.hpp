// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The external route: residents, professionals, companies, victims, other municipalities, and who
// stays anonymous. It opens with one question: advice or a report? Advice can become a report, and
// a report may be received by a party outside the municipality.

#pragma once

#include <meldroute/routes/danger.hpp>

namespace meldroute::inline v0::external_route {

using TakenAsAdvice = Event<"als-advies-opgenomen">;
using TakenAsReport = Event<"als-melding-opgenomen">;
using AdviceGiven = Event<"advies-gegeven">;
using AdviceAskedAgain = Event<"opnieuw-advies-gevraagd">;
using ReportedAfterAll = Event<"alsnog-gemeld">;
using MustAct = Deciding<"zelf-gemeld">;
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
using AnswerNotWanted = Event<"antwoord-niet-gewenst">;
using AnswerWanted = Event<"antwoord-gewenst">;

// clang-format off
struct Running; struct Intake; struct Received; struct AdviceDue; struct Advised; struct Progress;
struct Elsewhere; struct Noted; struct Enriching; struct Weighing; struct Reported;
struct Referred; struct Kept; struct TakenOver; struct Closed; struct Unanswered; struct Answered;
struct NoAnswer; struct NoDanger; struct Danger;

struct ExternalRoute : Machine<ExternalRoute, "meldroute-extern", Running> {
    using Events = List<TakenAsAdvice, TakenAsReport, AdviceGiven, AdviceAskedAgain,
                        ReportedAfterAll, MustAct, Discussed, Enriched, Weighed, HandoverConfirmed,
                        HandoverRefused, Supplemented, Withdrawn, Close, Reopened, FedBack,
                        AnswerNotWanted, AnswerWanted, DangerSeen, DangerPassed>;
    using Steps = List<Running, Intake, Received, AdviceDue, Advised, Progress, Noted, Elsewhere,
                       Enriching, Weighing, Reported, Referred, Kept, TakenOver, Closed, Unanswered,
                       Answered, NoAnswer, NoDanger, Danger>;
};

// One arrow a line: the route reads as a table.

struct Running : Stage<Running, "lopend", ExternalRoute, Tracks<Intake, Unanswered, NoDanger>> {};

// ── Intake ───────────────────────────────────────────────────────────────────────────────────
// (Veilig Thuis: advice is no report; Wegwijzer mensenhandel)

struct Intake : Stage<Intake, "intake", In<Running, 0>, Received> {};

/// Advice or a report? Nobody's name is written down before this is answered.
struct Received : Step<Received, "binnengekomen", Intake,
    On<TakenAsAdvice, To<AdviceDue>>,
    On<TakenAsReport, Optional<"extern.elders-ontvangen", Elsewhere>,
                      Else<Noted>>> {};

/// Before any name, the adviser says when she must act herself.
struct AdviceDue : Step<AdviceDue, "advies-te-geven", Intake,
    On<AdviceGiven, To<Advised>>,
    On<ReportedAfterAll, To<Received>>,
    On<MustAct, If<"extern.zelf-melden", Noted>>> {};

/// Counted as advice. There is an adviser, and no case that anybody owns.
struct Advised : Idle<Advised, "geadviseerd", Intake,
    On<AdviceAskedAgain, To<AdviceDue>>,
    On<ReportedAfterAll, To<Received>>,
    On<MustAct, If<"extern.zelf-melden", Noted>>> {};

// ── Progress ─────────────────────────────────────────────────────────────────────────────────

/// A withdrawal never closes: the crime is prosecuted ex officio, and a trafficker may be behind
/// it. It goes to whoever weighs. (Sr art. 273f; policy)
struct Progress : Stage<Progress, "voortgang", In<Running, 0>, Noted,
    On<Withdrawn, To<Weighing>>> {};

/// The report is on paper; the officer owns it. (CCV, Aandachtsfunctionaris mensenhandel)
struct Noted : Step<Noted, "vastgelegd", Progress,
    On<Discussed, Optional<"extern.verrijken", Enriching>,
                  Else<Weighing>>> {};

/// Another party is the receiver here; ours until that party says so. (Veilig Thuis NOG; policy)
struct Elsewhere : Step<Elsewhere, "bij-andere-ontvanger", Progress,
    On<HandoverConfirmed, To<TakenOver>>,
    On<HandoverRefused, To<Noted>>> {};

/// Sources are asked, each on its own ground. (JenV, model privacyprotocol ondermijning, fase 3)
struct Enriching : Step<Enriching, "verrijking", Progress,
    On<Enriched, To<Weighing>>> {};

/// Gate after gate, as many as the rulebook has; a named person decides. (JenV, model, weging 1–4)
struct Weighing : Step<Weighing, "weging", Progress,
    On<Weighed, NextGate,
                If<"extern.overdragen", Reported>,
                Optional<"extern.verwijzen", Referred>,
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
              Within<NoAnswer, Closed>>> {};

/// Somebody else acts; what comes in is weighed again. (policy)
struct TakenOver : Step<TakenOver, "overgenomen", Progress,
    On<Supplemented, To<Weighing>>,
    On<Close, Within<Answered, Closed>,
              Within<NoAnswer, Closed>>> {};

/// Closed by a named person, never by a rule; and may be opened again. (policy)
struct Closed : Final<Closed, "afgesloten", In<Running, 0>,
    On<Reopened, To<Weighing>>> {};

// ── Answer ───────────────────────────────────────────────────────────────────────────────────
// (Wmo 2015 art. 4.1.1 lid 2 g; NJi; Meld Misdaad Anoniem)

/// The reporter has heard nothing yet; the duty follows from the rulebook, by kind of reporter.
struct Unanswered : Idle<Unanswered, "nog-te-antwoorden", In<Running, 1>,
    On<FedBack, To<Answered>>,
    On<AnswerNotWanted, To<NoAnswer>>,
    Whenever<If<"extern.antwoord-onmogelijk", NoAnswer>>> {};

struct Answered : Idle<Answered, "beantwoord", In<Running, 1>> {};

/// The reporter wants none, or cannot be reached: nobody may ask back.
struct NoAnswer : Idle<NoAnswer, "geen-antwoord", In<Running, 1>,
    On<AnswerWanted, To<Unanswered>>> {};

// ── Danger ───────────────────────────────────────────────────────────────────────────────────

struct NoDanger : NoDangerStep<NoDanger, In<Running, 2>, Danger> {};
struct Danger : DangerStep<Danger, In<Running, 2>, NoDanger> {};

// clang-format on

} // namespace meldroute::inline v0::external_route
