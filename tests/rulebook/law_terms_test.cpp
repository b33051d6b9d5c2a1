// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The terms of rules/nl and rules/ijsselstreek themselves, on cases that were worked out by hand.

#include "catch.hpp"

#include <meldroute/agenda/due.hpp>
#include <meldroute/rulebook/rulebook.hpp>

using namespace meldroute;

namespace {

using Events = std::vector<std::pair<std::string, std::string>>;

const Rulebook& book() {
    static const auto loaded =
        Rulebook::load(std::string(MELDROUTE_SOURCE_DIR) + "/rules/ijsselstreek");
    return *loaded;
}

Due due_of(const std::string& id, const std::string& start, const Events& since = {}) {
    const Term* term = book().terms().find(id);
    REQUIRE(term != nullptr);
    Occurrences occurrences{Date::parse(start), {}, 0};
    for (const auto& [event, on] : since) occurrences.since.push_back({event, Date::parse(on)});
    return compute(*term, occurrences, book().calendars());
}

std::string day_of(const std::string& id, const std::string& start, const Events& since = {}) {
    const auto due = due_of(id, start, since);
    return due.date ? due.date->iso() : "";
}

std::vector<std::string> readings_of(const Due& due) {
    std::vector<std::string> out;
    for (const auto& reading : due.readings) out.push_back(reading.date ? reading.date->iso() : "");
    return out;
}

const Events waited{{"bibob.gegevens-gevraagd", "2025-06-16"},
                    {"bibob.gegevens-ontvangen", "2025-06-30"}};

Events advice(const std::string& asked, const std::string& received) {
    return {{"bibob.advies-gevraagd", asked}, {"bibob.advies-ontvangen", received}};
}

Events plus(Events all, const Events& more) {
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace

TEST_CASE("the terms of the rules fall on the days worked out by hand", "[terms]") {
    const auto [id, start, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"bibob.lbb-advies", "2025-06-02", "2025-07-28"},
        {"bibob.lbb-advies", "2025-10-30", "2025-12-29"},
        {"bibob.bron-antwoord", "2025-06-02", "2025-06-16"},
        {"bibob.advies-bruikbaar", "2025-07-21", "2030-07-21"},
        {"awb.buiten-behandeling", "2025-06-02", "2025-06-30"},
        {"vergunning.beslistermijn", "2025-05-01", "2025-06-26"},
        {"vergunning.beslistermijn-verordening", "2025-05-01", "2025-07-24"},
        {"veilig-thuis.veiligheidsbeoordeling", "2026-04-02", "2026-04-10"},
        {"veilig-thuis.onderzoek-start", "2026-04-02", "2026-04-08"},
        {"veilig-thuis.oordeel", "2026-04-02", "2026-06-11"},
        {"veilig-thuis.oordeel", "2026-04-13", "2026-06-22"},
        {"verblijf.bedenktijd", "2026-08-31", "2026-11-30"},
        {"verblijf.bedenktijd-dublin", "2026-08-31", "2026-09-30"},
        {"verblijf.bedenktijd-beide", "2026-08-31", "2026-09-30"},
        {"verblijf.rvb-formulier", "2026-08-31", "2026-11-30"},
        {"verblijf.maandelijks-melden", "2026-08-31", "2026-09-30"},
        {"verblijf.vergunning-einde", "2026-09-01", "2027-09-01"},
        {"verblijf.blijvend", "2026-09-01", "2029-09-01"},
        {"wmo.onderzoek", "2026-06-01", "2026-07-13"},
        {"wmo.besluit", "2026-07-13", "2026-07-27"},
        {"wmo.vernietiging", "2026-11-30", "2027-03-01"},
        {"brp.laa-antwoord", "2026-06-02", "2026-06-30"},
        {"brp.laa-onderzoek", "2026-06-02", "2026-12-02"},
        {"brp.laa-onderzoek", "2025-08-31", "2026-02-28"},
        {"brp.verhuizing-vroegst", "2026-03-01", "2026-02-01"},
        {"brp.verhuizing-uiterst", "2026-03-01", "2026-03-06"},
        {"brp.inschrijving-na-aankomst", "2026-03-02", "2026-03-09"},
        {"bewaren.zonder-vervolg", "2026-06-17", "2027-06-17"},
        {"bewaren.zonder-vervolg", "2026-05-20", "2027-05-20"},
        {"wgs.terugkoppeling", "2026-03-01", "2027-03-01"},
        {"wgs.bewaren", "2026-03-01", "2031-03-01"},
        {"wgs.controle-opnieuw", "2026-03-01", "2027-03-01"},
        {"plan.dag-tegen-mensenhandel", "2026-01-01", "2026-10-18"},
        {"plan.branchecontrole", "2026-01-01", "2026-12-31"},
        {"plan.meldroute-vertellen", "2026-01-01", ""},
    }));
    CAPTURE(id, start);
    CHECK(day_of(id, start) == expected);
}

TEST_CASE("the bureau's term stands still for data, and is extended once", "[terms]") {
    const Events extended{{"bibob.advies-verlengd", "2025-07-20"}};
    CHECK(day_of("bibob.lbb-advies", "2025-06-02", extended) == "2025-08-25");
    CHECK(day_of("bibob.lbb-advies", "2025-06-02", waited) == "2025-08-11");
    CHECK(day_of("bibob.lbb-advies", "2025-06-02", plus(waited, extended)) == "2025-09-08");
    CHECK(day_of("bibob.lbb-advies", "2025-06-02", plus(plus(waited, extended), extended)) ==
          "2025-09-08");
    CHECK(day_of("bibob.bron-antwoord", "2025-06-02",
                 {{"lbb.bron-vraagt-uitstel", "2025-06-10"}}) == "2025-06-30");
}

TEST_CASE("the municipality's own term waits for the bureau: two readings, act on the earlier",
          "[terms]") {
    const auto asked = advice("2025-06-02", "2025-07-21");
    const auto twelve = due_of("vergunning.beslistermijn-verordening", "2025-05-01", asked);
    CHECK(readings_of(twelve) == std::vector<std::string>{"2025-09-11", "2025-09-12"});
    CHECK(twelve.date->iso() == "2025-09-11");
    const auto eight = due_of("vergunning.beslistermijn", "2025-05-01", asked);
    CHECK(readings_of(eight) == std::vector<std::string>{"2025-08-14", "2025-08-15"});
    CHECK(eight.date->iso() == "2025-08-14");
    CHECK(eight.calculation.back().nl == "Handel naar de vroegste: donderdag 14 augustus 2025.");

    // No longer than the bureau may take: twelve weeks of the 122 days.
    const auto late =
        due_of("vergunning.beslistermijn", "2025-05-01", advice("2025-06-02", "2025-10-02"));
    CHECK(late.date->iso() == "2025-09-18");
    const auto running =
        due_of("vergunning.beslistermijn", "2025-05-01", {{"bibob.advies-gevraagd", "2025-06-02"}});
    CHECK(running.state == Due::State::suspended);
}

TEST_CASE("an aim of 24 hours is never stretched, and at once has no date", "[terms]") {
    const Term* aim = book().terms().find("verblijf.ind-streefbesluit");
    const Occurrences told{Moment::parse("2026-12-24T16:00:00+01:00"), {}, 0};
    CHECK(compute(*aim, told, book().calendars()).moment->micros ==
          Moment::parse("2026-12-25T16:00:00+01:00").micros);
    for (const auto* id : {"wmo.spoed", "bibob.bureau-meteen", "politie.signaal-doorgeven"})
        CHECK(due_of(id, "2026-06-02").state == Due::State::at_once);
}

TEST_CASE("a measure ends and is reviewed on the days that were chosen", "[terms]") {
    CHECK(due_of("maatregel.laatste-dag", "2026-06-10").state == Due::State::not_started);
    CHECK(book().terms().find("maatregel.dag-van-herbeoordeling")->told ==
          "maatregel.herbeoordeling");
}

TEST_CASE("what the plan asks every year counts once a year", "[terms]") {
    const std::string done = "branchecontrole.controle-gedaan";
    CHECK(day_of("plan.branchecontrole", "2026-01-01", {{done, "2026-03-03"}}) == "2027-12-31");
    CHECK(day_of("plan.branchecontrole", "2026-01-01",
                 {{done, "2026-03-03"}, {done, "2026-09-09"}}) == "2027-12-31");
    CHECK(due_of("plan.meldroute-vertellen", "2026-01-01").state == Due::State::repeating);
}

TEST_CASE("a year whose decree on equated days is not known says so", "[terms]") {
    CHECK_FALSE(due_of("bibob.lbb-advies", "2025-06-02").is_uncertain());
    const auto unknown = due_of("bibob.lbb-advies", "2021-03-01");
    CHECK(unknown.is_uncertain());
    CHECK(unknown.calculation.back().nl ==
          "Welke dagen in 2021 met een feestdag zijn gelijkgesteld, is hier niet bekend. Ga het "
          "na: de datum kan later vallen.");
    CHECK(due_of("wmo.besluit", "2029-03-01").is_uncertain());
}

TEST_CASE("a due date shows its calculation in Dutch", "[terms][words]") {
    auto events = plus(waited, {{"bibob.advies-verlengd", "2025-07-20"}});
    std::vector<std::string> lines;
    for (const auto& line : due_of("bibob.lbb-advies", "2025-06-02", events).calculation)
        lines.push_back(line.nl);
    CHECK(lines == std::vector<std::string>{
                       "8 weken vanaf maandag 2 juni 2025: maandag 28 juli 2025.",
                       "Verlengd met 4 weken.",
                       "12 weken vanaf maandag 2 juni 2025: maandag 25 augustus 2025.",
                       "Opgeschort van maandag 16 juni 2025 tot maandag 30 juni 2025, 14 dagen: "
                       "maandag 8 september 2025.",
                       "maandag 8 september 2025 is geen zaterdag, zondag of feestdag (Algemene "
                       "termijnenwet, artikel 1)."});
}

TEST_CASE("every term says what it rests on", "[terms]") {
    for (const Term& term : book().terms().all()) {
        CAPTURE(term.id);
        CHECK_FALSE(term.source.empty());
        CHECK_FALSE(term.label.empty());
    }
}
