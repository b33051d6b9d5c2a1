// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What an entry tells: what happened, by whom, how the rules ruled, what a person decided, where
// that led. Everything personal is in here, so that it can be erased; nothing of it is in a frame.

#pragma once

#include <meldroute/base/date.hpp>
#include <meldroute/base/json_box.hpp>
#include <meldroute/routes/route.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// The stored words are these names.
enum class EntryKind : std::uint8_t {
    told,      ///< an event of a route
    noted,     ///< facts without an event
    corrected, ///< facts that were wrong, set right
    time,      ///< a moment passed
    migrated,  ///< to another rulebook or route
};

/// A ruling of the day, short: enough to replay it.
struct KeptRuling {
    std::string decision;
    JsonBox outcome;                  ///< null while open
    std::vector<std::string> unknown; ///< facts that it was open on

    bool operator==(const KeptRuling&) const = default;
};

/// What a person decided, beside what the rulebook advised.
struct KeptDecision {
    std::string fact; ///< the decided fact
    JsonBox advice;   ///< null where there was none
    JsonBox decided;
    bool deviates = false;
    std::vector<std::string> unknown; ///< facts that were decided past
    std::string because;

    bool operator==(const KeptDecision&) const = default;
};

struct Body {
    EntryKind kind = EntryKind::told;
    Moment recorded; ///< never goes back within a case
    Moment occurred; ///< may go back
    std::string event;
    std::string person, role; ///< by whom; both empty for the passing of time
    std::string key;          ///< idempotency key, "" for none
    JsonBox facts;            ///< an object, as told
    std::vector<KeptRuling> rulings;
    std::optional<KeptDecision> decision;
    std::map<std::string, Standing> here; ///< by route id
    std::string rulebook;                 ///< digest, hexadecimal
    std::string engine;                   ///< version of meldroute
    std::optional<std::int64_t> cause;    ///< sequence of the entry that this one follows from

    /// RFC 8785. What is empty and may be (event, by, key, decision, cause) is left out.
    std::string bytes() const;
    /// Nothing, when these bytes are not a body. Numbers with decimals come back as strings.
    static std::optional<Body> parse(std::string_view bytes);

    bool operator==(const Body&) const = default;
};

} // namespace meldroute::inline v0
