// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The facts that a rulebook may speak of. Each has a slot: its index here.

#pragma once

#include <meldroute/base/source.hpp>
#include <meldroute/facts/lexicon.hpp>
#include <meldroute/facts/type.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// Category of personal data (AVG): none, ordinary, special (art. 9), criminal (art. 10).
enum class Personal { none, ordinary, special, criminal };

/// Reads "ordinary", "special" or "criminal"; throws M1013.
Personal personal_of(const JsonNode& word);

/// The id of the reserved fact that is the moment of the event itself, where a vocabulary has it.
inline constexpr std::string_view moment_of_event = "moment";

struct Fact {
    std::string id;
    Type type;
    Personal personal = Personal::none;
    Text label;
    Text question;   ///< how to ask for it; the label where none is given
    std::string who; ///< who can answer, a role or a word such as "melder"
    std::vector<Source> sources;
    std::vector<std::string> fields; ///< of a list: what each record has

    /// Of a field of one record: the slot of its list, and which record, from 0. Such a fact is
    /// part of its list and has no name of its own to rules or reports.
    std::optional<std::size_t> list;
    int record = 0;
};

class Vocabulary {
public:
    /// Reads a declaration and gives it the next slot, and a list one more for each field of each
    /// record that it has room for. Throws RulebookError 11xx with the place.
    void declare(const JsonNode& node, const CodeLists& lists);

    std::size_t size() const { return facts_.size(); }
    const Fact& operator[](std::size_t slot) const { return facts_[slot]; }
    std::optional<std::size_t> find(std::string_view id) const {
        const auto slot = words_.find(Lexicon::none, id);
        return slot == Lexicon::none ? std::nullopt : std::optional<std::size_t>(slot);
    }
    /// The index of a code of the fact in this slot, which is no field of a record; or -1.
    int code(std::size_t slot, std::string_view word) const {
        return int(words_.find(std::uint32_t(slot), word));
    }
    /// The slot of a field of a record of the list in slot `list`.
    std::optional<std::size_t> field(std::size_t list, int record, std::string_view id) const;
    std::vector<std::string> ids() const; ///< without the fields of records

private:
    Fact read(const JsonNode& node, const CodeLists& lists) const;
    void add(Fact fact, const JsonNode& node);
    void add_records(const JsonNode& node, const CodeLists& lists);

    std::vector<Fact> facts_;
    std::vector<JsonAtRest> nodes_; ///< where each is declared
    Lexicon words_;                 ///< codes by the slot of their fact, ids of facts by `none`
};

} // namespace meldroute::inline v0
