// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "register/files.hpp"

using namespace examples;
using namespace files;

namespace {

WorkItem work(std::string step, std::string owner, std::optional<Date> due = {}) {
    return {"meldroute-intern", std::move(step), std::move(owner), "", due, {}};
}

std::vector<std::string> steps(const std::vector<CaseWork>& list) {
    std::vector<std::string> out;
    for (const auto& line : list) out.push_back(line.item.step);
    return out;
}

using Steps = std::vector<std::string>;

} // namespace

TEST_CASE("what was kept is read back, byte for byte, also after closing") {
    const Folder folder;
    Made made;
    RegisterId id;
    {
        const auto cases = open_register(folder.file());
        id = cases->id();
        made = keep_small_case(*cases);
        CHECK(cases->read(case_id()) == made.entries);
    }
    const auto again = open_register(folder.file());
    CHECK(again->id() == id);
    CHECK(again->read(case_id()) == made.entries);
    CHECK(again->verify().entries == 3);
}

TEST_CASE("every register has an id of its own") {
    CHECK(open_register(":memory:")->id() != open_register(":memory:")->id());
}

TEST_CASE("appending gives a receipt that the chain meets from then on") {
    const auto cases = open_register(":memory:");
    const auto made = keep_small_case(*cases);
    const std::vector entries{more(made.last)};
    const auto appended = cases->append(case_id(), 3, entries, {});
    CHECK(appended.first == 4);
    CHECK(appended.receipt.sequence == 4);
    CHECK(!appended.repeated);
    CHECK_NOTHROW(verify_receipt(cases->read(case_id()), appended.receipt));
    CHECK_NOTHROW(verify_receipt(cases->read(case_id()), made.last));
}

TEST_CASE("who expects another sequence is told how many entries there are, and nothing is kept") {
    const auto cases = open_register(":memory:");
    const auto made = keep_small_case(*cases);
    const std::vector entries{more(made.last)};
    for (const std::int64_t expected : {0, 2, 4}) {
        CHECK_THROWS_AS(cases->append(case_id(), expected, entries, {}), Conflict);
        const auto error = error_of([&] { cases->append(case_id(), expected, entries, {}); });
        CHECK(error.code() == "M1710");
        CHECK(error.words().at(1) == "3");
    }
    CHECK(cases->read(case_id()).size() == 3);
}

TEST_CASE("of several entries all are kept or none") {
    const auto cases = open_register(":memory:");
    const auto made = keep_small_case(*cases);
    std::vector entries{more(made.last), more(made.last)};
    CHECK_THROWS_AS(cases->append(case_id(), 3, entries, {}, "sleutel"), Damaged);
    CHECK(cases->read(case_id()).size() == 3);
    SystemRandomness randomness;
    Chain chain(made.last);
    entries = {chain.add(told(5, "besproken"), randomness),
               chain.add(told(6, "gewogen"), randomness)};
    const auto appended = cases->append(case_id(), 3, entries, {}, "sleutel");
    CHECK(!appended.repeated);
    CHECK(appended.first == 4);
    CHECK(appended.receipt == chain.last());
}

TEST_CASE("an idempotency key that comes again writes nothing, and says what was written") {
    const auto cases = open_register(":memory:");
    const auto made = keep_small_case(*cases);
    const std::vector first{more(made.last)};
    const auto before = cases->append(case_id(), 3, first, {}, "ZAAK-1/4");
    const std::vector second{more(before.receipt)};
    cases->append(case_id(), 4, second, {}, "ZAAK-1/5");
    const auto again = cases->append(case_id(), 3, first, {}, "ZAAK-1/4");
    CHECK(again.repeated);
    CHECK(again.receipt == before.receipt);
    CHECK(again.first == 4);
    CHECK(cases->read(case_id()).size() == 5);
    keep_small_case(*cases, 2);
    const std::vector other{more(small_case(2, cases->id()).last)};
    CHECK(!cases->append(case_id(2), 3, other, {}, "ZAAK-1/4").repeated);
}

TEST_CASE("an alias finds its case, and belongs to one case only") {
    const auto cases = open_register(":memory:");
    const auto made = small_case(1, cases->id()), other = small_case(2, cases->id());
    cases->create_case(case_id(1), "ZAAK-2026-0117", made.entries, {});
    CHECK(cases->find("ZAAK-2026-0117") == case_id(1));
    CHECK(!cases->find("ZAAK-2026-0118"));
    CHECK(!cases->find(""));
    const auto error =
        error_of([&] { cases->create_case(case_id(2), "ZAAK-2026-0117", other.entries, {}); });
    CHECK(error.code() == "M1709");
    CHECK(error.words().at(0) == case_id(1).hex());
    CHECK(std::string(error.what()).find("ZAAK") == std::string::npos);
    CHECK(cases->cases().size() == 1);
}

TEST_CASE("cases are listed in the order in which they were made") {
    const auto cases = open_register(":memory:");
    for (const int number : {5, 1, 3}) keep_small_case(*cases, number);
    const auto made = small_case(2, cases->id());
    cases->create_case(case_id(2), "ZAAK-2", made.entries, {});
    const std::vector<CaseLine> expected{
        {case_id(5), "", 3}, {case_id(1), "", 3}, {case_id(3), "", 3}, {case_id(2), "ZAAK-2", 3}};
    CHECK(cases->cases() == expected);
}

TEST_CASE("a case that is there twice, or not at all, or empty, is refused by its number") {
    const auto cases = open_register(":memory:");
    const auto made = keep_small_case(*cases);
    const auto code = [](auto run) { return error_of(run).code(); };
    CHECK(code([&] { cases->create_case(case_id(), {}, made.entries, {}); }) == "M1708");
    CHECK(code([&] { cases->read(case_id(2)); }) == "M1707");
    CHECK(code([&] { cases->append(case_id(2), 0, made.entries, {}); }) == "M1707");
    CHECK(code([&] { cases->create_case(case_id(2), {}, {}, {}); }) == "M1711");
    CHECK(code([&] { cases->append(case_id(), 3, {}, {}); }) == "M1711");
}

TEST_CASE("a chain that was begun for another register is not taken in") {
    const auto cases = open_register(":memory:");
    const auto made = small_case();
    CHECK(error_of([&] { cases->create_case(case_id(), {}, made.entries, {}); }).code() == "M1607");
    CHECK(cases->cases().empty());
}

TEST_CASE("the worklist goes by due date, and a case's work is replaced with each append") {
    const auto cases = open_register(":memory:");
    const auto one = small_case(1, cases->id()), two = small_case(2, cases->id());
    const Date monday = Date::of(2026, 6, 8);
    const std::vector first{work("weging", "aandachtsfunctionaris"),
                            work("vastgelegd", "baliemedewerker", monday.plus_days(2))};
    const std::vector second{work("gemeld", "aandachtsfunctionaris", monday)};
    cases->create_case(case_id(1), {}, one.entries, first);
    cases->create_case(case_id(2), {}, two.entries, second);
    CHECK(steps(cases->worklist()) == Steps{"gemeld", "vastgelegd", "weging"});
    CHECK(steps(cases->worklist({case_id(1), "", "", {}})) == Steps{"vastgelegd", "weging"});
    CHECK(steps(cases->worklist({{}, "", "aandachtsfunctionaris", {}})) ==
          Steps{"gemeld", "weging"});
    CHECK(steps(cases->worklist({{}, "", "", monday.plus_days(1)})) == Steps{"gemeld"});
    CHECK(cases->worklist({{}, "stappenplan", "", {}}).empty());

    WorkItem hours = work("acuut", "", monday);
    hours.at = Moment{1780912800000000, 120};
    hours.duty = "melden";
    const std::vector replaced{hours};
    const std::vector entries{more(one.last)};
    cases->append(case_id(1), 3, entries, replaced);
    const std::vector<CaseWork> expected{{case_id(1), hours}};
    CHECK(cases->worklist({case_id(1), "", "", {}}) == expected);
    CHECK(cases->worklist({case_id(1), "", "", {}})[0].item.at->offset_minutes == 120);
}

TEST_CASE("the worklist takes ids only, so no fact can stand in it") {
    const auto cases = open_register(":memory:");
    const auto made = small_case(1, cases->id());
    for (const auto* words : {"Dorpsstraat 1", "Jan Jansen", "weging;", ""}) {
        const std::vector items{work(words, "aandachtsfunctionaris")};
        const auto error =
            error_of([&] { cases->create_case(case_id(), {}, made.entries, items); });
        CHECK(error.code() == "M1714");
        CHECK((*words == '\0' || std::string(error.what()).find(words) == std::string::npos));
    }
    const std::vector nobody{work("weging", "")};
    CHECK_NOTHROW(cases->create_case(case_id(), {}, made.entries, nobody));
}

TEST_CASE("a rulebook is kept by its digest, with the entries that go by it") {
    const auto cases = open_register(":memory:");
    const std::string text = R"({"id":"voorbeeldstad"})", other = R"({"id":"elders"})";
    const Bundle book{sha256(text), text};
    const auto made = small_case(1, cases->id()), next = small_case(2, cases->id());
    CHECK(!cases->get_bundle(book.digest));
    cases->create_case(case_id(1), "ZAAK", made.entries, {}, {}, book);
    cases->create_case(case_id(2), {}, next.entries, {}, {}, book);
    CHECK(cases->get_bundle(book.digest) == text);
    const std::vector one{more(made.last)};
    cases->append(case_id(1), 3, one, {}, {}, Bundle{sha256(other), other});
    CHECK(cases->get_bundle(sha256(other)) == other);
}

TEST_CASE("a rulebook is not kept where the entries are not, nor the entries where it is not") {
    const auto cases = open_register(":memory:");
    const std::string text = R"({"id":"voorbeeldstad"})";
    const Bundle book{sha256(text), text}, wrong{sha256("x"), text};
    const auto made = small_case(1, cases->id()), next = small_case(2, cases->id());
    const std::vector one{more(made.last)};
    const auto append = [&](std::int64_t expected, const Bundle& bundle) {
        cases->append(case_id(1), expected, one, {}, "bericht", bundle);
    };
    const auto create = [&](const Bundle& bundle) {
        cases->create_case(case_id(2), "ZAAK", next.entries, {}, {}, bundle);
    };
    cases->create_case(case_id(1), "ZAAK", made.entries, {});
    CHECK(error_of([&] { create(book); }).code() == "M1709");
    CHECK(error_of([&] { append(2, book); }).code() == "M1710");
    CHECK(error_of([&] { append(3, wrong); }).code() == "M1712");
    CHECK(cases->read(case_id(1)).size() == 3);
    cases->append(case_id(1), 3, one, {}, "bericht");
    append(3, book); // told before: nothing is written
    CHECK(!cases->get_bundle(book.digest));
}

TEST_CASE("cases are listed a few at a time") {
    const auto cases = open_register(":memory:");
    for (const int number : {5, 1, 3}) keep_small_case(*cases, number);
    const auto ids = [&](const std::optional<CaseId>& after, std::int64_t at_most) {
        std::vector<CaseId> out;
        for (const auto& line : cases->cases(after, at_most)) out.push_back(line.id);
        return out;
    };
    CHECK(ids({}, 2) == std::vector{case_id(5), case_id(1)});
    CHECK(ids(case_id(1), 2) == std::vector{case_id(3)});
    CHECK(ids(case_id(3), 2).empty());
    CHECK(error_of([&] { ids(case_id(2), 2); }).code() == "M1707");
}

TEST_CASE("the system's randomness fills any number of bytes, differently each time") {
    SystemRandomness randomness;
    std::vector<std::uint8_t> one(1000), two(1000);
    randomness.fill(one);
    randomness.fill(two);
    CHECK(one != two);
    CHECK(std::vector(one.begin() + 744, one.end()) != std::vector<std::uint8_t>(256));
}
