// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "register/files.hpp"

#include <numeric>

using namespace examples;
using namespace files;

namespace {

using Sequences = std::vector<std::int64_t>;

std::string secret_of(int number) {
    return "Het-Geheim-Van-" + std::to_string(number) + "-";
}

/// An entry of about this size, full of what must go; its idempotency key must go as well.
void append_secret(Register& in, int number, std::size_t size) {
    SystemRandomness randomness;
    auto chain = Chain::of(in.id(), case_id(number), in.read(case_id(number)));
    const auto expected = chain.last().sequence;
    Body body = told(9, "vastgelegd");
    std::string text;
    while (text.size() < size) text += secret_of(number);
    body.facts = Json{{"melding.tekst", text}};
    const std::vector entries{chain.add(body, randomness)};
    in.append(case_id(number), expected, entries, {}, secret_of(number) + std::to_string(expected));
}

/// File and logs together, as who steals the disk finds them.
std::string everything(const Folder& folder) {
    std::string all;
    for (const auto* suffix : {"", "-wal", "-journal"}) all += contents(folder.file() + suffix);
    return all;
}

/// The secrets of this case that can be found in these bytes: its words, and its keys.
int found(const std::string& bytes, int number, const std::vector<Entry>& entries) {
    int count = bytes.find(secret_of(number)) != std::string::npos;
    for (const auto& entry : entries)
        count += bytes.find(bytes_of(*entry.key)) != std::string::npos;
    return count;
}

} // namespace

TEST_CASE("an erased entry is gone, and the chain is whole") {
    const auto cases = open_register(":memory:");
    const auto made = keep_small_case(*cases);
    cases->erase(case_id(), Sequences{2});
    const auto left = cases->read(case_id());
    CHECK(left[1].erased());
    CHECK(left[0] == made.entries[0]);
    CHECK(left[2] == made.entries[2]);
    CHECK(cases->verify().erased == 1);
    CHECK_NOTHROW(verify_receipt(left, made.last));
    const std::vector entries{more(made.last)};
    CHECK_NOTHROW(cases->append(case_id(), 3, entries, {}));
}

TEST_CASE("erasing again is fine, erasing what never was is not, and then nothing is erased") {
    const auto cases = open_register(":memory:");
    keep_small_case(*cases);
    cases->erase(case_id(), Sequences{2});
    CHECK_NOTHROW(cases->erase(case_id(), Sequences{2}));
    const auto error = error_of([&] { cases->erase(case_id(), Sequences{1, 4}); });
    CHECK(error.code() == "M1715");
    CHECK(cases->verify().erased == 1);
}

TEST_CASE("when no entry is left, alias and work go too") {
    const auto cases = open_register(":memory:");
    const auto made = small_case(1, cases->id());
    const std::vector<WorkItem> work{{"meldroute-intern", "weging", "", "", {}, {}}};
    cases->create_case(case_id(), "ZAAK-1", made.entries, work);
    cases->erase(case_id(), Sequences{1, 2});
    CHECK(cases->find("ZAAK-1"));
    cases->erase(case_id(), Sequences{3});
    CHECK(!cases->find("ZAAK-1"));
    CHECK(cases->worklist().empty());
    CHECK(cases->cases().size() == 1);
    CHECK(cases->verify().erased == 3);
}

TEST_CASE("of what was erased no byte stays in the file, its free pages or its log") {
    const Folder folder;
    const auto cases = open_register(folder.file());
    constexpr int count = 20, rounds = 6;
    for (int i = 1; i <= count; ++i)
        cases->create_case(case_id(i), secret_of(i), small_case(i, cases->id()).entries, {});
    for (int round = 0; round < rounds; ++round) // entries of many cases lie among each other
        for (int i = 1; i <= count; ++i) append_secret(*cases, i, std::size_t(i * 400));
    std::vector<std::vector<Entry>> kept(count + 1);
    for (int i = 1; i <= count; ++i) kept[std::size_t(i)] = cases->read(case_id(i));

    Sequences all(3 + rounds);
    std::iota(all.begin(), all.end(), 1);
    for (int done = 1; done <= count; ++done) {
        const auto place = [](int i) { return i * 7 % count + 1; }; // not as they lie in the file
        cases->erase(case_id(place(done)), all);
        if (done % 5 != 0) continue;
        const auto bytes = everything(folder);
        for (int i = 1; i <= count; ++i) {
            const int left = i <= done ? 0 : 1 + int(all.size());
            CHECK(found(bytes, place(i), kept[std::size_t(place(i))]) == left);
        }
    }
    CHECK(cases->verify().erased == count * std::int64_t(all.size()));
}
