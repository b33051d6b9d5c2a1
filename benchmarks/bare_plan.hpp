// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The step plan as a programmer would write it on Boost.Statechart without meldroute: states,
// transitions and guards by hand, on the same free lists. Leaves out what no event of the story
// (route_story.hpp) touches but the steps that «any entry» can lead to.

#pragma once

#include <meldroute/routes/pool.hpp>
#include <meldroute/rules/counsel.hpp>

#include <boost/mpl/list.hpp>
#include <boost/statechart/custom_reaction.hpp>
#include <boost/statechart/event.hpp>
#include <boost/statechart/simple_state.hpp>
#include <boost/statechart/state_machine.hpp>
#include <boost/statechart/transition.hpp>

#include <string_view>

namespace bench::bare {

namespace sc = boost::statechart;
using meldroute::Answer;
using meldroute::Counsel;

struct Running;

struct Plan : sc::state_machine<Plan, Running, meldroute::StateAllocator> {
    explicit Plan(Counsel& a_counsel) : counsel(a_counsel) {}

    bool says_yes(std::string_view decision) { return counsel.ask(decision) == Answer::yes; }
    bool says_no(std::string_view decision) { return counsel.ask(decision) == Answer::no; }

    Counsel& counsel;
};

/// What any entry may move, after its own event.
struct AnyEntry : sc::event<AnyEntry> {};

template <int Number>
struct Happens : sc::event<Happens<Number>> {};

// In the order of the story's list of events.
using SafetyJudged = Happens<0>;
using SafetyPlanMade = Happens<1>;
using SafetyChanged = Happens<2>;
using ShelterBegun = Happens<3>;
using ShelterEnded = Happens<4>;
using CareBegun = Happens<5>;
using CareEnded = Happens<6>;
using RecoveryPlanned = Happens<7>;
using MovedOn = Happens<8>;
using RecoveryNeeded = Happens<9>;
using ReflectionOffered = Happens<10>;
using ReflectionAccepted = Happens<11>;
using ReflectionEnded = Happens<12>;
using Complained = Happens<13>;
using StayGranted = Happens<14>;
using StayEnded = Happens<15>;
using ConsentAsked = Happens<16>;
using ConsentGiven = Happens<17>;
using Registered = Happens<18>;
using ConsentWithdrawn = Happens<19>;
using PlaceExamined = Happens<20>;
using PlaceWeighed = Happens<21>;
using MeasureDone = Happens<22>;
using PlaceSeenAgain = Happens<23>;

template <class... All>
using List = boost::mpl::list<All...>;
template <class Event, class To>
using On = sc::transition<Event, To>;
template <class Event>
using Ask = sc::custom_reaction<Event>;

struct Safety;
struct Care;
struct Recovery;
struct Stay;
struct Registration;
struct Locality;
struct Running
    : sc::simple_state<Running, Plan, List<Safety, Care, Recovery, Stay, Registration, Locality>> {
};

/// A guard that any entry asks: on yes, or on no, to that state.
#define BENCH_ANY_ENTRY(asks, decision, To)                                                        \
    sc::result react(const AnyEntry&) {                                                            \
        return outermost_context().asks(decision) ? transit<To>() : forward_event();               \
    }

struct SafetyUnknown;
struct Safety : sc::simple_state<Safety, Running::orthogonal<0>, SafetyUnknown> {};
struct SafetyPlanDue;
struct Safeguarded;
struct SafetyUnknown : sc::simple_state<SafetyUnknown, Safety> {
    using reactions = Ask<SafetyJudged>;
    sc::result react(const SafetyJudged&) {
        return outermost_context().says_yes("plan.veiligheidsplan-nodig") ? transit<SafetyPlanDue>()
                                                                          : transit<Safeguarded>();
    }
};
struct SafetyPlanDue : sc::simple_state<SafetyPlanDue, Safety> {
    using reactions = On<SafetyPlanMade, Safeguarded>;
};
struct Safeguarded : sc::simple_state<Safeguarded, Safety> {
    using reactions = List<On<SafetyChanged, SafetyUnknown>, Ask<AnyEntry>>;
    BENCH_ANY_ENTRY(says_yes, "gevaar.nu", SafetyUnknown)
};

struct CareToOffer;
struct Care : sc::simple_state<Care, Running::orthogonal<1>, CareToOffer> {};
struct InShelter;
struct InCare;
struct CareNotOpen;
struct CareToOffer : sc::simple_state<CareToOffer, Care> {
    using reactions = List<On<ShelterBegun, InShelter>, On<CareBegun, InCare>, Ask<AnyEntry>>;
    BENCH_ANY_ENTRY(says_no, "plan.persoon-in-beeld", CareNotOpen)
};
struct InShelter : sc::simple_state<InShelter, Care> {
    using reactions = On<ShelterEnded, CareToOffer>;
};
struct InCare : sc::simple_state<InCare, Care> {
    using reactions = List<On<ShelterBegun, InShelter>, On<CareEnded, CareToOffer>>;
};
struct CareNotOpen : sc::simple_state<CareNotOpen, Running::orthogonal<1>> {
    using reactions = Ask<AnyEntry>;
    BENCH_ANY_ENTRY(says_yes, "plan.persoon-in-beeld", CareToOffer)
};

struct RecoveryToPlan;
struct Recovery : sc::simple_state<Recovery, Running::orthogonal<2>, RecoveryToPlan> {};
struct Recovering;
struct AfterCare;
struct RecoveryNotOpen;
struct RecoveryToPlan : sc::simple_state<RecoveryToPlan, Recovery> {
    using reactions = List<On<RecoveryPlanned, Recovering>, Ask<AnyEntry>>;
    BENCH_ANY_ENTRY(says_no, "plan.persoon-in-beeld", RecoveryNotOpen)
};
struct Recovering : sc::simple_state<Recovering, Recovery> {
    using reactions = List<On<MovedOn, AfterCare>, On<RecoveryNeeded, RecoveryToPlan>>;
};
struct AfterCare : sc::simple_state<AfterCare, Recovery> {
    using reactions = On<RecoveryNeeded, RecoveryToPlan>;
};
struct RecoveryNotOpen : sc::simple_state<RecoveryNotOpen, Running::orthogonal<2>> {
    using reactions = Ask<AnyEntry>;
    BENCH_ANY_ENTRY(says_yes, "plan.persoon-in-beeld", RecoveryToPlan)
};

struct StayToExamine;
struct StayAppliedFor;
struct Proceedings;
struct Stay : sc::simple_state<Stay, Running::orthogonal<3>, StayToExamine> {
    using reactions = Ask<Complained>;
    sc::result react(const Complained&) {
        return outermost_context().says_yes("plan.verblijfsrecht-nodig") ? transit<StayAppliedFor>()
                                                                         : transit<Proceedings>();
    }
};
struct ReflectionOnOffer;
struct Reflection;
struct StayArranged;
struct StayNotOpen;
struct StayToExamine : sc::simple_state<StayToExamine, Stay> {
    using reactions = List<On<ReflectionOffered, ReflectionOnOffer>, Ask<AnyEntry>>;
    BENCH_ANY_ENTRY(says_no, "plan.persoon-in-beeld", StayNotOpen)
};
struct ReflectionOnOffer : sc::simple_state<ReflectionOnOffer, Stay> {
    using reactions = On<ReflectionAccepted, Reflection>;
};
struct Reflection : sc::simple_state<Reflection, Stay> {
    using reactions = On<ReflectionEnded, StayToExamine>;
};
struct Proceedings : sc::simple_state<Proceedings, Stay> {};
struct StayAppliedFor : sc::simple_state<StayAppliedFor, Stay> {
    using reactions = On<StayGranted, StayArranged>;
};
struct StayArranged : sc::simple_state<StayArranged, Stay> {
    using reactions = On<StayEnded, StayToExamine>;
};
struct StayNotOpen : sc::simple_state<StayNotOpen, Running::orthogonal<3>> {
    using reactions = Ask<AnyEntry>;
    BENCH_ANY_ENTRY(says_yes, "plan.persoon-in-beeld", StayToExamine)
};

struct RegistrationToExamine;
struct Registration
    : sc::simple_state<Registration, Running::orthogonal<4>, RegistrationToExamine> {
    using reactions = On<ConsentWithdrawn, RegistrationToExamine>;
};
struct ConsentAwaited;
struct RegistrationDue;
struct KnownAtComensha;
struct RegistrationNotOpen;
struct RegistrationToExamine : sc::simple_state<RegistrationToExamine, Registration> {
    using reactions =
        List<On<ConsentAsked, ConsentAwaited>, On<Registered, KnownAtComensha>, Ask<AnyEntry>>;
    BENCH_ANY_ENTRY(says_no, "plan.persoon-in-beeld", RegistrationNotOpen)
};
struct ConsentAwaited : sc::simple_state<ConsentAwaited, Registration> {
    using reactions = List<On<ConsentGiven, RegistrationDue>, On<Registered, KnownAtComensha>>;
};
struct RegistrationDue : sc::simple_state<RegistrationDue, Registration> {
    using reactions = On<Registered, KnownAtComensha>;
};
struct KnownAtComensha : sc::simple_state<KnownAtComensha, Registration> {};
struct RegistrationNotOpen : sc::simple_state<RegistrationNotOpen, Running::orthogonal<4>> {
    using reactions = Ask<AnyEntry>;
    BENCH_ANY_ENTRY(says_yes, "plan.persoon-in-beeld", RegistrationToExamine)
};

struct PlaceToExamine;
struct Locality : sc::simple_state<Locality, Running::orthogonal<5>, PlaceToExamine> {};
struct PlaceToWeigh;
struct MeasureDue;
struct PlaceWatched;
struct PlaceNotOpen;
struct PlaceToExamine : sc::simple_state<PlaceToExamine, Locality> {
    using reactions = List<On<PlaceExamined, PlaceToWeigh>, Ask<AnyEntry>>;
    BENCH_ANY_ENTRY(says_no, "plan.plaats-in-beeld", PlaceNotOpen)
};
struct PlaceToWeigh : sc::simple_state<PlaceToWeigh, Locality> {
    using reactions = Ask<PlaceWeighed>;
    sc::result react(const PlaceWeighed&) {
        return outermost_context().says_yes("plan.maatregel-treffen") ? transit<MeasureDue>()
                                                                      : transit<PlaceWatched>();
    }
};
struct MeasureDue : sc::simple_state<MeasureDue, Locality> {
    using reactions = On<MeasureDone, PlaceWatched>;
};
struct PlaceWatched : sc::simple_state<PlaceWatched, Locality> {
    using reactions = On<PlaceSeenAgain, PlaceToExamine>;
};
struct PlaceNotOpen : sc::simple_state<PlaceNotOpen, Running::orthogonal<5>> {
    using reactions = Ask<AnyEntry>;
    BENCH_ANY_ENTRY(says_yes, "plan.plaats-in-beeld", PlaceToExamine)
};

#undef BENCH_ANY_ENTRY

} // namespace bench::bare
