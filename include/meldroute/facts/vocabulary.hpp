// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The facts that a rulebook may speak of. Each has a slot: its index here.

#pragma once

#include <meldroute/base/source.hpp>
#include <meldroute/facts/type.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// Category of personal data (AVG): none, ordinary, special (art. 9), criminal (art. 10).
enum class Personal { none, ordinary, special, criminal };

struct Fact {
    std::string id;
    Type type;
    Personal personal = Personal::none;
    Text label;
    Text question;   ///< how to ask for it; the label where none is given
    std::string who; ///< who can answer, a role or a word such as "melder"
    std::vector<Source> sources;
};

class Vocabulary {
public:
    /// Reads a declaration and gives it the next slot. Throws RulebookError 11xx with the place.
    void declare(const JsonNode& node, const CodeLists& lists);

    std::size_t size() const { return facts_.size(); }
    const Fact& operator[](std::size_t slot) const { return facts_[slot]; }
    std::optional<std::size_t> find(std::string_view id) const;
    std::vector<std::string> ids() const;

private:
    std::vector<Fact> facts_;
    std::vector<JsonNode> nodes_; ///< where each is declared
    std::map<std::string, std::size_t, std::less<>> slots_;
};

} // namespace meldroute::inline v0
