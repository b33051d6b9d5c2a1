// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/cell_words.hpp"

#include "rules/intervals.hpp"

namespace meldroute::inline v0 {
namespace {

struct Phrases {
    const char *is, *is_not, *at_least, *at_most, *between, *to, *either, *none_of, *unknown, *seen,
        *not_seen, *has, *has_not;
};

const Phrases& phrases(Lang lang) {
    static const Phrases nl{"is ",
                            "is niet ",
                            "is minstens ",
                            "is hoogstens ",
                            "ligt van ",
                            " tot en met ",
                            "of",
                            "of",
                            "is niet bekend",
                            "gezien: ",
                            "gekeken en niet gezien: ",
                            "bevat ",
                            "bevat niet "};
    static const Phrases en{"is ",
                            "is not ",
                            "is at least ",
                            "is at most ",
                            "lies from ",
                            " to ",
                            "or",
                            "or",
                            "is not known",
                            "seen: ",
                            "looked for and not seen: ",
                            "includes ",
                            "does not include "};
    return lang == Lang::nl ? nl : en;
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
    using enum TextClasses::Kind;
    const auto& test = book.texts[cell.input.index].tests[std::size_t(cell.text)];
    const bool dutch = lang == Lang::nl;
    const std::string what = test.kind == starts ? (dutch ? "begint met" : "starts with")
                             : test.kind == ends ? (dutch ? "eindigt op" : "ends with")
                                                 : (dutch ? "bevat" : "contains");
    return what + " «" + test.part + "»";
}

std::string ranged(const Book& book, const Cell& cell, Interval domain, Lang lang) {
    const auto& p = phrases(lang);
    std::vector<std::string> parts;
    for (const auto& [low, high] : cell.within) {
        const auto from = value(book, cell.input, low, lang),
                   to = value(book, cell.input, high, lang);
        if (low == high)
            parts.push_back(p.is + from);
        else if (high == domain.high)
            parts.push_back(p.at_least + from);
        else if (low == domain.low)
            parts.push_back(p.at_most + to);
        else
            parts.push_back(p.between + from + p.to + to);
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

std::string words(const Book& book, const Cell& cell, Lang lang) {
    const auto& p = phrases(lang);
    const auto of = "«" + name(book, cell.input, lang) + "» ";
    const Type& type = book.type(cell.input);
    if (cell.test == Cell::Test::unknown) return of + p.unknown;
    if (cell.test != Cell::Test::within) {
        const bool has = cell.test == Cell::Test::member;
        const bool list = type.kind == Kind::checklist;
        const Text& label = type.codes[std::size_t(cell.member)].label;
        return of + (list ? (has ? p.seen : p.not_seen) : (has ? p.has : p.has_not)) +
               label.in(lang);
    }
    if (cell.text >= 0) return of + tested(book, cell, lang);
    const Interval domain = book.domain(cell.input);
    const bool few =
        type.kind == Kind::boolean || type.kind == Kind::choice || type.kind == Kind::text;
    return of + (few ? listed(book, cell, domain, lang) : ranged(book, cell, domain, lang));
}

} // namespace meldroute::inline v0
