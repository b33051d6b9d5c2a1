// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "register/files.hpp"

#include <map>
#include <thread>

using namespace examples;
using namespace files;

namespace {

/// Appends until `count` entries were acknowledged, reading again whenever another was first.
std::vector<Receipt> append_many(const std::string& file, int count) {
    const auto cases = open_register(file);
    std::vector<Receipt> acknowledged;
    while (acknowledged.size() < std::size_t(count)) {
        const auto entries = cases->read(case_id());
        const auto last = verify(cases->id(), case_id(), entries);
        const std::vector next{more(last)};
        try {
            acknowledged.push_back(cases->append(case_id(), last.sequence, next, {}).receipt);
        } catch (const Conflict&) { // the other was first
        }
    }
    return acknowledged;
}

} // namespace

TEST_CASE("two who write to one case: one wins each sequence, and nothing acknowledged is lost") {
    const Folder folder;
    keep_small_case(*open_register(folder.file()));
    constexpr int each = 60;
    std::vector<Receipt> one, two;
    std::thread other([&] { two = append_many(folder.file(), each); });
    one = append_many(folder.file(), each);
    other.join();

    const auto cases = open_register(folder.file());
    const auto entries = cases->read(case_id());
    CHECK(entries.size() == 3 + 2 * each);
    CHECK(cases->verify().entries == 3 + 2 * each);
    std::map<std::int64_t, int> winners;
    for (const auto* receipts : {&one, &two})
        for (const auto& receipt : *receipts) {
            ++winners[receipt.sequence];
            CHECK_NOTHROW(verify_receipt(entries, receipt));
        }
    CHECK(winners.size() == 2 * each);
}

TEST_CASE("two who write to different cases do not get in each other's way") {
    const Folder folder;
    std::vector<std::thread> threads;
    for (const int number : {1, 2})
        threads.emplace_back([&folder, number] {
            const auto cases = open_register(folder.file());
            Receipt last = keep_small_case(*cases, number).last;
            for (int i = 0; i < 40; ++i) {
                const std::vector next{more(last)};
                last = cases->append(case_id(number), last.sequence, next, {}).receipt;
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(open_register(folder.file())->verify().entries == 2 * 43);
}

TEST_CASE("who verifies while another writes sees one moment") {
    const Folder folder;
    keep_small_case(*open_register(folder.file()));
    std::thread writer([&] { append_many(folder.file(), 40); });
    const auto cases = open_register(folder.file());
    std::int64_t before = 0;
    for (int i = 0; i < 20; ++i) {
        const auto seen = cases->verify().entries;
        CHECK(seen >= before);
        before = seen;
    }
    writer.join();
}
