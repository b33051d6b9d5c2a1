// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "desk/roster_book.hpp"

#include "register/roster_entries.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/casefile/chain.hpp>

#include <algorithm>

namespace meldroute::inline v0 {

RosterBook::RosterBook(Register& kept) : kept_(kept), last_(begin_chain(kept.id(), roster_id)) {}

const Roster& RosterBook::look() {
    const auto entries = kept_.read_roster(last_.sequence);
    const Receipt last = follow(last_, entries);
    if (entries.empty()) return roster_;
    Roster roster = roster_; // all that is new, or nothing
    for (const auto& entry : entries) add_entry(roster, entry);
    roster_ = std::move(roster);
    last_ = last;
    return roster_;
}

void RosterBook::write(Randomness& randomness, const Write& bodies) {
    for (;;) {
        std::vector<Entry> entries;
        auto said = bodies(look());
        if (said.empty()) return;
        Receipt last = last_;
        for (auto& body : said) {
            EntryKey key;
            randomness.fill(key);
            entries.push_back(next_entry(last, std::move(body), key));
            last = {roster_id, last.sequence + 1, sha256(entries.back().frame)};
        }
        try {
            kept_.append_roster(last_.sequence, entries);
            return;
        } catch (const Conflict& conflict) { // somebody was first, so somebody goes on
            if (conflict.fault() != Fault::sequence_taken) throw;
        }
    }
}

Said RosterBook::not_before_last(Said said) const {
    if (roster_.recorded()) said.recorded = std::max(said.recorded, *roster_.recorded());
    return said;
}

void check_decider(const Roster& roster, const Body& body) {
    if (!roster.has(body.role) || roster.fills(body.role, body.person, body.occurred)) return;
    const auto& subject = body.event.empty() && body.decision ? body.decision->fact : body.event;
    fail(Fault::decider_not_appointed, {subject, body.role});
}

std::vector<std::string> acting(const Roster& roster, const std::string& role, const Moment& at) {
    std::vector<std::string> persons;
    const Filled filled = roster.filled(role, at);
    for (const auto& one : filled.acting())
        if (std::ranges::find(persons, one.what.person) == persons.end())
            persons.push_back(one.what.person);
    return persons;
}

} // namespace meldroute::inline v0
