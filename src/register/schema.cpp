// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "register/schema.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/register/randomness.hpp>

#include <array>
#include <filesystem>
#include <fstream>

namespace meldroute::inline v0 {
namespace {

constexpr std::int64_t application = 0x4d656c64; // "Meld"
constexpr std::int64_t format = 1;
constexpr const char* mark_as_ours = "PRAGMA application_id = 1298492516; PRAGMA user_version = 1";

/// Keys stand apart from what they open. Numbers stand in for case ids, to keep indexes small.
constexpr std::array tables{
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT",
    "CREATE TABLE cases (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, alias TEXT UNIQUE) "
    "STRICT",
    "CREATE TABLE entries (case_number INTEGER NOT NULL REFERENCES cases, sequence INTEGER NOT "
    "NULL, frame BLOB NOT NULL, body BLOB, UNIQUE (case_number, sequence)) STRICT",
    "CREATE TABLE entry_keys (case_number INTEGER NOT NULL, sequence INTEGER NOT NULL, key BLOB "
    "NOT NULL, PRIMARY KEY (case_number, sequence), FOREIGN KEY (case_number, sequence) "
    "REFERENCES entries (case_number, sequence)) STRICT, WITHOUT ROWID",
    "CREATE TABLE requests (case_number INTEGER NOT NULL REFERENCES cases, key TEXT NOT NULL, "
    "first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (case_number, key)) STRICT, "
    "WITHOUT ROWID",
    "CREATE TABLE work (case_number INTEGER NOT NULL REFERENCES cases, place INTEGER NOT NULL, "
    "route TEXT NOT NULL, step TEXT NOT NULL, owner TEXT NOT NULL, duty TEXT NOT NULL, due "
    "INTEGER, at INTEGER, at_offset INTEGER, PRIMARY KEY (case_number, place)) STRICT, WITHOUT "
    "ROWID",
    "CREATE INDEX work_by_owner ON work (owner, due)",
    "CREATE TABLE bundles (digest BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
};

// ── A look from outside ──────────────────────────────────────────────────────────────────────

std::int64_t big_endian(std::string_view bytes) {
    std::int64_t value = 0;
    for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

void refuse_newer(const std::string& where, std::int64_t version) {
    if (version > format)
        fail(Fault::register_newer, {where, std::to_string(version), std::to_string(format)});
}

/// Reads the first hundred bytes (sqlite.org/fileformat.html, 1.3) by itself: SQLite would already
/// write to a file with a journal or a log beside it.
void refuse_strangers(const std::string& where) {
    std::error_code none;
    if (!std::filesystem::exists(where, none)) return;
    if (!std::filesystem::is_regular_file(where, none)) fail(Fault::register_unopenable, {where});
    std::ifstream file(where, std::ios::binary);
    if (!file) fail(Fault::register_unopenable, {where});
    std::string header(100, '\0');
    file.read(header.data(), std::streamsize(header.size()));
    if (file.gcount() == 0) return;
    const std::string_view bytes(header);
    const bool ours = file.gcount() == 100 &&
                      bytes.starts_with(std::string_view("SQLite format 3\0", 16)) &&
                      big_endian(bytes.substr(68, 4)) == application;
    if (!ours) fail(Fault::register_not_ours, {where});
    refuse_newer(where, big_endian(bytes.substr(60, 4)));
}

// ── From inside ──────────────────────────────────────────────────────────────────────────────

std::int64_t ask(Database& database, std::string_view sql) {
    auto query = database.query(sql);
    return query.next() ? query.integer(0) : 0;
}

/// Whoever comes first makes the tables; another who waited for him finds them there. This happens
/// before the write-ahead log is switched on, so that the mark stands in the file itself.
void make_tables_if_new(Database& database) {
    Transaction transaction(database, Transaction::For::writing);
    if (ask(database, "PRAGMA application_id") != 0) return;
    if (ask(database, "SELECT count(*) FROM sqlite_schema") != 0) return;
    for (const char* table : tables) database.run(table);
    SystemRandomness randomness;
    const auto id = RegisterId::draw(randomness);
    database.query("INSERT INTO meta VALUES ('register', ?1)").with(Blob{id.bytes()}).run();
    database.run(mark_as_ours);
    transaction.commit();
}

void refuse_other_tables(Database& database) {
    std::string expected, found;
    for (const char* table : tables) expected.append(table).append("\n");
    auto query =
        database.query("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid");
    while (query.next()) found += query.bytes(0) + "\n";
    if (found != expected) fail(Fault::register_damaged, {"schema"});
}

std::string switched_on(Database& database) {
    auto query = database.query("PRAGMA journal_mode = WAL");
    return query.next() ? query.bytes(0) : "";
}

/// Where several make one register at once, SQLite does not wait for this switch as it does for
/// other locks. So wait by asking for the right to write, and try again.
void switch_log_on(Database& database) {
    for (int tries = 1;; ++tries) {
        try {
            const std::string mode = switched_on(database);
            if (mode == "wal" || mode == "memory") return;
            fail(Fault::storage_failed, {"write-ahead log"});
        } catch (const Conflict&) {
            if (tries == 100) throw;
        }
        const Transaction wait(database, Transaction::For::writing);
    }
}

} // namespace

Database open_database(const std::string& where) {
    if (where.empty()) fail(Fault::register_unopenable, {where}); // SQLite would not keep it
    if (where != ":memory:") refuse_strangers(where);
    Database database(where);
    database.run("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
                 "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON;"
                 "PRAGMA trusted_schema = OFF");
    if (ask(database, "PRAGMA application_id") == 0) make_tables_if_new(database);
    if (ask(database, "PRAGMA application_id") != application)
        fail(Fault::register_not_ours, {where});
    refuse_newer(where, ask(database, "PRAGMA user_version"));
    refuse_other_tables(database);
    switch_log_on(database);
    return database;
}

} // namespace meldroute::inline v0
