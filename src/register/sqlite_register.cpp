// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "register/sqlite_register.hpp"

#include "register/schema.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/base/id.hpp>
#include <meldroute/casefile/chain.hpp>
#include <meldroute/register/people.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

template <class Id>
Id id_at(const Query& query, const char* table) {
    const std::string bytes = query.bytes(0);
    if (bytes.size() != sizeof(Id::raw)) fail(Fault::register_damaged, {table});
    return Id::of(bytes);
}

RegisterId id_in(Database& database) {
    auto query = database.query("SELECT value FROM meta WHERE name = 'register'");
    if (!query.next()) fail(Fault::register_damaged, {"meta"});
    return id_at<RegisterId>(query, "meta");
}

bool empty_or_id(const std::string& text) {
    return text.empty() || is_id(text);
}

/// Only ids can come in here, so no fact can.
void check_work(const CaseId& case_id, std::span<const WorkItem> work) {
    for (const auto& item : work) {
        const bool ids = is_id(item.route) && is_id(item.step) && empty_or_id(item.owner) &&
                         empty_or_id(item.duty);
        if (!ids) fail(Fault::work_item_malformed, {case_id.hex()});
    }
}

void check_call(const CaseId& case_id, std::span<const Entry> entries,
                std::span<const WorkItem> work) {
    if (entries.empty()) fail(Fault::nothing_to_append, {case_id.hex()});
    check_work(case_id, work);
}

std::optional<EntryKey> key_in(const Query& query, int column) {
    if (!query.has(column)) return {};
    const std::string bytes = query.bytes(column);
    EntryKey key{}; // a key that is cut short opens nothing: verification finds it
    std::copy_n(bytes.begin(), std::min(bytes.size(), key.size()), key.begin());
    return key;
}

WorkItem work_in(const Query& query) {
    WorkItem item{query.bytes(1), query.bytes(2), query.bytes(3), query.bytes(4), {}, {}};
    if (query.has(5)) item.due = Date{static_cast<std::int32_t>(query.integer(5))};
    if (query.has(6))
        item.at = Moment{query.integer(6), static_cast<std::int16_t>(query.integer(7))};
    return item;
}

std::optional<std::string_view> unless_empty(std::string_view text) {
    if (text.empty()) return {};
    return text;
}

} // namespace

std::unique_ptr<Register> open_register(const std::string& where) {
    return std::make_unique<SqliteRegister>(where);
}

SqliteRegister::SqliteRegister(const std::string& where)
    : database_(open_database(where)), id_(id_in(database_)) {}

// ── Writing ──────────────────────────────────────────────────────────────────────────────────

Appended SqliteRegister::create_case(const CaseId& case_id, std::string_view alias,
                                     std::span<const Entry> entries, std::span<const WorkItem> work,
                                     std::string_view key, const std::optional<Bundle>& rulebook) {
    check_call(case_id, entries, work);
    Transaction transaction(database_, Transaction::For::writing);
    if (number_of(case_id)) fail(Fault::case_exists, {case_id.hex()});
    if (const auto other = find(alias)) fail(Fault::alias_taken, {other->hex()});
    database_.query("INSERT INTO cases (id, alias) VALUES (?1, ?2)")
        .with(Blob{case_id.bytes()}, unless_empty(alias))
        .run();
    const auto out = keep(known(case_id), begin_chain(id_, case_id), entries, work, key);
    keep_bundle(rulebook);
    transaction.commit();
    return out;
}

Appended SqliteRegister::append(const CaseId& case_id, std::int64_t expected,
                                std::span<const Entry> entries, std::span<const WorkItem> work,
                                std::string_view key, const std::optional<Bundle>& rulebook) {
    check_call(case_id, entries, work);
    Transaction transaction(database_, Transaction::For::writing);
    const Number number = known(case_id);
    if (const auto before = repeated(number, case_id, key)) return *before;
    const Receipt last = last_of(number, case_id);
    if (last.sequence != expected)
        fail(Fault::sequence_taken,
             {case_id.hex(), std::to_string(last.sequence), std::to_string(expected)});
    const auto out = keep(number, last, entries, work, key);
    keep_bundle(rulebook);
    transaction.commit();
    return out;
}

Appended SqliteRegister::keep(Number number, const Receipt& last, std::span<const Entry> entries,
                              std::span<const WorkItem> work, std::string_view key) {
    const Receipt end = follow(last, entries);
    std::int64_t sequence = last.sequence;
    for (const Entry& entry : entries) insert(number, ++sequence, entry);
    if (!key.empty())
        database_.query("INSERT INTO requests VALUES (?1, ?2, ?3, ?4)")
            .with(number, key, last.sequence + 1, end.sequence)
            .run();
    replace_work(number, work);
    return {end, last.sequence + 1, false};
}

void SqliteRegister::insert(Number number, std::int64_t sequence, const Entry& entry) {
    if (entry.erased()) {
        database_.query("INSERT INTO entries VALUES (?1, ?2, ?3, NULL)")
            .with(number, sequence, Blob{entry.frame})
            .run();
        return;
    }
    database_.query("INSERT INTO entries VALUES (?1, ?2, ?3, ?4)")
        .with(number, sequence, Blob{entry.frame}, Blob{entry.body})
        .run();
    database_.query("INSERT INTO entry_keys VALUES (?1, ?2, ?3)")
        .with(number, sequence, Blob{bytes_of(*entry.key)})
        .run();
}

void SqliteRegister::replace_work(Number number, std::span<const WorkItem> work) {
    database_.query("DELETE FROM work WHERE case_number = ?1").with(number).run();
    std::int64_t place = 0;
    for (const auto& item : work) {
        std::optional<std::int64_t> due, at, offset;
        if (item.due) due = item.due->days;
        if (item.at) at = item.at->micros, offset = item.at->offset_minutes;
        database_.query("INSERT INTO work VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
            .with(number, place++, item.route, item.step, item.owner, item.duty, due, at, offset)
            .run();
    }
}

std::optional<SqliteRegister::Number> SqliteRegister::number_of(const CaseId& case_id) {
    auto query = database_.query("SELECT number FROM cases WHERE id = ?1");
    if (!query.with(Blob{case_id.bytes()}).next()) return {};
    return query.integer(0);
}

SqliteRegister::Number SqliteRegister::known(const CaseId& case_id) {
    const auto number = number_of(case_id);
    if (!number || case_id == roster_id) fail(Fault::case_unknown, {case_id.hex()});
    return *number;
}

Receipt SqliteRegister::last_of(Number number, const CaseId& case_id) {
    auto query = database_.query("SELECT max(sequence) FROM entries WHERE case_number = ?1");
    if (!query.with(number).next() || !query.has(0))
        fail(Fault::case_without_entries, {case_id.hex()});
    return receipt_at(number, case_id, query.integer(0));
}

Receipt SqliteRegister::receipt_at(Number number, const CaseId& case_id, std::int64_t sequence) {
    auto query = database_.query("SELECT frame FROM entries WHERE case_number = ?1 AND "
                                 "sequence = ?2");
    if (!query.with(number, sequence).next())
        fail(Fault::receipt_not_met, {case_id.hex(), std::to_string(sequence)});
    return {case_id, sequence, sha256(query.bytes(0))};
}

std::optional<Appended> SqliteRegister::repeated(Number number, const CaseId& case_id,
                                                 std::string_view key) {
    if (key.empty()) return {};
    auto query = database_.query("SELECT first, last FROM requests WHERE case_number = ?1 AND "
                                 "key = ?2");
    if (!query.with(number, key).next()) return {};
    return Appended{receipt_at(number, case_id, query.integer(1)), query.integer(0), true};
}

// ── Reading ──────────────────────────────────────────────────────────────────────────────────

std::vector<Entry> SqliteRegister::read(const CaseId& case_id) {
    return entries_of(known(case_id));
}

std::vector<Entry> SqliteRegister::entries_of(Number number, std::int64_t after) {
    auto query = database_.query("SELECT frame, body, key FROM entries LEFT JOIN entry_keys USING "
                                 "(case_number, sequence) WHERE case_number = ?1 AND sequence > ?2 "
                                 "ORDER BY sequence");
    query.with(number, after);
    std::vector<Entry> out;
    while (query.next()) out.push_back({query.bytes(0), query.bytes(1), key_in(query, 2)});
    return out;
}

std::optional<CaseId> SqliteRegister::find(std::string_view alias) {
    if (alias.empty()) return {};
    auto query = database_.query("SELECT id FROM cases WHERE alias = ?1");
    if (!query.with(alias).next()) return {};
    return id_at<CaseId>(query, "cases");
}

std::vector<CaseLine> SqliteRegister::cases(const std::optional<CaseId>& after,
                                            const std::optional<std::int64_t>& at_most) {
    const Number last = after ? known(*after) : 0;
    auto query = database_.query("SELECT id, alias, (SELECT count(*) FROM entries WHERE "
                                 "case_number = number) FROM cases WHERE id <> ?1 AND number > ?2 "
                                 "ORDER BY number LIMIT coalesce(?3, -1)");
    query.with(Blob{roster_id.bytes()}, last, at_most);
    std::vector<CaseLine> out;
    while (query.next())
        out.push_back({id_at<CaseId>(query, "cases"), query.bytes(1), query.integer(2)});
    return out;
}

std::vector<CaseWork> SqliteRegister::worklist(const WorkFilter& filter) {
    auto query = database_.query(
        "SELECT id, route, step, owner, duty, due, at, at_offset FROM work JOIN cases ON number = "
        "case_number WHERE (?1 IS NULL OR id = ?1) AND (?2 IS NULL OR route = ?2) AND (?3 IS NULL "
        "OR owner = ?3) AND (?4 IS NULL OR due <= ?4) ORDER BY due IS NULL, due, at IS NULL, at, "
        "number, place");
    std::optional<Blob> id;
    std::optional<std::int64_t> due_by;
    if (filter.case_id) id = Blob{filter.case_id->bytes()};
    if (filter.due_by) due_by = filter.due_by->days;
    query.with(id, unless_empty(filter.route), unless_empty(filter.owner), due_by);
    std::vector<CaseWork> out;
    while (query.next()) out.push_back({id_at<CaseId>(query, "cases"), work_in(query)});
    return out;
}

// ── Rulebooks ────────────────────────────────────────────────────────────────────────────────

void SqliteRegister::keep_bundle(const std::optional<Bundle>& rulebook) {
    if (!rulebook) return;
    const auto& [digest, bytes] = *rulebook;
    if (sha256(bytes) != digest) fail(Fault::bundle_digest_differs, {to_hex(bytes_of(digest))});
    database_.query("INSERT INTO bundles VALUES (?1, ?2) ON CONFLICT DO NOTHING")
        .with(Blob{bytes_of(digest)}, Blob{bytes})
        .run();
}

std::optional<std::string> SqliteRegister::get_bundle(const Digest& digest) {
    auto query = database_.query("SELECT bytes FROM bundles WHERE digest = ?1");
    if (!query.with(Blob{bytes_of(digest)}).next()) return {};
    std::string bytes = query.bytes(0);
    if (sha256(bytes) != digest) fail(Fault::bundle_damaged, {to_hex(bytes_of(digest))});
    return bytes;
}

} // namespace meldroute::inline v0
