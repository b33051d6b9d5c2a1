// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// An administrative measure: a closure, an order, a condition. The library never chooses one. Each
// part must be there (evidence, ground, proportion, the other side's view, term and review), and who
// may be hit as a victim has a safe place before it takes effect.

#pragma once

#include <meldroute/routes/machine.hpp>

namespace meldroute::inline v0::measure {

using EvidenceListed = Event<"bewijslijst-gemaakt">;
using GroundFound = Deciding<"grond-bepaald">;
using ProportionArgued = Deciding<"evenredigheid-gemotiveerd">;
using IntentSent = Event<"voornemen-verstuurd">;
using Urgent = Deciding<"spoed-vastgesteld">;
using Heard = Event<"zienswijze-ontvangen">;
using NotHeard = Event<"zienswijze-uitgebleven">;
using MeasureDecided = Deciding<"maatregel-besloten">;
using TookEffect = Event<"maatregel-ingegaan">;
using ReviewAsked = Event<"herbeoordeling-gevraagd">;
using Reviewed = Deciding<"herbeoordeeld">;
using Stayed = Event<"geschorst-door-rechter">;
using Judged = Event<"uitspraak-gedaan">;
using Ended = Event<"maatregel-geeindigd">;
using GivenUp = Deciding<"van-maatregel-afgezien">;
using NewSign = Event<"nieuwe-aanwijzing">;

using PeopleLookedFor = Event<"aanwezigen-nagegaan">;
using PeopleSafe = Event<"aanwezigen-veilig">;

// clang-format off
struct Running; struct Procedure; struct EvidenceToList; struct GroundToFind;
struct ProportionToArgue; struct IntentToSend; struct ViewAwaited; struct ToDecide;
struct ToTakeEffect; struct InForce; struct ToReview; struct StayedByCourt; struct Done;
struct PeopleUnknown; struct PeopleToShelter; struct NobodyHit;

struct Measure : Machine<Measure, "bestuurlijke-maatregel", Running> {
    using Events = List<EvidenceListed, GroundFound, ProportionArgued, IntentSent, Urgent, Heard,
                        NotHeard, MeasureDecided, TookEffect, ReviewAsked, Reviewed, Stayed, Judged,
                        Ended, GivenUp, NewSign, PeopleLookedFor, PeopleSafe>;
    using Steps = List<Running, Procedure, EvidenceToList, GroundToFind, ProportionToArgue,
                       IntentToSend, ViewAwaited, ToDecide, ToTakeEffect, InForce, ToReview,
                       StayedByCourt, Done, PeopleUnknown, PeopleToShelter, NobodyHit>;
};

// One arrow a line: the route reads as a table.

struct Running : Stage<Running, "lopend", Measure, Tracks<Procedure, PeopleUnknown>> {};

// ── The procedure ────────────────────────────────────────────────────────────────────────────
// (Gemeentewet art. 125, 174, 174a; APV; Wet Bibob art. 3; Awb 3:4, 4:8, 5:21)

struct Procedure : Stage<Procedure, "maatregelprocedure", In<Running, 0>, EvidenceToList,
    On<GivenUp, To<Done>>> {};

/// What was found, when and by whom; an anonymous tip alone carries nothing.
struct EvidenceToList : Step<EvidenceToList, "bewijs-te-verzamelen", Procedure,
    On<EvidenceListed, If<"maatregel.bewijs-draagt", GroundToFind>>> {};

/// Which power, and does it reach this far? Case law shows how thin a ground can be.
struct GroundToFind : Step<GroundToFind, "grond-te-bepalen", Procedure,
    On<GroundFound, To<ProportionToArgue>>> {};

struct ProportionToArgue : Step<ProportionToArgue, "evenredigheid-te-motiveren", Procedure,
    On<ProportionArgued, To<IntentToSend>>> {};

/// Without hearing only where it cannot wait, and a named person says so. (Awb 4:11)
struct IntentToSend : Step<IntentToSend, "voornemen-te-versturen", Procedure,
    On<IntentSent, To<ViewAwaited>>,
    On<Urgent, If<"maatregel.spoed", ToDecide>>> {};

struct ViewAwaited : Step<ViewAwaited, "zienswijze-afgewacht", Procedure,
    On<Heard, To<ToDecide>>,
    On<NotHeard, To<ToDecide>>> {};

/// By mayor or college, and only with every part there: a measure that misses one is refused, and
/// is not for that reason given up.
struct ToDecide : Step<ToDecide, "maatregel-te-besluiten", Procedure,
    On<NewSign, To<EvidenceToList>>,
    On<MeasureDecided, If<"maatregel.afzien", Done>,
                       If<"maatregel.opleggen", ToTakeEffect>>> {};

/// Not before nobody is left on the street by it.
struct ToTakeEffect : Step<ToTakeEffect, "maatregel-uit-te-voeren", Procedure,
    On<TookEffect, Within<NobodyHit, InForce>>> {};

struct InForce : Step<InForce, "maatregel-van-kracht", Procedure,
    On<ReviewAsked, To<ToReview>>,
    On<Stayed, To<StayedByCourt>>,
    On<Ended, To<Done>>> {};

struct ToReview : Step<ToReview, "te-herbeoordelen", Procedure,
    On<Reviewed, If<"maatregel.voortzetten", InForce>,
                 Else<Done>>> {};

struct StayedByCourt : Step<StayedByCourt, "geschorst", Procedure,
    On<Judged, If<"maatregel.standgehouden", InForce>,
               Else<Done>>> {};

struct Done : Final<Done, "afgerond", In<Running, 0>,
    On<NewSign, To<EvidenceToList>>> {};

// ── Who is hit by it ─────────────────────────────────────────────────────────────────────────
// (Vc 2000 B8: prepare shelter before a large action; policy)

struct PeopleUnknown : Step<PeopleUnknown, "aanwezigen-na-te-gaan", In<Running, 1>,
    On<PeopleLookedFor, If<"maatregel.opvang-nodig", PeopleToShelter>,
                        Else<NobodyHit>>> {};

struct PeopleToShelter : Step<PeopleToShelter, "aanwezigen-op-te-vangen", In<Running, 1>,
    On<PeopleSafe, To<NobodyHit>>> {};

struct NobodyHit : Idle<NobodyHit, "niemand-getroffen", In<Running, 1>,
    On<PeopleLookedFor, If<"maatregel.opvang-nodig", PeopleToShelter>>> {};

// clang-format on

} // namespace meldroute::inline v0::measure
