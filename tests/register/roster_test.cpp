// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The roster in a register: kept as a case is, and no case.

#include "catch.hpp"
#include "register/files.hpp"
#include "register/roster_entries.hpp"

#include <functional>
#include <thread>

using namespace examples;
using namespace files;

namespace {

const Said said{{"p.visser", ""}, Moment::parse("2026-06-01T09:00:00+02:00")};

std::string body(const std::string& person, Appointment::Kind kind = Appointment::Kind::holder) {
    Appointment one{
        "burgemeester", person, kind, Moment::parse("2026-06-01T00:00:00+02:00"), {}, ""};
    return body_of(one, said);
}

Receipt begin(Register& in) {
    return begin_chain(in.id(), roster_id);
}

Entry next(const Receipt& last, std::string text) {
    SystemRandomness randomness;
    EntryKey key;
    randomness.fill(key);
    return next_entry(last, std::move(text), key);
}

Receipt append(Register& in, const Receipt& last, const std::string& text) {
    const std::vector entries{next(last, text)};
    return in.append_roster(last.sequence, entries);
}

Roster read(Register& from) {
    Roster roster;
    for (const auto& entry : from.read_roster()) add_entry(roster, entry);
    return roster;
}

std::string code_of(const std::function<void()>& run) {
    return error_of(run).code();
}

} // namespace

TEST_CASE("a register keeps who fills which role, byte for byte, and counts it as no case") {
    const Folder folder;
    std::vector<Entry> before;
    {
        const auto kept = open_register(folder.file());
        CHECK(kept->read_roster().empty());
        const auto first = append(*kept, begin(*kept), body("m.devries"));
        keep_small_case(*kept);
        append(*kept, first, body_of_ending(1, said.recorded, said));
        before = kept->read_roster();
        CHECK(before.size() == 2);
    }
    const auto kept = open_register(folder.file());
    CHECK(kept->read_roster() == before);
    CHECK(kept->read_roster(1) == std::vector{before[1]});
    CHECK(kept->cases().size() == 1);
    const auto verified = kept->verify();
    CHECK(verified.cases == 1);
    CHECK(verified.entries == 3);
    CHECK(read(*kept).all().front().endings.size() == 1);
}

TEST_CASE("the roster is no case to be read, written or made") {
    const auto kept = open_register(":memory:");
    const auto last = append(*kept, begin(*kept), body("m.devries"));
    const std::vector entries{next(last, body("l.jansen"))};
    CHECK(code_of([&] { kept->read(roster_id); }) == "M1707");
    CHECK(code_of([&] { kept->append(roster_id, 1, entries, {}); }) == "M1707");
    CHECK(code_of([&] { kept->create_case(roster_id, "", entries, {}); }) == "M1708");
    CHECK(code_of([&] { kept->append_roster(1, {}); }) == "M1711");
}

TEST_CASE("of two who write to the roster the second is told, and nothing is written") {
    const Folder folder;
    const auto one = open_register(folder.file()), other = open_register(folder.file());
    const auto last = append(*one, begin(*one), body("m.devries"));
    CHECK(code_of([&] { append(*other, begin(*other), body("l.jansen")); }) == "M1710");
    CHECK(other->read_roster().size() == 1);
    CHECK_NOTHROW(append(*other, last, body("l.jansen")));
    CHECK(code_of([&] { other->append_roster(2, std::vector{next(last, body("a"))}); }) == "M1605");
    CHECK(one->read_roster().size() == 2);
}

TEST_CASE("many who begin one roster at the same moment make one chain") {
    const Folder folder;
    open_register(folder.file());
    constexpr int threads = 4, each = 25;
    std::vector<std::thread> all;
    for (int i = 0; i < threads; ++i)
        all.emplace_back([&folder] {
            const auto kept = open_register(folder.file());
            for (int done = 0; done < each;) {
                const auto last = verify(kept->id(), roster_id, kept->read_roster());
                try {
                    append(*kept, last, body("m.devries"));
                    ++done;
                } catch (const Conflict&) { // another was first
                }
            }
        });
    for (auto& thread : all) thread.join();
    const auto kept = open_register(folder.file());
    CHECK(kept->read_roster().size() == threads * each);
    CHECK_NOTHROW(kept->verify());
}

TEST_CASE("a byte that was changed in the roster is found") {
    for (const char* change :
         {"UPDATE entries SET body = CAST(replace(body, 'devries', 'jansens') AS BLOB)",
          "UPDATE entries SET sequence = 2", "DELETE FROM entry_keys",
          "UPDATE entries SET frame = CAST(replace(frame, '\"sequence\":1', '\"sequence\":2') AS "
          "BLOB)"}) {
        const Folder folder;
        {
            const auto kept = open_register(folder.file());
            append(*kept, begin(*kept), body("m.devries"));
        }
        tamper(folder.file(), change);
        CAPTURE(change);
        const auto kept = open_register(folder.file());
        CHECK_THROWS_AS(kept->verify(), Damaged);
    }
}

TEST_CASE("an appointment that was erased is gone from the file, and the chain is whole") {
    const Folder folder;
    const auto kept = open_register(folder.file());
    auto last = append(*kept, begin(*kept), body("Het-Geheim"));
    last = append(*kept, last, body("l.jansen"));
    const std::vector<std::int64_t> first{1};
    kept->erase(roster_id, first);
    CHECK_NOTHROW(kept->verify());
    CHECK(contents(folder.file()).find("Het-Geheim") == std::string::npos);
    CHECK(contents(folder.file() + "-wal").find("Het-Geheim") == std::string::npos);
    const Roster roster = read(*kept);
    REQUIRE(roster.all().size() == 1);
    CHECK(roster.all()[0].number == 2);
    CHECK_NOTHROW(append(*kept, last, body_of_ending(1, said.recorded, said)));
    CHECK(read(*kept).all().size() == 1);
}

TEST_CASE("every kind, an end and a lender come back as they were told") {
    Roster roster;
    const auto kept = open_register(":memory:");
    Receipt last = begin(*kept);
    std::vector<Appointment> told;
    for (const auto kind :
         {Appointment::Kind::holder, Appointment::Kind::stand_in, Appointment::Kind::on_call}) {
        told.push_back({"burgemeester", "M. \"Miep\" Çelik\n", kind,
                        Moment::parse("2026-06-01T00:00:00+02:00"),
                        Moment::parse("2026-10-25T02:30:00.5+01:00"), "gemeente Lochem"});
        last = append(*kept, last, body_of(told.back(), said));
    }
    const auto back = read(*kept);
    for (std::size_t i = 0; i < told.size(); ++i) {
        CHECK(back.all()[i].what == told[i]);
        CHECK(back.all()[i].what.until->iso() == told[i].until->iso());
        CHECK(back.all()[i].said.by.person == "p.visser");
    }
}

TEST_CASE("what says nothing that can be read is damage, and its words are not repeated") {
    for (
        const char* text :
        {"x", "{}", R"({"appointed":{}})", R"({"appointed":{"role":"geheim"}})",
         R"({"ended":1,"at":"geheim","by":{"person":"a","role":""},"recorded":""})",
         R"({"at":"2026-06-01T00:00:00Z","by":{"person":"geheim","role":""},"ended":1,"geheim":1,"recorded":"2026-06-01T00:00:00Z"})",
         R"({"appointed":{"from":"2026-06-01T00:00:00Z","kind":"geheim","person":"a","role":"b"},"by":{"person":"a","role":""},"recorded":"2026-06-01T00:00:00Z"})"}) {
        const auto kept = open_register(":memory:");
        append(*kept, begin(*kept), text);
        const auto error = error_of([&] { read(*kept); });
        CHECK(error.code() == "M1728");
        CHECK(error.text(Lang::nl).find("geheim") == std::string::npos);
    }
}
