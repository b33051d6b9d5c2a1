// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The step plan after a report: six tracks side by side. Each begins at a question that somebody
// owns, so silence is never an answer; a track ends by what happened or by a named person. Tracks
// for a person sleep while nobody is in view, and wake when somebody is.
//
// Acute danger is not here: its one track is in the internal route. What is here is a safe place.

#pragma once

#include <meldroute/routes/danger.hpp>

namespace meldroute::inline v0::step_plan {

using PersonLeft = Event<"persoon-vertrokken">;
using PersonFound = Event<"persoon-teruggevonden">;
using ConsentAsked = Event<"toestemming-gevraagd">;
using ConsentGiven = Event<"toestemming-gegeven">;
using ConsentRefused = Event<"toestemming-geweigerd">;
using ConsentWithdrawn = Event<"toestemming-ingetrokken">;

using SafetyJudged = Event<"veiligheid-beoordeeld">;
using SafetyPlanMade = Event<"veiligheidsplan-gemaakt">;
using SafetyChanged = Event<"veiligheid-gewijzigd">;
using SafetyNotNeeded = Deciding<"veiligheid-niet-nodig-verklaard">;
using SafetyNeeded = Event<"veiligheid-weer-nodig">;

using ShelterBegun = Event<"opvang-begonnen">;
using ShelterEnded = Event<"opvang-beeindigd">;
using CareBegun = Event<"zorg-begonnen">;
using CareEnded = Event<"zorg-beeindigd">;
using HelpRefused = Event<"hulp-geweigerd">;
using HelpOffered = Event<"hulp-opnieuw-aangeboden">;
using CareNotNeeded = Deciding<"zorg-niet-nodig-verklaard">;
using CareNeeded = Event<"zorg-weer-nodig">;

using RecoveryPlanned = Event<"herstelplan-gemaakt">;
using MovedOn = Event<"uitgestroomd">;
using AfterCareDone = Deciding<"nazorg-afgerond">;
using RecoveryNotNeeded = Deciding<"herstel-niet-nodig-verklaard">;
using RecoveryNeeded = Event<"herstel-weer-nodig">;

using ReflectionOffered = Event<"bedenktijd-aangeboden">;
using ReflectionAccepted = Event<"bedenktijd-aanvaard">;
using ReflectionDeclined = Event<"bedenktijd-afgewezen">;
using ReflectionEnded = Event<"bedenktijd-geeindigd">;
using Complained = Event<"aangifte-gedaan">;
using Cooperated = Event<"medewerking-verleend">;
using StayApplied = Event<"verblijf-aangevraagd">;
using StayGranted = Event<"verblijf-verleend">;
using StayRefused = Event<"verblijf-geweigerd">;
using StayEnded = Event<"verblijf-geeindigd">;
using ProceedingsEnded = Event<"strafzaak-geeindigd">;
using StayNotNeeded = Deciding<"verblijf-niet-nodig-verklaard">;
using StayNeeded = Event<"verblijf-weer-nodig">;

using Registered = Event<"aangemeld-bij-comensha">;
using RegistrationNotNeeded = Deciding<"registratie-niet-nodig-verklaard">;
using RegistrationNeeded = Event<"registratie-weer-nodig">;

using PlaceExamined = Event<"plaats-onderzocht">;
using PlaceWeighed = Deciding<"plaats-afgewogen">;
using MeasureDone = Event<"maatregel-uitgevoerd">;
using PlaceSeenAgain = Event<"plaats-opnieuw-gezien">;
using PlaceNotNeeded = Deciding<"plaats-niet-nodig-verklaard">;
using PlaceNeeded = Event<"plaats-weer-nodig">;

using PlanClosed = Deciding<"plan-sluiten">;
using PlanReopened = Deciding<"plan-heropenen">;

// clang-format off
struct Running;
struct Safety; struct SafetyUnknown; struct SafetyPlanDue; struct Safeguarded; struct NoSafety;
struct Care; struct CareToOffer; struct InShelter; struct InCare; struct CareRefused;
struct ContactLost; struct CareNotOpen; struct NoCare;
struct Recovery; struct RecoveryToPlan; struct Recovering; struct AfterCare; struct Recovered;
struct RecoveryNotOpen; struct NoRecovery;
struct Stay; struct StayToExamine; struct ReflectionOnOffer; struct Reflection;
struct Proceedings; struct StayAppliedFor; struct StayArranged; struct StayNotOpen; struct NoStay;
struct Registration; struct RegistrationToExamine; struct ConsentAwaited; struct RegistrationDue;
struct KnownAtComensha; struct RegistrationNotOpen; struct NoRegistration;
struct Locality; struct PlaceToExamine; struct PlaceToWeigh; struct MeasureDue;
struct PlaceWatched; struct PlaceNotOpen; struct NoPlace;
struct Finished;

struct StepPlan : Machine<StepPlan, "stappenplan", Running> {
    using Events = List<
        DangerSeen, PersonLeft, PersonFound, ConsentAsked, ConsentGiven, ConsentRefused,
        ConsentWithdrawn, SafetyJudged, SafetyPlanMade, SafetyChanged, SafetyNotNeeded,
        SafetyNeeded, ShelterBegun, ShelterEnded, CareBegun, CareEnded, HelpRefused, HelpOffered,
        CareNotNeeded, CareNeeded, RecoveryPlanned, MovedOn, AfterCareDone, RecoveryNotNeeded,
        RecoveryNeeded, ReflectionOffered, ReflectionAccepted, ReflectionDeclined,
        ReflectionEnded, Complained, Cooperated, StayApplied, StayGranted, StayRefused, StayEnded,
        ProceedingsEnded, StayNotNeeded, StayNeeded, Registered, RegistrationNotNeeded,
        RegistrationNeeded, PlaceExamined, PlaceWeighed, MeasureDone, PlaceSeenAgain,
        PlaceNotNeeded, PlaceNeeded, PlanClosed, PlanReopened>;
    using Steps = List<
        Running,
        Safety, SafetyUnknown, SafetyPlanDue, Safeguarded, NoSafety,
        Care, CareToOffer, InShelter, InCare, CareRefused, ContactLost, CareNotOpen, NoCare,
        Recovery, RecoveryToPlan, Recovering, AfterCare, Recovered, RecoveryNotOpen, NoRecovery,
        Stay, StayToExamine, ReflectionOnOffer, Reflection, Proceedings, StayAppliedFor,
        StayArranged, StayNotOpen, NoStay,
        Registration, RegistrationToExamine, ConsentAwaited, RegistrationDue, KnownAtComensha,
        RegistrationNotOpen, NoRegistration,
        Locality, PlaceToExamine, PlaceToWeigh, MeasureDue, PlaceWatched, PlaceNotOpen, NoPlace,
        Finished>;
};

// One arrow a line: the plan reads as a table.

/// A named person closes the plan: with after-care done, or with nobody who needs it.
struct Running : Stage<Running, "lopend", StepPlan,
    Tracks<Safety, Care, Recovery, Stay, Registration, Locality>,
    On<PlanClosed, Within<Recovered, If<"plan.sluitbaar", Finished>>,
                   Within<NoRecovery, If<"plan.sluitbaar", Finished>>,
                   Within<RecoveryNotOpen, If<"plan.sluitbaar", Finished>>>> {};

// ── 0 Safety ─────────────────────────────────────────────────────────────────────────────────
// (Wmo 2015 art. 2.3.3; Wegwijzer mensenhandel)

struct Safety : Stage<Safety, "veiligheid", In<Running, 0>, SafetyUnknown,
    On<DangerSeen, To<SafetyUnknown>>,
    On<PersonLeft, To<SafetyUnknown>>,
    On<SafetyNotNeeded, To<NoSafety>>> {};

/// Is everybody where nobody finds them?
struct SafetyUnknown : Step<SafetyUnknown, "veiligheid-onbekend", Safety,
    On<SafetyJudged, If<"plan.veiligheidsplan-nodig", SafetyPlanDue>,
                     Else<Safeguarded>>> {};

struct SafetyPlanDue : Step<SafetyPlanDue, "veiligheidsplan-te-maken", Safety,
    On<SafetyPlanMade, To<Safeguarded>>> {};

/// Safe for now, and somebody keeps watch.
struct Safeguarded : Step<Safeguarded, "veiligheid-geborgd", Safety,
    On<SafetyChanged, To<SafetyUnknown>>,
    Whenever<If<"gevaar.nu", SafetyUnknown>>> {};

struct NoSafety : Idle<NoSafety, "veiligheid-niet-nodig", In<Running, 0>,
    On<SafetyNeeded, To<SafetyUnknown>>,
    On<DangerSeen, To<SafetyUnknown>>,
    Whenever<If<"gevaar.nu", SafetyUnknown>>> {};

// ── 1 Care and shelter ───────────────────────────────────────────────────────────────────────
// (CoMensha; Wmo 2015 art. 1.2.1, 2.3.3; Jeugdwet; Wegwijzer mensenhandel)

struct Care : Stage<Care, "zorg", In<Running, 1>, CareToOffer,
    On<PersonLeft, To<ContactLost>>,
    On<HelpRefused, To<CareRefused>>,
    On<CareNotNeeded, To<NoCare>>> {};

/// What is needed, and does the person want it? Never a condition for anything else.
struct CareToOffer : Step<CareToOffer, "zorg-aan-te-bieden", Care,
    On<ShelterBegun, To<InShelter>>,
    On<CareBegun, To<InCare>>,
    Whenever<Unless<"plan.persoon-in-beeld", CareNotOpen>>> {};

struct InShelter : Step<InShelter, "in-opvang", Care,
    On<ShelterEnded, To<CareToOffer>>> {};

/// Care without shelter.
struct InCare : Step<InCare, "in-zorg", Care,
    On<ShelterBegun, To<InShelter>>,
    On<CareEnded, To<CareToOffer>>> {};

/// Somebody keeps the door open.
struct CareRefused : Step<CareRefused, "hulp-afgeslagen", Care,
    On<HelpOffered, To<CareToOffer>>> {};

/// Left to an unknown destination: somebody looks.
struct ContactLost : Step<ContactLost, "contact-verbroken", Care,
    On<PersonFound, To<CareToOffer>>> {};

/// Nobody in view yet: no victim track, no question of consent. Only the fact wakes it, or it would
/// sleep again with the next entry. (CCV; policy)
struct CareNotOpen : Idle<CareNotOpen, "zorg-niet-aan-de-orde", In<Running, 1>,
    Whenever<If<"plan.persoon-in-beeld", CareToOffer>>> {};

struct NoCare : Idle<NoCare, "zorg-niet-nodig", In<Running, 1>,
    On<CareNeeded, To<CareToOffer>>> {};

// ── 2 Recovery ───────────────────────────────────────────────────────────────────────────────
// Outlives the police track. (Wegwijzer mensenhandel; CoMensha; policy)

struct Recovery : Stage<Recovery, "herstel", In<Running, 2>, RecoveryToPlan,
    On<PersonLeft, To<RecoveryToPlan>>,
    On<RecoveryNotNeeded, To<NoRecovery>>> {};

/// Doctor, lawyer, income, school or work: the care co-ordinator plans.
struct RecoveryToPlan : Step<RecoveryToPlan, "herstel-te-plannen", Recovery,
    On<RecoveryPlanned, To<Recovering>>,
    Whenever<Unless<"plan.persoon-in-beeld", RecoveryNotOpen>>> {};

struct Recovering : Step<Recovering, "herstel-loopt", Recovery,
    On<MovedOn, To<AfterCare>>,
    On<RecoveryNeeded, To<RecoveryToPlan>>> {};

struct AfterCare : Step<AfterCare, "nazorg", Recovery,
    On<AfterCareDone, To<Recovered>>,
    On<RecoveryNeeded, To<RecoveryToPlan>>> {};

struct Recovered : Idle<Recovered, "herstel-afgerond", In<Running, 2>,
    On<RecoveryNeeded, To<RecoveryToPlan>>> {};

struct RecoveryNotOpen : Idle<RecoveryNotOpen, "herstel-niet-aan-de-orde", In<Running, 2>,
    Whenever<If<"plan.persoon-in-beeld", RecoveryToPlan>>> {};

struct NoRecovery : Idle<NoRecovery, "herstel-niet-nodig", In<Running, 2>,
    On<RecoveryNeeded, To<RecoveryToPlan>>> {};

// ── 3 Police and residence ───────────────────────────────────────────────────────────────────
// (Vc 2000 B8/3; Vb 2000 art. 3.48, 3.58)

/// Leaving to an unknown destination ends the reflection period, not the question. A complaint or
/// other co-operation counts as an application where a right of residence is needed.
struct Stay : Stage<Stay, "verblijf", In<Running, 3>, StayToExamine,
    On<PersonLeft, To<StayToExamine>>,
    On<Complained, If<"plan.verblijfsrecht-nodig", StayAppliedFor>,
                   Else<Proceedings>>,
    On<Cooperated, If<"plan.verblijfsrecht-nodig", StayAppliedFor>,
                   Else<Proceedings>>,
    On<StayApplied, To<StayAppliedFor>>,
    On<StayNotNeeded, To<NoStay>>> {};

/// Do the police know? The slightest indication is enough to offer time to reflect.
struct StayToExamine : Step<StayToExamine, "verblijf-na-te-gaan", Stay,
    On<ReflectionOffered, To<ReflectionOnOffer>>,
    Whenever<Unless<"plan.persoon-in-beeld", StayNotOpen>>> {};

struct ReflectionOnOffer : Step<ReflectionOnOffer, "bedenktijd-voorgelegd", Stay,
    On<ReflectionAccepted, To<Reflection>>,
    On<ReflectionDeclined, To<StayToExamine>>> {};

/// Ended by expiry, or by who says not to file: the question is open again.
struct Reflection : Step<Reflection, "bedenktijd", Stay,
    On<ReflectionEnded, To<StayToExamine>>> {};

/// Police and prosecution are at work, and no right of residence is needed.
struct Proceedings : Step<Proceedings, "strafzaak-loopt", Stay,
    On<ProceedingsEnded, To<StayToExamine>>> {};

/// With the IND.
struct StayAppliedFor : Step<StayAppliedFor, "verblijfsaanvraag", Stay,
    On<StayGranted, To<StayArranged>>,
    On<StayRefused, To<StayToExamine>>> {};

/// At most a year at a time: somebody watches the end.
struct StayArranged : Step<StayArranged, "verblijf-geregeld", Stay,
    On<StayEnded, To<StayToExamine>>,
    On<ProceedingsEnded, To<StayToExamine>>> {};

struct StayNotOpen : Idle<StayNotOpen, "verblijf-niet-aan-de-orde", In<Running, 3>,
    Whenever<If<"plan.persoon-in-beeld", StayToExamine>>> {};

struct NoStay : Idle<NoStay, "verblijf-niet-nodig", In<Running, 3>,
    On<StayNeeded, To<StayToExamine>>> {};

// ── 4 Registration ───────────────────────────────────────────────────────────────────────────
// Police, KMar and labour inspectorate by duty, others by consent. (Bpg art. 4:2; CoMensha; AVG art. 7 lid 3)

struct Registration : Stage<Registration, "registratie", In<Running, 4>, RegistrationToExamine,
    On<ConsentWithdrawn, To<RegistrationToExamine>>,
    On<RegistrationNotNeeded, To<NoRegistration>>> {};

/// Who registers: by duty, or by consent?
struct RegistrationToExamine : Step<RegistrationToExamine, "registratie-na-te-gaan", Registration,
    On<ConsentAsked, To<ConsentAwaited>>,
    On<Registered, To<KnownAtComensha>>,
    Whenever<Unless<"plan.persoon-in-beeld", RegistrationNotOpen>>> {};

struct ConsentAwaited : Step<ConsentAwaited, "toestemming-afgewacht", Registration,
    On<ConsentGiven, To<RegistrationDue>>,
    On<ConsentRefused, To<RegistrationToExamine>>,
    On<Registered, To<KnownAtComensha>>> {};

struct RegistrationDue : Step<RegistrationDue, "registratie-te-doen", Registration,
    On<Registered, To<KnownAtComensha>>> {};

struct KnownAtComensha : Idle<KnownAtComensha, "bekend-bij-comensha", Registration> {};

struct RegistrationNotOpen : Idle<RegistrationNotOpen, "registratie-niet-aan-de-orde", In<Running, 4>,
    Whenever<If<"plan.persoon-in-beeld", RegistrationToExamine>>> {};

struct NoRegistration : Idle<NoRegistration, "registratie-niet-nodig", In<Running, 4>,
    On<RegistrationNeeded, To<RegistrationToExamine>>> {};

// ── 5 Place and permit ───────────────────────────────────────────────────────────────────────
// (Gemeentewet art. 174a; Wet Bibob; APV; Wet BRP)

struct Locality : Stage<Locality, "plaats", In<Running, 5>, PlaceToExamine,
    On<PlaceNotNeeded, To<NoPlace>>> {};

/// Permits, registers, earlier reports; shelter is ready before anybody goes there.
struct PlaceToExamine : Step<PlaceToExamine, "plaats-na-te-gaan", Locality,
    On<PlaceExamined, To<PlaceToWeigh>>,
    Whenever<Unless<"plan.plaats-in-beeld", PlaceNotOpen>>> {};

struct PlaceToWeigh : Step<PlaceToWeigh, "plaats-af-te-wegen", Locality,
    On<PlaceWeighed, If<"plan.maatregel-treffen", MeasureDue>,
                     Else<PlaceWatched>>> {};

struct MeasureDue : Step<MeasureDue, "maatregel-uit-te-voeren", Locality,
    On<MeasureDone, To<PlaceWatched>>> {};

struct PlaceWatched : Step<PlaceWatched, "plaats-gevolgd", Locality,
    On<PlaceSeenAgain, To<PlaceToExamine>>> {};

struct PlaceNotOpen : Idle<PlaceNotOpen, "plaats-niet-aan-de-orde", In<Running, 5>,
    Whenever<If<"plan.plaats-in-beeld", PlaceToExamine>>> {};

struct NoPlace : Idle<NoPlace, "plaats-niet-nodig", In<Running, 5>,
    On<PlaceNeeded, To<PlaceToExamine>>> {};

// ── Done ─────────────────────────────────────────────────────────────────────────────────────

struct Finished : Final<Finished, "afgerond", StepPlan,
    On<PlanReopened, To<Running>>> {};

// clang-format on

} // namespace meldroute::inline v0::step_plan
