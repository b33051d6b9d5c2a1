// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/cell_words.hpp"

#include "rules/intervals.hpp"

namespace meldroute::inline v0 {
namespace {

struct Phrases {
    const char *is, *is_not, *at_least, *at_most, *above, *below, *from, *until, *after, *before,
        *between, *to, *either, *unknown, *in_list, *seen, *not_seen, *has, *has_not, *starts,
        *ends, *contains;
};

constexpr Phrases dutch{"is ",
                        "is niet ",
                        "is minstens ",
                        "is hoogstens ",
                        "is hoger dan ",
                        "is lager dan ",
                        "is op of na ",
                        "is op of voor ",
                        "is na ",
                        "is voor ",
                        "ligt van ",
                        " tot en met ",
                        "of",
                        "is niet bekend",
                        "bij ",
                        "is gezien: ",
                        "is gekeken, en niet gezien: ",
                        "bevat ",
                        "bevat niet ",
                        "begint met ",
                        "eindigt op ",
                        "bevat "};
constexpr Phrases english{"is ",
                          "is not ",
                          "is at least ",
                          "is at most ",
                          "is more than ",
                          "is less than ",
                          "is on or after ",
                          "is on or before ",
                          "is after ",
                          "is before ",
                          "lies from ",
                          " to ",
                          "or",
                          "is not known",
                          "under ",
                          "was seen: ",
                          "was looked for and not seen: ",
                          "includes ",
                          "does not include ",
                          "starts with ",
                          "ends with ",
                          "contains "};

const Phrases& phrases(Lang lang) {
    return lang == Lang::nl ? dutch : english;
}

std::string value(const Book& book, const Input& input, std::int64_t units, Lang lang) {
    const Type& type = book.type(input);
    if (type.kind != Kind::text) return type.words(units, lang);
    return "«" + book.texts[input.index].sample(units) + "»";
}

/// Codes one by one, or the ones left out when those are fewer.
std::string listed(const Book& book, const Cell& cell, Interval domain, Lang lang) {
    const auto& p = phrases(lang);
    std::vector<std::string> in, out;
    for (auto units = domain.low; units <= domain.high; ++units) {
        const bool text = book.type(cell.input).kind == Kind::text;
        if (!text || std::size_t(units) < book.texts[cell.input.index].named.size())
            (contains(cell.within, units) ? in : out)
                .push_back(value(book, cell.input, units, lang));
    }
    const bool negative = in.empty() || (out.size() < in.size() && !out.empty());
    return (negative ? p.is_not : p.is) + join(negative ? out : in, p.either);
}

/// "begint met «06»".
std::string tested(const Book& book, const Cell& cell, Lang lang) {
    const auto& test = book.texts[cell.input.index].tests[std::size_t(cell.text)];
    const auto& p = phrases(lang);
    switch (test.kind) {
    case TextClasses::Kind::starts: return p.starts + ("«" + test.part + "»");
    case TextClasses::Kind::ends: return p.ends + ("«" + test.part + "»");
    case TextClasses::Kind::contains: return p.contains + ("«" + test.part + "»");
    }
    return "";
}

/// Whether people name this bound by the value beside it: 18 rather than 17,9, and a day that
/// begins rather than the last minute before.
bool rounder(const Type& type, std::int64_t bound, std::int64_t beside) {
    if (type.kind == Kind::moment) return bound % 60'000'000 != 0 && beside % 60'000'000 == 0;
    return type.kind == Kind::number && Decimal{beside, type.decimals}.text().size() <
                                            Decimal{bound, type.decimals}.text().size();
}

std::string one_sided(const Book& book, const Cell& cell, std::int64_t bound, bool up, Lang lang) {
    const auto& p = phrases(lang);
    const Type& type = book.type(cell.input);
    const bool time = type.kind == Kind::date || type.kind == Kind::moment;
    const auto beside = up ? bound - 1 : bound + 1;
    const bool strictly = rounder(type, bound, beside);
    const char* sign = up ? (time ? p.from : p.at_least) : (time ? p.until : p.at_most);
    if (strictly) sign = up ? (time ? p.after : p.above) : (time ? p.before : p.below);
    return sign + value(book, cell.input, strictly ? beside : bound, lang);
}

std::string ranged(const Book& book, const Cell& cell, Interval domain, Lang lang) {
    const auto& p = phrases(lang);
    std::vector<std::string> parts;
    for (const auto& [low, high] : cell.within) {
        if (low == high)
            parts.push_back(p.is + value(book, cell.input, low, lang));
        else if (high == domain.high)
            parts.push_back(one_sided(book, cell, low, true, lang));
        else if (low == domain.low)
            parts.push_back(one_sided(book, cell, high, false, lang));
        else
            parts.push_back(p.between + value(book, cell.input, low, lang) + p.to +
                            value(book, cell.input, high, lang));
    }
    return join(parts, p.either);
}

} // namespace

std::string join(const std::vector<std::string>& parts, std::string_view last) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += i + 1 == parts.size() ? " " + std::string(last) + " " : ", ";
        out += parts[i];
    }
    return out;
}

std::string name(const Book& book, const Input& input, Lang lang) {
    const Text& label =
        input.decision ? book.decisions[input.index].label : (*book.vocabulary)[input.index].label;
    std::string out = label.empty() ? book.id(input) : label.in(lang);
    if (out.ends_with('?')) out.pop_back();
    return out;
}

std::string named(const Book& book, const Input& input, Lang lang) {
    const Text& label =
        input.decision ? book.decisions[input.index].label : (*book.vocabulary)[input.index].label;
    const auto& words = label.in(lang);
    if (words.ends_with('?'))
        return (lang == Lang::nl ? "het antwoord op «" : "the answer to «") + words + "»";
    return "«" + name(book, input, lang) + "»";
}

std::string words(const Book& book, const Cell& cell, Lang lang) {
    const auto& p = phrases(lang);
    const Type& type = book.type(cell.input);
    const auto of = named(book, cell.input, lang) + " ";
    if (cell.test == Cell::Test::unknown) return of + p.unknown;
    if (cell.test != Cell::Test::within) {
        const bool has = cell.test == Cell::Test::member;
        const auto& label = type.codes[std::size_t(cell.member)].label.in(lang);
        if (type.kind == Kind::checklist)
            return p.in_list + ("«" + name(book, cell.input, lang) + "» ") +
                   (has ? p.seen : p.not_seen) + label;
        return of + (has ? p.has : p.has_not) + label;
    }
    if (cell.text >= 0) return of + tested(book, cell, lang);
    const Interval domain = book.domain(cell.input);
    const bool few =
        type.kind == Kind::boolean || type.kind == Kind::choice || type.kind == Kind::text;
    return of + (few ? listed(book, cell, domain, lang) : ranged(book, cell, domain, lang));
}

} // namespace meldroute::inline v0
