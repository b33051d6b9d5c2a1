// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The register in one SQLite file.

#pragma once

#include "register/sqlite.hpp"

#include <meldroute/register/register.hpp>

#include <string>

namespace meldroute::inline v0 {

class SqliteRegister final : public Register {
public:
    explicit SqliteRegister(const std::string& where);

    RegisterId id() const override { return id_; }
    Appended create_case(const CaseId& case_id, std::string_view alias,
                         std::span<const Entry> entries, std::span<const WorkItem> work,
                         std::string_view key, const std::optional<Bundle>& rulebook) override;
    Appended append(const CaseId& case_id, std::int64_t expected, std::span<const Entry> entries,
                    std::span<const WorkItem> work, std::string_view key,
                    const std::optional<Bundle>& rulebook) override;
    std::vector<Entry> read(const CaseId& case_id) override;
    std::optional<CaseId> find(std::string_view alias) override;
    std::vector<CaseLine> cases(const std::optional<CaseId>& after,
                                const std::optional<std::int64_t>& at_most) override;
    std::vector<CaseWork> worklist(const WorkFilter& filter) override;
    std::vector<Entry> read_roster(std::int64_t after) override;
    Receipt append_roster(std::int64_t expected, std::span<const Entry> entries) override;
    std::optional<std::string> get_bundle(const Digest& digest) override;
    Verified verify() override;
    void erase(const CaseId& case_id, std::span<const std::int64_t> sequences) override;

private:
    /// Stands in for a case id in every table.
    using Number = std::int64_t;

    std::optional<Number> number_of(const CaseId& case_id);
    /// Of a case; the roster is none.
    Number known(const CaseId& case_id);
    Receipt last_of(Number number, const CaseId& case_id);
    Receipt last_of_roster(Number number);
    std::optional<Appended> repeated(Number number, const CaseId& case_id, std::string_view key);
    Receipt receipt_at(Number number, const CaseId& case_id, std::int64_t sequence);

    Appended keep(Number number, const Receipt& last, std::span<const Entry> entries,
                  std::span<const WorkItem> work, std::string_view key);
    void insert(Number number, std::int64_t sequence, const Entry& entry);
    void keep_bundle(const std::optional<Bundle>& rulebook);
    void replace_work(Number number, std::span<const WorkItem> work);
    std::vector<Entry> entries_of(Number number, std::int64_t after = 0);

    void erase_entry(Number number, const CaseId& case_id, std::int64_t sequence);
    void erase_traces(Number number);
    void verify_roster();
    void verify_numbering();
    void verify_file();
    void verify_bundles();

    Database database_;
    RegisterId id_;
};

} // namespace meldroute::inline v0
