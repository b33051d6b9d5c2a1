// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// An inspection of a trade: prepared, carried out, written down. Shelter is ready before anybody
// goes in, powers are settled before anybody enters, and what was found becomes a signal.

#pragma once

#include <meldroute/routes/danger.hpp>

namespace meldroute::inline v0::inspection {

using Prepared = Event<"controle-voorbereid">;
using PowersSettled = Deciding<"bevoegdheid-vastgesteld">;
using Begun = Event<"controle-begonnen">;
using Done = Event<"controle-gedaan">;
using BrokenOff = Event<"controle-afgebroken">;
using FindingsNoted = Event<"bevindingen-vastgelegd">;
using SignalMade = Event<"signaal-gemaakt">;
using FollowedUp = Deciding<"opvolging-bepaald">;
using CalledOff = Deciding<"controle-afgelast">;
using PlannedAgain = Event<"controle-opnieuw-gepland">;

using ShelterPrepared = Event<"opvang-klaargezet">;
using ShelterLost = Event<"opvang-weggevallen">;

// clang-format off
struct Running; struct Visit; struct ToPrepare; struct PowersToSettle; struct ReadyToGo;
struct Inspecting; struct FindingsToNote; struct SignalToMake; struct ToFollowUp; struct Finished;
struct ShelterToPrepare; struct ShelterReady; struct NoDanger; struct Danger;

struct Inspection : Machine<Inspection, "branchecontrole", Running> {
    using Events = List<Prepared, PowersSettled, Begun, inspection::Done, BrokenOff, FindingsNoted,
                        SignalMade, FollowedUp, CalledOff, PlannedAgain, ShelterPrepared,
                        ShelterLost, DangerSeen, DangerPassed>;
    using Steps =
        List<Running, Visit, ToPrepare, PowersToSettle, ReadyToGo, Inspecting, FindingsToNote,
             SignalToMake, ToFollowUp, Finished, ShelterToPrepare, ShelterReady, NoDanger, Danger>;
};

// One arrow a line: the route reads as a table.

struct Running : Stage<Running, "lopend", Inspection, Tracks<Visit, ShelterToPrepare, NoDanger>> {};

// ── The visit ────────────────────────────────────────────────────────────────────────────────
// (Uitvoeringsplan mensenhandel IJsselstreek, 1.6; CCV, branchegerichte controle)

struct Visit : Stage<Visit, "controle", In<Running, 0>, ToPrepare,
    On<CalledOff, To<Finished>>> {};

/// Which trade, who goes along, and what for.
struct ToPrepare : Step<ToPrepare, "controle-voor-te-bereiden", Visit,
    On<Prepared, To<PowersToSettle>>> {};

/// Each inspector has a power to enter; a dwelling asks for consent or an authorisation; never only
/// to find evidence of a crime. (Awb 3:3, 5:15; Awbi)
struct PowersToSettle : Step<PowersToSettle, "bevoegdheid-vast-te-stellen", Visit,
    On<PowersSettled, If<"controle.bevoegd", ReadyToGo>>> {};

/// Nobody goes before shelter is ready. (Vc 2000 B8; policy)
struct ReadyToGo : Step<ReadyToGo, "klaar-voor-controle", Visit,
    On<Begun, Within<ShelterReady, Inspecting>>> {};

struct Inspecting : Step<Inspecting, "controle-loopt", Visit,
    On<inspection::Done, To<FindingsToNote>>,
    On<BrokenOff, To<FindingsToNote>>> {};

struct FindingsToNote : Step<FindingsToNote, "bevindingen-vast-te-leggen", Visit,
    On<FindingsNoted, If<"controle.signaal", SignalToMake>,
                      Else<ToFollowUp>>> {};

/// What may be trafficking goes to the officer, by the internal route.
struct SignalToMake : Step<SignalToMake, "signaal-te-maken", Visit,
    On<SignalMade, To<ToFollowUp>>> {};

/// A named person decides what follows; a fine may hit a victim.
struct ToFollowUp : Step<ToFollowUp, "opvolging-te-bepalen", Visit,
    On<FollowedUp, To<Finished>>> {};

struct Finished : Final<Finished, "afgerond", In<Running, 0>,
    On<PlannedAgain, To<ToPrepare>>> {};

// ── Shelter ──────────────────────────────────────────────────────────────────────────────────

struct ShelterToPrepare : Step<ShelterToPrepare, "opvang-klaar-te-zetten", In<Running, 1>,
    On<ShelterPrepared, To<ShelterReady>>> {};

struct ShelterReady : Idle<ShelterReady, "opvang-klaar", In<Running, 1>,
    On<ShelterLost, To<ShelterToPrepare>>> {};

// ── Danger ───────────────────────────────────────────────────────────────────────────────────

struct NoDanger : NoDangerStep<NoDanger, In<Running, 2>, Danger> {};
struct Danger : DangerStep<Danger, In<Running, 2>, NoDanger> {};

// clang-format on

} // namespace meldroute::inline v0::inspection
