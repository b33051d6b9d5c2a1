// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The Bibob check: own inquiry first, advice of the national bureau where that settles nothing,
// then the degree of danger, what is intended, the party's view, and a decision by whoever has the
// power. It never chooses: what may follow lawfully is a set, and a named person picks.

#pragma once

#include <meldroute/routes/machine.hpp>

namespace meldroute::inline v0::bibob {

using CheckDecided = Deciding<"toets-bepaald">;
using FormsReceived = Event<"formulier-ontvangen">;
using DataRefused = Event<"gegevens-geweigerd">;
using RefusalHandled = Deciding<"weigering-afgehandeld">;
using InquiryDone = Event<"eigen-onderzoek-afgerond">;
using AdviceAsked = Deciding<"advies-gevraagd">;
using DataAsked = Event<"gegevens-gevraagd">;
using DataReceived = Event<"gegevens-ontvangen">;
using AdviceExtended = Event<"advies-verlengd">;
using AdviceDeclined = Event<"advies-afgewezen">;
using AdviceReceived = Event<"advies-ontvangen">;
using DegreeFound = Deciding<"gevaar-bepaald">;
using Intended = Deciding<"voornemen-bepaald">;
using Heard = Event<"zienswijze-ontvangen">;
using NotHeard = Event<"zienswijze-uitgebleven">;
using Decided = Deciding<"bibob-besluit-genomen">;
using ConditionBroken = Event<"voorschrift-overtreden">;
using ConditionsOver = Event<"voorschriften-vervallen">;
using ApplicationWithdrawn = Event<"aanvraag-ingetrokken">;
using WithdrawalExamined = Deciding<"terugtrekking-nagegaan">;
using NewSign = Event<"nieuwe-aanwijzing">;
using BureauTold = Event<"bureau-ingelicht">;

// clang-format off
struct Running; struct Check; struct ToDetermine; struct DataToAsk; struct RefusalToHandle;
struct OwnInquiry; struct AdviceToAsk; struct AdviceAwaited; struct BureauWaits;
struct DegreeToFind; struct ToIntend; struct ViewAwaited; struct ToDecide;
struct ConditionsWatched; struct WithdrawalToExamine; struct NoCheck; struct Done; struct NothingToTell; struct BureauToTell;
struct BureauKnows;

struct Bibob : Machine<Bibob, "bibob", Running> {
    using Events = List<CheckDecided, FormsReceived, DataRefused, RefusalHandled, InquiryDone,
                        AdviceAsked, DataAsked, DataReceived, AdviceExtended, AdviceDeclined,
                        AdviceReceived, DegreeFound, Intended, Heard, NotHeard, Decided,
                        ConditionBroken, ConditionsOver, ApplicationWithdrawn, WithdrawalExamined,
                        NewSign, BureauTold>;
    using Steps =
        List<Running, Check, ToDetermine, DataToAsk, RefusalToHandle, OwnInquiry, AdviceToAsk,
             AdviceAwaited, BureauWaits, DegreeToFind, ToIntend, ViewAwaited, ToDecide,
             ConditionsWatched, WithdrawalToExamine, NoCheck, Done, NothingToTell, BureauToTell, BureauKnows>;
};

// One arrow a line: the route reads as a table.

struct Running : Stage<Running, "lopend", Bibob, Tracks<Check, NothingToTell>> {};

// ── The check ────────────────────────────────────────────────────────────────────────────────

struct Check : Stage<Check, "toets", In<Running, 0>, ToDetermine,
    On<ApplicationWithdrawn, To<WithdrawalToExamine>>> {};

/// Does a check belong here? By local policy, on indication, on a tip. (Wet Bibob art. 1, 7, 26)
struct ToDetermine : Step<ToDetermine, "toets-te-bepalen", Check,
    On<CheckDecided, If<"bibob.toetsen", DataToAsk>,
                     Else<NoCheck>>> {};

/// By the form. (Wet Bibob art. 7a, Regeling Bibob-formulieren)
struct DataToAsk : Step<DataToAsk, "gegevens-op-te-vragen", Check,
    On<FormsReceived, To<OwnInquiry>>,
    On<DataRefused, To<RefusalToHandle>>> {};

/// A new application may be left; elsewhere a refusal counts as serious danger. (Awb 4:5; Wet Bibob
/// art. 4)
struct RefusalToHandle : Step<RefusalToHandle, "weigering-af-te-handelen", Check,
    On<DataReceived, To<OwnInquiry>>,
    On<RefusalHandled, If<"bibob.buiten-behandeling-laten", Done>,
                       Else<DegreeToFind>>> {};

/// Open sources and fiscal fines too. (Wet Bibob art. 7b, 7c)
struct OwnInquiry : Step<OwnInquiry, "eigen-onderzoek", Check,
    On<DataRefused, To<RefusalToHandle>>,
    On<InquiryDone, If<"bibob.advies-nodig", AdviceToAsk>,
                    Else<DegreeToFind>>> {};

/// The party is told that advice is asked. (Wet Bibob art. 9, 32)
struct AdviceToAsk : Step<AdviceToAsk, "advies-te-vragen", Check,
    On<AdviceAsked, To<AdviceAwaited>>> {};

/// Eight weeks, once four more; the municipality's own term is suspended. (Wet Bibob art. 15, 31)
struct AdviceAwaited : Step<AdviceAwaited, "advies-afgewacht", Check,
    On<DataAsked, To<BureauWaits>>,
    On<AdviceExtended, To<AdviceAwaited>>,
    On<AdviceDeclined, To<OwnInquiry>>,
    On<AdviceReceived, To<DegreeToFind>>> {};

/// The bureau waits for data: its term stands still. (Wet Bibob art. 12, 15)
struct BureauWaits : Step<BureauWaits, "bureau-wacht-op-gegevens", Check,
    On<DataReceived, To<AdviceAwaited>>,
    On<DataRefused, To<RefusalToHandle>>,
    On<AdviceReceived, To<DegreeToFind>>> {};

/// Advice does not bind: whoever decides checks that it was made with care. (Wet Bibob art. 3; Awb
/// 3:9)
struct DegreeToFind : Step<DegreeToFind, "gevaar-te-bepalen", Check,
    On<DegreeFound, To<ToIntend>>> {};

struct ToIntend : Step<ToIntend, "voornemen-te-bepalen", Check,
    On<Intended, If<"bibob.zienswijze", ViewAwaited>,
                 Else<ToDecide>>> {};

/// Of the party, and of a third who is named. (Wet Bibob art. 33; Awb 4:7-4:12)
struct ViewAwaited : Step<ViewAwaited, "zienswijze-afgewacht", Check,
    On<Heard, To<ToDecide>>,
    On<NotHeard, To<ToDecide>>> {};

/// Grant, grant with conditions, refuse or revoke: as far as the law allows. (Wet Bibob art. 3)
struct ToDecide : Step<ToDecide, "bibob-besluit-te-nemen", Check,
    On<NewSign, To<OwnInquiry>>,
    On<Decided, If<"bibob.voorschriften-verbonden", ConditionsWatched>,
                Else<Done>>> {};

/// Somebody watches the conditions. (Wet Bibob art. 3 lid 7)
struct ConditionsWatched : Step<ConditionsWatched, "voorschriften-bewaakt", Check,
    On<ConditionBroken, To<ToIntend>>,
    On<NewSign, To<OwnInquiry>>,
    On<ConditionsOver, To<Done>>> {};

/// Was it withdrawn to dodge the check? Then the bureau may be told. (Wet Bibob art. 7a lid 8)
struct WithdrawalToExamine : Step<WithdrawalToExamine, "terugtrekking-na-te-gaan", Check,
    On<NewSign, To<OwnInquiry>>,
    On<WithdrawalExamined, To<Done>>> {};

struct NoCheck : Final<NoCheck, "geen-toets", In<Running, 0>,
    On<NewSign, To<ToDetermine>>> {};

struct Done : Final<Done, "afgerond", In<Running, 0>,
    On<NewSign, To<ToDetermine>>> {};

// ── What the bureau must know ────────────────────────────────────────────────────────────────
// Who finds danger without the bureau tells it at once. (Wet Bibob art. 7a lid 7)

struct NothingToTell : Idle<NothingToTell, "niets-aan-bureau-te-melden", In<Running, 1>,
    Whenever<If<"bibob.bureau-inlichten", BureauToTell>>> {};

struct BureauToTell : Step<BureauToTell, "bureau-in-te-lichten", In<Running, 1>,
    On<BureauTold, To<BureauKnows>>> {};

struct BureauKnows : Idle<BureauKnows, "bureau-weet-het", In<Running, 1>> {};

// clang-format on

} // namespace meldroute::inline v0::bibob
