// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// JSON as people write it: read strictly, with the line and column of every fault.

#pragma once

#include <meldroute/base/error.hpp>

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

using Json = nlohmann::json;

/// A text in the languages of the house. An English text may be missing: then the Dutch stands in.
struct Text {
    std::string nl, en;

    const std::string& in(Lang lang) const { return lang == Lang::en && !en.empty() ? en : nl; }
    bool empty() const { return nl.empty() && en.empty(); }
};

/// A value somewhere in a JSON document, which finds out where it stands when it is asked. Cheap to
/// copy; keeps its document alive. Every reading member throws RulebookError with the place when the value is of
/// another type (M1012), a key is missing (M1011) or unknown (M1010, with the nearest known one).
class JsonNode {
public:
    /// Reads a file; throws Usage M1003, RulebookError M1001 or M1002.
    static JsonNode read(const std::filesystem::path& file);
    /// Parses a text; `name` stands for the file in messages.
    static JsonNode parse(std::string text, std::string name);
    /// Wraps a value that came from elsewhere (a Python dict, a bundle): places have no lines.
    static JsonNode wrap(Json value, std::string name);

    /// Another value at this place: a part of what stands here, read apart.
    JsonNode with(Json value) const;

    const Json& json() const { return *value_; }
    std::string pointer() const;
    /// File, line, column and pointer of this value.
    Place place() const;

    bool has(std::string_view key) const;
    JsonNode at(std::string_view key) const;
    /// The same, if that key is there.
    std::optional<JsonNode> find(std::string_view key) const;
    /// Elements of an array.
    std::vector<JsonNode> items() const;
    /// Members of an object, by key in the order of code points.
    std::vector<std::pair<std::string, JsonNode>> members() const;
    /// Refuses keys other than these ("$schema" and "note" are always allowed).
    void allow_only(std::initializer_list<std::string_view> keys) const;

    bool is_string() const;
    bool is_array() const;
    bool is_object() const;
    bool is_boolean() const;
    bool is_integer() const;
    bool is_number() const;
    bool is_null() const;

    std::string string() const;
    /// The same, as long as the document is there.
    std::string_view string_view() const;
    std::string string_or(std::string_view key, std::string_view otherwise) const;
    bool boolean() const;
    std::int64_t integer() const;
    /// A string that is an id (DECISIONS: ids); throws M1004.
    std::string id() const;
    /// {"nl": …, "en": …}, or a string, which is Dutch.
    Text text() const;
    Text text_or_empty(std::string_view key) const;
    /// One of these words; throws M1013 with the nearest.
    std::string one_of(const std::vector<std::string>& words) const;

    [[noreturn]] void fail(Fault fault, std::vector<std::string> words = {}) const;

private:
    friend class JsonAtRest;
    struct Written;
    struct Anchor;
    struct Document;
    JsonNode(std::shared_ptr<const Anchor> anchor, const Json* value);
    static JsonNode of(std::shared_ptr<const Written> written, Json value, std::string pointer,
                       bool whole = false);

    std::shared_ptr<const Anchor> anchor_; ///< the document, or a value in it around this one
    const Json* value_;
};

/// A node of which only the text is kept: a tree takes ten times as much. It is parsed anew when it
/// is asked for.
class JsonAtRest {
public:
    explicit JsonAtRest(const JsonNode& node);

    JsonNode node() const;
    Place place() const;
    const std::string& pointer() const { return pointer_; }

private:
    std::shared_ptr<const JsonNode::Written> written_;
    std::string pointer_;
    std::string own_; ///< where it is not a part of that text
};

/// RFC 8785 for what a rulebook or an entry may hold: ASCII keys in order, no white space. A number
/// with decimals stands as a string of its shortest decimal form, so no binary float is hashed.
std::string canonical(const Json& value);
/// The same, behind what is there.
void append_canonical(std::string& out, const Json& value);
void append_canonical_text(std::string& out, std::string_view text);

/// The value that this pointer names in a valid JSON text, as it stands there.
std::string_view written(std::string_view text, std::string_view pointer);
/// Line and column (from 1) of that value.
std::pair<int, int> locate(std::string_view text, std::string_view pointer);

} // namespace meldroute::inline v0
