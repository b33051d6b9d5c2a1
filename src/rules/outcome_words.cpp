// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/outcome_words.hpp"

#include "rules/cell_words.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

std::string say(Lang lang, const char* nl, const char* en) {
    return lang == Lang::nl ? nl : en;
}

std::string label(const Type& type, const std::string& id, Lang lang) {
    const int code = type.code(id);
    return code < 0 ? id : type.codes[std::size_t(code)].label.in(lang);
}

/// Of several outputs each under its own name; of one alone, what it says.
std::string output_words(const Output& output, const Json& value, Lang lang) {
    Decision part;
    part.type = output.type;
    const auto words = outcome_words(part, value, lang);
    if (output.id.empty()) return words;
    return "«" + (output.label.empty() ? output.id : output.label.in(lang)) + "» " + words;
}

std::string number_words(const Json& number, Lang lang) {
    auto text = number.dump();
    if (const auto point = text.find('.'); point != std::string::npos && lang == Lang::nl)
        text[point] = ',';
    return text;
}

std::string members_words(const Type& type, const Slot& slot, Lang lang) {
    const auto list = [&](std::uint64_t bits) { return type.words(std::int64_t(bits), lang); };
    if (type.kind == Kind::set && (slot.seen | slot.not_seen) == type.all()) return list(slot.seen);
    std::string out;
    if (slot.seen != 0)
        out = say(lang, type.kind == Kind::set ? "in elk geval " : "gezien: ",
                  type.kind == Kind::set ? "at least " : "seen: ") +
              list(slot.seen);
    if (slot.not_seen != 0)
        out += (out.empty() ? "" : "; ") +
               say(lang, type.kind == Kind::set ? "zeker niet " : "niet gezien: ",
                   type.kind == Kind::set ? "certainly not " : "not seen: ") +
               list(slot.not_seen);
    return out;
}

std::string member_words(const Type& type, const Slot& slot, int member, Lang lang) {
    const bool in = (slot.seen >> member & 1) != 0, out = (slot.not_seen >> member & 1) != 0;
    if (type.kind == Kind::set) return in || out ? members_words(type, slot, lang) : "";
    if (in) return say(lang, "gezien", "seen");
    return out ? say(lang, "niet gezien", "not seen") : "";
}

} // namespace

std::string outcome_words(const Decision& decision, const Json& outcome, Lang lang) {
    if (outcome.is_array()) {
        std::vector<std::string> parts;
        for (const auto& one : outcome) parts.push_back(outcome_words(decision, one, lang));
        return parts.empty() ? say(lang, "niets", "nothing") : join(parts, say(lang, "en", "and"));
    }
    if (!decision.outputs.empty()) {
        std::vector<std::string> parts;
        for (const auto& output : decision.outputs)
            parts.push_back(
                output_words(output, outcome.is_object() ? outcome.at(output.id) : outcome, lang));
        return join(parts, say(lang, "en", "and"));
    }
    if (outcome.is_boolean())
        return outcome.get<bool>() ? say(lang, "ja", "yes") : say(lang, "nee", "no");
    if (!outcome.is_string()) return number_words(outcome, lang);
    const auto text = outcome.get<std::string>();
    if (!decision.type.codes.empty()) return label(decision.type, text, lang);
    if (decision.type.kind == Kind::number && lang == Lang::nl && text.find('.') != text.npos)
        return std::string(text).replace(text.find('.'), 1, ",");
    return text;
}

std::string outcome_words(const Decision& decision, const Ruling& ruling, Lang lang) {
    if (ruling.state == Ruling::State::decided)
        return outcome_words(decision, *ruling.outcome, lang);
    std::vector<std::string> parts;
    for (const auto& box : ruling.possible) parts.push_back(outcome_words(decision, *box, lang));
    if (decision.type.numeric() && !parts.empty())
        parts = {join(parts, say(lang, "tot en met", "to"))};
    if (ruling.may_have_none) parts.push_back(say(lang, "geen uitkomst", "no outcome"));
    if (ruling.may_conflict)
        parts.push_back(
            say(lang, "rijen die elkaar tegenspreken", "rows that contradict each other"));
    return join(parts, say(lang, "of", "or"));
}

std::string value_words(const Book& book, const Situation& situation, std::size_t slot, int member,
                        Lang lang) {
    const Type& type = (*book.vocabulary)[slot].type;
    const Slot& known = situation[slot];
    if (type.many())
        return member < 0 ? members_words(type, known, lang)
                          : member_words(type, known, member, lang);
    if (!known.known) return "";
    if (type.kind == Kind::text) return "«" + known.text + "»";
    return type.words(known.value, lang);
}

} // namespace meldroute::inline v0
