// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "base/plain_json.hpp"

#include "base/plain_text.hpp"

#include <charconv>
#include <string>

namespace meldroute::inline v0 {
namespace {

using Json = nlohmann::json;

constexpr int deepest = 100;
constexpr int most_digits = 18; // what surely fits in 64 bits

class PlainJson {
public:
    explicit PlainJson(std::string_view text) : text_(text) {}

    std::optional<Json> read() {
        Json out;
        if (!value(out, 0)) return {};
        text_.next();
        if (!text_.done()) return {};
        return out;
    }

private:
    bool value(Json& out, int depth) {
        switch (text_.next()) {
        case '{': return depth < deepest && object(out, depth);
        case '[': return depth < deepest && array(out, depth);
        case '"': out = Json::value_t::string; return string(out.get_ref<std::string&>());
        case 't': out = true; return text_.take("true");
        case 'f': out = false; return text_.take("false");
        case 'n': return text_.take("null");
        default: return number(out);
        }
    }

    bool object(Json& out, int depth) {
        text_.skip(1);
        out = Json::value_t::object;
        auto& members = out.get_ref<Json::object_t&>();
        if (text_.take('}')) return true;
        do {
            key_.clear();
            if (text_.next() != '"' || !string(key_) || !text_.take(':')) return false;
            const auto before = members.size();
            const auto member = members.emplace_hint(members.end(), key_, nullptr);
            if (members.size() == before || !value(member->second, depth + 1)) return false;
        } while (text_.take(','));
        return text_.take('}');
    }

    bool array(Json& out, int depth) {
        text_.skip(1);
        out = Json::value_t::array;
        auto& elements = out.get_ref<Json::array_t&>();
        if (text_.take(']')) return true;
        do
            if (!value(elements.emplace_back(), depth + 1)) return false;
        while (text_.take(','));
        return text_.take(']');
    }

    bool string(std::string& out) {
        text_.skip(1);
        while (true) {
            out += text_.letters();
            if (text_.here() == '"') break;
            if (text_.here() == '\\') {
                if (!escaped(out)) return false;
            } else {
                const auto letter = text_.beyond_ascii();
                if (letter.empty()) return false;
                out += letter;
            }
        }
        text_.skip(1);
        return true;
    }

    bool escaped(std::string& out) {
        static constexpr std::string_view signs = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
        if (text_.left() < 2) return false;
        const auto which = signs.find(text_.at()[1]);
        if (which == signs.npos) return false;
        out += meanings[which];
        text_.skip(2);
        return true;
    }

    std::size_t digits(std::size_t from) const {
        std::size_t at = from;
        while (at < text_.left() && text_.at()[at] >= '0' && text_.at()[at] <= '9') ++at;
        return at - from;
    }

    bool number(Json& out) {
        const char* from = text_.at();
        const std::size_t sign = text_.here() == '-' ? 1 : 0;
        const auto whole = digits(sign);
        if (whole == 0 || (whole > 1 && from[sign] == '0')) return false;
        auto size = sign + whole;
        const auto is = [&](char a, char b) {
            return size < text_.left() && (from[size] == a || from[size] == b);
        };
        const bool real = is('.', 'e') || is('E', 'E');
        if (is('.', '.')) {
            const auto behind = digits(++size);
            if (behind == 0) return false;
            size += behind;
        }
        if (is('e', 'E')) {
            if (++size; is('+', '-')) ++size;
            const auto exponent = digits(size);
            if (exponent == 0) return false;
            size += exponent;
        }
        text_.skip(size);
        return real                  ? parsed<double>(out, from, size)
               : whole > most_digits ? false
               : sign == 1           ? parsed<std::int64_t>(out, from, size)
                                     : parsed<std::uint64_t>(out, from, size);
    }

    template <class Number>
    static bool parsed(Json& out, const char* from, std::size_t size) {
        Number number{};
        if (std::from_chars(from, from + size, number).ec != std::errc()) return false;
        out = number;
        return true;
    }

    PlainText text_;
    std::string key_;
};

} // namespace

std::optional<Json> plain_json(std::string_view text) {
    return PlainJson(text).read();
}

} // namespace meldroute::inline v0
