// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Random books that use all there is: every hit policy, cells on facts of all types and on other
// decisions, `unknown`, `else`, expressions. The same books on every machine.

#pragma once

#include "dice.hpp"
#include "rules/support.hpp"

#include <string>
#include <vector>

namespace meldroute::inline v0 {

class RandomBook {
public:
    explicit RandomBook(Dice& dice) : dice_(dice) {
        for (int i = 2 + dice.below(4); i >= 0; --i) add();
    }

    Json json() const { return {{"facts", facts()}, {"decisions", decisions_}}; }

private:
    using Words = std::vector<std::string>;

    static Json facts() {
        return {
            {{"id", "leeftijd"}, {"type", "integer"}, {"min", 0}, {"max", 7}},
            {{"id", "bedrag"}, {"type", "number"}, {"decimals", 1}, {"min", -900}, {"max", 900}},
            {{"id", "gevaar"}, {"type", "boolean"}},
            {{"id", "kleur"}, {"type", "enum"}, {"values", {"rood", "groen", "blauw"}}},
            {{"id", "dag"}, {"type", "date"}},
            {{"id", "plaats"}, {"type", "text"}},
            {{"id", "vormen"}, {"type", "set"}, {"values", {"een", "twee", "drie"}}},
            {{"id", "signalen"}, {"type", "checklist"}, {"items", {"een", "twee", "drie"}}},
        };
    }

    std::string number() { return std::to_string(1 + dice_.below(6)); }

    Json cell_on_fact(std::string& id) {
        static const Words ids{"leeftijd", "bedrag", "gevaar", "kleur",
                               "dag",      "plaats", "vormen", "signalen"};
        id = dice_.of(ids);
        if (dice_.below(8) == 0) return "unknown";
        const std::string sign = dice_.of(Words{"< ", ">= ", "<= ", "> "});
        if (id == "leeftijd") return dice_.coin() ? sign + number() : number() + "..7";
        if (id == "bedrag") return sign + number() + ".5";
        if (id == "gevaar") return dice_.coin();
        if (id == "kleur")
            return dice_.coin() ? Json(dice_.of(Words{"rood", "not groen"}))
                                : Json(Words{"blauw", "rood"});
        if (id == "dag") return sign + "2026-03-0" + std::to_string(1 + dice_.below(7));
        if (id == "plaats")
            return dice_.coin() ? Json(dice_.of(Words{"Zutphen", "not Zutphen"}))
                                : Json(Words{"Deventer", "Olst"});
        const auto item = dice_.of(Words{"een", "twee", "drie"});
        if (id == "vormen") return (dice_.coin() ? "has " : "not has ") + item;
        return (dice_.coin() ? "seen " : "not-seen ") + item;
    }

    Json cell_on_decision(const Json& decision) {
        const auto type = decision["outcome"]["type"].get<std::string>();
        if (type == "boolean") return dice_.coin();
        if (type == "integer") return dice_.of(Words{"< ", ">= "}) + number();
        if (type == "enum")
            return dice_.coin() ? Json(dice_.of(Words{"laag", "not midden"}))
                                : Json(Words{"hoog", "midden"});
        return dice_.of(Words{"has ", "not has "}) + dice_.of(Words{"a", "b", "c"});
    }

    Json when() {
        Json out = Json::object();
        for (int i = dice_.below(4); i > 0; --i) {
            std::string id;
            if (!decisions_.empty() && dice_.below(4) == 0) {
                const Json& decision = decisions_[std::size_t(dice_.below(int(decisions_.size())))];
                out[decision["id"].get<std::string>()] = cell_on_decision(decision);
            } else {
                const Json cell = cell_on_fact(id);
                out[id] = cell;
            }
        }
        return out;
    }

    Json then(const std::string& type) {
        if (type == "boolean") return dice_.coin();
        if (type == "integer") return dice_.below(5) - 1;
        if (type == "enum") return dice_.of(Words{"laag", "midden", "hoog"});
        Json out = Json::array();
        for (const auto* member : {"a", "b", "c"})
            if (dice_.coin()) out.push_back(member);
        return out;
    }

    Json table(const std::string& type) {
        Words takes{"first", "only-one", "all-agree"};
        if (type == "integer") takes.insert(takes.end(), {"sum", "min", "max", "count"});
        if (type == "enum") takes.insert(takes.end(), {"highest", "highest", "highest"});
        if (type == "set") takes.insert(takes.end(), {"all", "all", "all-ranked"});
        Json out{{"take", dice_.of(takes)}, {"rows", Json::array()}};
        const int size = dice_.below(6) == 0 ? 70 + dice_.below(250) : 1 + dice_.below(6);
        const bool one_outcome = dice_.below(4) == 0;
        const Json always = then(type);
        for (int i = 0; i < size; ++i) {
            Json conditions = when();
            while (size > 10 && conditions.size() < 2) conditions = when();
            Json row{{"id", "r" + std::to_string(i)}, {"when", conditions}};
            if (out["take"] != "count") row["then"] = one_outcome ? always : then(type);
            out["rows"].push_back(row);
        }
        if (dice_.below(3) == 0) out["else"] = then(type);
        return out;
    }

    Json term() {
        static const Words numbers{"leeftijd", "bedrag"};
        for (const auto& decision : decisions_)
            if (decision["outcome"]["type"] == "integer" && dice_.coin())
                return {{"var", decision["id"]}};
        return dice_.coin() ? Json(dice_.below(4)) : Json{{"var", dice_.of(numbers)}};
    }

    Json truth(int depth) {
        const auto two = [&](auto one) { return Json::array({one(), one()}); };
        switch (dice_.below(depth > 0 ? 8 : 4)) {
        case 0: return {{"<", {{{"var", "leeftijd"}}, dice_.below(7)}}};
        case 1: return {{"var", "gevaar"}};
        case 2: return {{"in", {"twee", {{"var", "signalen"}}}}};
        case 3: return {{"==", {{{"var", "kleur"}}, "groen"}}};
        case 4: return {{"<", {sum(depth - 1), sum(depth - 1)}}};
        case 5: return {{"and", two([&] { return truth(depth - 1); })}};
        case 6: return {{"or", two([&] { return truth(depth - 1); })}};
        default: return {{"!", {truth(depth - 1)}}};
        }
    }

    Json sum(int depth) {
        if (depth <= 0) return term();
        static const Words signs{"+", "-", "*", "/", "min", "max"};
        if (dice_.below(5) == 0) return {{"count", {{{"var", "vormen"}}}}};
        if (dice_.below(5) == 0)
            return {{"if", {truth(depth - 1), sum(depth - 1), sum(depth - 1)}}};
        return {{dice_.of(signs), {sum(depth - 1), sum(depth - 1)}}};
    }

    void add() {
        static const Words types{"boolean", "integer", "enum", "set"};
        const auto type = dice_.of(types);
        Json out = Json::object();
        if (dice_.below(4) == 0 && (type == "boolean" || type == "integer"))
            out["value"] = type == "boolean" ? truth(2) : sum(2);
        else
            out = table(type);
        out["id"] = "d" + std::to_string(decisions_.size());
        out["outcome"] = {{"type", type}};
        if (type == "enum") out["outcome"]["values"] = {"laag", "midden", "hoog"};
        if (type == "set") out["outcome"]["values"] = {"a", "b", "c"};
        decisions_.push_back(std::move(out));
    }

    Dice& dice_;
    std::vector<Json> decisions_;
};

/// Facts for such a book: each told or not, of a set each member.
inline Json random_facts(Dice& dice, bool all = false) {
    Json out = Json::object();
    const int unknown = all || dice.below(3) == 0 ? 0 : dice.below(6);
    const auto told = [&] { return dice.below(8) >= unknown; };
    if (told()) out["leeftijd"] = dice.below(8);
    if (told()) out["bedrag"] = double(dice.below(160) - 20) / 10;
    if (told()) out["gevaar"] = dice.coin();
    if (told()) out["kleur"] = dice.of(std::vector<std::string>{"rood", "groen", "blauw"});
    if (told()) out["dag"] = "2026-03-0" + std::to_string(1 + dice.below(9));
    if (told()) out["plaats"] = dice.of(std::vector<std::string>{"Zutphen", "Olst", "Epe"});
    for (const auto* id : {"vormen", "signalen"}) {
        Json seen = Json::array(), not_seen = Json::array();
        for (const auto* item : {"een", "twee", "drie"})
            if (told()) (dice.coin() ? seen : not_seen).push_back(item);
        if (!seen.empty() || !not_seen.empty()) out[id] = {{"seen", seen}, {"not-seen", not_seen}};
    }
    return out;
}

} // namespace meldroute::inline v0
