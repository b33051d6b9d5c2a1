// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The district route: who owns a case between municipality, team and district. Whoever offers it
// owns it until the other says yes; a refusal or a dispute is a place with an owner. Beside it run
// the chain team that may be brought in, and the bundle that a case may be part of.

#pragma once

#include <meldroute/routes/machine.hpp>

namespace meldroute::inline v0::district_route {

using HandoverOffered = Deciding<"overdracht-aangeboden">;
using HandoverConfirmed = Event<"overdracht-bevestigd">;
using HandoverRefused = Event<"overdracht-geweigerd">;
using OfferWithdrawn = Deciding<"aanbod-ingetrokken">;
using KeptHere = Deciding<"zelf-behouden">;
using Moved = Event<"verplaatst">;
using CameBack = Event<"teruggekomen">;
using Disputed = Event<"eigendom-betwist">;
using OwnerAppointed = Deciding<"eigenaar-aangewezen">;
using Close = Deciding<"sluiten">;
using Reopened = Deciding<"heropend">;

using BroughtIn = Deciding<"ingebracht-bij-ketenregie">;
using TeamAccepted = Event<"inbreng-aanvaard">;
using TeamReturned = Event<"inbreng-teruggegeven">;
using TeamEnded = Deciding<"ketenregie-beeindigd">;

using BundleLed = Deciding<"bundel-gevormd">;
using Joined = Deciding<"bij-bundel-gevoegd">;
using SplitOff = Deciding<"afgesplitst">;

// clang-format off
struct Running; struct Ownership; struct InHand; struct Elsewhere; struct Offered; struct Returned;
struct InDispute; struct WithReceiver; struct Closed; struct TeamAside; struct TeamAsked;
struct TeamAtWork; struct Alone; struct Leading; struct Bundled;

struct DistrictRoute : Machine<DistrictRoute, "meldroute-district", Running> {
    using Events =
        List<HandoverOffered, HandoverConfirmed, HandoverRefused, OfferWithdrawn, KeptHere, Moved,
             CameBack, Disputed, OwnerAppointed, Close, Reopened, BroughtIn, TeamAccepted,
             TeamReturned, TeamEnded, BundleLed, Joined, SplitOff>;
    using Steps =
        List<Running, Ownership, InHand, Elsewhere, Offered, Returned, InDispute, WithReceiver,
             Closed, TeamAside, TeamAsked, TeamAtWork, Alone, Leading, Bundled>;
};

// One arrow a line: the route reads as a table.

struct Running : Stage<Running, "lopend", DistrictRoute, Tracks<Ownership, TeamAside, Alone>> {};

// ── Who owns it ──────────────────────────────────────────────────────────────────────────────
// (Uitvoeringsplan mensenhandel IJsselstreek, 1.8; JenV, model, weging 2B; policy)

/// The victim or the business moved: the waterbed. Whoever owns the case sees to its hand-over.
struct Ownership : Stage<Ownership, "eigendom", In<Running, 0>, InHand,
    On<Moved, To<Elsewhere>>> {};

struct InHand : Step<InHand, "in-eigen-hand", Ownership,
    On<HandoverOffered, If<"district.ontvanger-gekozen", Offered>>,
    On<Disputed, To<InDispute>>,
    On<Close, Within<TeamAside, Closed>>> {};

/// It goes on somewhere else, and is still ours.
struct Elsewhere : Step<Elsewhere, "speelt-elders", Ownership,
    On<HandoverOffered, If<"district.ontvanger-gekozen", Offered>>,
    On<KeptHere, If<"district.zelf-houden", InHand>>,
    On<Disputed, To<InDispute>>> {};

/// Offered, and ours until the receiver says yes.
struct Offered : Step<Offered, "aangeboden", Ownership,
    On<HandoverConfirmed, To<WithReceiver>>,
    On<HandoverRefused, To<Returned>>,
    On<OfferWithdrawn, To<InHand>>,
    On<Disputed, To<InDispute>>> {};

/// Sent back with a reason: ours, and something has to be decided.
struct Returned : Step<Returned, "teruggegeven", Ownership,
    On<HandoverOffered, If<"district.ontvanger-gekozen", Offered>>,
    On<KeptHere, If<"district.zelf-houden", InHand>>,
    On<Disputed, To<InDispute>>> {};

/// Who owns it is in dispute: the chain director appoints, and owns the question meanwhile.
struct InDispute : Step<InDispute, "betwist", Ownership,
    On<OwnerAppointed, If<"district.wij-eigenaar", InHand>,
                       Else<Offered>>> {};

/// The receiver owns it; somebody here keeps in touch.
struct WithReceiver : Step<WithReceiver, "bij-ontvanger", Ownership,
    On<CameBack, To<InHand>>,
    On<Disputed, To<InDispute>>,
    On<Close, Within<TeamAside, Closed>>> {};

struct Closed : Final<Closed, "afgesloten", In<Running, 0>,
    On<Reopened, To<InHand>>> {};

// ── The chain team ───────────────────────────────────────────────────────────────────────────
// (Uitvoeringsplan mensenhandel IJsselstreek, 1.10)

struct TeamAside : Idle<TeamAside, "ketenregie-niet-betrokken", In<Running, 1>,
    On<BroughtIn, If<"district.inbrengen-mag", TeamAsked>>> {};

struct TeamAsked : Step<TeamAsked, "ketenregie-gevraagd", In<Running, 1>,
    On<TeamAccepted, To<TeamAtWork>>,
    On<TeamReturned, To<TeamAside>>> {};

struct TeamAtWork : Step<TeamAtWork, "ketenregie-loopt", In<Running, 1>,
    On<TeamEnded, To<TeamAside>>> {};

// ── The bundle ───────────────────────────────────────────────────────────────────────────────
// Several signals or persons in one case, and apart again. (policy)

struct Alone : Idle<Alone, "op-zichzelf", In<Running, 2>,
    On<BundleLed, To<Leading>>,
    On<Joined, If<"district.leidende-zaak-bekend", Bundled>>> {};

/// Others are part of this one; its owner sees them all.
struct Leading : Step<Leading, "leidt-bundel", In<Running, 2>,
    On<BundleLed, To<Leading>>,
    On<SplitOff, To<Alone>>> {};

/// Part of another case, and still somebody's.
struct Bundled : Step<Bundled, "in-bundel", In<Running, 2>,
    On<SplitOff, To<Alone>>> {};

// clang-format on

} // namespace meldroute::inline v0::district_route
