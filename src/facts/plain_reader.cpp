// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "facts/plain_reader.hpp"

#include "facts/duration.hpp"

#include <meldroute/base/date.hpp>

#include <array>

namespace meldroute::inline v0 {
namespace {

/// What is longer is no report; the long way says how long a text may be.
constexpr std::size_t longest = 1 << 20;

constexpr int most_digits = 15; // so many a double keeps exactly
constexpr std::array<std::int64_t, 10> powers{
    1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};

/// Texts come by the thousand: what one needed serves the next.
struct Room {
    std::vector<PlainFact> told;
    std::vector<bool> seen;
};

Room& room() {
    thread_local Room room;
    return room;
}

} // namespace

PlainReader::PlainReader(const Vocabulary& vocabulary, std::string_view text)
    : vocabulary_(vocabulary), text_(text.substr(0, text.size() > longest ? 0 : text.size())),
      told_(room().told), seen_(room().seen) {}

std::optional<std::string_view> PlainReader::string() {
    if (!text_.take('"')) return {};
    const char* from = text_.at();
    do text_.letters();
    while (!text_.beyond_ascii().empty());
    if (text_.here() != '"') return {};
    text_.skip(1);
    return std::string_view(from, std::size_t(text_.at() - 1 - from));
}

/// Flattened: what it is made of is short, and calls would take a fifth of the time.
[[gnu::flatten]] bool PlainReader::read() try {
    if (!text_.take('{')) return false;
    seen_.assign(vocabulary_.size(), false);
    told_.clear();
    if (!text_.take('}')) {
        do
            if (!fact()) return false;
        while (text_.take(','));
        if (!text_.take('}')) return false;
    }
    text_.next();
    return text_.done();
} catch (const RulebookError&) {
    return false; // of a date or a moment that is none
}

/// Reports name facts mostly in the order of their declaration: whether this is the next one is
/// seen before its end is found.
std::optional<std::size_t> PlainReader::slot() {
    if (next_ < vocabulary_.size() && !vocabulary_[next_].list && text_.next() == '"') {
        const std::string_view id = vocabulary_[next_].id;
        if (text_.left() > id.size() + 2 && text_.at()[id.size() + 1] == '"' &&
            Lexicon::same({text_.at() + 1, id.size()}, id)) {
            text_.skip(id.size() + 2);
            return next_;
        }
    }
    const auto id = string();
    return id ? vocabulary_.find(*id) : std::nullopt;
}

bool PlainReader::fact() {
    const auto slot = this->slot();
    if (!slot || seen_[*slot] || !text_.take(':')) return false;
    next_ = *slot + 1;
    seen_[*slot] = true;
    if (text_.next() == 'n') return text_.take("null");
    told_.emplace_back().slot = std::uint32_t(*slot);
    return told(told_.back(), vocabulary_[*slot]);
}

bool PlainReader::told(PlainFact& told, const Fact& fact) {
    const Type& type = fact.type;
    if (type.kind == Kind::list) return false;
    if (text_.next() == '{') return aside(told, type);
    if (type.many()) {
        const auto seen = codes(told.slot);
        if (!seen) return false;
        told.seen = *seen;
        told.not_seen = type.all() & ~*seen;
        return true;
    }
    const auto value = scalar(told, type);
    if (!value || *value < type.min || *value > type.max) return false;
    told.known = true;
    told.value = *value;
    return true;
}

/// {"unknown": …}, or what was seen and not seen.
bool PlainReader::aside(PlainFact& told, const Type& type) {
    text_.skip(1);
    const auto from = text_;
    if (string() == "unknown" && text_.take(':')) return reason(told) && text_.take('}');
    text_ = from;
    return type.many() && members(told) && text_.take('}');
}

bool PlainReader::reason(PlainFact& told) {
    told.aside = true;
    const auto word = string();
    for (std::size_t i = 0; i < unknown_words.size(); ++i)
        if (word == unknown_words[i]) {
            told.why = Unknown(i);
            return true;
        }
    return false;
}

bool PlainReader::members(PlainFact& told) {
    Bits seen, not_seen;
    do {
        const auto key = string();
        if (key != "seen" && key != "not-seen") return false;
        auto& bits = key == "seen" ? seen : not_seen;
        if (bits || !text_.take(':')) return false;
        bits = codes(told.slot);
        if (!bits) return false;
    } while (text_.take(','));
    told.seen = seen.value_or(0);
    told.not_seen = not_seen.value_or(0);
    return (told.seen & told.not_seen) == 0;
}

PlainReader::Bits PlainReader::codes(std::size_t slot) {
    if (!text_.take('[')) return {};
    std::uint64_t bits = 0;
    if (text_.take(']')) return bits;
    do {
        const auto one = code(slot);
        if (!one) return {};
        bits |= std::uint64_t{1} << *one;
    } while (text_.take(','));
    if (!text_.take(']')) return {};
    return bits;
}

PlainReader::Number PlainReader::code(std::size_t slot) {
    const auto word = string();
    const int code = word ? vocabulary_.code(slot, *word) : -1;
    return code < 0 ? Number() : code;
}

PlainReader::Number PlainReader::scalar(PlainFact& told, const Type& type) {
    switch (type.kind) {
    case Kind::boolean: return truth();
    case Kind::integer:
    case Kind::number: return number(type);
    case Kind::choice: return code(told.slot);
    case Kind::set:
    case Kind::checklist:
    case Kind::list: return {};
    case Kind::date:
    case Kind::moment:
    case Kind::duration:
    case Kind::text: break;
    }
    const auto text = string();
    if (!text) return {};
    if (type.kind == Kind::date) return Date::parse(*text).days;
    if (type.kind == Kind::moment) return Moment::parse(*text).micros;
    if (type.kind == Kind::duration) return read_duration(*text);
    told.text = *text;
    return 0;
}

PlainReader::Number PlainReader::truth() {
    if (text_.take("true")) return 1;
    if (text_.take("false")) return 0;
    return {};
}

/// In units. Declines exponents, "-0", more decimals than the type has, and more digits than a
/// double keeps.
PlainReader::Number PlainReader::number(const Type& type) {
    const bool below = text_.take('-');
    std::int64_t units = 0;
    int left = most_digits + 1; // one too many is seen, and still fits in 64 bits
    const auto digits = [&] {
        const int before = left;
        for (char c = text_.here(); c >= '0' && c <= '9' && left > 0; c = text_.here(), --left) {
            units = units * 10 + (c - '0');
            text_.skip(1);
        }
        return before - left;
    };
    const bool zero = text_.here() == '0';
    const int whole = digits();
    if (whole == 0 || (zero && whole > 1)) return {};
    int behind = 0;
    if (type.kind == Kind::number && text_.here() == '.') {
        text_.skip(1);
        if ((behind = digits()) == 0) return {};
    }
    if (whole + behind > most_digits || behind > type.decimals || (below && units == 0)) return {};
    const std::int64_t power = powers[std::size_t(type.decimals - behind)];
    if (units > INT64_MAX / power) return {};
    return below ? -units * power : units * power;
}

} // namespace meldroute::inline v0
