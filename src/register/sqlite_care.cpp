// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What keeps a register honest: checking all that it holds, and erasing for ever.

#include "register/sqlite_register.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/casefile/chain.hpp>
#include <meldroute/register/people.hpp>

#include <algorithm>

namespace meldroute::inline v0 {

// ── Checking ─────────────────────────────────────────────────────────────────────────────────

Verified SqliteRegister::verify() {
    const Transaction reading(database_, Transaction::For::reading);
    Verified out;
    for (const auto& line : cases({}, {})) {
        const auto entries = read(line.id);
        if (entries.empty()) fail(Fault::case_without_entries, {line.id.hex()});
        meldroute::verify(id_, line.id, entries);
        ++out.cases;
        out.entries += static_cast<std::int64_t>(entries.size());
        out.erased += std::ranges::count_if(entries, &Entry::erased);
    }
    verify_roster();
    verify_numbering();
    verify_bundles();
    verify_file();
    return out;
}

/// The column has to count as the frames do, or the next entry would land elsewhere.
void SqliteRegister::verify_numbering() {
    auto query = database_.query(
        "SELECT id, count(*), max(sequence) FROM cases JOIN entries ON case_number = number GROUP "
        "BY number HAVING min(sequence) <> 1 OR max(sequence) <> count(*)");
    if (query.next())
        fail(Fault::entry_out_of_sequence,
             {to_hex(query.bytes(0)), std::to_string(query.integer(1)),
              std::to_string(query.integer(2))});
}

/// After the chains: those say where.
void SqliteRegister::verify_file() {
    auto check = database_.query("PRAGMA integrity_check(1)");
    if (!check.next() || check.bytes(0) != "ok") fail(Fault::register_damaged, {"integrity_check"});
    auto stray = database_.query("PRAGMA foreign_key_check");
    if (stray.next()) fail(Fault::register_damaged, {stray.bytes(0)});
}

void SqliteRegister::verify_bundles() {
    auto query = database_.query("SELECT digest, bytes FROM bundles");
    while (query.next())
        if (query.bytes(0) != bytes_of(sha256(query.bytes(1))))
            fail(Fault::bundle_damaged, {to_hex(query.bytes(0))});
}

// ── Erasing ──────────────────────────────────────────────────────────────────────────────────

void SqliteRegister::erase(const CaseId& case_id, std::span<const std::int64_t> sequences) {
    {
        Transaction transaction(database_, Transaction::For::writing);
        const auto roster = case_id == roster_id ? number_of(roster_id) : std::nullopt;
        const Number number = roster ? *roster : known(case_id);
        for (const auto sequence : sequences) erase_entry(number, case_id, sequence);
        erase_traces(number);
        transaction.commit();
    }
    // What was deleted is zeroed in the pages. Older pages still stand in the write-ahead log.
    auto checkpoint = database_.query("PRAGMA wal_checkpoint(TRUNCATE)");
    if (checkpoint.next() && checkpoint.integer(0) != 0)
        fail(Fault::erasure_unfinished, {case_id.hex()});
}

void SqliteRegister::erase_entry(Number number, const CaseId& case_id, std::int64_t sequence) {
    database_.query("DELETE FROM entry_keys WHERE case_number = ?1 AND sequence = ?2")
        .with(number, sequence)
        .run();
    database_.query("DELETE FROM requests WHERE case_number = ?1 AND ?2 BETWEEN first AND last")
        .with(number, sequence)
        .run();
    database_.query("UPDATE entries SET body = NULL WHERE case_number = ?1 AND sequence = ?2")
        .with(number, sequence)
        .run();
    if (database_.changes() == 0)
        fail(Fault::entry_unknown, {case_id.hex(), std::to_string(sequence)});
}

/// The host's number and where the case stands tell a story too.
void SqliteRegister::erase_traces(Number number) {
    auto left = database_.query("SELECT 1 FROM entries WHERE case_number = ?1 AND body NOT NULL");
    if (left.with(number).next()) return;
    database_.query("UPDATE cases SET alias = NULL WHERE number = ?1").with(number).run();
    database_.query("DELETE FROM work WHERE case_number = ?1").with(number).run();
}

} // namespace meldroute::inline v0
