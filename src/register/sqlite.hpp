// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// SQLite with owners: a database closes, a query resets, a transaction that is not committed rolls
// back. What SQLite reports becomes one of our faults, without SQLite's words on values.

#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace meldroute::inline v0 {

/// Bytes, to be bound as a blob; text is bound as text.
struct Blob {
    std::string_view bytes;
};

/// A prepared statement in use. What is bound must outlive it.
class Query {
public:
    explicit Query(sqlite3_stmt* statement) : statement_(statement) {}
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    /// Binds ?1, ?2, …
    template <class... Values>
    Query& with(const Values&... values) {
        int place = 0;
        (bind(++place, values), ...);
        return *this;
    }

    /// Whether there is another row.
    bool next();
    /// For statements without rows.
    void run() { next(); }

    bool has(int column) const;
    std::int64_t integer(int column) const;
    std::string bytes(int column) const;

private:
    void bind(int place, std::int64_t value);
    void bind(int place, std::string_view text);
    void bind(int place, Blob blob);
    template <class Value>
    void bind(int place, const std::optional<Value>& value) {
        if (value) bind(place, *value);
    }

    sqlite3_stmt* statement_;
};

class Database {
public:
    explicit Database(const std::string& where);

    /// Statements that take and give nothing.
    void run(const char* sql);
    /// Prepared once for each text. `sql` must live as long as the database: a literal. One query
    /// of a text at a time.
    Query query(std::string_view sql);
    /// Rows that the last statement changed.
    int changes() const;
    bool in_transaction() const;

private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close(database); }
    };
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };

    std::unique_ptr<sqlite3, Close> database_;
    std::map<std::string_view, std::unique_ptr<sqlite3_stmt, Finalize>> statements_;
};

/// Writing takes the right to write at once, so that what is read in it is still so when it is
/// written. Reading sees one moment of the database, whoever writes meanwhile.
class Transaction {
public:
    enum class For { reading, writing };

    Transaction(Database& database, For purpose);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Durable when this returns.
    void commit();

private:
    Database& database_;
};

} // namespace meldroute::inline v0
