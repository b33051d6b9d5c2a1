// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "dice.hpp"
#include "rules/support.hpp"

#include <meldroute/proofs/comparison.hpp>

#include <nlohmann/json.hpp>

#include "proofs/product.hpp"
#include "proofs/shown.hpp"

using namespace meldroute;

namespace {

Json bundle(const std::string& decisions) {
    return Json::parse(R"({"facts": [
        {"id": "leeftijd", "type": "integer", "min": 0, "max": 120, "label": "leeftijd"},
        {"id": "sector", "type": "enum", "values": ["hotel", "bouw", "teelt"], "label": "sector"},
        {"id": "tekens", "type": "checklist", "items": ["a", "b", "c", "d"], "label": "tekens"}],
        "decisions": [)" +
                       decisions + "]}");
}

std::string klasse(const std::string& rows) {
    return R"({"id": "klasse", "label": "klasse", "take": "first",
        "outcome": {"type": "enum", "values": ["laag", "hoog"]}, "rows": [)" +
           rows + R"(], "else": "laag"})";
}

const std::string aantal =
    R"({"id": "aantal", "label": "aantal", "take": "count", "outcome": {"type": "integer", "min": 0, "max": 9},
    "rows": [{"id": "a", "when": {"tekens": "seen a"}}, {"id": "b", "when": {"tekens": "seen b"}},
             {"id": "c", "when": {"tekens": "seen c"}}, {"id": "d", "when": {"tekens": "seen d"}}]})";

/// "klasse: words | conditions; before → after {witness}".
std::vector<std::string> said(const Json& before, const Json& after) {
    std::vector<std::string> out;
    for (const auto& change : compare(before, after).decisions) {
        std::string words = change.decision + ":";
        for (const auto& edit : change.words) words += " " + edit.nl;
        for (const auto& difference : change.differences) {
            words += " |";
            for (const auto& condition : difference.conditions) words += " " + condition.nl + ";";
            words += " " + difference.before->dump() + " → " + difference.after->dump() + " " +
                     difference.witness->dump();
        }
        out.push_back(words + (change.complete ? "" : " …"));
    }
    return out;
}

using Said = std::vector<std::string>;

Json random_rows(Dice& dice) {
    static const std::vector<std::string> sectors{"hotel", "bouw", "teelt"};
    Json rows = Json::array();
    for (int i = 1 + dice.below(4); i > 0; --i) {
        Json when = Json::object();
        if (dice.coin())
            when["leeftijd"] = (dice.coin() ? "< " : ">= ") + std::to_string(1 + dice.below(4));
        if (dice.coin()) when["sector"] = dice.of(sectors);
        if (dice.below(3) == 0) when["tekens"] = dice.coin() ? "seen a" : "not-seen b";
        if (dice.below(3) == 0) when["aantal"] = ">= " + std::to_string(1 + dice.below(2));
        rows.push_back({{"id", "r" + std::to_string(i)},
                        {"when", when},
                        {"then", dice.coin() ? "hoog" : "laag"}});
    }
    return rows;
}

/// Every situation of these facts that a table can tell apart.
std::vector<Json> situations() {
    std::vector<Json> out;
    for (int age = 0; age < 6; ++age)
        for (const auto* sector : {"hotel", "bouw", "teelt"})
            for (int signs = 0; signs < 16; ++signs) {
                Json seen = Json::array();
                for (int i = 0; i < 4; ++i)
                    if ((signs >> i & 1) != 0) seen.push_back(std::string(1, char('a' + i)));
                out.push_back({{"leeftijd", age}, {"sector", sector}, {"tekens", seen}});
            }
    return out;
}

std::int64_t value_of(const Merged& merged, const Axis& axis, const Json& facts) {
    const Book& book = merged.book();
    Situation situation(merged.vocabulary);
    situation.tell(JsonNode::wrap(facts, ""));
    if (axis.variable.of == Variable::Of::outcome)
        return rule(*merged.decisions, book.decisions[axis.variable.index].id, facts)
            .outcome->get<std::int64_t>();
    const Slot& slot = situation[axis.variable.index];
    return axis.variable.member < 0 ? slot.value
                                    : std::int64_t(slot.seen >> axis.variable.member & 1);
}

bool lies_in(const Merged& merged, const Axes& axes, const Region& box, const Json& facts) {
    for (std::size_t i = 0; i < box.size(); ++i) {
        const Axis& axis = axes.all()[i];
        const auto value = value_of(merged, axis, facts);
        bool in = false;
        box[i].each([&](std::size_t c) {
            for (const auto& [low, high] : axis.classes[c].values)
                in |= low <= value && value <= high;
        });
        if (!in) return false;
    }
    return true;
}

} // namespace

TEST_CASE("a bound that moves is said in words, with exactly who it touches", "[proofs][compare]") {
    CHECK(
        said(
            bundle(klasse(
                R"({"id": "kind", "when": {"leeftijd": "< 18", "sector": "hotel"}, "then": "hoog"})")),
            bundle(klasse(
                R"({"id": "kind", "when": {"leeftijd": "< 21", "sector": "hotel"}, "then": "hoog"})"))) ==
        Said{
            R"(klasse: rij kind: grens van «leeftijd» van 17 naar 20 | «leeftijd» ligt van 18 tot en met 20; «sector» is hotel; "laag" → "hoog" {"leeftijd":18,"sector":"hotel"})"});
}

TEST_CASE("what is the same is not mentioned", "[proofs][compare]") {
    const auto same =
        bundle(klasse(R"({"id": "kind", "when": {"leeftijd": "< 18"}, "then": "hoog"})"));
    CHECK(said(same, same).empty());
    CHECK(said(same, bundle(klasse(
                         R"({"id": "kind", "when": {"leeftijd": "0..17"}, "then": "hoog"})"))) ==
          Said{"klasse:"}); // edited, and no situation differs
}

TEST_CASE("a difference is said of the decision that it goes by, not of all that lies below",
          "[proofs][compare]") {
    CHECK(
        said(bundle(aantal + "," +
                    klasse(R"({"id": "veel", "when": {"aantal": ">= 2"}, "then": "hoog"})")),
             bundle(aantal + "," +
                    klasse(R"({"id": "veel", "when": {"aantal": ">= 3"}, "then": "hoog"})"))) ==
        Said{
            R"(klasse: rij veel: grens van «aantal» van 2 naar 3 | «aantal» is 2; "hoog" → "laag" {"tekens":["c","d"]})"});
}

TEST_CASE("a decision that stands on a changed one differs too", "[proofs][compare]") {
    const auto rows = klasse(R"({"id": "jong", "when": {"kind": true}, "then": "hoog"})");
    const auto kind = [](const std::string& cell) {
        return R"({"id": "kind", "label": "kind", "outcome": {"type": "boolean"}, "rows": [{"id": "r", "when": {"leeftijd": ")" +
               cell + R"("}, "then": true}], "else": false})";
    };
    CHECK(
        said(bundle(kind("< 18") + "," + rows), bundle(kind("< 17") + "," + rows)) ==
        Said{
            R"(kind: rij r: grens van «leeftijd» van 17 naar 16 | «leeftijd» is 17; true → false {"leeftijd":17})",
            R"(klasse: zelf niet veranderd, maar rust op kind | «leeftijd» is 17; "hoog" → "laag" {"leeftijd":17})"});
}

TEST_CASE("the situations that differ are exactly those of brute force, and no condition can go",
          "[proofs][compare][property]") {
    const auto all = situations();
    Dice dice(11);
    for (int i = 0; i < 60; ++i) {
        const auto with = [&](Json rows) {
            auto out = bundle(aantal + "," + klasse(""));
            out["decisions"][1]["rows"] = std::move(rows);
            return out;
        };
        const Json before = with(random_rows(dice)), after = with(random_rows(dice));
        const auto merged = merge(before, after);
        if (merged->pairs.empty()) continue;
        const auto& pair = merged->pairs.front();
        const Axes axes(*merged, pair);
        Product product(*merged, pair, axes, std::nullopt);
        bool complete = true;
        const auto found = boxes(product, axes, {}, complete);
        REQUIRE(complete);
        std::vector<int> alone(found.size());
        for (const auto& facts : all) {
            const auto says = [&](const std::string& id) {
                return *rule(*merged->decisions, id, facts).outcome;
            };
            std::vector<std::size_t> in;
            for (std::size_t b = 0; b < found.size(); ++b)
                if (lies_in(*merged, axes, found[b], facts)) in.push_back(b);
            CAPTURE(facts.dump());
            REQUIRE((says("klasse") != says("oud.klasse")) == !in.empty());
            if (in.size() == 1) ++alone[in.front()];
        }
        for (const int count : alone) CHECK(count > 0); // each says something that no other says
    }
}
