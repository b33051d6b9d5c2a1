// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// From text to a document. What nlohmann lets pass in silence is refused here.

#include "base/json_document.hpp"
#include "base/plain_json.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace meldroute::inline v0 {
namespace {

/// Line and column, from 1, of a byte of a text.
std::pair<int, int> line_and_column(std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, std::min(offset, text.size()));
    const auto last = before.rfind('\n');
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto column = last == std::string_view::npos ? before.size() + 1 : before.size() - last;
    return {int(line), int(column)};
}

/// What reads a document later does so by recursion: a text that is nested without end must not
/// end the program.
constexpr int deepest = 200;
constexpr std::size_t megabyte = 1 << 20, most_megabytes = 32;

void refuse_too_large(std::size_t bytes, const std::string& name) {
    if (bytes > most_megabytes * megabyte)
        meldroute::fail(Fault::json_too_large, {std::to_string(most_megabytes)},
                        {name, 0, 0, "", ""});
}

/// nlohmann silently keeps the last of two equal keys; we refuse. Its byte offsets give the place.
class DuplicateKeys {
public:
    explicit DuplicateKeys(std::string name) : name_(std::move(name)) {}

    bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
        using Event = Json::parse_event_t;
        if (depth > deepest)
            meldroute::fail(Fault::json_too_deep, {std::to_string(deepest)}, {name_, 0, 0, "", ""});
        if (event == Event::object_start) keys_.emplace_back();
        if (event == Event::object_end) keys_.pop_back();
        if (event == Event::key) {
            const auto key = parsed.get<std::string>();
            auto& here = keys_.back();
            if (twice_.empty()) {
                seen_.push_back(key);
                if (std::find(here.begin(), here.end(), key) != here.end()) twice_ = key;
            }
            here.push_back(key);
        }
        return true;
    }
    const std::string& twice() const { return twice_; }

    /// Where the key stands in the text for the second time: behind so many of the same name.
    std::size_t offset(std::string_view text) const {
        const auto needle = "\"" + twice_ + "\"";
        auto left = std::count(seen_.begin(), seen_.end(), twice_);
        auto at = text.find(needle);
        while (at != text.npos) {
            const auto behind = text.find_first_not_of(" \t\r\n", at + needle.size());
            if (behind != text.npos && text[behind] == ':' && --left == 0) break;
            at = text.find(needle, at + 1);
        }
        return at;
    }

private:
    std::vector<std::vector<std::string>> keys_;
    std::vector<std::string> seen_; ///< every key up to and including the one that stands twice
    std::string name_, twice_;
};

} // namespace

JsonNode JsonNode::read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in || std::filesystem::is_directory(file))
        meldroute::fail(Fault::file_missing, {file.generic_string()});
    std::error_code unknown; // of a pipe: then the text itself tells
    if (const auto bytes = std::filesystem::file_size(file, unknown); !unknown)
        refuse_too_large(bytes, file.generic_string());
    std::ostringstream text;
    text << in.rdbuf();
    return parse(std::move(text).str(), file.generic_string());
}

JsonNode JsonNode::parse(std::string text, std::string name) {
    refuse_too_large(text.size(), name);
    const auto written = std::make_shared<const Written>(Written{std::move(name), std::move(text)});
    if (auto value = plain_json(written->text)) return of(written, std::move(*value), "", true);
    DuplicateKeys keys(written->name);
    Json value;
    try {
        value = Json::parse(written->text, std::ref(keys));
    } catch (const Json::parse_error& error) {
        const auto [line, column] =
            line_and_column(written->text, error.byte == 0 ? 0 : error.byte - 1);
        meldroute::fail(Fault::json_broken, {}, {written->name, line, column, "", ""});
    } catch (const Json::out_of_range& error) { // it says which number: where that stands is told
        const std::string words = error.what();
        const auto from = words.find('\'') + 1;
        const auto at = written->text.find(words.substr(from, words.rfind('\'') - from));
        const auto [line, column] =
            line_and_column(written->text, at == std::string::npos ? 0 : at);
        meldroute::fail(Fault::number_overflow, {}, {written->name, line, column, "", ""});
    }
    auto node = of(written, std::move(value), "", true);
    if (!keys.twice().empty()) {
        auto place = node.place();
        std::tie(place.line, place.column) =
            line_and_column(written->text, keys.offset(written->text));
        meldroute::fail(Fault::json_duplicate_key, {keys.twice()}, place);
    }
    return node;
}

} // namespace meldroute::inline v0
