// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "facts/plain_reader.hpp"

#include "facts/duration.hpp"

#include <meldroute/base/date.hpp>

#include <array>
#include <bit>
#include <cstring>

namespace meldroute::inline v0 {
namespace {

/// What is longer is no report; the long way says how long a text may be.
constexpr std::size_t longest = 1 << 20;

constexpr int most_digits = 15; // so many a double keeps exactly
constexpr std::array<std::int64_t, 10> powers{
    1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};

/// Of these eight bytes the first that is a quotation mark, an escape, a control character or
/// beyond ASCII has its highest bit set here, and none before it.
std::uint64_t special(std::uint64_t eight) {
    constexpr std::uint64_t each = 0x0101010101010101ULL, high = 0x80 * each;
    const auto zero = [](std::uint64_t bytes) { return (bytes - each) & ~bytes; };
    return (zero(eight ^ '"' * each) | zero(eight ^ '\\' * each) | (eight - 0x20 * each) | eight) &
           high;
}

bool plain(char c) {
    const auto byte = std::uint8_t(c);
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

} // namespace

PlainReader::PlainReader(const Vocabulary& vocabulary, std::string_view text)
    : vocabulary_(vocabulary), at_(text.data()), end_(text.data() + text.size()) {
    if (text.size() > longest) end_ = at_;
}

/// The next character that is no white space, or 0 at the end.
__attribute__((always_inline)) inline char PlainReader::next() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
    return at_ == end_ ? '\0' : *at_;
}

__attribute__((always_inline)) inline bool PlainReader::take(char sign) {
    const bool here = next() == sign;
    if (here) ++at_;
    return here;
}

bool PlainReader::take(std::string_view word) {
    const bool here = std::string_view(at_, std::size_t(end_ - at_)).starts_with(word);
    if (here) at_ += word.size();
    return here;
}

__attribute__((always_inline)) inline std::optional<std::string_view> PlainReader::string() {
    if (!take('"')) return {};
    const char* from = at_;
    constexpr bool first_is_lowest = std::endian::native == std::endian::little;
    for (std::uint64_t eight = 0; first_is_lowest && end_ - at_ >= 8; at_ += 8) {
        std::memcpy(&eight, at_, sizeof eight);
        if (const auto found = special(eight)) {
            at_ += std::countr_zero(found) / 8;
            break;
        }
    }
    while (at_ != end_ && plain(*at_)) ++at_;
    if (at_ == end_ || *at_ != '"') return {};
    return std::string_view(from, std::size_t(at_++ - from));
}

bool PlainReader::read() try {
    if (!take('{')) return false;
    seen_.resize(vocabulary_.size());
    told_.reserve(std::min<std::size_t>(vocabulary_.size(), 64));
    if (!take('}')) {
        do
            if (!fact()) return false;
        while (take(','));
        if (!take('}')) return false;
    }
    return next() == '\0' && at_ == end_;
} catch (const RulebookError&) {
    return false; // of a date or a moment that is none
}

/// Reports name facts mostly in the order of their declaration: whether this is the next one is
/// seen before its end is found.
std::optional<std::size_t> PlainReader::slot() {
    if (next_ < vocabulary_.size() && !vocabulary_[next_].list && next() == '"') {
        const std::string_view id = vocabulary_[next_].id;
        if (std::size_t(end_ - at_) > id.size() + 2 && at_[id.size() + 1] == '"' &&
            Lexicon::same({at_ + 1, id.size()}, id)) {
            at_ += id.size() + 2;
            return next_;
        }
    }
    const auto id = string();
    return id ? vocabulary_.find(*id) : std::nullopt;
}

bool PlainReader::fact() {
    const auto slot = this->slot();
    if (!slot || seen_[*slot] || !take(':')) return false;
    next_ = *slot + 1;
    seen_[*slot] = true;
    if (next() == 'n') return take("null");
    told_.emplace_back().slot = *slot;
    return told(told_.back(), vocabulary_[*slot]);
}

bool PlainReader::told(Told& told, const Fact& fact) {
    const Type& type = fact.type;
    if (type.kind == Kind::list) return false;
    if (next() == '{') return aside(told, type);
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
bool PlainReader::aside(Told& told, const Type& type) {
    ++at_;
    const char* from = at_;
    if (string() == "unknown" && take(':')) return reason(told) && take('}');
    at_ = from;
    return type.many() && members(told) && take('}');
}

bool PlainReader::reason(Told& told) {
    told.aside = true;
    const auto word = string();
    for (std::size_t i = 0; i < unknown_words.size(); ++i)
        if (word == unknown_words[i]) {
            told.why = Unknown(i);
            return true;
        }
    return false;
}

bool PlainReader::members(Told& told) {
    Bits seen, not_seen;
    do {
        const auto key = string();
        if (key != "seen" && key != "not-seen") return false;
        auto& bits = key == "seen" ? seen : not_seen;
        if (bits || !take(':')) return false;
        bits = codes(told.slot);
        if (!bits) return false;
    } while (take(','));
    told.seen = seen.value_or(0);
    told.not_seen = not_seen.value_or(0);
    return (told.seen & told.not_seen) == 0;
}

PlainReader::Bits PlainReader::codes(std::size_t slot) {
    if (!take('[')) return {};
    std::uint64_t bits = 0;
    if (take(']')) return bits;
    do {
        const auto one = code(slot);
        if (!one) return {};
        bits |= std::uint64_t{1} << *one;
    } while (take(','));
    if (!take(']')) return {};
    return bits;
}

PlainReader::Number PlainReader::code(std::size_t slot) {
    const auto word = string();
    const int code = word ? vocabulary_.code(slot, *word) : -1;
    return code < 0 ? Number() : code;
}

PlainReader::Number PlainReader::scalar(Told& told, const Type& type) {
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
    if (take("true")) return 1;
    if (take("false")) return 0;
    return {};
}

/// In units. Declines exponents, "-0", more decimals than the type has, and more digits than a
/// double keeps.
PlainReader::Number PlainReader::number(const Type& type) {
    const bool below = take('-');
    std::int64_t units = 0;
    const auto digits = [&] {
        const char* from = at_;
        for (; at_ != end_ && *at_ >= '0' && *at_ <= '9' && at_ - from <= most_digits; ++at_)
            units = units * 10 + (*at_ - '0');
        return int(at_ - from);
    };
    const bool zero = at_ != end_ && *at_ == '0';
    const int whole = digits();
    if (whole == 0 || (zero && whole > 1)) return {};
    int behind = 0;
    if (type.kind == Kind::number && at_ != end_ && *at_ == '.') {
        ++at_;
        if (whole > most_digits || (behind = digits()) == 0) return {};
    }
    if (whole + behind > most_digits || behind > type.decimals || (below && units == 0)) return {};
    const std::int64_t power = powers[std::size_t(type.decimals - behind)];
    if (units > INT64_MAX / power) return {};
    return below ? -units * power : units * power;
}

} // namespace meldroute::inline v0
