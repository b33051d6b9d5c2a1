// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Random expressions over the facts of a random situation and over its decisions so far.

#pragma once

#include "rules/random_book.hpp"

namespace meldroute::inline v0 {

class RandomExpression {
public:
    RandomExpression(Dice& dice, const std::vector<Json>& facts, const std::vector<Json>& decisions)
        : dice_(dice), facts_(facts), decisions_(decisions) {}

    /// Whether one of them takes a day itself, and not only where it lies.
    bool reckons() const { return reckons_; }
    std::string day() { return "2026-03-0" + std::to_string(2 + dice_.below(3)); }

    bool has(const std::string& id) const {
        return std::any_of(facts_.begin(), facts_.end(),
                           [&](const Json& fact) { return fact["id"] == id; });
    }

    Json term() {
        for (const auto& decision : decisions_) {
            const auto take = decision.value("take", "first");
            const auto type = decision["outcome"].value("type", "");
            if (take != "all" && (type == "integer" || type == "number") && dice_.coin())
                return {{"var", decision["id"]}};
        }
        Words numbers;
        for (const auto* id : {"a", "n"})
            if (has(id)) numbers.emplace_back(id);
        if (numbers.empty() || dice_.below(3) == 0) return dice_.below(4);
        return {{"var", dice_.of(numbers)}};
    }

    Json divisor() {
        return has("n") && dice_.coin() ? Json{{"var", "n"}} : Json(1 + dice_.below(2));
    }

    Json over_records(bool truths) {
        const Json list{{"var", "l"}}, small{{"<", {{{"var", "x"}}, 1 + dice_.below(2)}}},
            either{{"or", {small, {{"var", "y"}}}}};
        const Json& test = dice_.coin() ? small : either;
        if (truths) return {{dice_.of(Words{"some", "all", "none"}), {list, test}}};
        if (dice_.coin()) return {{"count", {list, test}}};
        if (dice_.below(4) == 0) return {{"count", {list}}};
        return {{dice_.of(Words{"sum", "min", "max"}), {list, {{"var", "x"}}}}};
    }

    /// Arithmetic takes the day itself, so it must be told: there are too many to try.
    Json day_test() {
        reckons_ = true;
        const Json on{{"var", "dag"}};
        const Json days = has("a") ? Json{{"var", "a"}} : Json(dice_.below(3));
        if (dice_.coin()) return {{"<=", {{{"add-days", {on, days}}}, day()}}};
        return {{dice_.of(Words{"<", "=="}), {{{"days-between", {on, day()}}}, days}}};
    }

    Json truth(int depth) {
        const auto two = [&] { return Json::array({truth(depth - 1), truth(depth - 1)}); };
        if (depth > 0 && dice_.coin()) switch (dice_.below(4)) {
            case 0: return {{"and", two()}};
            case 1: return {{"or", two()}};
            case 2: return {{"!", {truth(depth - 1)}}};
            default:
                return {{dice_.of(Words{"<", "<=", ">", ">=", "==", "!="}),
                         {sum(depth - 1), sum(depth - 1)}}};
            }
        if (has("l") && dice_.below(3) == 0) return over_records(true);
        if (has("dag") && dice_.below(4) == 0) return day_test();
        const Json& fact = dice_.of(facts_);
        const auto id = fact["id"].get<std::string>(), type = fact["type"].get<std::string>();
        const Json var{{"var", id}};
        if (dice_.below(8) == 0) return {{"known", var}};
        if (type == "boolean") return var;
        if (type == "set" || type == "checklist")
            return {{"in", {dice_.of(Words{"een", "twee"}), var}}};
        if (type == "enum") return {{dice_.of(Words{"==", "!="}), {var, "groen"}}};
        if (type == "text") return {{"in", {var, {"Olst", "Zutphen"}}}};
        if (type == "date" || type == "moment") return {{dice_.of(Words{"<", ">="}), {var, day()}}};
        return {{dice_.of(Words{"<", ">=", "==", "!="}), {var, 1}}};
    }

    Json sum(int depth) {
        if (has("l") && dice_.below(4) == 0) return over_records(false);
        for (const auto* id : {"s", "k"})
            if (has(id) && dice_.below(6) == 0) return {{"count", {{{"var", id}}}}};
        if (depth <= 0) return term();
        if (dice_.below(6) == 0)
            return {{"if", {truth(depth - 1), sum(depth - 1), sum(depth - 1)}}};
        switch (dice_.below(9)) {
        case 0: return {{"abs", sum(depth - 1)}};
        case 1: return {{"round", {sum(depth - 1), dice_.below(2)}}};
        case 2: return {{"power", {term(), dice_.below(4)}}};
        case 3: return {{"/", {sum(depth - 1), divisor()}}};
        default:
            return {
                {dice_.of(Words{"+", "-", "*", "min", "max"}), {sum(depth - 1), sum(depth - 1)}}};
        }
    }

private:
    using Words = std::vector<std::string>;

    Dice& dice_;
    const std::vector<Json>& facts_;
    const std::vector<Json>& decisions_;
    bool reckons_ = false;
};

} // namespace meldroute::inline v0
