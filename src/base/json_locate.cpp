// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// nlohmann keeps no positions: when a message needs one, the text is scanned again.

#include <meldroute/base/json.hpp>
#include <meldroute/base/pointer.hpp>

#include <cctype>

namespace meldroute::inline v0 {
namespace {

/// Walks a valid JSON text along a pointer. Every member leaves `at_` just behind what it read.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    std::size_t find(std::string_view pointer) {
        blank();
        while (!pointer.empty() && at_ < text_.size()) {
            pointer.remove_prefix(1);
            const auto end = std::min(pointer.find('/'), pointer.size());
            const bool inside = enter(key_of_token(pointer.substr(0, end)));
            if (!inside) break;
            pointer.remove_prefix(end);
        }
        return at_;
    }

    /// Past a value, and what stands behind it up to a comma or an end.
    std::size_t skip() {
        int depth = 0;
        do {
            const char c = text_[at_];
            if (c == '"') {
                quoted();
            } else {
                if (c == '{' || c == '[') ++depth;
                if (c == '}' || c == ']') --depth;
                ++at_;
            }
        } while (at_ < text_.size() &&
                 (depth > 0 || (text_[at_] != ',' && text_[at_] != '}' && text_[at_] != ']')));
        return at_;
    }

private:
    bool enter(const std::string& token) {
        const bool object = text_[at_] == '{';
        std::size_t index = 0;
        ++at_;
        for (blank(); at_ < text_.size() && text_[at_] != '}' && text_[at_] != ']'; blank()) {
            const std::string key = object ? quoted() : std::to_string(index++);
            if (object) {
                blank();
                ++at_; // the colon
                blank();
            }
            if (key == token) return true;
            skip();
            blank();
            if (at_ < text_.size() && text_[at_] == ',') ++at_;
        }
        return false;
    }

    void blank() {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_]))) ++at_;
    }

    /// Keys with escapes other than \" and \\ are compared as they stand: ids have none.
    std::string quoted() {
        std::string out;
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            if (text_[at_] == '\\') ++at_;
            out += text_[at_];
        }
        ++at_;
        return out;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace

std::string_view written(std::string_view text, std::string_view pointer) {
    Scanner scanner(text);
    const auto from = scanner.find(pointer);
    return text.substr(from, scanner.skip() - from);
}

std::pair<int, int> locate(std::string_view text, std::string_view pointer) {
    const std::size_t offset = Scanner(text).find(pointer);
    int line = 1, column = 1;
    for (const char c : text.substr(0, offset)) {
        column = c == '\n' ? 1 : column + 1;
        line += c == '\n';
    }
    return {line, column};
}

} // namespace meldroute::inline v0
