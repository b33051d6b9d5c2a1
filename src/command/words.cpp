// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/words.hpp"

#include <meldroute/agenda/words.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

std::string code_words(const Type& type, const Json& id) {
    const int code = id.is_string() ? type.code(id.get<std::string>()) : -1;
    return code < 0 ? id.dump() : type.codes[std::size_t(code)].label.in(Lang::nl);
}

std::string codes_words(const Type& type, const Json& ids) {
    std::vector<std::string> words;
    for (const Json& id : ids) words.push_back(code_words(type, id));
    return words.empty() ? "niets" : join(words);
}

std::string unknown_words(const Json& why) {
    if (why == "asked") return "gevraagd, en niet bekend";
    if (why == "declined") return "wil men niet zeggen";
    return "niet gevraagd";
}

std::string object_words(const Type& type, const Json& value) {
    if (value.contains("unknown")) return unknown_words(value["unknown"]);
    std::vector<std::string> parts;
    if (value.contains("seen")) parts.push_back("gezien: " + codes_words(type, value["seen"]));
    if (value.contains("not-seen"))
        parts.push_back("niet gezien: " + codes_words(type, value["not-seen"]));
    return join(parts, "; ");
}

} // namespace

std::string label(const Rulebook& rulebook, std::string_view id) {
    return rulebook.label(id, Lang::nl);
}

std::string fact_label(const Rulebook& rulebook, std::string_view fact) {
    const auto slot = rulebook.vocabulary().find(fact);
    if (!slot) return std::string(fact);
    const Text& label = rulebook.vocabulary()[*slot].label;
    return label.empty() ? std::string(fact) : label.in(Lang::nl);
}

std::string fact_words(const Rulebook& rulebook, std::string_view fact, const Json& value) {
    const auto slot = rulebook.vocabulary().find(fact);
    if (!slot || value.is_null()) return value.is_null() ? "niet bekend" : value.dump();
    const Type& type = rulebook.vocabulary()[*slot].type;
    if (value.is_object()) return object_words(type, value);
    if (value.is_array()) return codes_words(type, value);
    if (type.kind == Kind::text) return value.get<std::string>();
    if (type.many()) return code_words(type, value);
    return type.words(type.read(JsonNode::wrap(value, "feiten"), true), Lang::nl);
}

std::string due_words(const DutyView& duty) {
    if (!duty.due) return "geen datum: geen bron noemt een termijn";
    const Due& due = *duty.due;
    std::string words;
    switch (due.state) {
    case Due::State::at_once: return "meteen";
    case Due::State::not_started: return "nog geen datum: de termijn loopt nog niet";
    case Due::State::suspended: return "nog geen datum: de termijn staat stil";
    case Due::State::running: break;
    }
    if (due.moment)
        words = in_words(*due.moment).nl;
    else if (due.date)
        words = in_words(*due.date).nl;
    if (due.is_uncertain()) words += " (of later: ga het na)";
    return "uiterlijk " + words;
}

std::string source_words(const std::vector<Source>& sources) {
    std::vector<std::string> words;
    for (const Source& source : sources) words.push_back(source.words(Lang::nl));
    return join(words, "; ");
}

std::string place_words(const Rulebook& rulebook, const std::string& route,
                        const std::string& step) {
    return capital(label(rulebook, route)) + " › " + label(rulebook, step);
}

std::string capital(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = char(words[0] - 'a' + 'A');
    return words;
}

std::string after_label(const std::string& label, const std::string& words) {
    return label + (label.ends_with("?") ? " " : ": ") + words;
}

std::string join(const std::vector<std::string>& words, const char* between) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : between) + word;
    return all;
}

} // namespace meldroute::inline v0
