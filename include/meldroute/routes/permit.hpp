// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A place and its permit: is one needed, is there one, and what happens without. The permit and its
// enforcement run side by side. (APV chapter 3; Gemeentewet art. 125, 151a; Awb)

#pragma once

#include <meldroute/routes/machine.hpp>

namespace meldroute::inline v0::permit {

using DutyExamined = Event<"vergunningplicht-nagegaan">;
using Applied = Event<"vergunning-aangevraagd">;
using ApplicationWithdrawn = Event<"aanvraag-ingetrokken">;
using Granted = Deciding<"vergunning-verleend">;
using Refused = Deciding<"vergunning-geweigerd">;
using LeftAside = Deciding<"aanvraag-buiten-behandeling-gelaten">;
using RevocationIntended = Deciding<"intrekking-voorgenomen">;
using Heard = Event<"zienswijze-ontvangen">;
using NotHeard = Event<"zienswijze-uitgebleven">;
using Revoked = Deciding<"vergunning-ingetrokken">;
using LeftStanding = Deciding<"vergunning-in-stand-gelaten">;
using Lapsed = Event<"vergunning-vervallen">;
using PlaceSeenAgain = Event<"plaats-opnieuw-gezien">;
using FileClosed = Deciding<"dossier-gesloten">;

using ViolationSeen = Event<"overtreding-gezien">;
using EnforcementWeighed = Deciding<"handhaving-afgewogen">;
using ViolationEnded = Event<"overtreding-beeindigd">;

// clang-format off
struct Running; struct PermitTrack; struct DutyToExamine; struct NotNeeded; struct Without;
struct AppliedFor; struct Permitted; struct RevocationHeard; struct RevocationToDecide;
struct Closed; struct NoViolation; struct ToWeigh; struct Enforcing;

struct Permit : Machine<Permit, "vergunning", Running> {
    using Events =
        List<DutyExamined, Applied, ApplicationWithdrawn, Granted, Refused, LeftAside,
             RevocationIntended, Heard, NotHeard, Revoked, LeftStanding, Lapsed, PlaceSeenAgain,
             FileClosed, ViolationSeen, EnforcementWeighed, ViolationEnded>;
    using Steps =
        List<Running, PermitTrack, DutyToExamine, NotNeeded, Without, AppliedFor, Permitted,
             RevocationHeard, RevocationToDecide, Closed, NoViolation, ToWeigh, Enforcing>;
};

// One arrow a line: the route reads as a table.

struct Running : Stage<Running, "lopend", Permit, Tracks<PermitTrack, NoViolation>> {};

// ── The permit ───────────────────────────────────────────────────────────────────────────────

struct PermitTrack : Stage<PermitTrack, "vergunningspoor", In<Running, 0>, DutyToExamine,
    On<PlaceSeenAgain, To<DutyToExamine>>> {};

/// Is a permit needed for what goes on here, and is there one?
struct DutyToExamine : Step<DutyToExamine, "vergunningplicht-na-te-gaan", PermitTrack,
    On<DutyExamined, Unless<"vergunning.plichtig", NotNeeded>,
                     If<"vergunning.aanwezig", Permitted>,
                     Else<Without>>> {};

struct NotNeeded : Idle<NotNeeded, "geen-vergunning-nodig", PermitTrack,
    On<FileClosed, Within<NoViolation, Closed>>> {};

/// A permit is needed and there is none.
struct Without : Step<Without, "zonder-vergunning", PermitTrack,
    On<Applied, To<AppliedFor>>,
    On<FileClosed, Within<NoViolation, Closed>>> {};

/// A Bibob check may belong to it; the decision term is the municipality's. What is told must be
/// what was decided. (Awb 4:5, 4:13; APV)
struct AppliedFor : Step<AppliedFor, "aanvraag-in-behandeling", PermitTrack,
    On<Granted, If<"vergunning.verlenen", Permitted>>,
    On<Refused, If<"vergunning.weigeren", Without>>,
    On<LeftAside, If<"vergunning.niet-behandelen", Without>>,
    On<ApplicationWithdrawn, To<Without>>> {};

/// Somebody watches what the permit asks.
struct Permitted : Step<Permitted, "vergund", PermitTrack,
    On<RevocationIntended, To<RevocationHeard>>,
    On<Lapsed, To<Without>>,
    On<FileClosed, Within<NoViolation, Closed>>> {};

/// Who holds it is heard first. (Awb 4:8)
struct RevocationHeard : Step<RevocationHeard, "zienswijze-afgewacht", PermitTrack,
    On<Heard, To<RevocationToDecide>>,
    On<NotHeard, To<RevocationToDecide>>> {};

struct RevocationToDecide : Step<RevocationToDecide, "intrekking-te-besluiten", PermitTrack,
    On<Revoked, If<"vergunning.intrekken", Without>>,
    On<LeftStanding, Unless<"vergunning.intrekken", Permitted>>> {};

struct Closed : Final<Closed, "afgesloten", In<Running, 0>,
    On<PlaceSeenAgain, To<DutyToExamine>>> {};

// ── Enforcement ──────────────────────────────────────────────────────────────────────────────
// It may hit a victim: a named person weighs, with a reason. (Gemeentewet art. 125; Awb 5:21; policy)

struct NoViolation : Idle<NoViolation, "geen-overtreding", In<Running, 1>,
    On<ViolationSeen, To<ToWeigh>>> {};

struct ToWeigh : Step<ToWeigh, "handhaving-af-te-wegen", In<Running, 1>,
    On<EnforcementWeighed, If<"vergunning.handhaven", Enforcing>,
                           Else<NoViolation>>> {};

struct Enforcing : Step<Enforcing, "handhaving-loopt", In<Running, 1>,
    On<ViolationEnded, To<NoViolation>>,
    On<ViolationSeen, To<ToWeigh>>> {};

// clang-format on

} // namespace meldroute::inline v0::permit
