// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The Meldcode, for the municipality's own Wmo and youth staff: five steps and the weighing frame.
// What other organisations do with their own code is not in here. (Besluit verplichte meldcode
// art. 2; Afwegingskader since 1-1-2019)

#pragma once

#include <meldroute/routes/machine.hpp>

namespace meldroute::inline v0::meldcode {

using Mapped = Event<"signalen-in-kaart-gebracht">;
using Consulted = Event<"overlegd">;
using Talked = Event<"gesprek-gevoerd">;
using TalkLeftOut = Deciding<"gesprek-overgeslagen">;
using SuspicionWeighed = Deciding<"vermoeden-gewogen">;
using Decided = Deciding<"meldcode-besloten">;
using HelpWorked = Event<"hulp-werkt">;
using HelpFailed = Event<"hulp-werkt-niet">;
using ReportMade = Event<"melding-gedaan">;
using InquiryNeeded = Event<"onderzoek-nodig-bevonden">;
using FedBackByVt = Event<"veilig-thuis-teruggekoppeld">;
using WorryAgain = Event<"opnieuw-zorgen">;
using CodeClosed = Deciding<"meldcode-afsluiten">;
using Reopened = Deciding<"heropend">;
using UnsafetySeen = Event<"onveiligheid-gezien">;

// clang-format off
struct Steps; struct ToMap; struct ToConsult; struct ToTalk; struct ToWeigh; struct ToDecide;
struct Helping; struct Watched; struct VeiligThuis; struct ReportDue; struct WithVt;
struct VtInquires; struct Closed;

struct Meldcode : Machine<Meldcode, "meldcode", Steps> {
    using Events = List<Mapped, Consulted, Talked, TalkLeftOut, SuspicionWeighed, Decided,
                        HelpWorked, HelpFailed, ReportMade, InquiryNeeded, FedBackByVt, WorryAgain,
                        CodeClosed, Reopened, UnsafetySeen>;
    using Steps = List<meldcode::Steps, ToMap, ToConsult, ToTalk, ToWeigh, ToDecide, Helping,
                       Watched, VeiligThuis, ReportDue, WithVt, VtInquires, Closed>;
};

// One arrow a line: the route reads as a table.

/// Acute or structural unsafety means a report, whatever step it is; what is left of the weighing
/// is done together with Veilig Thuis. (Afwegingskader, vraag 2)
struct Steps : Stage<Steps, "stappen-meldcode", Meldcode, ToMap,
    On<UnsafetySeen, To<ReportDue>>> {};

// What is told together with an event counts at once: who tells of unsafety does not come one step
// further first. What nobody looked at holds up no step.

/// Step 1.
struct ToMap : Step<ToMap, "signalen-in-kaart-te-brengen", Steps,
    On<Mapped, Optional<"meldcode.meteen-melden", ReportDue>,
                Else<ToConsult>>,
    Whenever<If<"meldcode.onveilig", ReportDue>>> {};

/// Step 2: a colleague; Veilig Thuis or an expert on injuries where needed.
struct ToConsult : Step<ToConsult, "te-overleggen", Steps,
    On<Consulted, Optional<"meldcode.meteen-melden", ReportDue>,
                   Else<ToTalk>>,
    Whenever<If<"meldcode.onveilig", ReportDue>>> {};

/// Step 3: with the client. Left out only by a named person, as where talking brings danger.
struct ToTalk : Step<ToTalk, "gesprek-te-voeren", Steps,
    On<Talked, Optional<"meldcode.meteen-melden", ReportDue>,
                Else<ToWeigh>>,
    On<TalkLeftOut, Optional<"meldcode.meteen-melden", ReportDue>,
                     If<"meldcode.gesprek-overslaan", ToWeigh>>,
    Whenever<If<"meldcode.onveilig", ReportDue>>> {};

/// Step 4: does the suspicion remain? In doubt, always Veilig Thuis. (Afwegingskader, vraag 1)
struct ToWeigh : Step<ToWeigh, "vermoeden-te-wegen", Steps,
    On<SuspicionWeighed, Optional<"meldcode.meteen-melden", ReportDue>,
                          If<"meldcode.vermoeden-blijft", ToDecide>,
                         Else<Watched>>,
    Whenever<If<"meldcode.onveilig", ReportDue>>> {};

/// Step 5: is reporting necessary, and is help also possible? (Afwegingskader, vraag 3-5)
struct ToDecide : Step<ToDecide, "meldcode-te-besluiten", Steps,
    On<Decided, Optional<"meldcode.meteen-melden", ReportDue>,
                 If<"meldcode.melden", ReportDue>,
                Else<Helping>>,
    Whenever<If<"meldcode.onveilig", ReportDue>>> {};

struct Helping : Step<Helping, "hulp-loopt", Steps,
    On<HelpWorked, Optional<"meldcode.meteen-melden", ReportDue>,
                    Else<Watched>>,
    On<HelpFailed, To<ReportDue>>,
    Whenever<If<"meldcode.onveilig", ReportDue>>> {};

/// Nothing to do now; a named person closes.
struct Watched : Step<Watched, "meldcode-gevolgd", Steps,
    On<WorryAgain, Optional<"meldcode.meteen-melden", ReportDue>,
                    Else<ToMap>>,
    On<CodeClosed, To<Closed>>,
    Whenever<If<"meldcode.onveilig", ReportDue>>> {};

// ── Veilig Thuis ─────────────────────────────────────────────────────────────────────────────
// Their dates, shown as theirs. (Wmo 2015 art. 4.1.1; Uitvoeringsbesluit Wmo 2015 art. 4.1.7)

struct VeiligThuis : Stage<VeiligThuis, "spoor-veilig-thuis", Meldcode, ReportDue> {};

struct ReportDue : Step<ReportDue, "melding-te-doen", VeiligThuis,
    On<ReportMade, To<WithVt>>> {};

struct WithVt : Step<WithVt, "bij-veilig-thuis", VeiligThuis,
    On<InquiryNeeded, To<VtInquires>>,
    On<FedBackByVt, To<Watched>>,
    On<WorryAgain, To<ReportDue>>> {};

struct VtInquires : Step<VtInquires, "veilig-thuis-onderzoekt", VeiligThuis,
    On<FedBackByVt, To<Watched>>,
    On<WorryAgain, To<ReportDue>>> {};

struct Closed : Final<Closed, "afgesloten", Meldcode,
    On<Reopened, To<ToMap>>> {};

// clang-format on

} // namespace meldroute::inline v0::meldcode
