// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "register/files.hpp"

using namespace examples;
using namespace files;

namespace {

/// Two cases of three entries in a file, which the test may spoil.
struct Spoiled {
    Folder folder;
    Made one, two;

    Spoiled() {
        const auto cases = open_register(folder.file());
        one = keep_small_case(*cases, 1);
        two = keep_small_case(*cases, 2);
    }

    Error after(const char* sql) {
        tamper(folder.file(), sql);
        const auto cases = open_register(folder.file());
        CHECK_THROWS_AS(cases->verify(), Damaged);
        return error_of([&] { cases->verify(); });
    }
};

using Words = std::vector<std::string>;

Words case_and_entry(const Error& error) {
    return {error.words().at(0), error.words().at(1)};
}

} // namespace

TEST_CASE("a flipped bit in a stored frame, body or key is found, with case and entry") {
    Spoiled spoiled;
    const auto cases = open_register(spoiled.folder.file());
    Database hands(spoiled.folder.file());
    for (const std::int64_t sequence : {1, 2, 3}) {
        const Entry& entry = spoiled.two.entries[std::size_t(sequence - 1)];
        const auto flip_all = [&](const std::string& whole, std::string_view sql) {
            for (std::size_t i = 0; i < whole.size(); i += 7) {
                std::string off = whole;
                off[i] = char(off[i] ^ (1 << i % 8));
                hands.query(sql).with(Blob{off}, sequence).run();
                const auto error = error_of([&] { cases->verify(); });
                CHECK(error.code() < "M1700");
                CHECK(case_and_entry(error) == Words{case_id(2).hex(), std::to_string(sequence)});
            }
            hands.query(sql).with(Blob{whole}, sequence).run();
        };
        flip_all(entry.frame,
                 "UPDATE entries SET frame = ?1 WHERE case_number = 2 AND sequence = ?2");
        flip_all(entry.body,
                 "UPDATE entries SET body = ?1 WHERE case_number = 2 AND sequence = ?2");
        flip_all(std::string(bytes_of(*entry.key)),
                 "UPDATE entry_keys SET key = ?1 WHERE case_number = 2 AND sequence = ?2");
    }
    CHECK(cases->verify().entries == 6);
}

TEST_CASE("an entry taken out of the middle is found") {
    const auto error = Spoiled().after("DELETE FROM entry_keys WHERE sequence = 2;"
                                       "DELETE FROM entries WHERE sequence = 2");
    CHECK(error.words() == Words{case_id(1).hex(), "2", "3"});
}

TEST_CASE("two entries that changed places are found") {
    const auto error = Spoiled().after(
        "UPDATE entries SET frame = (SELECT frame FROM entries AS other WHERE other.case_number = "
        "entries.case_number AND other.sequence = 5 - entries.sequence) WHERE sequence > 1");
    CHECK(case_and_entry(error) == Words{case_id(1).hex(), "2"});
}

TEST_CASE("an entry put in from another case is found") {
    const auto error =
        Spoiled().after("UPDATE entries SET frame = (SELECT frame FROM entries WHERE case_number = "
                        "1 AND sequence = 3) WHERE case_number = 2 AND sequence = 3");
    CHECK(error.code() == "M1604");
    CHECK(case_and_entry(error) == Words{case_id(2).hex(), "3"});
}

TEST_CASE("entries that are numbered wrongly are found") {
    const auto error = Spoiled().after("UPDATE entry_keys SET sequence = 4 WHERE sequence = 3;"
                                       "UPDATE entries SET sequence = 4 WHERE sequence = 3");
    CHECK(error.code() == "M1605");
}

TEST_CASE("a case that lost all entries, and one that got another id, are found") {
    const auto empty = Spoiled().after("DELETE FROM entry_keys WHERE case_number = 2;"
                                       "DELETE FROM entries WHERE case_number = 2");
    CHECK(empty.code() == "M1717");
    const auto renamed = Spoiled().after("UPDATE cases SET id = zeroblob(16) WHERE number = 2");
    CHECK(renamed.code() == "M1604");
    const auto shortened = Spoiled().after("UPDATE cases SET id = x'00' WHERE number = 2");
    CHECK(shortened.code() == "M1703");
}

TEST_CASE("work, keys and requests of a case that does not exist are found") {
    for (const auto* sql : {"INSERT INTO work VALUES (9, 0, 'a', 'b', '', '', NULL, NULL, NULL)",
                            "INSERT INTO entry_keys VALUES (9, 1, x'00')",
                            "INSERT INTO requests VALUES (9, 'sleutel', 1, 1)"})
        CHECK(Spoiled().after(sql).code() == "M1703");
}

TEST_CASE("a register's id is bound into its chains") {
    const auto error = Spoiled().after("UPDATE meta SET value = zeroblob(16)");
    CHECK(error.code() == "M1607");
}

TEST_CASE("a rulebook that was changed is found") {
    Spoiled spoiled;
    {
        const auto cases = open_register(spoiled.folder.file());
        const auto made = small_case(9, cases->id());
        cases->create_case(case_id(9), {}, made.entries, {}, {}, Bundle{sha256("boek"), "boek"});
    }
    const auto error = spoiled.after("UPDATE bundles SET bytes = x'00'");
    CHECK(error.code() == "M1713");
    const auto cases = open_register(spoiled.folder.file());
    CHECK(error_of([&] { cases->get_bundle(sha256("boek")); }).code() == "M1713");
}

TEST_CASE("whatever byte of the file is off, a register says so in its own words or was not hurt") {
    const Folder folder;
    Made made;
    {
        const auto cases = open_register(folder.file());
        made = keep_small_case(*cases);
    }
    const auto whole = contents(folder.file());
    int found = 0;
    for (std::size_t i = 0; i < whole.size(); i += 97) {
        auto off = whole;
        off[i] = char(off[i] ^ 0x55);
        write(folder.file(), off);
        try {
            const auto cases = open_register(folder.file());
            cases->verify();
            CHECK(cases->read(case_id()) == made.entries);
        } catch (const Error& error) {
            CHECK(error.text(Lang::nl).find("Miep") == std::string::npos);
            ++found;
        }
        std::filesystem::remove(folder.file("meldingen.db-wal"));
        std::filesystem::remove(folder.file("meldingen.db-shm"));
    }
    CHECK(found > 0);
}
