// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/examples.hpp"
#include "catch.hpp"

using namespace examples;

namespace {

Error fault_of(const std::vector<Entry>& entries, const RegisterId& in = register_id(),
               const CaseId& of = case_id()) {
    return error_of([&] { verify(in, of, entries); });
}

/// Case and sequence as the error names them.
std::vector<std::string> named(const Error& error) {
    return {error.words().at(0), error.words().at(1)};
}

void erase(Entry& entry) {
    entry.body.clear(), entry.key.reset();
}

} // namespace

TEST_CASE("a chain that nobody touched is whole") {
    const auto made = small_case();
    CHECK(verify(register_id(), case_id(), made.entries) == made.last);
    CHECK(made.last.sequence == 3);
}

TEST_CASE("a changed byte is found, with the case and the entry that it stands in") {
    const auto made = small_case();
    for (std::size_t which = 0; which < made.entries.size(); ++which) {
        const std::vector<std::string> expected{case_id().hex(), std::to_string(which + 1)};
        const auto check = [&](auto change) {
            auto entries = made.entries;
            change(entries[which]);
            const auto error = fault_of(entries);
            CHECK_THROWS_AS(verify(register_id(), case_id(), entries), Damaged);
            CHECK(named(error) == expected);
        };
        for (std::size_t i = 0; i < made.entries[which].frame.size(); ++i)
            check([&](Entry& entry) { entry.frame[i] = char(entry.frame[i] ^ 4); });
        for (std::size_t i = 0; i < made.entries[which].body.size(); ++i)
            check([&](Entry& entry) { entry.body[i] = char(entry.body[i] ^ 4); });
        for (std::size_t i = 0; i < 32; ++i) check([&](Entry& entry) { (*entry.key)[i] ^= 4; });
    }
}

TEST_CASE("a swapped, missing or repeated entry is found where it happens") {
    const auto made = small_case();
    auto swapped = made.entries;
    std::swap(swapped[0], swapped[1]);
    auto missing = made.entries;
    missing.erase(missing.begin() + 1);
    auto repeated = made.entries;
    repeated.insert(repeated.begin() + 1, repeated[0]);
    auto beheaded = made.entries;
    beheaded.erase(beheaded.begin());
    using Words = std::vector<std::string>;
    const auto id = case_id().hex();
    CHECK(fault_of(swapped).words() == Words{id, "1", "2"});
    CHECK(fault_of(missing).words() == Words{id, "2", "3"});
    CHECK(fault_of(repeated).words() == Words{id, "2", "1"});
    CHECK(fault_of(beheaded).words() == Words{id, "1", "2"});
    CHECK(fault_of(swapped).code() == "M1605");
}

TEST_CASE("an entry of another case, or a chain of another register, does not pass") {
    const auto mine = small_case(1), other = small_case(2);
    auto mixed = mine.entries;
    mixed[1] = other.entries[1];
    CHECK(fault_of(mixed).code() == "M1604");
    CHECK(named(fault_of(mixed)) == std::vector<std::string>{case_id(1).hex(), "2"});
    const auto elsewhere = RegisterId::parse(std::string(32, '0'));
    CHECK(fault_of(mine.entries, elsewhere).code() == "M1607");
}

TEST_CASE("an erased entry leaves a chain that is still whole, whichever it is") {
    for (unsigned which = 0; which < 8; ++which) {
        auto made = small_case();
        for (std::size_t i = 0; i < 3; ++i)
            if (which >> i & 1U) erase(made.entries[i]);
        CHECK(verify(register_id(), case_id(), made.entries) == made.last);
    }
}

TEST_CASE("of an erased entry nothing can be told, and the rest can") {
    auto made = small_case();
    erase(made.entries[1]);
    CHECK(error_of([&] { read_body(made.entries[1]); }).code() == "M1611");
    CHECK(read_body(made.entries[0]).event == "vastgelegd");
}

TEST_CASE("half an erasure is damage") {
    auto without_key = small_case().entries, without_body = without_key;
    without_key[2].key.reset();
    without_body[2].body.clear();
    CHECK(fault_of(without_key).code() == "M1609");
    CHECK(fault_of(without_body).code() == "M1609");
    CHECK(named(fault_of(without_body)) == std::vector<std::string>{case_id().hex(), "3"});
}

TEST_CASE("a cut tail shows against a receipt only") {
    auto made = small_case();
    CHECK_NOTHROW(verify_receipt(made.entries, made.last));
    made.entries.pop_back();
    CHECK_NOTHROW(verify(register_id(), case_id(), made.entries));
    const auto error = error_of([&] { verify_receipt(made.entries, made.last); });
    CHECK(error.code() == "M1610");
    CHECK(named(error) == std::vector<std::string>{case_id().hex(), "3"});
}

TEST_CASE("a chain written anew shows against a receipt only") {
    const auto made = small_case();
    FixedRandomness other("other keys");
    Chain chain(begin_chain(register_id(), case_id()));
    std::vector<Entry> anew;
    for (int i = 0; i < 3; ++i) anew.push_back(chain.add(told(i, "vastgelegd"), other));
    CHECK_NOTHROW(verify(register_id(), case_id(), anew));
    CHECK(error_of([&] { verify_receipt(anew, made.last); }).code() == "M1610");
}

TEST_CASE("the moment of recording never goes back, the moment of happening may") {
    auto made = small_case();
    FixedRandomness randomness("more");
    auto chain = Chain::of(register_id(), case_id(), made.entries);
    CHECK(chain.recorded() == late(2).recorded);
    const auto error = error_of([&] { chain.add(told(1, "besproken"), randomness); });
    CHECK(error.code() == "M1602");
    Body body = told(2, "besproken");
    body.occurred.micros -= 86400000000LL;
    made.entries.push_back(chain.add(body, randomness));
    CHECK(verify(register_id(), case_id(), made.entries) == chain.last());
}

TEST_CASE("after an erasure the last entry that can be read says how late it is") {
    auto made = small_case();
    erase(made.entries[2]);
    CHECK(Chain::of(register_id(), case_id(), made.entries).recorded() == weighed(1).recorded);
}

TEST_CASE("the same body under another key has another commitment") {
    const auto start = begin_chain(register_id(), case_id());
    const auto one = next_entry(start, "{}", EntryKey{1}),
               two = next_entry(start, "{}", EntryKey{2});
    CHECK(Frame::parse(one.frame)->commitment != Frame::parse(two.frame)->commitment);
}

TEST_CASE("no message about a chain holds what an entry tells") {
    auto entries = small_case().entries;
    entries[0].body = R"({"naam":"Jan"})";
    CHECK(fault_of(entries).text(Lang::nl).find("Jan") == std::string::npos);
    const auto error = error_of([&] { read_body(entries[0]); });
    CHECK(error.code() == "M1612");
    CHECK(error.text(Lang::nl).find("Jan") == std::string::npos);
}
