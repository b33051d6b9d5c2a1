// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Terms of the domain, worked out by hand beforehand.

#include "agenda/example.hpp"
#include "catch.hpp"

using namespace meldroute;
using namespace meldroute::example;

namespace {

using Row = std::tuple<std::string, std::string, std::string>;

const std::string advice = R"("length": {"weeks": 8}, "calendar": "wettelijk",
    "suspended": [{"from": "zaak.gevraagd", "until": "zaak.ontvangen"}],
    "extend": {"by": {"weeks": 4}, "times": 1})";

Occurrences waiting(const std::string& start, const std::string& from, const std::string& until,
                    int extensions = 0) {
    auto out = started(start, extensions);
    out.since.push_back({"zaak.gevraagd", day(from)});
    if (!until.empty()) out.since.push_back({"zaak.ontvangen", day(until)});
    return out;
}

std::string decision_term(int weeks) {
    const std::string until = R"({"from": "zaak.gevraagd", "until": "zaak.ontvangen")";
    return R"("calendar": "wettelijk", "length": {"weeks": )" + std::to_string(weeks) +
           R"(}, "readings": [
               {"label": "tot de dag van ontvangst", "suspended": [)" +
           until + R"(}]},
               {"label": "tot en met de dag van ontvangst", "suspended": [)" +
           until + R"(, "inclusive": true}]}])";
}

std::string last_line(const Due& due, Lang lang) {
    return due.calculation.back().in(lang);
}

} // namespace

TEST_CASE("a term without suspension falls on the day worked out by hand", "[due]") {
    const auto [start, keys, expected] = GENERATE(table<std::string, std::string, std::string>({
        // Advice of the LBB, and the decision that waits for it.
        {"2025-06-02", R"("length": {"weeks": 8}, "calendar": "wettelijk")", "2025-07-28"},
        {"2025-05-01", R"("length": {"weeks": 12}, "calendar": "wettelijk")", "2025-07-24"},
        {"2025-05-01", R"("length": {"weeks": 8}, "calendar": "wettelijk")", "2025-06-26"},
        {"2025-10-30", R"("length": {"weeks": 8}, "calendar": "wettelijk")", "2025-12-29"},
        {"2025-10-30", R"("length": {"weeks": 8})", "2025-12-25"},
        // Veilig Thuis: safety assessment with and without Good Friday, judgement.
        {"2026-04-02", R"("length": {"days": 5}, "calendar": "werkdagen")", "2026-04-13"},
        {"2026-04-02", R"("length": {"days": 5}, "calendar": "werkdagen-ook-goede-vrijdag")",
         "2026-04-10"},
        {"2026-04-02", R"("length": {"weeks": 10}, "calendar": "wettelijk")", "2026-06-11"},
        {"2026-04-13", R"("length": {"weeks": 10}, "calendar": "wettelijk")", "2026-06-22"},
        {"2026-04-02", R"("length": {"days": 5}, "calendar": "wettelijk")", "2026-04-08"},
        // Feedback to the reporter, a local term in working days.
        {"2026-04-02", R"("length": {"days": 10}, "calendar": "werkdagen")", "2026-04-20"},
        {"2026-05-13", R"("length": {"days": 1}, "calendar": "werkdagen")", "2026-05-18"},
        // Bedenktijd, by policy: months are clamped and nothing moves.
        {"2026-08-31", R"("length": {"months": 3})", "2026-11-30"},
        {"2026-08-31", R"("length": {"days": 30})", "2026-09-30"},
        {"2025-08-31", R"("length": {"months": 6})", "2026-02-28"},
        {"2025-08-31", R"("length": {"months": 6}, "month-end": "roll")", "2026-03-01"},
        // Address investigation, and the day after moving in.
        {"2026-06-02", R"("length": {"weeks": 4}, "calendar": "wettelijk")", "2026-06-30"},
        {"2026-06-02", R"("length": {"months": 6}, "calendar": "wettelijk")", "2026-12-02"},
        {"2026-03-01", R"("length": {"weeks": 4}, "calendar": "wettelijk", "backwards": true)",
         "2026-02-01"},
        {"2026-03-01", R"("length": {"days": 5}, "calendar": "wettelijk")", "2026-03-06"},
        // Destroy after no result.
        {"2026-06-17", R"("length": {"years": 1})", "2027-06-17"},
        {"2026-05-20", R"("length": {"years": 1})", "2027-05-20"},
        // Wmo: 6 weeks of research, 2 weeks to decide, 3 months to destroy.
        {"2026-06-01", R"("length": {"weeks": 6}, "calendar": "wettelijk")", "2026-07-13"},
        {"2026-07-13", R"("length": {"weeks": 2}, "calendar": "wettelijk")", "2026-07-27"},
        {"2026-11-30", R"("length": {"months": 3}, "calendar": "wettelijk")", "2027-03-01"},
    }));
    CAPTURE(start, keys);
    CHECK(due_date(keys, started(start)) == expected);
}

TEST_CASE("a term that ends on a closed day runs to the next open one", "[due][law]") {
    const auto [start, keys, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"2026-06-06", R"("length": {"weeks": 1})", "2026-06-15"}, // Saturday
        {"2026-06-07", R"("length": {"weeks": 1})", "2026-06-15"}, // Sunday
        {"2026-04-20", R"("length": {"weeks": 1})", "2026-04-28"}, // King's day
        {"2026-04-28", R"("length": {"weeks": 1})", "2026-05-06"}, // 5 May
        {"2026-05-07", R"("length": {"weeks": 1})",
         "2026-05-18"}, // Ascension and the equated Friday
        {"2026-05-08", R"("length": {"weeks": 1})", "2026-05-18"}, // the equated Friday itself
        {"2026-05-18", R"("length": {"weeks": 1})", "2026-05-26"}, // Whit Monday
        {"2026-03-27", R"("length": {"weeks": 1})",
         "2026-04-07"}, // Good Friday until Easter Monday
        {"2018-12-17", R"("length": {"weeks": 1})",
         "2018-12-27"}, // the equated day before Christmas
        {"2026-06-08", R"("length": {"days": 1})", "2026-06-09"}, // nothing to move
        {"2026-04-02", R"("length": {"days": 1})", "2026-04-07"}, // Good Friday, one day
        {"2025-12-25", R"("length": {"weeks": 1})",
         "2026-01-05"}, // New Year and the equated Friday
    }));
    CAPTURE(start, keys);
    CHECK(due_date(keys + R"(, "calendar": "wettelijk")", started(start)) == expected);
}

TEST_CASE("a term of three days or more holds two ordinary days", "[due][law]") {
    const auto [start, days, expected] = GENERATE(table<std::string, int, std::string>({
        {"2026-04-02", 2, "2026-04-07"}, // too short for the rule: the end only moves
        {"2026-04-02", 3, "2026-04-08"}, // Good Friday, weekend, Easter Monday, then two days
        {"2026-04-02", 4, "2026-04-08"},
        {"2026-04-02", 5, "2026-04-08"},
        {"2026-04-02", 6, "2026-04-08"},
        {"2026-04-02", 7, "2026-04-09"},
        {"2026-06-12", 3, "2026-06-16"}, // Friday: Saturday, Sunday, Monday, and one more
        {"2026-06-11", 3, "2026-06-15"}, // Friday counts, and the end moves to Monday
        {"2026-06-10", 3, "2026-06-15"},
        {"2026-06-09", 3, "2026-06-12"},
        {"2025-12-24", 3, "2025-12-30"}, // Christmas on Thursday and Friday
        {"2026-05-13", 3, "2026-05-19"}, // Ascension and the equated Friday
    }));
    CAPTURE(start, days);
    const auto keys = R"("calendar": "wettelijk", "length": {"days": )" + std::to_string(days);
    CHECK(due_date(keys + "}", started(start)) == expected);
}

TEST_CASE("the law leaves long terms, years and hours alone", "[due][law]") {
    const auto [start, length, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"2026-03-08", R"({"days": 90})", "2026-06-08"}, // Saturday 6 June, moved
        {"2026-03-07", R"({"days": 91})", "2026-06-06"}, // the same Saturday, one day longer
        {"2026-03-14", R"({"weeks": 12})", "2026-06-08"},
        {"2026-03-07", R"({"weeks": 13})", "2026-06-06"},
        {"2026-03-06", R"({"months": 3})", "2026-06-08"},
        {"2026-02-06", R"({"months": 4})", "2026-06-06"},
        {"2025-06-06", R"({"years": 1})", "2026-06-06"},
    }));
    CAPTURE(start, length);
    CHECK(due_date(R"("calendar": "wettelijk", "length": )" + length, started(start)) == expected);

    // Extended in its own unit it is one longer term; in another, two that each must be short.
    const std::string twice =
        R"("calendar": "wettelijk", "length": {"weeks": 8}, "extend": {"times": 1, "by": )";
    CHECK(due_date(twice + R"({"weeks": 5}})", started("2026-03-07", 1)) == "2026-06-06");
    CHECK(due_date(twice + R"({"weeks": 4}})", started("2026-03-14", 1)) == "2026-06-08");
    CHECK(due_date(twice + R"({"days": 35}})", started("2026-03-07", 1)) == "2026-06-08");
    CHECK(due_date(twice + R"({"days": 91}})", started("2026-01-11", 1)) == "2026-06-07");
}

TEST_CASE("a suspension adds its days", "[due]") {
    CHECK(due_date(advice, waiting("2025-06-02", "2025-06-16", "2025-06-30")) == "2025-08-11");
    CHECK(due_date(advice, waiting("2025-06-02", "2025-06-16", "2025-06-30", 1)) == "2025-09-08");
    CHECK(due_date(advice, started("2025-06-02", 1)) == "2025-08-25");

    SECTION("only those that are in the term") {
        CHECK(due_date(advice, waiting("2025-06-02", "2025-05-01", "2025-06-02")) == "2025-07-28");
        CHECK(due_date(advice, waiting("2025-06-02", "2025-05-01", "2025-06-10")) == "2025-08-04");
        CHECK(due_date(advice, waiting("2025-06-02", "2025-07-28", "2025-07-30")) == "2025-07-30");
        CHECK(due_date(advice, waiting("2025-06-02", "2025-07-29", "2025-09-30")) == "2025-07-28");
    }
    SECTION("once, where two overlap, and each, where they do not") {
        auto twice = waiting("2025-06-02", "2025-06-16", "2025-06-30");
        twice.since.push_back({"zaak.gevraagd", day("2025-06-20")});
        CHECK(due_date(advice, twice) == "2025-08-11");
        twice.since.push_back({"zaak.gevraagd", day("2025-06-30")});
        twice.since.push_back({"zaak.ontvangen", day("2025-07-07")});
        CHECK(due_date(advice, twice) == "2025-08-18");
    }
    SECTION("once, where two causes overlap") {
        const std::string keys = R"("length": {"weeks": 8}, "suspended": [
            {"from": "zaak.gevraagd", "until": "zaak.ontvangen"},
            {"from": "zaak.uitstel", "until": "zaak.verder"}])";
        auto both = waiting("2025-06-02", "2025-06-16", "2025-06-30");
        both.since.push_back({"zaak.uitstel", day("2025-06-23")});
        both.since.push_back({"zaak.verder", day("2025-07-02")});
        CHECK(due_date(keys, both) == "2025-08-13");
        both.since.back().at = day("2025-06-25");
        CHECK(due_date(keys, both) == "2025-08-11");
    }
    SECTION("in working days none for a weekend") {
        const std::string keys = R"("length": {"days": 5}, "calendar": "werkdagen",
            "suspended": [{"from": "zaak.gevraagd", "until": "zaak.ontvangen"}])";
        CHECK(due_date(keys, waiting("2026-06-08", "2026-06-12", "2026-06-15")) == "2026-06-16");
    }
}

TEST_CASE("a suspension may begin a day later, end a day later, or have a limit", "[due]") {
    const auto keys = [](const std::string& more) {
        return R"("length": {"weeks": 8}, "suspended": [{"from": "zaak.gevraagd",
                  "until": "zaak.ontvangen")" +
               more + "}]";
    };
    const auto wait = waiting("2025-06-02", "2025-06-16", "2025-06-30");
    CHECK(due_date(keys(""), wait) == "2025-08-11");
    CHECK(due_date(keys(R"(, "inclusive": true)"), wait) == "2025-08-12");
    CHECK(due_date(keys(R"(, "day-after": true)"), wait) == "2025-08-10");
    CHECK(due_date(keys(R"(, "at-most": {"weeks": 1})"), wait) == "2025-08-04");
    CHECK(due_date(keys(R"(, "at-most": {"weeks": 2})"), wait) == "2025-08-11");
    CHECK(due_date(keys(R"(, "at-most": {"weeks": 3})"), wait) == "2025-08-11");
}

TEST_CASE("while a suspension runs there is no date yet", "[due]") {
    const auto due = compute(term(advice), waiting("2025-06-02", "2025-06-16", ""), calendars());
    CHECK(due.state == Due::State::suspended);
    CHECK_FALSE(due.date);
    CHECK_FALSE(due.late_from());
    CHECK(last_line(due, Lang::nl) == "Opgeschort vanaf maandag 16 juni 2025; de opschorting loopt "
                                      "nog, dus er is nog geen datum.");
    // One that begins when all is over changes nothing.
    CHECK(due_date(advice, waiting("2025-06-02", "2025-07-29", "")) == "2025-07-28");
    // The law had moved the end to this Monday: the term was not over.
    CHECK(due_date(advice, waiting("2025-10-30", "2025-12-29", "")).empty());
}

TEST_CASE("where the law can be read in two ways both dates are given and the earlier holds",
          "[due]") {
    const auto [weeks, until, including] = GENERATE(table<int, std::string, std::string>({
        {12, "2025-09-11", "2025-09-12"},
        {8, "2025-08-14", "2025-08-15"},
    }));
    const auto due = compute(term(decision_term(weeks)),
                             waiting("2025-05-01", "2025-06-02", "2025-07-21"), calendars());
    REQUIRE(due.readings.size() == 2);
    CHECK(due.readings[0].date->iso() == until);
    CHECK(due.readings[1].date->iso() == including);
    CHECK(due.date->iso() == until);
    CHECK(due.calculation.front().nl == "Lezing: tot de dag van ontvangst");
    CHECK(last_line(due, Lang::nl) ==
          "Handel naar de vroegste: " + (weeks == 12 ? std::string("donderdag 11 september 2025.")
                                                     : "donderdag 14 augustus 2025."));
}

TEST_CASE("the earlier reading is the one to act on, whichever stands first", "[due]") {
    const auto both = term(R"("readings": [
        {"label": "gewoon", "length": {"months": 3}}, {"label": "Dublin", "length": {"days": 30}}])");
    const auto due = compute(both, started("2026-08-31"), calendars());
    CHECK(due.date->iso() == "2026-09-30");
    CHECK(due.readings[0].date->iso() == "2026-11-30");
}

TEST_CASE("a reading may count by another calendar than its term", "[due]") {
    const auto both = term(R"("length": {"days": 5}, "calendar": "werkdagen-ook-goede-vrijdag",
        "readings": [{"label": "werkt"}, {"label": "vrij", "calendar": "werkdagen"}])");
    const auto due = compute(both, started("2026-04-02"), calendars());
    CHECK(due.date->iso() == "2026-04-10");
    CHECK(due.readings[0].date->iso() == "2026-04-10");
    CHECK(due.readings[1].date->iso() == "2026-04-13");
    const auto shop = R"("length": {"weeks": 1}, "readings": [{"label": "gewoon"},
        {"label": "winkel", "calendar": "winkel"}])";
    CHECK(code_of([&] { term(shop); }) == "M1406"); // working days are counted in days
}

TEST_CASE("the first day may count", "[due]") {
    const auto [start, length, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"2026-06-01", R"({"days": 1})", "2026-06-01"},
        {"2026-06-01", R"({"weeks": 1})", "2026-06-07"},
        {"2026-06-01", R"({"months": 1})", "2026-06-30"},
        {"2026-01-31", R"({"months": 1})", "2026-02-28"},
        {"2026-01-28", R"({"months": 1})", "2026-02-27"},
        {"2024-02-29", R"({"years": 1})", "2025-02-28"},
        {"2026-03-01", R"({"years": 1})", "2027-02-28"},
    }));
    CAPTURE(start, length);
    CHECK(due_date(R"("inclusive": true, "length": )" + length, started(start)) == expected);
}

TEST_CASE("a month that is too short has a rule", "[due]") {
    const auto [start, length, clamped, rolled] =
        GENERATE(table<std::string, std::string, std::string, std::string>({
            {"2026-01-31", R"({"months": 1})", "2026-02-28", "2026-03-01"},
            {"2024-01-31", R"({"months": 1})", "2024-02-29", "2024-03-01"},
            {"2024-02-29", R"({"years": 1})", "2025-02-28", "2025-03-01"},
            {"2024-02-29", R"({"years": 4})", "2028-02-29", "2028-02-29"},
            {"2026-10-31", R"({"months": 4})", "2027-02-28", "2027-03-01"},
            {"2026-12-31", R"({"months": 2})", "2027-02-28", "2027-03-01"},
            {"2026-06-30", R"({"months": 1})", "2026-07-30", "2026-07-30"},
        }));
    CAPTURE(start, length);
    CHECK(due_date(R"("length": )" + length, started(start)) == clamped);
    CHECK(due_date(R"("month-end": "roll", "length": )" + length, started(start)) == rolled);
}

TEST_CASE("counting back moves nothing", "[due]") {
    const auto [keys, expected] = GENERATE(table<std::string, std::string>({
        {R"("length": {"days": 1}, "calendar": "wettelijk")", "2026-04-05"}, // Easter Sunday
        {R"("length": {"weeks": 4})", "2026-03-09"},
        {R"("length": {"months": 2})", "2026-02-06"},
        {R"("length": {"days": 3}, "calendar": "werkdagen")", "2026-03-31"},
    }));
    CAPTURE(keys);
    CHECK(due_date(R"("backwards": true, )" + keys, started("2026-04-06")) == expected);
    CHECK(due_date(R"("backwards": true, "length": {"months": 1})", started("2026-03-31")) ==
          "2026-02-28");
}
