// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Random vocabularies, and reports in their words.

#pragma once

#include "dice.hpp"

#include <meldroute/facts/situation.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace meldroute {

inline const std::vector<std::string> types{"boolean",  "integer", "number", "date", "moment",
                                            "duration", "text",    "enum",   "set",  "checklist"};

inline const std::vector<std::string> texts{"tekst", "één café à € 3", "平塚 🙂", "ü"};

inline Json random_fact(Dice& dice, std::size_t index) {
    const auto& type = dice.of(types);
    Json fact{{"id", "f" + std::to_string(index)}, {"type", type}};
    if (type == "number") fact["decimals"] = dice.below(10);
    if (type == "enum" || type == "set" || type == "checklist") {
        auto& codes = fact[type == "checklist" ? "items" : "values"];
        const int last = dice.below(4) == 0 ? 63 : dice.below(6);
        for (int i = 0; i <= last; ++i) codes.push_back("c" + std::to_string(i));
    }
    return fact;
}

inline Vocabulary random_vocabulary(Dice& dice) {
    Vocabulary vocabulary;
    for (std::size_t i = 0; i < 12; ++i)
        vocabulary.declare(JsonNode::wrap(random_fact(dice, i), "facts.json"), {});
    return vocabulary;
}

/// A value within the limits of a scalar; the limits themselves often, since there things break.
inline std::int64_t random_value(Dice& dice, const Type& type) {
    if (dice.below(6) == 0) return type.min;
    if (dice.below(6) == 0) return type.max;
    const auto width = std::uint64_t(type.max) - std::uint64_t(type.min);
    const auto above = width == ~std::uint64_t{0} ? dice.bits() : dice.bits() % (width + 1);
    return std::int64_t(std::uint64_t(type.min) + above);
}

inline Json random_members(Dice& dice, const Type& type) {
    const auto seen = dice.bits() & type.all();
    if (dice.below(3) == 0) return type.to_json(std::int64_t(seen));
    const auto not_seen = dice.bits() & type.all() & ~seen;
    return {{"seen", type.to_json(std::int64_t(seen))},
            {"not-seen", type.to_json(std::int64_t(not_seen))}};
}

inline Json random_telling(Dice& dice, const Vocabulary& vocabulary) {
    static const std::vector<std::string> reasons{"not-asked", "asked", "declined"};
    auto facts = Json::object();
    for (std::size_t i = 0; i < vocabulary.size(); ++i) {
        const auto& [id, type] = std::tie(vocabulary[i].id, vocabulary[i].type);
        if (dice.below(3) == 0) continue;
        if (dice.below(8) == 0)
            facts[id] = nullptr;
        else if (dice.below(5) == 0)
            facts[id] = {{"unknown", dice.of(reasons)}};
        else if (type.many())
            facts[id] = random_members(dice, type);
        else if (type.kind == Kind::text)
            facts[id] = dice.of(texts);
        else
            facts[id] = type.to_json(random_value(dice, type));
    }
    return facts;
}

} // namespace meldroute
