// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/base/source.hpp>

namespace meldroute::inline v0 {
namespace {

Confidence confidence_of(const JsonNode& node) {
    const auto word = node.one_of({"read", "older-text", "assumed", "local"});
    if (word == "read") return Confidence::read;
    if (word == "older-text") return Confidence::older_text;
    return word == "local" ? Confidence::local : Confidence::assumed;
}

} // namespace

std::string Source::words(Lang lang) const {
    if (article.empty()) return title;
    return title + (lang == Lang::nl ? ", artikel " : ", article ") + article;
}

std::vector<Source> read_sources(const JsonNode& owner, std::string_view key) {
    std::vector<Source> out;
    if (!owner.has(key)) return out;
    for (const auto& node : owner.at(key).items()) {
        node.allow_only({"law", "policy", "article", "confidence"});
        const bool law = node.has("law");
        out.push_back({node.at(law ? "law" : "policy").string(), node.string_or("article", ""), law,
                       confidence_of(node.at("confidence"))});
    }
    return out;
}

} // namespace meldroute::inline v0
