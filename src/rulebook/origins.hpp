// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A rulebook is compiled from one resolved document; this remembers in which file, line and column
// each part of that document was written, so that every fault is shown where a person can mend it.

#pragma once

#include <meldroute/base/json.hpp>

#include <map>
#include <string>
#include <string_view>

namespace meldroute::inline v0 {

class Origins {
public:
    /// What stands at `pointer` in the document of this name was written as `node`. The last word
    /// counts.
    void add(const std::string& document, const std::string& pointer, const JsonNode& node);

    /// What stands at `pointer` was written where `other` was.
    void alias(const std::string& document, const std::string& pointer, std::string_view other);

    /// What was written there: a part of the nearest node above it that was added.
    JsonNode node(std::string_view document, std::string_view pointer) const;

    /// The place where it was written; a place in no document of ours stays as it is.
    Place trace(Place place) const;

private:
    using Nodes = std::map<std::string, JsonNode, std::less<>>;
    static const JsonNode* nearest_above(const Nodes& nodes, std::string_view& pointer);

    std::map<std::string, Nodes, std::less<>> documents_;
};

/// "decisions/weging.json:12:5", for messages that name a second place.
std::string in_words(const Place& place);

/// The last part of a node's pointer, as it stands in that pointer: "/weging".
std::string last_token(const JsonNode& node);

} // namespace meldroute::inline v0
