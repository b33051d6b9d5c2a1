// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "base/json_document.hpp"
#include "base/plain_json.hpp"

#include <meldroute/base/id.hpp>
#include <meldroute/base/pointer.hpp>

#include <algorithm>
#include <functional>

namespace meldroute::inline v0 {
namespace {

/// nlohmann takes a tree apart over a list of its own, so that no depth can end the program; that
/// takes as long as reading it. From the leaves up there is nothing to list.
void take_apart(Json& value, int deepest = 100) {
    if (deepest == 0) return;
    if (value.is_array()) {
        auto& elements = value.get_ref<Json::array_t&>();
        for (auto& element : elements) take_apart(element, deepest - 1);
        elements.clear();
    } else if (value.is_object()) {
        auto& members = value.get_ref<Json::object_t&>();
        for (auto& [key, member] : members) take_apart(member, deepest - 1);
        members.clear();
    }
}

/// The tokens of the way from a value to one inside it, the last first. What is near is looked at
/// first.
bool find_way(const Json& from, const Json* to, std::vector<std::string>& tokens) {
    if (&from == to) return true;
    const auto found = [&](std::string token) {
        tokens.push_back(std::move(token));
        return true;
    };
    if (from.is_array() && !from.empty()) {
        const Json *first = &from.front(), *last = &from.back();
        if (std::less_equal<>()(first, to) && std::less_equal<>()(to, last))
            return found(std::to_string(to - first));
        for (const Json* one = first; one <= last; ++one)
            if (one->is_structured() && find_way(*one, to, tokens))
                return found(std::to_string(one - first));
    } else if (from.is_object()) {
        const auto& members = from.get_ref<const Json::object_t&>();
        for (const auto& [key, member] : members)
            if (&member == to) return found(pointer_token(key));
        for (const auto& [key, member] : members)
            if (member.is_structured() && find_way(member, to, tokens))
                return found(pointer_token(key));
    }
    return false;
}

/// Behind a pointer to the one, the way to the other.
std::string way(std::string pointer, const Json& from, const Json* to) {
    std::vector<std::string> tokens;
    find_way(from, to, tokens);
    for (; !tokens.empty(); tokens.pop_back()) pointer += "/" + tokens.back();
    return pointer;
}

} // namespace

JsonNode::Document::~Document() {
    take_apart(own);
}

JsonNode::JsonNode(std::shared_ptr<const Anchor> anchor, const Json* value)
    : anchor_(std::move(anchor)), value_(value) {}

std::string JsonNode::Anchor::pointer() const {
    if (!above) return document->pointer;
    return way(above->pointer(), *above->value, array) + "/" +
           std::to_string(value - &array->front());
}

std::string JsonNode::pointer() const {
    return way(anchor_->pointer(), *anchor_->value, value_);
}

JsonNode JsonNode::of(std::shared_ptr<const Written> written, Json value, std::string pointer,
                      bool whole) {
    auto document = std::make_shared<const Document>(std::move(written), std::move(value),
                                                     std::move(pointer), whole);
    const Json* root = document->value;
    return {std::move(document), root};
}

JsonNode JsonNode::wrap(Json value, std::string name) {
    return of(std::make_shared<const Written>(Written{std::move(name), ""}), std::move(value), "");
}

JsonNode JsonNode::with(Json value) const {
    return of(anchor_->document->written, std::move(value), pointer());
}

Place JsonNode::place() const {
    const auto& [name, text] = *anchor_->document->written;
    Place place{name, 0, 0, pointer(), ""};
    if (!text.empty()) std::tie(place.line, place.column) = locate(text, place.pointer);
    return place;
}

JsonAtRest::JsonAtRest(const JsonNode& node)
    : written_(node.anchor_->document->written), pointer_(node.pointer()),
      own_(node.anchor_->document->whole ? "" : node.json().dump()) {}

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
    auto found = find(key);
    if (!found) fail(Fault::key_missing, {std::string(key)});
    return *std::move(found);
}

std::optional<JsonNode> JsonNode::find(std::string_view key) const {
    if (!is_object()) return {};
    const auto found = value_->find(key);
    if (found == value_->end()) return {};
    return JsonNode(anchor_, &*found);
}

std::vector<JsonNode> JsonNode::items() const {
    if (!is_array()) fail(Fault::json_wrong_type, {"[…]"});
    std::vector<JsonNode> out;
    out.reserve(value_->size());
    for (const Json& item : *value_)
        out.push_back({item.is_structured() ? std::make_shared<const Anchor>(
                                                  Anchor{anchor_, anchor_->document, &item, value_})
                                            : anchor_,
                       &item});
    return out;
}

std::vector<std::pair<std::string, JsonNode>> JsonNode::members() const {
    if (!is_object()) fail(Fault::json_wrong_type, {"{\"…\": …}"});
    std::vector<std::pair<std::string, JsonNode>> out;
    out.reserve(value_->size());
    for (const auto& [key, member] : value_->get_ref<const Json::object_t&>())
        out.emplace_back(key, JsonNode(anchor_, &member));
    return out;
}

void JsonNode::allow_only(std::initializer_list<std::string_view> keys) const {
    if (!is_object()) fail(Fault::json_wrong_type, {"{}"});
    for (const auto& [key, member] : value_->get_ref<const Json::object_t&>()) {
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
    return std::string(string_view());
}

std::string_view JsonNode::string_view() const {
    if (!is_string()) fail(Fault::json_wrong_type, {"\"…\""});
    return value_->get_ref<const std::string&>();
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
