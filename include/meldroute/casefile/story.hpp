// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Where a case stands, derived from its entries and from nothing else. A value: copy it, go on with
// the copy, and throw it away when the register says no.

#pragma once

#include <meldroute/casefile/body.hpp>
#include <meldroute/casefile/entry.hpp>
#include <meldroute/rulebook/rulebook.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// Something that happened, for terms and duties: "route.event".
struct Happened {
    std::string event;
    Moment at;
    std::int64_t sequence = 0;
};

/// By which entry a case came to a step where it still stands.
struct Entered {
    Moment at;
    std::int64_t sequence = 0;
};

class Story {
public:
    explicit Story(std::shared_ptr<const Rulebook> rulebook);

    /// Goes on with one more entry. Throws, and stays as it was, when its facts or routes are not
    /// of this rulebook.
    void add(const Body& body);
    /// Goes on under another rulebook, with an entry of kind `migrated`, or where such an entry was
    /// erased with nothing. What was told is told again; throws, and stays as it was, when the
    /// entry's facts, routes or names do not fit. Without an entry what does not fit is left out.
    void move_to(std::shared_ptr<const Rulebook> rulebook, const Body& body);
    void move_to(std::shared_ptr<const Rulebook> rulebook);
    /// Goes on past an entry that was erased.
    void skip() { ++sequence_; }

    const Rulebook& rulebook() const { return *rulebook_; }
    const std::shared_ptr<const Rulebook>& shared_rulebook() const { return rulebook_; }
    const Situation& situation() const { return situation_; }
    /// Where each route of the case stands, by its id.
    const std::map<std::string, Standing>& here() const { return here_; }
    std::int64_t sequence() const { return sequence_; }
    const std::optional<Moment>& recorded() const { return recorded_; }
    /// The route that the report began; "" while there is no entry.
    const std::string& first_route() const { return first_route_; }

    /// In the order of the entries.
    const std::vector<Happened>& happened() const { return happened_; }
    /// When the case came to this step, where it must stand now.
    const Entered& entered(std::string_view route, std::string_view step) const;
    /// Whether an entry after this one tells the event, on whichever route.
    bool happened_since(std::int64_t sequence, std::string_view event) const;
    /// The last time that "route.event" happened.
    const Happened* last(std::string_view event) const;
    /// The entry that was told under this idempotency key.
    std::optional<std::int64_t> told_as(const std::string& key) const;

    /// Whether this entry is the beginning of this route of it.
    bool begins(const std::string& route, const Body& body) const;

private:
    void enter(const std::string& route, const Body& body);
    void forget_signatures(const std::string& route, const std::string& leaf);

    std::shared_ptr<const Rulebook> rulebook_;
    Situation situation_;
    std::map<std::string, Standing> here_;
    std::map<std::string, std::map<std::string, Entered, std::less<>>, std::less<>> entered_;
    std::vector<Happened> happened_;
    std::map<std::string, std::int64_t> keys_;
    std::string first_route_;
    std::int64_t sequence_ = 0;
    std::optional<Moment> recorded_;
};

/// Whether the route came to its end, and nobody owes anything any more on its other tracks.
bool is_done(std::string_view route, const Standing& standing);

/// Bodies as they were kept, in order; nothing for an erased one.
using Bodies = std::span<const std::optional<Body>>;

/// The rulebook with this digest (hexadecimal), which a case may have moved to; throws where there
/// is none.
using RulebookOf = std::function<std::shared_ptr<const Rulebook>(const std::string& digest)>;

/// The case as its entries left it. Throws Damaged M1614 for an entry that is not of its rulebook,
/// and M1305 when the last stands where its route has no such place.
Story restore(const CaseId& case_id, Bodies bodies, const RulebookOf& rulebook_of);
/// The same for a case that never moved to another rulebook.
Story restore(const CaseId& case_id, Bodies bodies, std::shared_ptr<const Rulebook> rulebook);

/// Lets every entry move again by its own rulings, and compares where it led. Throws Damaged M1613
/// or M1614, naming case and entry. After an erased entry the next is taken as it stands.
void replay(const CaseId& case_id, Bodies bodies, const RulebookOf& rulebook_of);
void replay(const CaseId& case_id, Bodies bodies, std::shared_ptr<const Rulebook> rulebook);

} // namespace meldroute::inline v0
