// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The least change against brute force: every other world is tried, and the smallest number of
// facts that must differ is counted.

#include "catch.hpp"
#include "rules/random_case.hpp"

#include <map>

using namespace meldroute;
using namespace meldroute::random_case;

namespace {

using Atoms = std::set<std::string>; ///< "a", "b", "c", "s.een", "s.twee"

const std::vector<std::string> names{"a", "b", "c", "s.een", "s.twee"};
const Audience everything{Lang::nl, Sees::everything()};

std::array<int, 5> values(const World& w) {
    return {w.a, w.b, w.c, w.s1, w.s2};
}

World world(const std::array<int, 5>& v) {
    return {v[0], v[1] == 1, v[2], v[3] == 1, v[4] == 1};
}

class Brute {
public:
    Brute(const Case& one, std::function<bool(const std::set<int>&)> goal)
        : one_(one), goal_(std::move(goal)) {}

    /// What all completions give when the known facts are those of `w`.
    std::set<int> outcomes(const World& w) const {
        Case other = one_;
        other.told = w;
        std::set<int> out;
        for (const auto& completion : other.completions()) out.insert(one_.decide(completion));
        return out;
    }
    bool meets(const World& w) const { return goal_(outcomes(w)); }

    /// By the known facts that differ, all worlds that meet the goal with so many.
    std::map<Atoms, std::vector<World>> least() const {
        for (int size = 1; size <= 3; ++size) {
            std::map<Atoms, std::vector<World>> found;
            for (int i = 0; i < 4 * 2 * 3 * 2 * 2; ++i) {
                const World w{i % 4, i / 4 % 2 == 1, i / 8 % 3, i / 24 % 2 == 1, i / 48 == 1};
                const auto atoms = differing(w);
                if (atoms && int(atoms->size()) == size && meets(w)) found[*atoms].push_back(w);
            }
            if (!found.empty()) return found;
        }
        return {};
    }

    /// None when a fact that is not known would differ.
    std::optional<Atoms> differing(const World& w) const {
        const auto now = values(one_.told), then = values(w);
        Atoms out;
        for (std::size_t i = 0; i < now.size(); ++i) {
            if (now[i] == then[i]) continue;
            if (!one_.known[i]) return {};
            out.insert(names[i]);
        }
        return out;
    }

    /// Whether one is nowhere farther and somewhere nearer: numbers by distance, colours by order.
    bool nearer(const World& a, const World& b) const {
        const auto away = [&](const World& w) { return std::abs(w.a - one_.told.a); };
        return away(a) <= away(b) && a.c <= b.c && (away(a) < away(b) || a.c < b.c);
    }

private:
    const Case& one_;
    std::function<bool(const std::set<int>&)> goal_;
};

World changed(const Case& one, const Alternative& alternative) {
    auto v = values(one.told);
    for (const auto& change : alternative.changes) {
        if (change.fact == "a") v[0] = change.to->get<int>();
        if (change.fact == "b") v[1] = change.to->get<bool>();
        if (change.fact == "c")
            v[2] = int(std::find(colours.begin(), colours.end(), *change.to) - colours.begin());
        if (change.fact == "s") v[change.item == "een" ? 3 : 4] = change.to->get<bool>();
    }
    return world(v);
}

void compare(const Case& one, const Brute& brute, const LeastChange& least) {
    const auto expected = brute.least();
    std::set<Atoms> wanted, got;
    for (const auto& [atoms, worlds] : expected) wanted.insert(atoms);
    bool nearest = true;
    for (const auto& alternative : least.found) {
        const World w = changed(one, alternative);
        const auto atoms = brute.differing(w);
        nearest = nearest && atoms && brute.meets(w);
        if (!nearest) break;
        got.insert(*atoms);
        for (const auto& other :
             expected.count(*atoms) ? expected.at(*atoms) : std::vector<World>{})
            nearest = nearest && !brute.nearer(other, w);
    }
    if (got == wanted && nearest && least.complete && got.size() == least.found.size()) return;
    CAPTURE(one.json().dump(), one.facts.dump(), least.json().dump(), wanted, nearest);
    FAIL_CHECK("the least change differs from brute force");
}

const SmallBook& book() {
    static const SmallBook book(std::string(R"({
      "facts": [
        {"id": "leeftijd", "type": "integer", "min": 0, "max": 120, "personal": "ordinary", "label": {"nl": "Leeftijd", "en": "Age"}},
        {"id": "sector", "type": "enum", "values": ["hotel", "kas", "winkel"], "label": "Sector"},
        {"id": "tekens", "type": "checklist", "items": ["papieren", "schuld"], "label": "Wat is gezien?"},
        {"id": "bedrag", "type": "number", "decimals": 2, "min": 0, "max": 1000000, "label": "Bedrag"},
        {"id": "naam", "type": "text", "label": "Naam"}
      ],
      "decisions": [
        {"id": "klasse", "outcome": {"type": "enum", "values": ["laag", "middel", "hoog"]}, "take": "first",
         "rows": [
           {"id": "jong", "when": {"leeftijd": "14..17"}, "then": "hoog"},
           {"id": "winkel", "when": {"sector": "winkel", "tekens": "seen schuld"}, "then": "middel"},
           {"id": "overig", "then": "laag"}]},
        {"id": "duur", "outcome": {"type": "boolean"}, "value": {">=": [{"*": [{"var": "bedrag"}, 1.5]}, 100]}},
        {"id": "gelijk", "outcome": {"type": "boolean"}, "take": "first",
         "rows": [{"id": "x", "when": {"naam": ["x", "y"]}, "then": true}], "else": false},
        {"id": "vast", "outcome": {"type": "boolean"}, "take": "first", "rows": [{"id": "r", "then": true}]}
      ]})"));
    return book;
}

LeastChange least(const std::string& decision, const Json& facts, const Audience& audience,
                  const Json* towards = nullptr) {
    const auto situation = book().situation(facts);
    const auto ruling = book().decisions->rule(decision, situation);
    return book().decisions->least_change(ruling, situation, audience, towards);
}

} // namespace

TEST_CASE("the least change equals brute force", "[rules][property]") {
    Dice dice{7};
    for (int i = 0, cases = cases_or(3000); i < cases; ++i) {
        const Case one(dice);
        const SmallBook random(JsonNode::wrap(one.json(), "geval"));
        const auto situation = random.situation(one.facts);
        const auto ruling = random.decisions->rule("d", situation);

        const int target = dice.below(3);
        const Brute to_there(one, [&](const auto& all) { return all == std::set{target}; });
        const Json wanted(target);
        if (!to_there.meets(one.told))
            compare(one, to_there,
                    random.decisions->least_change(ruling, situation, everything, &wanted));

        const auto now = Brute(one, {}).outcomes(one.told);
        const auto found = random.decisions->least_change(ruling, situation, everything);
        if (now.size() > 1) {
            CHECK(found.found.empty());
            continue;
        }
        const Brute away(one, [&](const std::set<int>& all) {
            return all.size() == 1 && all != now && !all.count(nothing) && !all.count(clash);
        });
        compare(one, away, found);
    }
}

TEST_CASE("the nearest value goes first, and every change is one that was tried", "[rules][why]") {
    const Json facts{{"leeftijd", 30}, {"sector", "kas"}, {"tekens", {{"seen", {"schuld"}}}}};
    const auto found = least("klasse", facts, everything);
    REQUIRE(found.found.size() == 2);
    CHECK(found.text() ==
          "Als «Leeftijd» 17 was in plaats van 30, dan was de uitkomst: hoog.\n"
          "Als «Sector» winkel was in plaats van kas, dan was de uitkomst: middel.\n");
    const Json child{{"leeftijd", 15}, {"sector", "kas"}, {"tekens", {{"seen", {"schuld"}}}}};
    CHECK(*least("klasse", child, everything).found.front().changes.front().to == 13);
}

TEST_CASE("one can ask how a certain outcome would have come", "[rules][why]") {
    const Json facts{{"leeftijd", 30}, {"sector", "kas"}, {"tekens", {{"not-seen", {"schuld"}}}}};
    const Json middle("middel"), low("laag");
    const auto found = least("klasse", facts, everything, &middle);
    REQUIRE(found.found.size() == 1);
    CHECK(found.text() == "Als «Sector» winkel was in plaats van kas en bij «Wat is gezien» ook "
                          "«schuld» was gezien, dan was de uitkomst: middel.\n");
    CHECK(least("klasse", facts, everything, &low).found.empty()); // it is so already
    const Json wrong("zwaar");
    CHECK_THROWS_AS(least("klasse", facts, everything, &wrong), RulebookError);
}

TEST_CASE("a limit is found where arithmetic reads a wide number", "[rules][why]") {
    const auto found = least("duur", {{"bedrag", 10}}, everything);
    REQUIRE(found.found.size() == 1);
    CHECK(*found.found.front().changes.front().to == Json(66.67));
    CHECK(found.complete);
}

TEST_CASE("a text becomes one that a rule names, or any other", "[rules][why]") {
    CHECK(*least("gelijk", {{"naam", "z"}}, everything).found.front().changes.front().to == "x");
    CHECK(*least("gelijk", {{"naam", "y"}}, everything).found.front().changes.front().to == "…");
}

TEST_CASE("what cannot be otherwise is said to be so", "[rules][why]") {
    CHECK(least("vast", Json::object(), everything).text() ==
          "Geen verandering van hoogstens drie bekende feiten maakt de uitkomst anders.\n");
}

TEST_CASE("who may see no personal data is not told what would change by them", "[rules][why]") {
    const auto found = least("klasse", {{"leeftijd", 30}, {"sector", "kas"}}, {Lang::nl, {}});
    CHECK(found.withheld);
    CHECK(found.found.empty());
    CHECK_FALSE(least("duur", {{"bedrag", 10}}, {Lang::nl, {}}).withheld);
}

TEST_CASE("of a list a field of one record is changed, and never how many there are",
          "[rules][why]") {
    const SmallBook book(R"({"facts": [
        {"id": "personen", "type": "list", "max": 3, "label": "Personen", "fields": [
            {"id": "leeftijd", "type": "integer", "min": 0, "max": 120, "label": "Leeftijd"}]}],
      "decisions": [{"id": "kind", "outcome": {"type": "boolean"},
        "value": {"some": [{"var": "personen"}, {"<": [{"var": "leeftijd"}, 18]}]}}]})");
    const auto least = [&](const Json& records) {
        Situation situation(*book.vocabulary);
        situation.tell(JsonNode::wrap(Json{{"personen", records}}, ""));
        return book.decisions->least_change(book.decisions->rule("kind", situation), situation,
                                            everything);
    };
    const auto found = least({{{"leeftijd", 40}}, {{"leeftijd", 12}}});
    REQUIRE(found.found.size() == 1);
    const auto& change = found.found.front().changes.front();
    CHECK(change.fact == "personen");
    CHECK(change.item == "2.leeftijd");
    CHECK(*change.to == 18);
    CHECK(least(Json::array()).found.empty());
}
