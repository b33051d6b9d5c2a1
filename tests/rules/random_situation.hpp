// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Small random books that use the whole language, each with a report that leaves at most so many
// completions open: what brute force can go through.

#pragma once

#include "rules/random_expression.hpp"

namespace meldroute::inline v0 {

class RandomSituation {
public:
    static constexpr int most_completions = 400;

    explicit RandomSituation(Dice& dice) : dice_(dice) {
        for (const auto& fact : all_facts())
            if (dice_.below(5) < 3) facts_.push_back(fact);
        if (facts_.empty()) facts_.push_back(all_facts().front());
        for (int i = dice_.below(3); i >= 0; --i) add(i == 0);
        tell();
    }

    Json book() const { return {{"facts", facts_}, {"decisions", decisions_}}; }
    const Json& facts() const { return told_; }
    static constexpr const char* asked = "d0";

private:
    using Words = std::vector<std::string>;

    static Json all_facts() {
        return {
            {{"id", "a"}, {"type", "integer"}, {"min", 0}, {"max", 3}},
            {{"id", "n"}, {"type", "number"}, {"decimals", 1}, {"min", -0.1}, {"max", 0.2}},
            {{"id", "b"}, {"type", "boolean"}},
            {{"id", "c"}, {"type", "enum"}, {"values", {"rood", "groen", "blauw"}}},
            {{"id", "dag"}, {"type", "date"}},
            {{"id", "moment"}, {"type", "moment"}},
            {{"id", "t"}, {"type", "text"}},
            {{"id", "s"}, {"type", "set"}, {"values", {"een", "twee"}}},
            {{"id", "k"}, {"type", "checklist"}, {"items", {"een", "twee"}}},
            {{"id", "l"},
             {"type", "list"},
             {"max", 2},
             {"fields",
              {{{"id", "x"}, {"type", "integer"}, {"min", 0}, {"max", 2}},
               {{"id", "y"}, {"type", "boolean"}}}}},
        };
    }

    std::string digit(int most) { return std::to_string(dice_.below(most + 1)); }
    std::string day() { return expressions_.day(); }

    Json fact_cell(const Json& fact) {
        const auto type = fact["type"].get<std::string>();
        const auto item = dice_.of(Words{"een", "twee"});
        if (dice_.below(12) == 0) return "unknown";
        if (type == "integer" || type == "list")
            return dice_.of(Words{"< " + std::to_string(1 + dice_.below(2)), ">= 1", "1..2", "1",
                                  "not 1", "<= " + digit(1)});
        if (type == "number") return dice_.of(Words{"< 0", ">= 0.1", "-0.1..0.1", "> 0", "0.1"});
        if (type == "boolean") return dice_.coin();
        if (type == "enum")
            return dice_.coin() ? Json(dice_.of(Words{"rood", "not groen", "not rood, blauw"}))
                                : Json(Words{"blauw", "rood"});
        if (type == "date" || type == "moment") return dice_.of(Words{"< ", ">= "}) + day();
        if (type == "text")
            return dice_.coin()
                       ? Json(dice_.of(Words{"Zutphen", "not Zutphen", "not Zutphen, Olst"}))
                       : Json(Words{"Olst", "Zutphen"});
        if (type == "set") return (dice_.coin() ? "has " : "not has ") + item;
        return (dice_.coin() ? "seen " : "not-seen ") + item;
    }

    /// On a decision, or on one of its outputs.
    void decision_cell(const Json& decision, Json& when) {
        auto id = decision["id"].get<std::string>();
        Json outcome = decision["outcome"];
        const auto take = decision.value("take", "first");
        const bool gathers = take == "all" || take == "all-ranked";
        if (outcome.contains("outputs")) {
            const Json& output = outcome["outputs"][std::size_t(dice_.below(2))];
            id += "." + output["id"].get<std::string>();
            outcome = output;
        }
        const auto type = outcome["type"].get<std::string>();
        if (gathers) {
            std::vector<Json> named;
            for (const auto& row : decision["rows"])
                for (const auto& one :
                     row["then"].is_array() ? row["then"] : Json::array({row["then"]}))
                    named.push_back(decision["outcome"].contains("outputs")
                                        ? one[id.substr(id.find('.') + 1)]
                                        : one);
            if (named.empty()) return;
            const Json& one = dice_.of(named);
            when[id] = dice_.of(Words{"has ", "not has "}) +
                       (one.is_string() ? one.get<std::string>() : one.dump());
        } else if (type == "boolean") {
            when[id] = dice_.coin();
        } else if (type == "integer" || type == "number") {
            when[id] = dice_.of(Words{"< ", ">= "}) + digit(3);
        } else if (type == "set") {
            when[id] = dice_.of(Words{"has ", "not has "}) + dice_.of(Words{"laag", "hoog"});
        } else if (type == "text") { // only what a row names
            const Json& rows = decision["rows"];
            when[id] = rows[std::size_t(dice_.below(int(rows.size())))]["then"];
        } else {
            when[id] = dice_.of(Words{"laag", "not midden", "not laag, hoog"});
        }
    }

    Json when() {
        Json out = Json::object();
        for (int i = dice_.below(4); i > 0; --i) {
            if (!decisions_.empty() && dice_.below(3) == 0) {
                decision_cell(dice_.of(decisions_), out);
            } else {
                const Json& fact = dice_.of(facts_);
                out[fact["id"].get<std::string>()] = fact_cell(fact);
            }
        }
        return out;
    }

    Json scalar(const std::string& type) {
        if (type == "boolean") return dice_.coin();
        if (type == "integer") return dice_.below(5) - 1;
        if (type == "number") return Json(double(dice_.below(30)) / 10);
        return dice_.of(Words{"laag", "midden", "hoog"});
    }
    Json then(const Json& outcome) {
        if (outcome.contains("outputs")) return {{"e", scalar("enum")}, {"g", scalar("integer")}};
        const auto type = outcome["type"].get<std::string>();
        if (type != "set") return scalar(type);
        Json out = Json::array();
        for (const auto* member : {"laag", "midden", "hoog"})
            if (dice_.below(3) == 0) out.push_back(member);
        return out;
    }

    static Json outcome(const std::string& type) {
        const Json codes{"laag", "midden", "hoog"};
        if (type == "outputs")
            return {{"outputs",
                     {{{"id", "e"}, {"type", "enum"}, {"values", codes}},
                      {{"id", "g"}, {"type", "integer"}}}}};
        Json out{{"type", type}};
        if (type == "number") out["decimals"] = 1;
        if (type == "enum" || type == "set") out["values"] = codes;
        return out;
    }

    Json table() {
        static const Words takes{"first",      "only-one", "all-agree", "highest", "all",
                                 "all-ranked", "sum",      "min",       "max",     "count"};
        const auto take = dice_.of(takes);
        Words types{"boolean", "integer", "number", "enum", "text", "set", "outputs"};
        if (take == "sum" || take == "min" || take == "max") types = {"integer", "number"};
        if (take == "count") types = {"integer"};
        if (take == "highest") types = {"enum", "outputs"};
        if (take == "all") types = {"set", "set", "enum", "integer", "outputs"};
        if (take == "all-ranked") types = {"set", "enum", "outputs"};
        Json out{{"take", take}, {"outcome", outcome(dice_.of(types))}, {"rows", Json::array()}};
        for (int i = dice_.below(5); i >= 0; --i) {
            Json row{{"id", "r" + std::to_string(i)}, {"when", when()}};
            row["then"] = then(out["outcome"]);
            if (expressions_.has("moment") && !row["when"].contains("moment") &&
                dice_.below(6) == 0)
                row["valid"] =
                    dice_.coin()
                        ? Json{{"from", day()}}
                        : Json{{"until", "2026-03-0" + std::to_string(1 + dice_.below(3))}};
            out["rows"].push_back(row);
        }
        if (dice_.below(3) == 0) out["else"] = then(out["outcome"]);
        return out;
    }

    /// The one that is asked for stands first, and may read all others.
    void add(bool last) {
        Json out;
        const int form = dice_.below(6);
        if (form == 0)
            out = {{"outcome", outcome("boolean")}, {"value", expressions_.truth(2)}};
        else if (form == 1)
            out = {{"outcome", outcome(dice_.coin() ? "integer" : "number")},
                   {"value", expressions_.sum(2)}};
        else
            out = table();
        out["id"] = last ? asked : "d" + std::to_string(decisions_.size() + 1);
        decisions_.insert(last ? decisions_.begin() : decisions_.end(), std::move(out));
    }

    Json told(const Json& fact) {
        const auto type = fact["type"].get<std::string>();
        if (type == "integer") return dice_.below(fact["max"].get<int>() + 1);
        if (type == "number") return Json(double(dice_.below(4) - 1) / 10);
        if (type == "boolean") return dice_.coin();
        if (type == "enum") return dice_.of(Words{"rood", "groen", "blauw"});
        const auto on = "2026-03-0" + std::to_string(1 + dice_.below(4));
        if (type == "date") return on;
        if (type == "moment") return on + "T12:00:00+01:00";
        return dice_.of(Words{"Zutphen", "Olst", "Epe"});
    }

    /// Tells what may not stay open, because more completions are too many to try.
    void tell() {
        int left = most_completions;
        const auto open = [&](int values) {
            if (left < values || dice_.below(3) == 0) return false;
            left /= values;
            return true;
        };
        for (const auto& fact : facts_) {
            const auto id = fact["id"].get<std::string>(), type = fact["type"].get<std::string>();
            if (type == "set" || type == "checklist") {
                Json seen = Json::array(), not_seen = Json::array();
                for (const auto* item : {"een", "twee"})
                    if (!open(2)) (dice_.coin() ? seen : not_seen).push_back(item);
                if (!seen.empty() || !not_seen.empty())
                    told_[id] = {{"seen", seen}, {"not-seen", not_seen}};
            } else if (type == "list") {
                tell_list(id, fact, open);
            } else if ((id == "dag" && expressions_.reckons()) ||
                       !open(type == "boolean"                  ? 2
                             : type == "enum" || type == "text" ? 3
                                                                : 4)) {
                told_[id] = told(fact);
            } else if (dice_.below(4) == 0) {
                told_[id] = {{"unknown", dice_.of(Words{"asked", "declined", "not-asked"})}};
            }
        }
    }

    template <class Open>
    void tell_list(const std::string& id, const Json& fact, Open& open) {
        if (open(3 * 36)) return;
        Json records = Json::array();
        // The fields of a record that is not there are open too, and change nothing.
        for (int i = dice_.below(3); i > 0; --i) {
            Json record = Json::object();
            for (const auto& field : fact["fields"])
                if (!open(field["type"] == "boolean" ? 2 : 3))
                    record[field["id"].get<std::string>()] = told(field);
            records.push_back(record);
        }
        told_[id] = records;
    }

    Dice& dice_;
    std::vector<Json> facts_, decisions_;
    Json told_ = Json::object();
    RandomExpression expressions_{dice_, facts_, decisions_};
};

} // namespace meldroute::inline v0
