// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The chain of a case's entries: how one is added, and how all of them are checked. It shows a
// changed, swapped or missing entry. It does not show a tail that was cut off, which only a receipt
// does, nor that somebody wrote the whole chain anew.

#pragma once

#include <meldroute/base/date.hpp>
#include <meldroute/casefile/body.hpp>
#include <meldroute/casefile/entry.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace meldroute::inline v0 {

/// Where the chain of this case in this register begins: sequence 0, and as digest SHA-256 over
/// "meldroute chain 1\n", register (16 bytes), case (16 bytes).
Receipt begin_chain(const RegisterId& register_id, const CaseId& case_id);

/// The entry that comes after, with this body. Draw the key anew for each entry.
Entry next_entry(const Receipt& last, std::string body, const EntryKey& key);

/// Checks entries that come after `last`, and gives where they end. An erased entry passes on its
/// frame. Throws Damaged, which names case, sequence and what differs (M1603 to M1608).
Receipt follow(const Receipt& last, std::span<const Entry> entries);

/// Checks all entries of a case from its beginning (M1603 to M1609).
Receipt verify(const RegisterId& register_id, const CaseId& case_id,
               std::span<const Entry> entries);

/// Whether a verified chain still holds what was acknowledged; throws Damaged M1610 if not.
void verify_receipt(std::span<const Entry> entries, const Receipt& receipt);

/// What an entry tells. Throws Usage M1611 for an erased one, Damaged M1612 for what is no body.
Body read_body(const Entry& entry);

/// Adds to a case what the desk wants to keep.
class Chain {
public:
    /// Goes on after `last`, which was recorded then.
    explicit Chain(const Receipt& last, std::optional<Moment> recorded = {});
    /// Goes on after these entries; verifies them.
    static Chain of(const RegisterId& register_id, const CaseId& case_id,
                    std::span<const Entry> entries);

    /// Throws Usage M1602 when `body.recorded` lies before recorded().
    Entry add(const Body& body, Randomness& randomness);

    const Receipt& last() const { return last_; }
    /// Of the last entry that is not erased.
    std::optional<Moment> recorded() const { return recorded_; }

private:
    Receipt last_;
    std::optional<Moment> recorded_;
};

} // namespace meldroute::inline v0
