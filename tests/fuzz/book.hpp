// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A fact of each type, for what is fuzzed; and the one way in which refusing is fine.

#pragma once

#include <meldroute/base/error.hpp>
#include <meldroute/rules/decisions.hpp>

#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace meldroute::inline v0::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// An error with a number is an answer; anything else that is thrown is a fault, and ends us.
template <class Work>
void refused_or_done(Work work) {
    try {
        work();
    } catch (const Error&) {}
}

inline const std::array facts{"ja",    "getal", "maat",    "dag",     "moment", "duur",
                              "tekst", "kleur", "kleuren", "lijstje", "mensen"};

inline const Vocabulary& vocabulary() {
    static const Vocabulary all = [] {
        Vocabulary made;
        const auto nodes = JsonNode::parse(R"([
            {"id": "ja", "type": "boolean"},
            {"id": "getal", "type": "integer", "min": -100, "max": 100000},
            {"id": "maat", "type": "number", "decimals": 2, "min": 0, "max": 99.99},
            {"id": "dag", "type": "date"},
            {"id": "moment", "type": "moment"},
            {"id": "duur", "type": "duration"},
            {"id": "tekst", "type": "text"},
            {"id": "kleur", "type": "enum", "values": ["rood", "geel", "blauw"]},
            {"id": "kleuren", "type": "set", "values": ["rood", "geel", "blauw"]},
            {"id": "lijstje", "type": "checklist", "values": ["een", "twee", "drie"]},
            {"id": "mensen", "type": "list", "max": 3, "fields": [
                {"id": "leeftijd", "type": "integer", "min": 0, "max": 120},
                {"id": "naam", "type": "text"}]}])",
                                           "facts");
        for (const auto& node : nodes.items()) made.declare(node, {});
        return made;
    }();
    return all;
}

/// Rules once, with nothing known and with some.
inline void rule(const Json& declaration) {
    const auto decisions =
        Decisions::read(vocabulary(), {JsonNode::wrap(declaration, "decisions")}, {});
    for (const Json& told : {Json::object(), Json{{"ja", true},
                                                  {"getal", 7},
                                                  {"maat", "1.50"},
                                                  {"dag", "2026-02-28"},
                                                  {"kleur", "geel"},
                                                  {"kleuren", {"rood"}},
                                                  {"lijstje", {{"seen", {"een"}}}}}}) {
        Situation situation(vocabulary());
        situation.tell(JsonNode::wrap(told, ""));
        const auto id = declaration.at("id").get<std::string>();
        const Ruling ruling = decisions.rule(id, situation);
        static_cast<void>(decisions.why(ruling, situation, Lang::nl));
    }
}

} // namespace meldroute::inline v0::fuzz
