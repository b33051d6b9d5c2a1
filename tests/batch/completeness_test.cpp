// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A batch says of every row what deciding that row alone says.

#include "batch/support.hpp"
#include "catch.hpp"
#include "dice.hpp"

using namespace meldroute;

namespace {

const std::vector<std::string> every{"klasse", "nu", "helft", "punten", "wie", "geen", "tekst"};

/// Reports with facts missing, wrong and right, as objects and as the cells of columns.
class Reports {
public:
    explicit Reports(unsigned seed) : dice_(seed) {}

    std::vector<Json> rows;

    Given arrow(std::size_t count) {
        const auto from = rows.size();
        rows.resize(from + count, Json::object());
        now_ = {rows.begin() + std::ptrdiff_t(from), rows.end()};
        auto all = columns(truths("acuut"), ages(), rents(), days(), moments(), spans(),
                           words("toelichting", {"niets", "iets", ""}),
                           words("plaats", {"hotel", "camping", "woning", "kasteel"}), forms(),
                           signs("tekens.seen", "seen"), signs("tekens.not-seen", "not-seen"));
        std::copy(now_.begin(), now_.end(), rows.begin() + std::ptrdiff_t(from));
        return table(std::move(all), std::int64_t(count));
    }

private:
    int pick(int below) { return dice_.below(below); }
    bool missing() { return pick(4) == 0; }

    /// A column of what `draw` gives, where it is not missing.
    template <class T>
    Cells<T> cells(const std::string& fact, const std::function<T()>& draw,
                   const std::function<Json(const T&)>& json) {
        Cells<T> out;
        for (auto& row : now_) {
            out.push_back(missing() ? std::nullopt : std::optional<T>(draw()));
            row[fact] = out.back() ? json(*out.back()) : Json();
        }
        return out;
    }

    Given truths(const std::string& fact) {
        return booleans(fact,
                        cells<bool>(
                            fact, [&] { return pick(2) == 1; }, [](bool b) { return Json(b); }));
    }
    Given counted(const std::string& fact, const std::string& format, std::size_t bytes,
                  const std::function<std::int64_t()>& draw,
                  const std::function<Json(const std::int64_t&)>& json) {
        return numbers(fact, format, bytes, cells<std::int64_t>(fact, draw, json));
    }
    Given ages() {
        return counted(
            "leeftijd", "i", 4, [&] { return pick(126) - 3; },
            [](std::int64_t n) { return Json(n); });
    }
    Given rents() {
        return counted(
            "huur", "d:19,3", 16, [&] { return pick(1000) * 1000 + pick(200) * 5; },
            [](std::int64_t n) {
                return Json(Decimal{n, 3}.text());
            });
    }
    Given days() {
        return counted(
            "gezien-op", "tdD", 4, [&] { return 20'400 + pick(200); },
            [](std::int64_t n) { return Json(Date{std::int32_t(n)}.iso()); });
    }
    Given moments() {
        return counted(
            "ontvangen", "tsm:Europe/Amsterdam", 8,
            [&] { return 1'780'000'000'000 + pick(1'000'000'000); },
            [](std::int64_t n) {
                return Json(Moment{n * 1000, 0}.iso());
            });
    }
    Given spans() {
        return counted(
            "duur", "tDs", 8, [&] { return pick(40) * 86'400; },
            [](std::int64_t n) { return Json("P" + std::to_string(n / 86'400) + "D"); });
    }
    Given words(const std::string& fact, const std::vector<std::string>& choice) {
        return texts(fact, cells<std::string>(
                               fact, [&] { return choice[std::size_t(pick(int(choice.size())))]; },
                               [](const std::string& s) { return Json(s); }));
    }
    std::vector<std::string> subset(const std::vector<std::string>& of) {
        std::vector<std::string> out;
        for (const auto& each : of)
            if (pick(2) == 1) out.push_back(each);
        return out;
    }
    Given forms() {
        using List = std::vector<std::string>;
        return lists("vorm", cells<List>(
                                 "vorm",
                                 [&] {
                                     return subset({"arbeid", "seksueel", "crimineel"});
                                 },
                                 [](const List& l) { return Json(l); }));
    }
    Given signs(const std::string& column, const std::string& part) {
        using List = std::vector<std::string>;
        Cells<List> out;
        for (auto& row : now_) {
            out.push_back(missing() ? std::nullopt
                                    : std::optional(subset({"schuld", "geen-pas", "opgesloten"})));
            // Mostly what was seen is not also said to be not seen.
            if (part == "not-seen" && out.back() && pick(4) != 0) out.back()->clear();
            if (out.back()) row["tekens"][part] = *out.back();
        }
        return lists(column, out);
    }

    Dice dice_;
    std::vector<Json> now_;
};

/// What deciding a report alone says, in the words of to_text below.
std::string alone(const Json& facts) {
    Situation situation(kolommen()->vocabulary());
    std::string out;
    try {
        situation.tell(JsonNode::wrap(facts, ""));
        for (const auto& decision : every) {
            const auto ruling = kolommen()->decisions().rule(decision, situation);
            out += std::string(word_of(ruling.state)) + " " + ruling.outcome->dump();
            for (const auto& needed : ruling.needed) out += " " + needed.fact;
            out += "; ";
        }
    } catch (const Error& error) {
        return error.code();
    }
    return out;
}

std::string to_text(const RuledTable& ruled, const Rulings& part, std::size_t row) {
    const auto fault = part.faults.find(row);
    if (fault != part.faults.end()) return fault->second.code;
    std::string out;
    for (std::size_t i = 0; i < part.columns.size(); ++i) {
        const auto& column = part.columns[i];
        const bool decided = column.states[row] == Ruling::State::decided;
        out += std::string(word_of(column.states[row].value())) + " ";
        out += decided ? ruled.outcomes()[i].json(column.outcomes[row]).dump() : "null";
        for (const auto& fact : column.needed[row]) out += " " + fact;
        out += "; ";
    }
    return out;
}

std::vector<std::string> to_text(const RuledTable& ruled) {
    std::vector<std::string> out;
    for (const auto& part : ruled.parts())
        for (std::size_t row = 0; row < part->rows; ++row)
            out.push_back(to_text(ruled, *part, row));
    return out;
}

} // namespace

TEST_CASE("a batch says of each row what deciding that row alone says", "[batch]") {
    BatchRequest request = asking(every);
    request.needed = true;
    request.threads = 3;
    const Batch batch(kolommen(), request);
    for (unsigned seed = 0; seed < 8; ++seed) {
        Reports reports(seed);
        const auto ruled = to_text(decide(batch, reports.arrow(100)));
        REQUIRE(ruled.size() == 100);
        std::size_t faults = 0;
        for (std::size_t row = 0; row < ruled.size(); ++row) {
            INFO(reports.rows[row].dump());
            CHECK(ruled[row] == alone(reports.rows[row]));
            if (ruled[row].starts_with("M")) ++faults;
        }
        CHECK(faults > 0);
        CHECK(faults < 100);
    }
}

TEST_CASE("any number of threads and arrays gives the same rows in the same order", "[batch]") {
    std::vector<std::vector<std::string>> all;
    for (const int threads : {1, 2, 7}) {
        BatchRequest request = asking({"klasse", "punten"});
        request.threads = threads;
        request.needed = true;
        const Batch batch(kolommen(), request);
        Reports reports(7);
        Given first = reports.arrow(40), second = reports.arrow(0), third = reports.arrow(300);
        std::vector<OwnedArray> arrays;
        for (auto* each : {&first, &second, &third}) arrays.push_back(std::move(each->array));
        Stream stream(std::move(first.schema), std::move(arrays));
        all.push_back(to_text(decide_table(batch, *stream)));
        CHECK(stream.released == 1);
        CHECK(all.back().size() == 340);
    }
    CHECK(all[0] == all[1]);
    CHECK(all[0] == all[2]);
}
