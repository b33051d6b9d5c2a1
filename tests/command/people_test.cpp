// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "command/page.hpp"
#include "command/running.hpp"
#include "command/times.hpp"

#include <meldroute/desk/desk.hpp>

#include <nlohmann/json.hpp>

using namespace meldroute;
using namespace meldroute::example;

namespace {

const std::string officer = "aandachtsfunctionaris-mensenhandel";
const std::string head = "rol;persoon;soort;van;tot-en-met;geleend-van\n";
const std::string night = officer + ";p.dejong;piket;28-8-2026 17:00;31-8-2026 8:00;\n";
const std::string roster = head + officer + ";m.devries;;2024-01-01;;\n" + night + officer +
                           ";l.jansen;vervanger;2026-08-31;2026-09-11;\n" +
                           "zorgcoordinator;k.smit;houder;2026-08-01;2026-10-31;gemeente Lochem\n";

/// A register with one report, for which work waits.
std::string with_a_report(const Folder& folder) {
    const std::string file = folder / "meldingen.db";
    Desk desk(file, Rulebook::load(rules));
    Telling telling;
    telling.facts = Json{{"melding.kanaal", "collega"}, {"gevaar.acuut", false}};
    telling.by = {"b.bakker", "burgerzaken"};
    telling.at = Moment::parse("2026-08-28T10:00:00+02:00");
    telling.key = "ZAAK-1";
    desk.report(telling);
    return file;
}

Ran add(const std::string& file, const std::string& list) {
    return run({"people", file, "--add", list, "--by", "p.visser"});
}

Ran at(const std::string& file, const std::string& moment, bool english = false) {
    std::vector<std::string> args{"people", file, "--at", moment};
    if (english) args.insert(args.end(), {"--lang", "en"});
    return run(args);
}

Json json_at(const std::string& file, const std::string& moment) {
    return Json::parse(run({"people", file, "--at", moment, "--json"}).out);
}

Json role_in(const Json& people, const std::string& role) {
    for (const Json& one : people["roles"])
        if (one["role"] == role) return one;
    return {};
}

std::size_t count(const std::string& file) {
    return Desk(file, Rulebook::load(rules)).appointments().size();
}

/// What `--at` makes of this text, or the code of the error.
std::string moment_of(const std::string& text, Moment (*read)(std::string_view, const Place&)) {
    try {
        return read(text, {}).iso();
    } catch (const Error& error) {
        return error.code();
    }
}

} // namespace

TEST_CASE("Saturday 02.10: who is on call, and Monday who stands in for who is on leave") {
    const Folder folder;
    const std::string file = with_a_report(folder);
    const Ran added = add(file, folder.write("rooster.csv", roster));
    CAPTURE(added.err);
    REQUIRE(added.status == 0);
    CHECK(added.says("Opgeschreven: 4, er stonden er al: 0."));

    const Ran saturday = at(file, "2026-08-29T02:10:00+02:00");
    CHECK(saturday.says("zaterdag 29 augustus 2026, 02.10 uur"));
    CHECK(saturday.says("aan zet     p.dejong\n"));
    CHECK(saturday.says("houder      m.devries"));
    CHECK(saturday.says("k.smit, geleend van gemeente Lochem"));
    CHECK_FALSE(saturday.says("l.jansen"));
    const Ran monday = at(file, "2026-08-31 09:00", true);
    CHECK(monday.says("acts        l.jansen\n"));
    CHECK(monday.says("stand-in    l.jansen, from Monday 31 August 2026"));
    CHECK_FALSE(monday.says("p.dejong"));
    std::istringstream lines(saturday.out + monday.out);
    for (std::string line; std::getline(lines, line);) CHECK(columns(line) <= Page::width);
}

TEST_CASE("a role for which work waits and that nobody fills is said, and ends with 1") {
    const Folder folder;
    const std::string file = with_a_report(folder);
    CHECK(at(file, "2026-08-29 02:10").status == 1);
    add(file, folder.write("rooster.csv", roster));
    const Ran ran = at(file, "2026-08-29 02:10");
    CHECK(ran.says("NIEMAND VERVULT DEZE ROLLEN; ER WACHT GEEN WERK"));
    const Json json = json_at(file, "2026-08-29 02:10");
    CHECK(role_in(json, officer)["acting"] == Json{"p.dejong"});
    CHECK(role_in(json, officer)["holders"][0]["until"].is_null());
    CHECK(role_in(json, "zorgcoordinator")["holders"][0]["lender"] == "gemeente Lochem");
    CHECK(role_in(json, "burgemeester")["acting"].empty());
    CHECK(ran.status == (json["unfilled"].empty() ? 0 : 1));
    const std::string all = head + "burgerzaken;b.bakker;;2026-01-01;;\n" +
                            "aandachtsfunctionaris-meldcode;j.vos;;2026-01-01;;\n";
    add(file, folder.write("meer.csv", all));
    CHECK(at(file, "2026-08-29 02:10").status == 0);
    CHECK(at(file, "2023-08-29 02:10").status == 1);
    CHECK(at(file, "2023-08-29 02:10").says("EN ER WACHT WERK"));
}

TEST_CASE("a case shows who acts behind each owner") {
    const Folder folder;
    const std::string file = with_a_report(folder);
    const auto shown = [&] {
        return run({"case", file, "ZAAK-1", "--at", "2026-08-29T02:10:00+02:00"});
    };
    CHECK_FALSE(shown().says("WIE DAT NU ZIJN"));
    add(file, folder.write("rooster.csv", roster));
    CHECK(shown().says("WIE DAT NU ZIJN"));
    CHECK(shown().says("aan zet     p.dejong\n"));
    const Json json = Json::parse(
        run({"case", file, "ZAAK-1", "--at", "2026-08-29T02:10:00+02:00", "--json"}).out);
    CHECK(json["owners"][0]["persons"] == Json{"p.dejong"});
    CHECK(json["duties"][0]["persons"] == Json{"p.dejong"});
}

TEST_CASE("the same list again adds nothing, with a line more that line") {
    const Folder folder;
    const std::string file = with_a_report(folder);
    add(file, folder.write("rooster.csv", roster));
    CHECK(add(file, folder / "rooster.csv").says("Opgeschreven: 0, er stonden er al: 4."));
    const std::string more = roster + "burgemeester;b.dekker;;2026-01-01;;\r\n";
    CHECK(add(file, folder.write("meer.csv", more)).says("Opgeschreven: 1, er stonden er al: 4."));
    CHECK(count(file) == 5);
}

TEST_CASE("a list with something wrong is not taken in, and says on which line") {
    const Folder folder;
    const std::string file = with_a_report(folder);
    const struct {
        std::string rows;
        const char *code, *place;
    } wrong[]{
        {"aandachtsfunctionaris-mensenhandl;a;;2026-01-01;;\n", "M1508", "rooster.csv:3"},
        {officer + ";;;2026-01-01;;\n", "M1721", "rooster.csv:3"},
        {officer + ";a;;2026-01-02;2026-01-01;\n", "M1722", "rooster.csv:3"},
        {officer + ";a;;2026-01-01;;gemeente Lochem\n", "M1723", "rooster.csv:3"},
        {night, "", ""},
        {officer + ";p.dejong;piket;30-8-2026;30-8-2026;\n", "M1724", "rooster.csv:3"},
        {officer + ";a;pikket;2026-01-01;;\n", "M1013", "rooster.csv:3:3"},
        {officer + ";a;;gisteren;;\n", "M1812", "rooster.csv:3:4"},
        {officer + ";a;;;;\n", "M1812", "rooster.csv:3:4"},
        {officer + ";a;piket;2026-10-24 17:00;2026-10-25 02:30;\n", "M1813", "rooster.csv:3:5"},
        {officer + ";a;piket;2026-03-29 02:30;2026-03-29 08:00;\n", "M1813", "rooster.csv:3:4"},
        {officer + ";a;;2026-01-01\n", "M1532", "rooster.csv:3"},
        {officer + ";\"a;;2026-01-01;;\n", "M1531", "rooster.csv:3"},
        {officer + ";\xff;;2026-01-01;;\n", "M1531", "rooster.csv:3"},
    };
    for (const auto& one : wrong) {
        const Ran ran = add(file, folder.write("rooster.csv", head + night + one.rows));
        CAPTURE(one.rows, ran.err);
        if (std::string_view(one.code).empty()) {
            CHECK(ran.status == 0);
            continue;
        }
        CHECK(ran.status != 0);
        CHECK(ran.warns(one.code));
        CHECK(ran.warns(one.place));
    }
    CHECK(count(file) == 1);
    CHECK(add(file, folder / "rooster.csv").warns("M1531"));
    CHECK(add(file, folder / "nergens.csv").warns("M1003"));
}

TEST_CASE("a sheet with a column too many, too few or twice is refused by its head") {
    const Folder folder;
    const std::string file = with_a_report(folder);
    const auto code = [&](const std::string& text) {
        const auto ran = add(file, folder.write("rooster.csv", text));
        return ran.err.substr(ran.err.find('M'), 5);
    };
    CHECK(code("rol;persoon;vanaf\n") == "M1533");
    CHECK(code("rol,persoon,van\n") == "M1533");
    CHECK(code("rol;persoon;van;rol\n") == "M1534");
    CHECK(code("rol;van\n") == "M1535");
    CHECK(code("") == "M1535");
    CHECK(add(file, folder.write("kort.csv", "van;rol;persoon\n2026-01-01;" + officer + ";a\n"))
              .status == 0);
}

TEST_CASE("a program gives the same in JSON, whole or not at all") {
    const Folder folder;
    const std::string file = with_a_report(folder);
    const auto list = [](const Json& one) { return Json{{"appointments", {one}}}.dump(2); };
    const Json good{{"role", officer},
                    {"person", "p.dejong"},
                    {"kind", "on-call"},
                    {"from", "2026-08-28T17:00:00+02:00"},
                    {"until", "2026-08-31"}};
    CHECK(add(file, folder.write("rooster.json", list(good))).status == 0);
    const Json json = json_at(file, "2026-08-31 23:59");
    CHECK(role_in(json, officer)["on-call"][0]["until"] == "2026-09-01T00:00:00+02:00");
    for (const auto& [key, value, code] :
         std::vector<std::tuple<const char*, Json, const char*>>{{"kind", "piket", "M1013"},
                                                                 {"rol", "x", "M1010"},
                                                                 {"person", nullptr, "M1012"},
                                                                 {"from", "nu", "M1812"},
                                                                 {"role", "baas", "M1508"}}) {
        Json wrong = good;
        wrong[key] = value;
        const Ran ran = add(file, folder.write("rooster.json", list(wrong)));
        CAPTURE(ran.err);
        CHECK(ran.status == 1 + (std::string_view(code) == "M1812"));
        CHECK(ran.warns(code));
        CHECK(ran.warns("rooster.json:"));
    }
    CHECK(count(file) == 1);
}

TEST_CASE("an appointment is ended by its number, on its last day or at a time") {
    const Folder folder;
    const std::string file = with_a_report(folder);
    add(file, folder.write("rooster.csv", roster));
    const auto end = [&](const std::string& number, const std::string& on) {
        return run({"people", file, "--end", number, "--on", on, "--by", "p.visser"});
    };
    CHECK(end("3", "2026-09-04").status == 0);
    CHECK(at(file, "2026-09-04 23:59").says("aan zet     l.jansen"));
    CHECK(at(file, "2026-09-05 00:00").says("aan zet     m.devries"));
    CHECK(end("3", "2026-09-04").warns("M1726"));
    CHECK(end("9", "2026-09-04").warns("M1725"));
    CHECK(end("2", "2026-08-27").warns("M1727"));
    CHECK(end("drie", "2026-09-04").status == 2);
    CHECK(run({"people", file, "--end", "3", "--on", "2026-09-01"}).status == 2);
    CHECK(run({"people", file, "--end", "3", "--by", "a"}).status == 2);
    CHECK(run({"people", file, "--end", "3", "--add", "x", "--by", "a"}).status == 2);
    CHECK(run({"people", file, "--add", folder / "rooster.csv"}).warns("--by"));
    CHECK(run({"people", file, "--add", folder / "rooster.csv", "--by", ""}).warns("M1811"));
}

TEST_CASE("what is no register is not touched, and an empty one asks for the rules") {
    const Folder folder;
    CHECK(run({"people", folder / "nergens.db"}).warns("M1003"));
    CHECK_FALSE(std::filesystem::exists(folder / "nergens.db"));
    CHECK(run({"people", folder.write("brief.txt", "Geachte heer")}).warns("M1701"));
    open_register(folder / "leeg.db");
    CHECK(run({"people", folder / "leeg.db"}).warns("--rules"));
    CHECK(run({"people", folder / "leeg.db", "--rules", rules}).status == 0);
    CHECK(run({"people", folder / "leeg.db", "--rules", rules, "--add",
               folder.write("rooster.csv", roster), "--by", "p.visser"})
              .status == 0);
    CHECK(count(folder / "leeg.db") == 4);
}

TEST_CASE("a day counts as a whole, and a time that the clock says twice is not guessed") {
    const struct {
        const char *text, *from, *until;
    } rows[]{
        {"2026-08-29", "2026-08-29T00:00:00+02:00", "2026-08-30T00:00:00+02:00"},
        {"29-8-2026", "2026-08-29T00:00:00+02:00", "2026-08-30T00:00:00+02:00"},
        {"29-08-2026 17:00", "2026-08-29T17:00:00+02:00", "2026-08-29T17:00:00+02:00"},
        {"2026-08-29 7.05", "2026-08-29T07:05:00+02:00", "2026-08-29T07:05:00+02:00"},
        {"2026-08-29 17:00:00", "2026-08-29T17:00:00+02:00", "2026-08-29T17:00:00+02:00"},
        {"2026-08-29T17:00:00Z", "2026-08-29T17:00:00Z", "2026-08-29T17:00:00Z"},
        {"2026-10-25", "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00"},
        {"2026-03-29", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00"},
        {"2026-10-25 01:59", "2026-10-25T01:59:00+02:00", "2026-10-25T01:59:00+02:00"},
        {"2026-10-25 02:00", "M1813", "M1813"},
        {"2026-10-25 02:59", "M1813", "M1813"},
        {"2026-10-25 03:00", "2026-10-25T03:00:00+01:00", "2026-10-25T03:00:00+01:00"},
        {"2026-03-29 01:59", "2026-03-29T01:59:00+01:00", "2026-03-29T01:59:00+01:00"},
        {"2026-03-29 02:00", "M1813", "M1813"},
        {"2026-03-29 03:00", "2026-03-29T03:00:00+02:00", "2026-03-29T03:00:00+02:00"},
        {"2026-02-29", "M1812", "M1812"},
        {"31-4-2026", "M1812", "M1812"},
        {"2026-08-29 24:00", "M1812", "M1812"},
        {"2026-08-29 17", "M1812", "M1812"},
        {"29/8/2026", "M1812", "M1812"},
        {"2026-08-29T17:00", "M1812", "M1812"},
        {"", "M1812", "M1812"},
        {"2101-01-01", "M1007", "M1007"},
        {"2100-12-31", "2100-12-31T00:00:00+01:00", "M1007"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(moment_of(row.text, read_from) == row.from);
        CHECK(moment_of(row.text, read_until) == row.until);
    }
    CHECK(moment_of("2026-08-29", read_time) == "M1812");
}
