// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "register/sqlite.hpp"

#include <meldroute/base/error.hpp>

namespace meldroute::inline v0 {
namespace {

constexpr int patience_ms = 10'000;

/// sqlite3_errstr gives fixed texts; sqlite3_errmsg may quote what was bound.
[[noreturn]] void raise(int code) {
    const std::string words = sqlite3_errstr(code);
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: fail(Fault::register_busy);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: fail(Fault::register_damaged, {words});
    default: fail(Fault::storage_failed, {words});
    }
}

void check(int code) {
    if (code != SQLITE_OK) raise(code);
}

} // namespace

Query::~Query() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

bool Query::next() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) raise(code);
    return false;
}

bool Query::has(int column) const {
    return sqlite3_column_type(statement_, column) != SQLITE_NULL;
}

std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

std::string Query::bytes(int column) const {
    const void* data = sqlite3_column_blob(statement_, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return size == 0 ? std::string() : std::string(static_cast<const char*>(data), size);
}

void Query::bind(int place, std::int64_t value) {
    check(sqlite3_bind_int64(statement_, place, value));
}

void Query::bind(int place, std::string_view text) {
    check(sqlite3_bind_text64(statement_, place, text.empty() ? "" : text.data(), text.size(),
                              SQLITE_STATIC, SQLITE_UTF8));
}

void Query::bind(int place, Blob blob) {
    check(sqlite3_bind_blob64(statement_, place, blob.bytes.empty() ? "" : blob.bytes.data(),
                              blob.bytes.size(), SQLITE_STATIC));
}

Database::Database(const std::string& where) {
    sqlite3* database = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(where.c_str(), &database, flags, nullptr);
    database_.reset(database);
    if (code != SQLITE_OK) fail(Fault::register_unopenable, {where});
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, patience_ms);
}

void Database::run(const char* sql) {
    check(sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr));
}

Query Database::query(std::string_view sql) {
    auto& statement = statements_[sql];
    if (!statement) {
        sqlite3_stmt* made = nullptr;
        check(sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                 SQLITE_PREPARE_PERSISTENT, &made, nullptr));
        statement.reset(made);
    }
    return Query(statement.get());
}

int Database::changes() const {
    return sqlite3_changes(database_.get());
}

bool Database::in_transaction() const {
    return sqlite3_get_autocommit(database_.get()) == 0;
}

Transaction::Transaction(Database& database, For purpose) : database_(database) {
    database_.run(purpose == For::writing ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
    if (!database_.in_transaction()) return;
    try {
        database_.run("ROLLBACK");
    } catch (const Error&) { // it was never committed, which is all that counts
    }
}

void Transaction::commit() {
    database_.run("COMMIT");
}

} // namespace meldroute::inline v0
