// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/casefile/entry.hpp>

#include <meldroute/base/error.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// Of a small hexadecimal digit, else -1.
constexpr int nibble(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool all_small_hex(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return nibble(c) >= 0; });
}

template <std::size_t Size>
void fill_from(std::array<std::uint8_t, Size>& out, std::string_view bytes) {
    std::copy_n(bytes.begin(), Size, out.begin());
}

/// Takes a frame apart, left to right. One byte off anywhere, and nothing fits any more.
class FrameReader {
public:
    explicit FrameReader(std::string_view rest) : rest_(rest) {}

    bool word(std::string_view expected) {
        if (!rest_.starts_with(expected)) return false;
        rest_.remove_prefix(expected.size());
        return true;
    }

    template <std::size_t Size>
    bool hex(std::array<std::uint8_t, Size>& out) {
        if (rest_.size() < Size * 2) return false;
        for (std::size_t i = 0; i < Size; ++i) {
            const int high = nibble(rest_[2 * i]), low = nibble(rest_[2 * i + 1]);
            if (high < 0 || low < 0) return false;
            out[i] = std::uint8_t(high << 4 | low);
        }
        rest_.remove_prefix(Size * 2);
        return true;
    }

    /// From 1; at most 15 digits, so that every JSON reader holds it exactly.
    bool count(std::int64_t& out) {
        std::size_t size = 0;
        while (size < rest_.size() && rest_[size] >= '0' && rest_[size] <= '9') {
            if (size == 15) return false;
            out = out * 10 + (rest_[size++] - '0');
        }
        if (size == 0 || rest_[0] == '0') return false;
        rest_.remove_prefix(size);
        return true;
    }

    bool done() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

template <std::size_t Size>
void append_hex(std::string& out, const std::array<std::uint8_t, Size>& bytes) {
    out.append(Size * 2, '0');
    auto at = out.end() - std::ptrdiff_t(Size * 2);
    for (const unsigned byte : bytes) {
        *at++ = "0123456789abcdef"[byte >> 4U];
        *at++ = "0123456789abcdef"[byte & 15U];
    }
}

constexpr std::string_view before_case = R"({"case":")";
constexpr std::string_view before_commitment = R"(","commitment":")";
constexpr std::string_view before_previous = R"(","format":1,"previous":")";
constexpr std::string_view before_sequence = R"(","sequence":)";
static_assert(Frame::format == 1, "another format has another line, and this one stays readable");

} // namespace

template <class Of>
RandomId<Of> RandomId<Of>::draw(Randomness& randomness) {
    RandomId id;
    randomness.fill(id.raw);
    return id;
}

template <class Of>
RandomId<Of> RandomId<Of>::parse(std::string_view hex) {
    if (hex.size() != 32 || !all_small_hex(hex)) fail(Fault::random_id_malformed);
    return of(from_hex(hex));
}

template <class Of>
RandomId<Of> RandomId<Of>::of(std::string_view bytes) {
    RandomId id;
    if (bytes.size() != id.raw.size()) fail(Fault::random_id_malformed);
    fill_from(id.raw, bytes);
    return id;
}

template <class Of>
std::string RandomId<Of>::hex() const {
    return to_hex(bytes());
}

template <class Of>
std::string_view RandomId<Of>::bytes() const {
    return {reinterpret_cast<const char*>(raw.data()), raw.size()};
}

template struct RandomId<OfCase>;
template struct RandomId<OfRegister>;

std::string Frame::bytes() const {
    std::string out;
    out.reserve(256);
    out += before_case;
    append_hex(out, case_id.raw);
    out += before_commitment;
    append_hex(out, commitment);
    out += before_previous;
    append_hex(out, previous);
    out += before_sequence;
    out += std::to_string(sequence);
    return out += '}';
}

std::optional<Frame> Frame::parse(std::string_view bytes) {
    Frame frame;
    FrameReader reader(bytes);
    const bool whole = reader.word(before_case) && reader.hex(frame.case_id.raw) &&
                       reader.word(before_commitment) && reader.hex(frame.commitment) &&
                       reader.word(before_previous) && reader.hex(frame.previous) &&
                       reader.word(before_sequence) && reader.count(frame.sequence) &&
                       reader.word("}") && reader.done();
    if (!whole) return {};
    return frame;
}

Digest commit(const EntryKey& key, const CaseId& case_id, std::int64_t sequence,
              std::string_view body) {
    std::array<char, 8> place{};
    auto rest = static_cast<std::uint64_t>(sequence);
    for (auto byte = place.rbegin(); byte != place.rend(); ++byte, rest >>= 8)
        *byte = static_cast<char>(rest & 0xff);
    return hmac_sha256(bytes_of(key), {case_id.bytes(), {place.data(), place.size()}, body});
}

} // namespace meldroute::inline v0
