// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Keeps the entries of many cases: what is acknowledged stays, through a crash and a power cut, and
// two who write to one case at once never both succeed. Keeps bytes; knows no rules.

#pragma once

#include <meldroute/base/date.hpp>
#include <meldroute/casefile/entry.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// What somebody has to do in a case: ids and dates, never a fact. Derived from the entries, and
/// given anew with each append.
struct WorkItem {
    std::string route, step;
    std::string owner;        ///< role; "" when nobody has been named
    std::string duty;         ///< "" for being the owner of the step
    std::optional<Date> due;  ///< the day before which, in Amsterdam
    std::optional<Moment> at; ///< the instant, for a term in hours

    bool operator==(const WorkItem&) const = default;
};

struct CaseWork {
    CaseId case_id;
    WorkItem item;

    bool operator==(const CaseWork&) const = default;
};

/// Only work that fits all that is given here.
struct WorkFilter {
    std::optional<CaseId> case_id;
    std::string route, owner;   ///< "" for any
    std::optional<Date> due_by; ///< due on this day or before
};

struct CaseLine {
    CaseId id;
    std::string alias; ///< the host's own number, "" for none
    std::int64_t entries = 0;

    bool operator==(const CaseLine&) const = default;
};

/// A rulebook as its canonical bytes, by their digest. What is looked at must outlive the call.
struct Bundle {
    Digest digest;
    std::string_view bytes;
};

struct Appended {
    Receipt receipt;        ///< of the last entry that was appended
    std::int64_t first = 0; ///< sequence of the first
    /// The idempotency key was used before: nothing was written, this is what was appended then.
    /// Whether it says the same is for the caller to compare.
    bool repeated = false;
};

struct Verified {
    std::int64_t cases = 0, entries = 0;
    std::int64_t erased = 0; ///< of the entries
};

/// Belongs to one thread at a time. Several registers, in several programs, may have one file open.
/// Every member may throw Conflict M1706 (busy), Usage M1705 (storage) and Damaged M1703.
class Register {
public:
    virtual ~Register() = default;

    /// Drawn when the register was made; every chain in it begins from this.
    virtual RegisterId id() const = 0;

    /// A new case with its first entries. Throws Conflict M1708 when there is such a case and M1709
    /// when the alias is taken. A rulebook that is given is kept with the entries that go by it, or
    /// nothing is; one that is there already is fine. Throws Usage M1712 when these are other bytes.
    virtual Appended create_case(const CaseId& case_id, std::string_view alias,
                                 std::span<const Entry> entries, std::span<const WorkItem> work,
                                 std::string_view key = {},
                                 const std::optional<Bundle>& rulebook = {}) = 0;

    /// Appends all entries or none, and replaces the work of the case. They must follow from the
    /// last entry that is kept: else Conflict M1710 when that is not `expected`, or Damaged (as
    /// follow()). An idempotency key that was used in this case before is looked at first. A
    /// rulebook is kept as in create_case().
    virtual Appended append(const CaseId& case_id, std::int64_t expected,
                            std::span<const Entry> entries, std::span<const WorkItem> work,
                            std::string_view key = {},
                            const std::optional<Bundle>& rulebook = {}) = 0;

    /// All entries of a case, as stored and unverified. Throws Usage M1707 when there is no case.
    virtual std::vector<Entry> read(const CaseId& case_id) = 0;
    virtual std::optional<CaseId> find(std::string_view alias) = 0;
    /// Cases in the order in which they were made: those after this one, at most so many; else all.
    /// Throws Usage M1707 when there is no such case to begin after.
    virtual std::vector<CaseLine> cases(const std::optional<CaseId>& after = {},
                                        const std::optional<std::int64_t>& at_most = {}) = 0;
    /// By due date, without a date last; then in the order of cases and as given.
    virtual std::vector<CaseWork> worklist(const WorkFilter& filter = {}) = 0;

    /// Who fills which role (people.hpp): a chain of its own under `roster_id`, which is no case, and
    /// is checked, kept and erased as one. These are the entries after this sequence.
    virtual std::vector<Entry> read_roster(std::int64_t after = 0) = 0;
    /// Appends all or none; throws as append(). What they say is for the caller to check.
    virtual Receipt append_roster(std::int64_t expected, std::span<const Entry> entries) = 0;

    /// The rulebook with this digest. Throws Damaged M1713 when the bytes no longer have it.
    virtual std::optional<std::string> get_bundle(const Digest& digest) = 0;

    /// Reads everything and checks it: the file, every chain, every body, every bundle. Throws
    /// Damaged for the first that is not what was stored, naming case and entry.
    virtual Verified verify() = 0;

    /// Drops key and body of these entries, for ever, also from the write-ahead log and from free
    /// pages. When none is left the alias and the work of the case go too. May be done again.
    /// Throws Usage M1715 for an entry that never was, Conflict M1716 when a reader is in the way.
    virtual void erase(const CaseId& case_id, std::span<const std::int64_t> sequences) = 0;
};

/// Opens the SQLite file at this path, or makes it; ":memory:" for one that is not kept. Throws
/// Usage M1701 for a file that is not a register, M1702 for one of a newer format, M1704 for what
/// cannot be opened, and touches none of these; Damaged M1703 for a damaged one.
std::unique_ptr<Register> open_register(const std::string& where);

} // namespace meldroute::inline v0
