// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A case meeting: which cases, what each participant may see, who was there, and an outcome with an
// owner for each case. Tested before the doors open and again when the approach is known.

#pragma once

#include <meldroute/routes/machine.hpp>

namespace meldroute::inline v0::case_meeting {

using CaseListed = Event<"zaak-geagendeerd">;
using AgendaSet = Event<"agenda-vastgesteld">;
using AccessDecided = Deciding<"inzage-bepaald">;
using Opened = Event<"overleg-geopend">;
using Postponed = Event<"overleg-uitgesteld">;
using OutcomeNoted = Deciding<"uitkomst-vastgelegd">;
using Ended = Event<"overleg-beeindigd">;
using ApproachTested = Deciding<"aanpak-getoetst">;
using ActionsDone = Event<"afspraken-nagekomen">;
using MeetingClosed = Deciding<"overleg-afgesloten">;
using NextMeeting = Event<"volgend-overleg-gepland">;

// clang-format off
struct Meeting; struct AgendaToSet; struct AccessToDecide; struct Convened; struct InSession;
struct ApproachToTest; struct ActionsRun; struct ToClose; struct Closed;

struct CaseMeeting : Machine<CaseMeeting, "casusoverleg", Meeting> {
    using Events = List<CaseListed, AgendaSet, AccessDecided, Opened, Postponed, OutcomeNoted,
                        Ended, ApproachTested, ActionsDone, MeetingClosed, NextMeeting>;
    using Steps = List<Meeting, AgendaToSet, AccessToDecide, Convened, InSession, ApproachToTest,
                       ActionsRun, ToClose, Closed>;
};

// One arrow a line: the route reads as a table.

struct Meeting : Stage<Meeting, "overleg", CaseMeeting, AgendaToSet> {};

/// Which cases, and why each needs more than one party.
struct AgendaToSet : Step<AgendaToSet, "agenda-op-te-stellen", Meeting,
    On<CaseListed, To<AgendaToSet>>,
    On<AgendaSet, To<AccessToDecide>>> {};

/// Who may see what of which case. (JenV, model privacyprotocol ondermijning, privacytoets 2A)
struct AccessToDecide : Step<AccessToDecide, "inzage-te-bepalen", Meeting,
    On<CaseListed, To<AgendaToSet>>,
    On<AccessDecided, If<"overleg.inzage-geregeld", Convened>,
                      Else<AgendaToSet>>> {};

struct Convened : Step<Convened, "bijeengeroepen", Meeting,
    On<Opened, If<"overleg.aanwezigen-bekend", InSession>>,
    On<Postponed, To<AgendaToSet>>> {};

/// Case by case; each gets an outcome and an owner.
struct InSession : Step<InSession, "in-overleg", Meeting,
    On<OutcomeNoted, To<InSession>>,
    On<Ended, If<"overleg.elke-zaak-uitkomst", ApproachToTest>>> {};

/// (JenV, model privacyprotocol ondermijning, privacytoets 2B)
struct ApproachToTest : Step<ApproachToTest, "aanpak-te-toetsen", Meeting,
    On<ApproachTested, If<"overleg.aanpak-mag", ActionsRun>,
                       Else<InSession>>> {};

struct ActionsRun : Step<ActionsRun, "afspraken-lopen", Meeting,
    On<ActionsDone, To<ToClose>>,
    On<NextMeeting, To<AgendaToSet>>> {};

struct ToClose : Step<ToClose, "overleg-af-te-sluiten", Meeting,
    On<MeetingClosed, To<Closed>>,
    On<NextMeeting, To<AgendaToSet>>> {};

struct Closed : Final<Closed, "afgesloten", CaseMeeting,
    On<NextMeeting, To<AgendaToSet>>> {};

// clang-format on

} // namespace meldroute::inline v0::case_meeting
