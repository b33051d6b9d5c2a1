// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"

#include "support.hpp"

using namespace meldroute;
using namespace meldroute::testing;

namespace {

/// A municipality without the steps that it may leave out.
struct Signal : Case {
    Signal() : Case("meldroute-intern") {
        says.absent = {"intern.verrijken", "intern.verwijzen"};
        says.answers = {{"intern.overdragen", no}, {"intern.sluiten-zonder-antwoord", no}};
    }

    Signal& told(std::initializer_list<std::string_view> events) {
        for (const auto event : events) tell(event);
        return *this;
    }
};

} // namespace

TEST_CASE("a worry is noted, discussed, weighed and handed over", "[routes][intern]") {
    Signal signal;

    CHECK(signal.route->here() == At{"vastgelegd"});
    CHECK(signal.tell("besproken") == At{"weging"});
    signal.says.answers["intern.overdragen"] = yes;
    CHECK(signal.tell("gewogen") == At{"gemeld"});
    CHECK(signal.tell("overdracht-bevestigd") == At{"overgenomen"});
    CHECK(signal.tell("teruggekoppeld") == At{"overgenomen"});
    CHECK(signal.tell("sluiten") == At{"afgesloten"});
}

TEST_CASE("a signal with too little is kept, and weighed again when more comes in",
          "[routes][intern]") {
    Signal signal;

    CHECK(signal.told({"besproken", "gewogen"}).route->here() == At{"bewaard"});
    CHECK(signal.tell("aangevuld") == At{"weging"});
}

TEST_CASE("an optional step is there only for who has it", "[routes][intern]") {
    Signal signal;
    signal.says.absent.clear();

    SECTION("it says yes") {
        signal.says.answers["intern.verrijken"] = yes;
        CHECK(signal.tell("besproken") == At{"verrijking"});
        CHECK(signal.tell("verrijkt") == At{"weging"});
    }
    SECTION("it says no") {
        signal.says.answers["intern.verrijken"] = no;
        CHECK(signal.tell("besproken") == At{"weging"});
    }
    SECTION("not enough is known: that is not a no") {
        CHECK(signal.refused("besproken") == Fault::event_undecided);
    }
    SECTION("sent elsewhere, and sent back") {
        signal.says.answers["intern.verrijken"] = no;
        signal.says.answers["intern.verwijzen"] = yes;
        CHECK(signal.told({"besproken", "gewogen"}).route->here() == At{"verwezen"});
        CHECK(signal.tell("overdracht-geweigerd") == At{"weging"});
    }
}

TEST_CASE("a refused hand-over is weighed again: nobody owns nothing", "[routes][intern]") {
    Signal signal;
    signal.says.answers["intern.overdragen"] = yes;

    CHECK(signal.told({"besproken", "gewogen"}).route->here() == At{"gemeld"});
    CHECK(signal.tell("overdracht-geweigerd") == At{"weging"});
}

TEST_CASE("the rulebook says how many gates a weighing has", "[routes][intern]") {
    Signal signal;
    signal.says.gate_count = 3;
    const auto gate = [&] { return signal.route->standing().gate; };

    CHECK(signal.tell("besproken") == At{"weging"});
    CHECK(gate() == 0);
    CHECK(signal.tell("gewogen") == At{"weging"});
    CHECK(gate() == 1);
    CHECK(signal.told({"gevaar-gezien", "teruggekoppeld", "gewogen"}).route->here() ==
          At{"weging", "acuut"});
    CHECK(gate() == 2);

    SECTION("the last one decides") {
        CHECK(signal.tell("gewogen") == At{"bewaard", "acuut"});
        CHECK(gate() == 0);
        signal.tell("aangevuld");
        CHECK(gate() == 0);
    }
    SECTION("a withdrawal begins the weighing anew") {
        signal.tell("ingetrokken");
        CHECK(gate() == 0);
    }
    SECTION("a stored case finds its gate open") {
        const auto later = make_route("meldroute-intern");
        later->restore(signal.route->standing());
        CHECK(later->standing() == signal.route->standing());
    }
}

TEST_CASE("a withdrawal never closes: it goes to whoever weighs", "[routes][intern]") {
    const auto events = GENERATE(values<std::vector<std::string_view>>(
        {{}, {"besproken"}, {"besproken", "gewogen"}, {"besproken", "gewogen", "gevaar-gezien"}}));
    Signal signal;
    for (const auto event : events) signal.tell(event);

    CHECK(signal.tell("ingetrokken").front() == "weging");
}

TEST_CASE("a case is not closed before the reporter has an answer", "[routes][intern]") {
    Signal signal;
    signal.told({"besproken", "gewogen"});

    SECTION("unless the rulebook lets it, as for an anonymous tip") {
        CHECK(signal.refused("sluiten") == Fault::event_ruled_out);
        signal.says.answers["intern.sluiten-zonder-antwoord"] = yes;
        CHECK(signal.tell("sluiten") == At{"afgesloten"});
    }
    SECTION("and may be opened again") {
        CHECK(signal.told({"teruggekoppeld", "sluiten"}).route->here() == At{"afgesloten"});
        CHECK(signal.refused("ingetrokken") == Fault::event_not_awaited);
        CHECK(signal.tell("heropend") == At{"weging"});
    }
}

TEST_CASE("danger goes first, beside the route, and comes back to it", "[routes][intern]") {
    Signal signal;
    signal.tell("besproken");

    CHECK(signal.tell("gevaar-gezien") == At{"weging", "acuut"});
    CHECK(signal.refused("gevaar-geweken") == Fault::event_undecided);
    CHECK(signal.tell("gewogen") == At{"bewaard", "acuut"});
    signal.says.answers["gevaar.geweken"] = yes;
    CHECK(signal.tell("gevaar-geweken") == At{"bewaard"});
}

TEST_CASE("no entry that brings danger passes in silence", "[routes][intern]") {
    Signal signal;
    signal.says.answers["gevaar.nu"] = yes;

    SECTION("not with an event of another kind") {
        CHECK(signal.tell("besproken") == At{"weging", "acuut"});
    }
    SECTION("not with a note, or another route's event") {
        CHECK(signal.note() == At{"vastgelegd", "acuut"});
    }
    SECTION("not after closing") {
        signal.says.answers["gevaar.nu"] = no;
        signal.told({"besproken", "gewogen", "teruggekoppeld", "sluiten"});
        signal.says.answers["gevaar.nu"] = yes;
        CHECK(signal.note() == At{"afgesloten", "acuut"});
    }
    SECTION("while not knowing of danger neither moves nor refuses") {
        signal.says.answers["gevaar.nu"] = unknown;
        CHECK(signal.tell("besproken") == At{"weging"});
    }
    SECTION("a rulebook without that decision is no hindrance either") {
        signal.says.absent.insert("gevaar.nu");
        CHECK(signal.tell("besproken") == At{"weging"});
    }
    SECTION("and what nobody waits for is told apart from it") {
        const Plan plan = signal.route->plan("heropend", signal.says);
        CHECK(plan.outcome == Plan::Outcome::moves);
        CHECK_FALSE(plan.awaited);
    }
}

TEST_CASE("a refusal says why", "[routes][intern]") {
    Signal signal;

    SECTION("not an event of this route") {
        CHECK_THROWS_WITH(signal.tell("bespoken"),
                          "M1301 \"bespoken\" is not an event of "
                          "meldroute-intern (did you mean \"besproken\"?)");
        CHECK_FALSE(signal.route->knows("bespoken"));
        CHECK(signal.route->knows("besproken"));
    }
    SECTION("nobody waits for it here") {
        CHECK_THROWS_WITH(signal.tell("gewogen"),
                          "M1302 nobody waits for \"gewogen\" where meldroute-intern stands "
                          "(ask for the options)");
    }
    SECTION("what decides it is not known") {
        signal.tell("besproken");
        signal.says.answers.erase("intern.overdragen");
        CHECK_THROWS_AS(signal.tell("gewogen"), Refused);
        const Plan plan = signal.route->plan("gewogen", signal.says);
        CHECK(plan.unknown == std::vector<std::string_view>{"intern.overdragen"});
        CHECK(plan.arrows.empty());
    }
    SECTION("a plan that was made elsewhere") {
        const Plan plan = signal.route->plan("besproken", signal.says);
        signal.route->move(plan);
        CHECK_THROWS_AS(signal.route->move(plan), Usage);
        CHECK(signal.route->here() == At{"weging"});
    }
}

TEST_CASE("a place where the route cannot stand is not restored", "[routes][intern]") {
    const auto standing = GENERATE(values<Standing>({
        {{}, 0},
        {{"weging"}, 0},
        {{"weging", "nog-te-antwoorden"}, 0},
        {{"weging", "geen-acuut-gevaar", "nog-te-antwoorden"}, 0},
        {{"weging", "weging", "nog-te-antwoorden", "geen-acuut-gevaar"}, 0},
        {{"weging", "bewaard", "nog-te-antwoorden", "geen-acuut-gevaar"}, 0},
        {{"weging", "nog-te-antwoorden", "geen-acuut-gevaar", "acuut"}, 0},
        {{"voortgang", "nog-te-antwoorden", "geen-acuut-gevaar"}, 0},
        {{"wegen", "nog-te-antwoorden", "geen-acuut-gevaar"}, 0},
        {{"weging", "nog-te-antwoorden", "geen-acuut-gevaar"}, -1},
        {{"bewaard", "nog-te-antwoorden", "geen-acuut-gevaar"}, 1},
    }));
    Signal signal;
    signal.tell("besproken");
    const Standing before = signal.route->standing();

    CHECK_THROWS_AS(signal.route->restore(standing), Damaged);
    CHECK(signal.route->standing() == before);
    CHECK(signal.tell("gewogen") == At{"bewaard"});
}

TEST_CASE("the options show what may happen, and what that waits for", "[routes][intern]") {
    Signal signal;
    signal.tell("besproken");
    signal.says.answers.erase("intern.overdragen");

    for (const Option& option : signal.route->options(signal.says)) {
        CAPTURE(option.event);
        if (option.event == "gewogen") {
            CHECK(option.deciding);
            CHECK(option.possible);
            CHECK(option.unknown == std::vector<std::string_view>{"intern.overdragen"});
            CHECK(option.targets ==
                  std::vector<At>{{"gemeld", "nog-te-antwoorden", "geen-acuut-gevaar"},
                                  {"bewaard", "nog-te-antwoorden", "geen-acuut-gevaar"}});
        } else {
            const std::set<std::string_view> others{"ingetrokken", "teruggekoppeld",
                                                    "gevaar-gezien"};
            CHECK(option.possible == others.contains(option.event));
            CHECK(option.unknown.empty());
        }
    }
}
