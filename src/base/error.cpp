// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/base/error.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

const FaultText& look_up(Fault fault) {
    const auto& table = fault_table();
    const auto found = std::lower_bound(table.begin(), table.end(), fault,
                                        [](const FaultText& t, Fault f) { return t.fault < f; });
    if (found == table.end() || found->fault != fault)
        throw std::logic_error("fault " + std::to_string(int(fault)) + " has no text");
    return *found;
}

std::string code_of(Fault fault) {
    return "M" + std::to_string(int(fault));
}

std::string fill(std::string_view pattern, const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
        if (!slot) {
            out += pattern[i];
            continue;
        }
        const auto index = std::size_t(pattern[i + 1] - '0');
        if (index < words.size()) out += words[index];
        i += 2;
    }
    return out;
}

/// "did you mean …?" is left out when nothing comes near.
bool has_words_for(std::string_view pattern, const std::vector<std::string>& words) {
    for (std::size_t i = 0; i + 2 < pattern.size(); ++i) {
        if (pattern[i] != '{' || pattern[i + 2] != '}') continue;
        const auto index = std::size_t(pattern[i + 1] - '0');
        if (index >= words.size() || words[index].empty()) return false;
    }
    return true;
}

/// As editors and terminals can click it; of a text without a name in words.
std::string spot(const Place& place, Lang lang) {
    const std::string line = std::to_string(place.line), column = std::to_string(place.column);
    if (place.line <= 0) return place.file;
    if (!place.file.empty())
        return place.file + ":" + line + (place.column > 0 ? ":" + column : "");
    return (lang == Lang::nl ? "regel " : "line ") + line +
           (place.column > 0 ? (lang == Lang::nl ? ", teken " : ", character ") + column : "");
}

std::string show(const Place& place, Lang lang) {
    std::string out = spot(place, lang);
    if (!place.pointer.empty()) out += (out.empty() ? "" : " ") + place.pointer;
    if (!place.row.empty())
        out +=
            (out.empty() ? "" : " ") + std::string(lang == Lang::nl ? "rij " : "row ") + place.row;
    return out;
}

std::string compose(Fault fault, const std::vector<std::string>& words, const Place& place,
                    Lang lang) {
    const FaultText& text = look_up(fault);
    std::string out = code_of(fault) + " ";
    if (const auto where = show(place, lang); !where.empty()) out += where + ": ";
    out += fill(lang == Lang::nl ? text.nl : text.en, words);
    const auto hint = lang == Lang::nl ? text.hint_nl : text.hint_en;
    if (!hint.empty() && has_words_for(hint, words)) out += " (" + fill(hint, words) + ")";
    return out;
}

} // namespace

Error::Error(Fault fault, std::vector<std::string> words, Place place)
    : std::runtime_error(compose(fault, words, place, Lang::en)), fault_(fault),
      words_(std::move(words)), place_(std::move(place)) {}

std::string Error::code() const {
    return code_of(fault_);
}

std::string Error::text(Lang lang) const {
    return compose(fault_, words_, place_, lang);
}

void fail(Fault fault, std::vector<std::string> words, Place place) {
    switch (look_up(fault).kind) {
    case FaultText::Kind::rulebook: throw RulebookError(fault, std::move(words), std::move(place));
    case FaultText::Kind::refused: throw Refused(fault, std::move(words), std::move(place));
    case FaultText::Kind::conflict: throw Conflict(fault, std::move(words), std::move(place));
    case FaultText::Kind::damaged: throw Damaged(fault, std::move(words), std::move(place));
    case FaultText::Kind::usage: throw Usage(fault, std::move(words), std::move(place));
    }
    throw std::logic_error("a fault of no kind");
}

} // namespace meldroute::inline v0
