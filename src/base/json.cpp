// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "base/plain_json.hpp"

#include <meldroute/base/id.hpp>
#include <meldroute/base/json.hpp>
#include <meldroute/base/pointer.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace meldroute::inline v0 {

struct JsonNode::Written {
    std::string name;
    std::string text; ///< empty when the value did not come from a text
};

struct JsonNode::Document {
    std::shared_ptr<const Written> written;
    Json value;
    bool whole; ///< the value is that text; else a part of it, or read apart
};

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

JsonNode::JsonNode(std::shared_ptr<const Document> document, const Json* value, std::string pointer)
    : document_(std::move(document)), value_(value), pointer_(std::move(pointer)) {}

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

JsonNode JsonNode::of(std::shared_ptr<const Written> written, Json value, std::string pointer,
                      bool whole) {
    auto document =
        std::make_shared<const Document>(Document{std::move(written), std::move(value), whole});
    const Json* root = &document->value;
    return {std::move(document), root, std::move(pointer)};
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

JsonNode JsonNode::wrap(Json value, std::string name) {
    return of(std::make_shared<const Written>(Written{std::move(name), ""}), std::move(value), "");
}

JsonNode JsonNode::with(Json value) const {
    return of(document_->written, std::move(value), pointer_);
}

Place JsonNode::place() const {
    const auto& [name, text] = *document_->written;
    Place place{name, 0, 0, pointer_, ""};
    if (!text.empty()) std::tie(place.line, place.column) = locate(text, pointer_);
    return place;
}

JsonAtRest::JsonAtRest(const JsonNode& node)
    : written_(node.document_->written), pointer_(node.pointer_),
      own_(node.document_->whole ? "" : node.json().dump()) {}

JsonNode JsonAtRest::node() const {
    const auto text = own_.empty() ? written(written_->text, pointer_) : std::string_view(own_);
    auto value = plain_json(text);
    return JsonNode::of(written_, value ? std::move(*value) : Json::parse(text), pointer_);
}

Place JsonAtRest::place() const {
    return JsonNode::of(written_, Json(), pointer_).place();
}

void JsonNode::fail(Fault fault, std::vector<std::string> words) const {
    meldroute::fail(fault, std::move(words), place());
}

bool JsonNode::has(std::string_view key) const {
    return is_object() && value_->contains(key);
}

JsonNode JsonNode::at(std::string_view key) const {
    if (!is_object()) fail(Fault::json_wrong_type, {"{\"…\": …}"});
    const auto found = value_->find(key);
    if (found == value_->end()) fail(Fault::key_missing, {std::string(key)});
    return {document_, &*found, pointer_ + "/" + pointer_token(key)};
}

std::vector<JsonNode> JsonNode::items() const {
    if (!is_array()) fail(Fault::json_wrong_type, {"[…]"});
    std::vector<JsonNode> out;
    out.reserve(value_->size());
    for (std::size_t i = 0; i < value_->size(); ++i)
        out.push_back({document_, &(*value_)[i], pointer_ + "/" + std::to_string(i)});
    return out;
}

std::vector<std::pair<std::string, JsonNode>> JsonNode::members() const {
    if (!is_object()) fail(Fault::json_wrong_type, {"{\"…\": …}"});
    std::vector<std::pair<std::string, JsonNode>> out;
    out.reserve(value_->size());
    for (const auto& [key, member] : value_->items())
        out.emplace_back(key, JsonNode(document_, &member, pointer_ + "/" + pointer_token(key)));
    return out;
}

void JsonNode::allow_only(std::initializer_list<std::string_view> keys) const {
    if (!is_object()) fail(Fault::json_wrong_type, {"{}"});
    for (const auto& [key, member] : value_->items()) {
        const auto is = [name = std::string_view(key)](std::string_view one) {
            return one == name;
        };
        if (std::any_of(keys.begin(), keys.end(), is) || is("$schema") || is("note")) continue;
        std::vector<std::string> known(keys.begin(), keys.end());
        known.insert(known.end(), {"$schema", "note"});
        at(key).fail(Fault::key_unknown, {key, nearest(key, known)});
    }
}

bool JsonNode::is_string() const {
    return value_->is_string();
}
bool JsonNode::is_array() const {
    return value_->is_array();
}
bool JsonNode::is_object() const {
    return value_->is_object();
}
bool JsonNode::is_boolean() const {
    return value_->is_boolean();
}
bool JsonNode::is_integer() const {
    return value_->is_number_integer();
}
bool JsonNode::is_number() const {
    return value_->is_number();
}
bool JsonNode::is_null() const {
    return value_->is_null();
}

std::string JsonNode::string() const {
    if (!is_string()) fail(Fault::json_wrong_type, {"\"…\""});
    return value_->get<std::string>();
}

std::string JsonNode::string_or(std::string_view key, std::string_view otherwise) const {
    return has(key) ? at(key).string() : std::string(otherwise);
}

bool JsonNode::boolean() const {
    if (!is_boolean()) fail(Fault::json_wrong_type, {"true / false"});
    return value_->get<bool>();
}

std::int64_t JsonNode::integer() const {
    if (!is_integer()) fail(Fault::json_wrong_type, {"0, 1, 2 …"});
    if (value_->is_number_unsigned() && value_->get<std::uint64_t>() > std::uint64_t(INT64_MAX))
        fail(Fault::number_overflow);
    return value_->get<std::int64_t>();
}

std::string JsonNode::id() const {
    auto text = string();
    if (!is_id(text)) fail(Fault::id_malformed, {text});
    return text;
}

Text JsonNode::text() const {
    if (is_string()) return {string(), ""};
    allow_only({"nl", "en"});
    return {at("nl").string(), string_or("en", "")};
}

Text JsonNode::text_or_empty(std::string_view key) const {
    return has(key) ? at(key).text() : Text{};
}

std::string JsonNode::one_of(const std::vector<std::string>& words) const {
    auto word = string();
    if (std::find(words.begin(), words.end(), word) == words.end())
        fail(Fault::value_not_listed, {word, nearest(word, words)});
    return word;
}

} // namespace meldroute::inline v0
