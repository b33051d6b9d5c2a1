// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/words.hpp"

#include "rules/outcome_words.hpp"

#include <meldroute/agenda/words.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

std::string code_words(const Type& type, const Json& id, Lang lang) {
    const int code = id.is_string() ? type.code(id.get<std::string>()) : -1;
    return code < 0 ? id.dump() : type.codes[std::size_t(code)].label.in(lang);
}

std::string codes_words(const Type& type, const Json& ids, Lang lang) {
    std::vector<std::string> words;
    for (const Json& id : ids) words.push_back(code_words(type, id, lang));
    return words.empty() ? Text{"niets", "nothing"}.in(lang) : join(words);
}

Text unknown_words(const Json& why) {
    if (why == "asked") return {"gevraagd, en niet bekend", "asked, and not known"};
    if (why == "declined") return {"wil men niet zeggen", "declined to say"};
    return {"niet gevraagd", "not asked"};
}

std::string object_words(const Type& type, const Json& value, Lang lang) {
    if (value.contains("unknown")) return unknown_words(value["unknown"]).in(lang);
    std::vector<std::string> parts;
    if (value.contains("seen"))
        parts.push_back(Text{"gezien: ", "seen: "}.in(lang) +
                        codes_words(type, value["seen"], lang));
    if (value.contains("not-seen"))
        parts.push_back(Text{"niet gezien: ", "not seen: "}.in(lang) +
                        codes_words(type, value["not-seen"], lang));
    return join(parts, "; ");
}

std::string value_words(const Type& type, const Json& value, Lang lang) {
    if (value.is_object()) return object_words(type, value, lang);
    if (value.is_array()) return codes_words(type, value, lang);
    if (type.kind == Kind::text) return value.get<std::string>();
    if (type.many()) return code_words(type, value, lang);
    return type.words(type.read(JsonNode::wrap(value, "feiten"), true), lang);
}

/// A field of the first record is called «Agenda 1: Uitkomst».
std::string field_label(const Text& list, const Text& field, Lang lang) {
    const std::string of = list.in(lang) + " 1: ", label = field.in(lang);
    return label.starts_with(of) ? label.substr(of.size()) : label;
}

/// A code or a text says by itself what it is; other fields go by their label.
std::string record_words(const Vocabulary& vocabulary, std::size_t list, const Json& record,
                         Lang lang) {
    std::vector<std::string> parts;
    for (const std::string& id : vocabulary[list].fields) {
        if (!record.contains(id)) continue;
        const Fact& field = vocabulary[*vocabulary.field(list, 0, id)];
        const std::string words = value_words(field.type, record[id], lang);
        const bool alone = field.type.kind == Kind::text || !field.type.codes.empty();
        parts.push_back(
            alone ? words
                  : after_label(field_label(vocabulary[list].label, field.label, lang), words));
    }
    return join(parts, " – ");
}

std::string records_words(const Vocabulary& vocabulary, std::size_t list, const Json& records,
                          Lang lang) {
    std::vector<std::string> words;
    for (const Json& record : records)
        words.push_back(record_words(vocabulary, list, record, lang));
    return words.empty() ? Text{"niets", "nothing"}.in(lang) : join(words, " · ");
}

} // namespace

std::string fact_label(const Rulebook& rulebook, std::string_view fact, Lang lang) {
    const auto slot = rulebook.vocabulary().find(fact);
    if (!slot) return std::string(fact);
    const Text& label = rulebook.vocabulary()[*slot].label;
    return label.empty() ? std::string(fact) : label.in(lang);
}

std::string fact_words(const Rulebook& rulebook, std::string_view fact, const Json& value,
                       Lang lang) {
    const auto slot = rulebook.vocabulary().find(fact);
    if (value.is_null()) return Text{"niet bekend", "not known"}.in(lang);
    if (!slot) return value.dump();
    const Type& type = rulebook.vocabulary()[*slot].type;
    if (type.kind == Kind::list && value.is_array())
        return records_words(rulebook.vocabulary(), *slot, value, lang);
    return value_words(type, value, lang);
}

std::string ruled_words(const Rulebook& rulebook, const std::string& decision, const Json& outcome,
                        Lang lang) {
    if (outcome.is_null()) return Text{"niet bekend", "not known"}.in(lang);
    const Json& one = outcome.is_array() && !outcome.empty() ? outcome.front() : outcome;
    if (one.is_object() || !rulebook.decisions().has(decision)) return outcome.dump();
    return outcome_words(rulebook.decisions().at(decision), outcome, lang);
}

std::string due_words(const DutyView& duty, Lang lang) {
    const auto say = [&](const Text& text) { return text.in(lang); };
    if (!duty.due)
        return say({"geen datum: geen bron noemt een termijn", "no date: no source gives a term"});
    const Due& due = *duty.due;
    switch (due.state) {
    case Due::State::at_once: return say({"meteen", "at once"});
    case Due::State::not_started:
        return say(
            {"nog geen datum: de termijn loopt nog niet", "no date yet: the term has not begun"});
    case Due::State::suspended:
        return say({"nog geen datum: de termijn staat stil", "no date yet: the term stands still"});
    case Due::State::repeating:
        return say({"steeds opnieuw, zonder vaste dag", "again and again, without a fixed day"});
    case Due::State::running: break;
    }
    std::string words;
    if (due.moment)
        words = say(in_words(*due.moment));
    else if (due.date)
        words = say(in_words(*due.date));
    if (due.is_uncertain()) words += say({" (of later: ga het na)", " (or later: look it up)"});
    return say({"uiterlijk ", "by "}) + words;
}

std::string source_words(const std::vector<Source>& sources, Lang lang) {
    std::vector<std::string> words;
    for (const Source& source : sources) words.push_back(source.words(lang));
    return join(words, "; ");
}

std::string place_words(const Rulebook& rulebook, const std::string& route, const std::string& step,
                        Lang lang) {
    return capital(rulebook.label(route, lang)) + " › " + rulebook.label(route + "." + step, lang);
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
