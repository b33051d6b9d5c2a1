// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The roster lies among the cases, as a chain under an id that no case has: so it is numbered,
// chained, keyed and erased by what does that for cases, and no table is needed twice.

#include "register/sqlite_register.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/casefile/chain.hpp>
#include <meldroute/register/people.hpp>

namespace meldroute::inline v0 {

std::vector<Entry> SqliteRegister::read_roster(std::int64_t after) {
    const auto number = number_of(roster_id);
    return number ? entries_of(*number, after) : std::vector<Entry>();
}

Receipt SqliteRegister::append_roster(std::int64_t expected, std::span<const Entry> entries) {
    if (entries.empty()) fail(Fault::nothing_to_append, {roster_id.hex()});
    Transaction transaction(database_, Transaction::For::writing);
    if (!number_of(roster_id))
        database_.query("INSERT INTO cases (id) VALUES (?1)").with(Blob{roster_id.bytes()}).run();
    const Number number = *number_of(roster_id);
    const Receipt last = last_of_roster(number);
    if (last.sequence != expected)
        fail(Fault::sequence_taken,
             {roster_id.hex(), std::to_string(last.sequence), std::to_string(expected)});
    const auto out = keep(number, last, entries, {}, {});
    transaction.commit();
    return out.receipt;
}

/// A roster begins where a case would have its report: with nothing in it.
Receipt SqliteRegister::last_of_roster(Number number) {
    auto any = database_.query("SELECT 1 FROM entries WHERE case_number = ?1 LIMIT 1");
    if (!any.with(number).next()) return begin_chain(id_, roster_id);
    return last_of(number, roster_id);
}

void SqliteRegister::verify_roster() {
    meldroute::verify(id_, roster_id, read_roster(0));
}

} // namespace meldroute::inline v0
