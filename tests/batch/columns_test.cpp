// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Which columns a fact may stand in, and what becomes of a cell that cannot be read.

#include "batch/support.hpp"
#include "catch.hpp"

using namespace meldroute;

namespace {

struct Said {
    std::string state, outcome, code;

    bool operator==(const Said&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Said& said) {
    return out << said.state << " " << said.outcome << " " << said.code;
}

Said decided(const std::string& outcome) {
    return {"decided", outcome, ""};
}
const Said open{"open", "", ""};
Said wrong(const std::string& code) {
    return {"", "", code};
}

std::vector<Said> said(const RuledTable& ruled) {
    std::vector<Said> out;
    for (const auto& part : ruled.parts())
        for (std::size_t row = 0; row < part->rows; ++row) {
            const auto& column = part->columns.front();
            const auto fault = part->faults.find(row);
            const auto state = column.states[row];
            out.push_back({state ? std::string(word_of(*state)) : "",
                           state == Ruling::State::decided
                               ? ruled.outcomes()[0].json(column.outcomes[row]).dump()
                               : "",
                           fault == part->faults.end() ? "" : fault->second.code});
        }
    return out;
}

/// One decision over a table of one column.
std::vector<Said> over(const std::string& decision, Given column) {
    const Batch batch(kolommen(), asking({decision}));
    const auto rows = column.array->length;
    return said(decide(batch, table(columns(std::move(column)), rows)));
}

/// The number of the fault with which a table of this column is refused.
std::string refusal(Given column, std::vector<std::string> keep = {}) {
    auto request = asking({"helft"});
    request.keep = std::move(keep);
    const Batch batch(kolommen(), request);
    return code_of([&] { decide(batch, table(columns(std::move(column)), 0)); });
}

Buffer bytes_of(auto... values) {
    Buffer buffer;
    const auto add = [&](auto value) {
        const auto* const first = reinterpret_cast<const std::byte*>(&value);
        buffer.insert(buffer.end(), first, first + sizeof value);
    };
    (add(values), ...);
    return buffer;
}

Given plain(const std::string& name, const std::string& format, std::int64_t rows, Buffer values) {
    std::vector<Buffer> buffers(1);
    buffers.push_back(std::move(values));
    return {make_schema(format, name), make_array(rows, 0, std::move(buffers))};
}

} // namespace

TEST_CASE("a number may be a decimal, a whole number, a text, or a float that says what it means",
          "[batch]") {
    const std::vector<Said> half{decided("250.25"), open, decided("0")};
    CHECK(over("helft", numbers("huur", "d:10,2", 16, {50050, {}, 0})) == half);
    CHECK(over("helft", numbers("huur", "d:10,4,64", 8, {5005000, {}, 0})) == half);
    CHECK(over("helft", texts("huur", {"500.5", {}, "0"})) == half);
    CHECK(over("helft", texts("huur", {"500.50", {}, "0.00"})) == half);
    CHECK(over("helft", plain("huur", "g", 2, bytes_of(0.1, 500.5))) ==
          std::vector{decided("0.05"), decided("250.25")});
    CHECK(over("helft", plain("huur", "f", 1, bytes_of(0.1F))) == std::vector{decided("0.05")});
    CHECK(over("helft", plain("huur", "S", 2, bytes_of(std::uint16_t{7}, std::uint16_t{60000}))) ==
          std::vector{decided("3.5"), decided("30000")});
}

TEST_CASE("a number that does not fit is an error of its row", "[batch]") {
    const auto wide = std::uint64_t{1} << 63;
    CHECK(over("helft", plain("huur", "L", 1, bytes_of(wide))) == std::vector{wrong("M1009")});
    CHECK(over("helft", numbers("huur", "d:10,3", 16, {1001, 1000})) ==
          std::vector{wrong("M1008"), decided("0.5")});
    CHECK(over("helft", numbers("huur", "l", 8, {-1, 100'001})) ==
          std::vector{wrong("M1105"), wrong("M1105")});
    CHECK(over("helft", plain("huur", "g", 2, bytes_of(0.1 + 0.2, 1e300))) ==
          std::vector{wrong("M1008"), wrong("M1009")});
    CHECK(over("helft", plain("huur", "g", 1, bytes_of(std::numeric_limits<double>::infinity()))) ==
          std::vector{wrong("M1103")});
    CHECK(over("helft", texts("huur", {"veel", "", "1e3", "1,5"})) ==
          std::vector<Said>(4, wrong("M1008")));
}

TEST_CASE("dates and moments keep their day and their instant", "[batch]") {
    // 2026-01-01 is day 20454; the moment of the decision is 2026-06-01 in Amsterdam.
    const std::int64_t day = 20'454, june = 1'780'264'800;
    const auto recent = [](Given column) {
        const Batch batch(kolommen(), asking({"klasse"}));
        const auto rows = std::size_t(column.array->length);
        Given form = lists(
            "vorm", Cells<std::vector<std::string>>(rows, std::vector<std::string>{"arbeid"}));
        Given acute = booleans("acuut", Cells<bool>(rows, false));
        Given age = numbers("leeftijd", "i", 4, Cells<std::int64_t>(rows, 40));
        Given rent = numbers("huur", "l", 8, Cells<std::int64_t>(rows, 0));
        Given signs =
            lists("tekens", Cells<std::vector<std::string>>(rows, std::vector<std::string>{}));
        return said(
            decide(batch, table(columns(std::move(column), std::move(form), std::move(acute),
                                        std::move(age), std::move(rent), std::move(signs)),
                                std::int64_t(rows))));
    };
    const std::vector<Said> before_and_on{decided("\"laag\""), decided("\"midden\"")};
    CHECK(recent(numbers("gezien-op", "tdD", 4, {day - 1, day})) == before_and_on);
    CHECK(recent(numbers("gezien-op", "tdm", 8, {(day - 1) * 86'400'000, day * 86'400'000})) ==
          before_and_on);
    CHECK(recent(numbers("gezien-op", "tsn:", 8,
                         {(day - 1) * 86'400'000'000'000, day * 86'400'000'000'000})) ==
          before_and_on);
    CHECK(recent(texts("gezien-op", {"2025-12-31", "2026-01-01"})) == before_and_on);
    CHECK(recent(numbers("gezien-op", "tss:", 8, {day * 86'400 + 1})) ==
          std::vector{wrong("M1103")});
    CHECK(recent(texts("gezien-op", {"31-12-2025"})) == std::vector{wrong("M1005")});
    CHECK(recent(numbers("gezien-op", "tdD", 4, {1'000'000})) == std::vector{wrong("M1007")});

    const auto night = [](Given column) {
        const Batch batch(kolommen(), asking({"punten"}));
        const auto rows = column.array->length;
        Given signs = lists("tekens", Cells<std::vector<std::string>>(std::size_t(rows),
                                                                      std::vector<std::string>{}));
        return said(decide(batch, table(columns(std::move(column), std::move(signs)), rows)));
    };
    const std::vector<Said> not_yet_and_then{decided("0"), decided("1")};
    CHECK(night(numbers("ontvangen", "tss:UTC", 8, {june - 1, june})) == not_yet_and_then);
    CHECK(night(numbers("ontvangen", "tsu:+02:00", 8, {june * 1'000'000 - 1, june * 1'000'000})) ==
          not_yet_and_then);
    CHECK(night(texts("ontvangen", {"2026-05-31T23:59:59+02:00", "2026-05-31T22:00:00Z"})) ==
          not_yet_and_then);
    CHECK(night(numbers("ontvangen", "tsn:UTC", 8, {june * 1'000'000'000 + 1})) ==
          std::vector{wrong("M1103")});
}

TEST_CASE("an enum may be a text, or a dictionary whose values are read once", "[batch]") {
    const auto dictionary = [](const Cells<std::string>& values, std::vector<std::int8_t> indices) {
        Buffer buffer;
        for (const auto index : indices) buffer.push_back(std::byte(index));
        Given column = plain("plaats", "c", std::int64_t(indices.size()), std::move(buffer));
        static OwnedSchema schema;
        static OwnedArray array;
        schema = make_schema("u", "");
        array = text_array(values);
        column.schema->dictionary = schema.get();
        column.array->dictionary = array.get();
        return column;
    };
    const Said none{"none", "", ""};
    CHECK(over("geen", texts("plaats", {"woning", "hotel", {}})) ==
          std::vector{decided("true"), none, open});
    CHECK(over("geen", texts("plaats", {"Woning", "kasteel"})) ==
          std::vector<Said>(2, wrong("M1104")));
    CHECK(over("geen", dictionary({"hotel", "woning", "kasteel", {}}, {1, 0, 2, 3, 1})) ==
          std::vector{decided("true"), none, wrong("M1104"), open, decided("true")});
    CHECK(code_of([&] { over("geen", dictionary({"hotel"}, {1})); }) == "M1905");
    CHECK(code_of([&] { over("geen", dictionary({"hotel"}, {-1})); }) == "M1905");
}

TEST_CASE("a list says all; two columns or a structure say what was looked at", "[batch]") {
    using List = std::vector<std::string>;
    const Cells<List> seen{List{"schuld"}, List{}, {}, List{"schuld"}};
    const Cells<List> not_seen{{}, List{"schuld"}, {}, List{"schuld"}};
    // "nu" asks for no sign of debt; danger is known.
    const auto now = [](std::vector<Given> rest) {
        const Batch batch(kolommen(), asking({"nu"}));
        const auto rows = rest.front().array->length;
        rest.push_back(booleans("acuut", Cells<bool>(std::size_t(rows), true)));
        return said(decide(batch, table(std::move(rest), rows)));
    };
    const std::vector<Said> expected{decided("false"), decided("true"), open, wrong("M1110")};
    CHECK(now(columns(lists("tekens.seen", seen), lists("tekens.not-seen", not_seen))) == expected);
    const auto structure = [&] {
        Given both = table(columns(lists("seen", seen), lists("not-seen", not_seen)), 4);
        both.schema->name = "tekens";
        return both;
    };
    CHECK(now(columns(structure())) == expected);
    CHECK(now(columns(lists("tekens.not-seen", not_seen))) ==
          std::vector{open, decided("true"), open, decided("true")});
    CHECK(now(columns(lists("tekens", {List{"schuld"}, List{}, {}, List{"geluk"}}))) ==
          std::vector{decided("false"), decided("true"), open, wrong("M1104")});
}

TEST_CASE("a column of the wrong type, or of no fact, is refused before anything is decided",
          "[batch]") {
    CHECK(refusal(texts("huur", {})) == "");
    CHECK(refusal(booleans("huur", {})) == "M1902");
    CHECK(refusal(numbers("acuut", "c", 4, {})) == "M1902");
    CHECK(refusal(numbers("ontvangen", "tsu:", 8, {})) == "M1902");
    CHECK(refusal(numbers("gezien-op", "tsu:UTC", 8, {})) == "M1902");
    CHECK(refusal(texts("vorm", {})) == "M1902");
    CHECK(refusal(lists("plaats", {})) == "M1902");
    CHECK(refusal(texts("leeftijt", {})) == "M1901");
    CHECK(refusal(texts("leeftijd.seen", {})) == "M1901");
    CHECK(refusal(texts("zaak", {}), {"zaak"}) == "");
    CHECK(refusal(texts("huur", {}), {"zaak"}) == "M1904");
    try {
        const Batch batch(kolommen(), asking({"nu"}));
        decide(batch, table(columns(texts("leeftijt", {})), 0));
        FAIL("it was not refused");
    } catch (const Usage& error) {
        CHECK(error.words() == std::vector<std::string>{"leeftijt", "leeftijd"});
    }
}

TEST_CASE("a batch asks for decisions that are there, once each", "[batch]") {
    const auto asked = [](BatchRequest request) {
        return code_of([&] { Batch(kolommen(), std::move(request)); });
    };
    CHECK(asked(asking({})) == "M1907");
    CHECK(asked(asking({"klase"})) == "M1201");
    CHECK(asked(asking({"klasse", "klasse"})) == "M1903");
    auto request = asking({"klasse"});
    request.threads = 0;
    CHECK(asked(request) == "M1908");
    request.threads = 1;
    request.keep = {"klasse:state"};
    CHECK(asked(request) == "M1903");
}

TEST_CASE("no message of a row holds what stood in it", "[batch]") {
    const Batch batch(kolommen(), asking({"klasse"}));
    const Cells<std::string> secret{"Geheim"};
    for (const auto* fact : {"leeftijd", "huur", "gezien-op", "ontvangen", "duur", "plaats"}) {
        const auto ruled = decide(batch, table(columns(texts(fact, secret)), 1));
        const auto& fault = ruled.parts().front()->faults.at(0);
        CHECK(fault.words.find("Geheim") == std::string::npos);
        CHECK(fault.words.find(fact) != std::string::npos);
    }
}
