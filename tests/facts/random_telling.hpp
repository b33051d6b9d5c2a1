// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Random vocabularies, and reports in their words.

#pragma once

#include <meldroute/facts/situation.hpp>

#include <nlohmann/json.hpp>

#include <random>
#include <string>
#include <vector>

namespace meldroute {

class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}

    /// From 0 up to and including `most`, the same on every machine.
    std::uint64_t up_to(std::uint64_t most) {
        return most == ~std::uint64_t{0} ? engine_() : engine_() % (most + 1);
    }
    bool once_in(std::uint64_t times) { return up_to(times - 1) == 0; }

private:
    std::mt19937_64 engine_;
};

inline const std::vector<std::string> types{"boolean",  "integer", "number", "date", "moment",
                                            "duration", "text",    "enum",   "set",  "checklist"};

inline const std::vector<std::string> texts{"tekst", "één café à € 3", "平塚 🙂", "ü"};

inline Json random_fact(Chance& chance, std::size_t index) {
    const auto& type = types[chance.up_to(types.size() - 1)];
    Json fact{{"id", "f" + std::to_string(index)}, {"type", type}};
    if (type == "number") fact["decimals"] = chance.up_to(9);
    if (type == "enum" || type == "set" || type == "checklist") {
        auto& codes = fact[type == "checklist" ? "items" : "values"];
        const auto last = chance.once_in(4) ? 63 : chance.up_to(5);
        for (std::uint64_t i = 0; i <= last; ++i) codes.push_back("c" + std::to_string(i));
    }
    return fact;
}

inline Vocabulary random_vocabulary(Chance& chance) {
    Vocabulary vocabulary;
    for (std::size_t i = 0; i < 12; ++i)
        vocabulary.declare(JsonNode::wrap(random_fact(chance, i), "facts.json"), {});
    return vocabulary;
}

/// A value within the limits of a scalar; the limits themselves often, since there things break.
inline std::int64_t random_value(Chance& chance, const Type& type) {
    if (chance.once_in(6)) return type.min;
    if (chance.once_in(6)) return type.max;
    const auto width = std::uint64_t(type.max) - std::uint64_t(type.min);
    return std::int64_t(std::uint64_t(type.min) + chance.up_to(width));
}

inline Json random_members(Chance& chance, const Type& type) {
    const auto seen = chance.up_to(~std::uint64_t{0}) & type.all();
    if (chance.once_in(3)) return type.to_json(std::int64_t(seen));
    const auto not_seen = chance.up_to(~std::uint64_t{0}) & type.all() & ~seen;
    return {{"seen", type.to_json(std::int64_t(seen))},
            {"not-seen", type.to_json(std::int64_t(not_seen))}};
}

inline Json random_telling(Chance& chance, const Vocabulary& vocabulary) {
    static const std::vector<std::string> reasons{"not-asked", "asked", "declined"};
    auto facts = Json::object();
    for (std::size_t i = 0; i < vocabulary.size(); ++i) {
        const auto& [id, type] = std::tie(vocabulary[i].id, vocabulary[i].type);
        if (chance.once_in(3)) continue;
        if (chance.once_in(8))
            facts[id] = nullptr;
        else if (chance.once_in(5))
            facts[id] = {{"unknown", reasons[chance.up_to(2)]}};
        else if (type.many())
            facts[id] = random_members(chance, type);
        else if (type.kind == Kind::text)
            facts[id] = texts[chance.up_to(texts.size() - 1)];
        else
            facts[id] = type.to_json(random_value(chance, type));
    }
    return facts;
}

} // namespace meldroute
