// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "register/files.hpp"

#include <thread>

using namespace examples;
using namespace files;

namespace {

/// The code with which this file is refused. Fails when a byte of the folder changed by that.
std::string refusal(const std::string& file) {
    const auto before = contents(file);
    const auto code = error_of([&] { open_register(file); }).code();
    CHECK(contents(file) == before);
    CHECK(!std::filesystem::exists(file + "-wal"));
    return code;
}

std::string register_with_a_case(const Folder& folder) {
    const auto cases = open_register(folder.file());
    keep_small_case(*cases);
    return folder.file();
}

} // namespace

TEST_CASE("a register of a newer format is refused, and its file stays as it is") {
    const Folder folder;
    const auto file = register_with_a_case(folder);
    tamper(file, "PRAGMA user_version = 2");
    CHECK(refusal(file) == "M1702");
}

TEST_CASE("what is no register is refused, and stays as it is") {
    const Folder folder;
    write(folder.file("letter.txt"), "Geachte heer, mevrouw,");
    write(folder.file("long.txt"), std::string(10000, 'x'));
    tamper(folder.file("other.db"), "CREATE TABLE ander (x)");
    tamper(folder.file("wal.db"), "PRAGMA journal_mode = WAL; CREATE TABLE ander (x)");
    for (const auto* name : {"letter.txt", "long.txt", "other.db", "wal.db"})
        CHECK(refusal(folder.file(name)) == "M1701");
}

TEST_CASE("what cannot be opened is refused") {
    const Folder folder;
    const auto code = [](const std::string& where) {
        return error_of([&] { open_register(where); }).code();
    };
    CHECK(code(folder.file("er/is/niets.db")) == "M1704");
    CHECK(code(folder.file(".")) == "M1704");
    CHECK(code("") == "M1704");
}

TEST_CASE("an empty file becomes a register") {
    const Folder folder;
    write(folder.file(), "");
    CHECK(open_register(folder.file())->cases().empty());
}

TEST_CASE("tables that are not as they were made are refused") {
    for (const auto* change :
         {"DROP INDEX work_by_owner", "CREATE TABLE extra (x)", "DROP TABLE bundles",
          "CREATE TRIGGER stil AFTER INSERT ON entries BEGIN DELETE FROM entry_keys; END"}) {
        const Folder folder;
        const auto file = register_with_a_case(folder);
        tamper(file, change);
        CHECK_THROWS_AS(open_register(file), Damaged);
        CHECK(error_of([&] { open_register(file); }).code() == "M1703");
    }
}

TEST_CASE("a file that was cut off is refused") {
    const Folder folder;
    const auto file = register_with_a_case(folder);
    const auto whole = contents(file);
    for (const std::size_t size : {whole.size() / 2, std::size_t{4096}, std::size_t{1000}}) {
        write(file, whole.substr(0, size));
        CHECK_THROWS_AS(open_register(file)->verify(), Damaged);
    }
    write(file, whole.substr(0, 50));
    CHECK(refusal(file) == "M1701");
}

TEST_CASE("many who make one register at the same moment get the same one") {
    for (int round = 0; round < 10; ++round) {
        const Folder folder;
        std::vector<RegisterId> ids(4);
        std::vector<std::thread> threads;
        for (auto& id : ids)
            threads.emplace_back([&id, &folder] { id = open_register(folder.file())->id(); });
        for (auto& thread : threads) thread.join();
        CHECK(std::ranges::count(ids, ids[0]) == 4);
    }
}
