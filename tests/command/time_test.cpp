// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "command/running.hpp"

#include <nlohmann/json.hpp>

using namespace meldroute::example;
using Json = nlohmann::json;

// In the demo report (d) has time to reflect that ends on 30 September or on 30 November 2026.

TEST_CASE("what is late is said by case, with its owner, and ends with one") {
    const Folder folder;
    const auto file = register_in(folder);
    const Ran none = run({"late", file, "--at", "2026-04-01T09:00:00+02:00"});
    CHECK(none.status == 0);
    CHECK(none.says("Niets is te laat."));
    const Ran late = run({"late", file, "--at", "2026-12-02T09:00:00+01:00"});
    CHECK(late.status == 1);
    CHECK(late.says("ZAAK-2026-0188: Vraag na of het een Dublinzaak is."));
    CHECK(late.says("Verlopen terwijl niemand naar deze zaak keek."));
    const Ran mine = run(
        {"late", file, "--at", "2026-12-02T09:00:00+01:00", "--role", "zorgcoordinator", "--json"});
    const Json lines = Json::parse(mine.out);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0]["duty"] == "einde-bedenktijd-beide");
    CHECK(lines[0]["due"] == "2026-09-30");
    CHECK(lines[0]["unseen"] == true);
}

TEST_CASE("time passes once, and is a line of the case") {
    const Folder folder;
    const auto file = register_in(folder);
    const std::vector<std::string> until{"pass-time", file, "--until", "2026-12-02T09:00:00+01:00"};
    const Ran first = run(until);
    CHECK(first.status == 0);
    CHECK(first.says("ZAAK-2026-0188"));
    CHECK(run(until).says("Er is niets gebeurd."));
    const Ran shown = run({"case", file, "ZAAK-2026-0188", "--at", "2026-12-02T09:00:00+01:00"});
    CHECK(shown.says("vanzelf, want de termijn was voorbij"));
    CHECK(run({"case", file, "--verify"}).status == 0);
    CHECK(run({"pass-time", file, "--until", "gisteren"}).warns("M1812"));
}

TEST_CASE("a case says where each event would lead, and the register how often people deviated") {
    const Folder folder;
    const auto file = register_in(folder);
    const Ran shown = run({"case", file, "ZAAK-2026-0098", "--at", "2026-06-01 10:00"});
    CHECK(shown.says("daarna      Overgenomen door de ontvanger"));
    const Json option =
        Json::parse(run({"case", file, "ZAAK-2026-0098", "--json"}).out)["options"][0];
    CHECK(option["leads-to"] == Json{{"overgenomen"}});
    CHECK(option["rulings"].is_object());
    CHECK(run({"case", file, "--decisions"}).says("5 keer, anders dan geadviseerd: 1"));
    CHECK(Json::parse(run({"case", file, "--decisions", "--json"}).out)[0]["past-unknown"] == 2);
    CHECK(run({"case", file, "ZAAK-2026-0098", "--by", "x"}).status == 2);
}
