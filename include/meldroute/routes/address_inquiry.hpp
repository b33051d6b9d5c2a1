// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// An inquiry into an address in the population register. The register must be right, and a possible
// victim must not pay for it: a fine is weighed on its own, and an address can be shielded. The
// answer to a signal of the LAA has a term; an own doubt has none.

#pragma once

#include <meldroute/routes/machine.hpp>

namespace meldroute::inline v0::address_inquiry {

using DoubtReported = Event<"twijfel-gemeld">;
using LaaSignalled = Event<"laa-signaal-ontvangen">;
using DoubtLaidAside = Deciding<"twijfel-weggenomen">;
using WrittenTo = Event<"betrokkene-aangeschreven">;
using Replied = Event<"reactie-ontvangen">;
using NotReplied = Event<"reactie-uitgebleven">;
using AddressVisited = Event<"adres-bezocht">;
using InquiryDone = Event<"adres-onderzocht">;
using AddressDecided = Deciding<"adresbesluit-genomen">;
using Heard = Event<"zienswijze-ontvangen">;
using NotHeard = Event<"zienswijze-uitgebleven">;
using ViewWeighed = Deciding<"zienswijze-gewogen">;
using RegisterChanged = Event<"adres-gewijzigd">;

using LaaAnswered = Event<"laa-beantwoord">;
using FineProposed = Event<"boete-overwogen">;
using FineDecided = Deciding<"boete-besloten">;
using ShieldAsked = Event<"adresbescherming-gevraagd">;
using ShieldSet = Event<"adresbescherming-geregeld">;
using ShieldLifted = Deciding<"adresbescherming-beeindigd">;

// clang-format off
struct Running; struct Inquiry; struct DoubtToExamine; struct ToResearch; struct ReplyAwaited;
struct ToDecide; struct ViewAwaited; struct ViewToWeigh; struct ChangeToMake; struct Done;
struct NoLaaSignal; struct LaaToAnswer; struct LaaKnows; struct NoFine; struct FineToWeigh;
struct NoShield; struct ShieldToSet; struct Shielded;

struct AddressInquiry : Machine<AddressInquiry, "brp-onderzoek", Running> {
    using Events = List<DoubtReported, LaaSignalled, DoubtLaidAside, WrittenTo, Replied, NotReplied,
                        AddressVisited, InquiryDone, AddressDecided, Heard, NotHeard, ViewWeighed,
                        RegisterChanged, LaaAnswered, FineProposed, FineDecided, ShieldAsked,
                        ShieldSet, ShieldLifted>;
    using Steps = List<Running, Inquiry, DoubtToExamine, ToResearch, ReplyAwaited, ToDecide,
                       ViewAwaited, ViewToWeigh, ChangeToMake, Done, NoLaaSignal, LaaToAnswer,
                       LaaKnows, NoFine, FineToWeigh, NoShield, ShieldToSet, Shielded>;
};

// One arrow a line: the route reads as a table.

struct Running : Stage<Running, "lopend", AddressInquiry,
    Tracks<Inquiry, NoLaaSignal, NoFine, NoShield>> {};

// ── The inquiry ──────────────────────────────────────────────────────────────────────────────
// (Wet BRP art. 2.19-2.22, 2.34; RvIG, handreiking adresonderzoek)

struct Inquiry : Stage<Inquiry, "adresonderzoek", In<Running, 0>, DoubtToExamine,
    On<LaaSignalled, To<ToResearch>>> {};

/// Is the doubt well founded? An office that must use the register reports its doubt.
struct DoubtToExamine : Step<DoubtToExamine, "twijfel-na-te-gaan", Inquiry,
    On<DoubtReported, To<ToResearch>>,
    On<DoubtLaidAside, To<Done>>> {};

struct ToResearch : Step<ToResearch, "adres-te-onderzoeken", Inquiry,
    On<WrittenTo, To<ReplyAwaited>>,
    On<AddressVisited, To<ToResearch>>,
    On<InquiryDone, To<ToDecide>>,
    On<DoubtLaidAside, To<Done>>> {};

struct ReplyAwaited : Step<ReplyAwaited, "reactie-afgewacht", Inquiry,
    On<Replied, To<ToResearch>>,
    On<NotReplied, To<ToResearch>>> {};

/// Taking somebody off the register can hit a victim: a named person decides.
struct ToDecide : Step<ToDecide, "adresbesluit-te-nemen", Inquiry,
    On<AddressDecided, If<"brp.ambtshalve-wijzigen", ViewAwaited>,
                       Else<Done>>> {};

/// Who is concerned is heard first. (Wet BRP art. 2.22; Awb 4:8)
struct ViewAwaited : Step<ViewAwaited, "zienswijze-afgewacht", Inquiry,
    On<Heard, To<ViewToWeigh>>,
    On<NotHeard, To<ChangeToMake>>> {};

struct ViewToWeigh : Step<ViewToWeigh, "zienswijze-te-wegen", Inquiry,
    On<ViewWeighed, If<"brp.ambtshalve-wijzigen", ChangeToMake>,
                    Else<Done>>> {};

struct ChangeToMake : Step<ChangeToMake, "adres-te-wijzigen", Inquiry,
    On<RegisterChanged, To<Done>>> {};

struct Done : Final<Done, "afgerond", In<Running, 0>,
    On<DoubtReported, To<DoubtToExamine>>,
    On<LaaSignalled, To<ToResearch>>> {};

// ── The answer to the LAA ────────────────────────────────────────────────────────────────────
// (Besluit BRP art. 28a-28g)

struct NoLaaSignal : Idle<NoLaaSignal, "geen-laa-signaal", In<Running, 1>,
    On<LaaSignalled, To<LaaToAnswer>>> {};

struct LaaToAnswer : Step<LaaToAnswer, "laa-te-beantwoorden", In<Running, 1>,
    On<LaaAnswered, To<LaaKnows>>> {};

struct LaaKnows : Idle<LaaKnows, "laa-weet-het", In<Running, 1>,
    On<LaaSignalled, To<LaaToAnswer>>> {};

// ── A fine ───────────────────────────────────────────────────────────────────────────────────
// (Wet BRP art. 4.17)

struct NoFine : Idle<NoFine, "geen-boete", In<Running, 2>,
    On<FineProposed, To<FineToWeigh>>> {};

/// Never by itself, and of a possible victim only with a reason. (policy)
struct FineToWeigh : Step<FineToWeigh, "boete-af-te-wegen", In<Running, 2>,
    On<FineDecided, To<NoFine>>> {};

// ── A shielded address ───────────────────────────────────────────────────────────────────────
// A postal address while in shelter, and secrecy. (Wet BRP art. 2.40, 2.59)

struct NoShield : Idle<NoShield, "adres-niet-beschermd", In<Running, 3>,
    On<ShieldAsked, To<ShieldToSet>>> {};

struct ShieldToSet : Step<ShieldToSet, "adresbescherming-te-regelen", In<Running, 3>,
    On<ShieldSet, To<Shielded>>> {};

struct Shielded : Idle<Shielded, "adres-beschermd", In<Running, 3>,
    On<ShieldAsked, To<ShieldToSet>>,
    On<ShieldLifted, To<NoShield>>> {};

// clang-format on

} // namespace meldroute::inline v0::address_inquiry
