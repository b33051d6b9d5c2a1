// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is known about one report, in slots. What was not told is unknown, never false or zero.

#pragma once

#include <meldroute/base/date.hpp>
#include <meldroute/facts/vocabulary.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// Why a fact is not known. All the same to a rule; nothing is asked twice.
enum class Unknown : std::uint8_t { not_asked, asked, declined };
inline constexpr std::array<std::string_view, 3> unknown_words{"not-asked", "asked", "declined"};

/// What is known of one fact.
struct Slot {
    bool known = false; ///< of a scalar; a set is known where every bit is
    Unknown why = Unknown::not_asked;
    std::int64_t value = 0;     ///< of a scalar, in the type's units
    std::uint64_t seen = 0;     ///< members of a set, items seen of a checklist
    std::uint64_t not_seen = 0; ///< known not to be members, looked for and not seen
    std::string text;           ///< of a text

    bool operator==(const Slot&) const = default;
};

class Situation {
public:
    explicit Situation(const Vocabulary& vocabulary);

    /// Merges an object of facts: scalars and sets replace, items of a checklist are merged one by
    /// one, null means that nothing was told. An array is the complete set; part of a set is
    /// {"seen": […], "not-seen": […]}; a list is an array of records, and is the complete list;
    /// {"unknown": "asked" | "declined" | "not-asked"} says why
    /// something is not known. Throws RulebookError 11xx and then leaves everything as it was; no
    /// message holds a value.
    void tell(const JsonNode& facts);
    /// The same from JSON text, in which `name` stands for the file in messages: many times faster
    /// where the text is plain.
    void tell(std::string_view text, const std::string& name);
    /// The same where the text is plain; else false, and nothing is told: it may be wrong or not.
    bool tell_plain(std::string_view text);

    /// One fact as another store has it, typed already. Throws RulebookError M1105 where a value is
    /// outside the limits of the fact, M1110 where a member is both seen and not seen.
    void put(std::size_t slot, Slot what);
    /// The same of a scalar without text, by who looked at its limits already.
    void put_value(std::size_t slot, std::int64_t value) {
        place(slot, true, 0, 0).value = value;
        bare_[slot] = {value, 1};
    }
    /// And of a set or checklist.
    void put_members(std::size_t slot, std::uint64_t seen, std::uint64_t not_seen) {
        place(slot, false, seen, not_seen);
        bare_[slot] = {std::int64_t(seen), not_seen};
    }
    /// As if this fact was never told.
    void forget(std::size_t slot) {
        place(slot, false, 0, 0).value = 0;
        if (!slots_[slot].text.empty()) std::string().swap(slots_[slot].text);
        bare_[slot] = {};
    }

    /// Makes this the moment of the event, where the vocabulary has a fact for it.
    void happen(const Moment& moment);

    const Slot& operator[](std::size_t slot) const { return slots_[slot]; }
    /// The same in two words, so that deciding reads little memory. Of a set or checklist what was
    /// seen and not seen; of a scalar its value, and 1 where it is known.
    struct Bare {
        std::int64_t value = 0;
        std::uint64_t rest = 0;
    };
    const Bare& bare(std::size_t slot) const { return bare_[slot]; }
    const Vocabulary& vocabulary() const { return *vocabulary_; }
    /// Whether this fact is known wholly: for a set, every member.
    bool known(std::size_t slot) const;

    /// Everything told, in the one stored form: an object by fact id.
    Json json() const;

    bool operator==(const Situation& other) const { return slots_ == other.slots_; }

private:
    Slot& place(std::size_t slot, bool known, std::uint64_t seen, std::uint64_t not_seen) {
        Slot& one = slots_[slot];
        one.known = known;
        one.why = Unknown::not_asked;
        one.seen = seen;
        one.not_seen = not_seen;
        return one;
    }
    class Changes;
    void tell_list(Changes& changes, std::size_t list, const JsonNode& node) const;
    Json records(std::size_t list) const;

    const Vocabulary* vocabulary_;
    std::vector<Slot> slots_;
    std::vector<Bare> bare_;
};

} // namespace meldroute::inline v0
