// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The gates of the model privacy protocol: four weighings and three privacy checks, in four phases.
// A model that a municipality may adopt, and deviate from. (JenV, model privacyprotocol
// ondermijning, 2020; Maastricht, Haaksbergen, Midden-Delfland)

#pragma once

#include <meldroute/routes/danger.hpp>

namespace meldroute::inline v0::privacy_gates {

using FirstWeighed = Deciding<"weging-1-gedaan">;
using PowerWeighed = Deciding<"weging-2a-gedaan">;
using GroundWeighed = Deciding<"weging-2b-gedaan">;
using ThirdWeighed = Deciding<"weging-3-gedaan">;
using FirstChecked = Deciding<"privacytoets-1-getekend">;
using SourcesAnswered = Event<"bronnen-beantwoord">;
using FourthWeighed = Deciding<"weging-4-gedaan">;
using CheckedBefore = Deciding<"privacytoets-2a-getekend">;
using ApproachChosen = Deciding<"aanpak-gekozen">;
using CheckedAfter = Deciding<"privacytoets-2b-getekend">;
using ApproachDone = Event<"aanpak-afgerond">;
using HandoverConfirmed = Event<"overdracht-bevestigd">;
using HandoverRefused = Event<"overdracht-geweigerd">;
using Supplemented = Event<"aangevuld">;
using Destroyed = Deciding<"vernietigd">;

// clang-format off
struct Running; struct Intake; struct IsItOurs; struct HavePower; struct OwnGround;
struct Classification; struct HowSerious; struct Enrichment; struct SourcesToCheck;
struct SourcesToAsk; struct HitsToWeigh; struct Meeting; struct AccessToCheck;
struct ApproachToChoose; struct ApproachToCheck; struct Outcome; struct Sealed; struct Departments;
struct ToRiec; struct Referred; struct ApproachRuns; struct TakenOver; struct Done; struct Gone;
struct NoDanger; struct Danger;

struct PrivacyGates : Machine<PrivacyGates, "privacy-poorten", Running> {
    using Events =
        List<FirstWeighed, PowerWeighed, GroundWeighed, ThirdWeighed, FirstChecked, SourcesAnswered,
             FourthWeighed, CheckedBefore, ApproachChosen, CheckedAfter, ApproachDone,
             HandoverConfirmed, HandoverRefused, Supplemented, Destroyed, DangerSeen, DangerPassed>;
    using Steps =
        List<Running, Intake, IsItOurs, HavePower, OwnGround, Classification, HowSerious,
             Enrichment, SourcesToCheck, SourcesToAsk, HitsToWeigh, Meeting, AccessToCheck,
             ApproachToChoose, ApproachToCheck, Outcome, Sealed, Departments, ToRiec, Referred,
             ApproachRuns, TakenOver, Done, Gone, NoDanger, Danger>;
};

// One arrow a line: the route reads as a table.

struct Running : Stage<Running, "lopend", PrivacyGates, Tracks<Intake, NoDanger>> {};

// ── Phase 1: intake ──────────────────────────────────────────────────────────────────────────

struct Intake : Stage<Intake, "fase-intake", In<Running, 0>, IsItOurs> {};

/// Weighing 1: is it ondermijning, with at least one sign of local anchoring?
struct IsItOurs : Step<IsItOurs, "weging-1", Intake,
    On<FirstWeighed, If<"poort.ondermijning", HavePower>,
                     Else<Sealed>>> {};

/// Weighing 2A: has the municipality a task or a power?
struct HavePower : Step<HavePower, "weging-2a", Intake,
    On<PowerWeighed, If<"poort.bevoegd", OwnGround>,
                     If<"poort.verwijzen", Referred>,
                     Else<Sealed>>> {};

/// Weighing 2B: is it on our own territory?
struct OwnGround : Step<OwnGround, "weging-2b", Intake,
    On<GroundWeighed, If<"poort.eigen-grondgebied", HowSerious>,
                      Else<Referred>>> {};

// ── Phase 2: classification ──────────────────────────────────────────────────────────────────

struct Classification : Stage<Classification, "fase-classificatie", In<Running, 0>, HowSerious> {};

/// Weighing 3, by the team: concrete, recent, a trend? By objective local measures.
struct HowSerious : Step<HowSerious, "weging-3", Classification,
    On<ThirdWeighed, If<"poort.verrijken", SourcesToCheck>,
                     If<"poort.naar-riec", ToRiec>,
                     If<"poort.naar-afdeling", Departments>,
                     Else<Sealed>>> {};

// ── Phase 3: enrichment ──────────────────────────────────────────────────────────────────────

struct Enrichment : Stage<Enrichment, "fase-verrijking", In<Running, 0>, SourcesToCheck> {};

/// Privacy check 1, source by source: basis, purpose, need, proportion, subsidiarity. A source may
/// also be one that may not be asked at all.
struct SourcesToCheck : Step<SourcesToCheck, "privacytoets-1", Enrichment,
    On<FirstChecked, If<"poort.bron-mag", SourcesToAsk>,
                     Else<HowSerious>>> {};

/// Hit or no hit, and nothing else.
struct SourcesToAsk : Step<SourcesToAsk, "bronnen-bevragen", Enrichment,
    On<SourcesAnswered, If<"poort.treffer", HitsToWeigh>,
                        Else<Sealed>>> {};

/// Weighing 4, on the hits.
struct HitsToWeigh : Step<HitsToWeigh, "weging-4", Enrichment,
    On<FourthWeighed, If<"poort.naar-casusoverleg", AccessToCheck>,
                      If<"poort.treffer-naar-riec", ToRiec>,
                      If<"poort.treffer-naar-afdeling", Departments>,
                      Else<Sealed>>> {};

// ── Phase 4: case meeting ────────────────────────────────────────────────────────────────────

struct Meeting : Stage<Meeting, "fase-casusoverleg", In<Running, 0>, AccessToCheck> {};

/// Privacy check 2A: before the meeting, who may see what.
struct AccessToCheck : Step<AccessToCheck, "privacytoets-2a", Meeting,
    On<CheckedBefore, If<"poort.inzage-mag", ApproachToChoose>,
                      Else<HitsToWeigh>>> {};

/// The approach, and an owner for each intervention.
struct ApproachToChoose : Step<ApproachToChoose, "aanpak-te-kiezen", Meeting,
    On<ApproachChosen, To<ApproachToCheck>>> {};

/// Privacy check 2B: once the approach is chosen.
struct ApproachToCheck : Step<ApproachToCheck, "privacytoets-2b", Meeting,
    On<CheckedAfter, If<"poort.aanpak-mag", ApproachRuns>,
                     Else<ApproachToChoose>>> {};

// ── Where it leads ───────────────────────────────────────────────────────────────────────────

struct Outcome : Stage<Outcome, "vervolg", In<Running, 0>, Sealed> {};

/// Leads nowhere now: kept under encryption for its term, then destroyed by a named person.
struct Sealed : Step<Sealed, "versleuteld-bewaard", Outcome,
    On<Supplemented, To<IsItOurs>>,
    On<Destroyed, If<"poort.vernietigen", Gone>>> {};

/// One department or several act on their own task.
struct Departments : Step<Departments, "bij-afdeling", Outcome,
    On<Supplemented, To<HowSerious>>,
    On<ApproachDone, To<Done>>> {};

/// Ours until the RIEC takes it up. (WGS art. 2.16-2.23)
struct ToRiec : Step<ToRiec, "bij-riec", Outcome,
    On<HandoverConfirmed, To<TakenOver>>,
    On<HandoverRefused, To<HowSerious>>> {};

/// To the competent body or municipality; ours until they say so.
struct Referred : Step<Referred, "verwezen", Outcome,
    On<HandoverConfirmed, To<TakenOver>>,
    On<HandoverRefused, To<HavePower>>> {};

struct ApproachRuns : Step<ApproachRuns, "aanpak-loopt", Outcome,
    On<Supplemented, To<HitsToWeigh>>,
    On<ApproachDone, To<Done>>> {};

/// Somebody else acts; what comes in is weighed again.
struct TakenOver : Step<TakenOver, "overgenomen", Outcome,
    On<Supplemented, To<IsItOurs>>,
    On<ApproachDone, To<Done>>> {};

struct Done : Final<Done, "afgerond", In<Running, 0>,
    On<Supplemented, To<IsItOurs>>> {};

struct Gone : Final<Gone, "vernietiging-vastgelegd", In<Running, 0>> {};

// ── Danger ───────────────────────────────────────────────────────────────────────────────────

struct NoDanger : NoDangerStep<NoDanger, In<Running, 1>, Danger> {};
struct Danger : DangerStep<Danger, In<Running, 1>, NoDanger> {};

// clang-format on

} // namespace meldroute::inline v0::privacy_gates
