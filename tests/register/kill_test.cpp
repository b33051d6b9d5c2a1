// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A program that is killed in the middle of its work. A power cut cannot be played here: against
// that stands synchronous = FULL, which waits for the disk before it acknowledges.

#include "catch.hpp"
#include "dice.hpp"
#include "register/files.hpp"
#include "register/roster_entries.hpp"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace examples;
using namespace files;

namespace {

/// Never comes back into the test that it was forked from.
template <class Run>
[[noreturn]] void in_child(Run run) {
    try {
        run();
    } catch (...) {}
    _exit(1);
}

/// Appends for ever, and says after each commit which sequence was acknowledged.
void append_until_killed(const std::string& file, int say) {
    const auto cases = open_register(file);
    Receipt last = verify(cases->id(), case_id(), cases->read(case_id()));
    for (;;) {
        SystemRandomness randomness;
        Chain chain(last);
        std::vector<Entry> next; // now and then two at once: both are kept, or none
        for (auto i = last.sequence % 2; i < 2; ++i)
            next.push_back(chain.add(told(9, "besproken"), randomness));
        last = cases->append(case_id(), last.sequence, next, {}).receipt;
        if (write(say, &last, sizeof last) != sizeof last) return;
    }
}

/// The same on the roster, from its very beginning.
void appoint_until_killed(const std::string& file, int say) {
    const auto kept = open_register(file);
    Receipt last = verify(kept->id(), roster_id, kept->read_roster());
    for (;;) {
        const Appointment mayor{"burgemeester", "m.devries", {}, Moment{last.sequence, 0}, {}, ""};
        std::vector<Entry> next;
        Receipt end = last;
        for (auto i = last.sequence % 2; i < 2; ++i) {
            next.push_back(next_entry(end, body_of(mayor, {}), EntryKey{1}));
            end = {roster_id, end.sequence + 1, sha256(next.back().frame)};
        }
        last = kept->append_roster(last.sequence, next);
        if (write(say, &last, sizeof last) != sizeof last) return;
    }
}

struct Child {
    pid_t pid;
    int hear;

    Child(const std::string& file, void (*work)(const std::string&, int)) {
        int ends[2];
        if (pipe(ends) != 0) throw std::runtime_error("no pipe");
        pid = fork();
        if (pid == 0) {
            close(ends[0]);
            in_child([&] { work(file, ends[1]); });
        }
        close(ends[1]);
        hear = ends[0];
    }

    bool heard(Receipt& receipt) const {
        return read(hear, &receipt, sizeof receipt) == sizeof receipt;
    }

    /// Everything that was acknowledged before the end, however late it is heard.
    std::vector<Receipt> kill_after(int acknowledgements, unsigned microseconds) {
        std::vector<Receipt> all(1);
        for (int i = 0; i < acknowledgements && heard(all.back()); ++i) all.emplace_back();
        usleep(microseconds);
        kill(pid, SIGKILL);
        while (heard(all.back())) all.emplace_back();
        all.pop_back();
        close(hear);
        waitpid(pid, nullptr, 0);
        return all;
    }
};

} // namespace

TEST_CASE("a program that is killed at any moment has lost nothing that it acknowledged") {
    const Folder folder;
    keep_small_case(*open_register(folder.file()));
    Dice dice(273); // varies the moment, the same way in every run
    std::vector<Receipt> acknowledged;
    for (int round = 0; round < 40; ++round) {
        Child child(folder.file(), append_until_killed);
        const auto heard = child.kill_after(dice.below(12), unsigned(dice.below(3000)));
        acknowledged.insert(acknowledged.end(), heard.begin(), heard.end());

        const auto cases = open_register(folder.file());
        const auto entries = cases->read(case_id());
        CHECK(cases->verify().entries == std::int64_t(entries.size()));
        for (const auto& receipt : acknowledged) CHECK_NOTHROW(verify_receipt(entries, receipt));
    }
    CHECK(acknowledged.size() > 100);
}

TEST_CASE("who is killed while appointing has lost nobody that was acknowledged") {
    const Folder folder;
    const auto id = open_register(folder.file())->id();
    Dice dice(275);
    std::vector<Receipt> acknowledged;
    for (int round = 0; round < 20; ++round) {
        Child child(folder.file(), appoint_until_killed);
        const auto heard = child.kill_after(dice.below(12), unsigned(dice.below(3000)));
        acknowledged.insert(acknowledged.end(), heard.begin(), heard.end());

        const auto kept = open_register(folder.file());
        const auto entries = kept->read_roster();
        CHECK_NOTHROW(kept->verify());
        CHECK_NOTHROW(verify(id, roster_id, entries));
        for (const auto& receipt : acknowledged) CHECK_NOTHROW(verify_receipt(entries, receipt));
    }
    CHECK(acknowledged.size() > 50);
}

TEST_CASE("a program that is killed while it makes a register leaves none, or a whole one") {
    Dice dice(274);
    for (int round = 0; round < 40; ++round) {
        const Folder folder;
        const pid_t pid = fork();
        if (pid == 0) {
            in_child([&] {
                const auto cases = open_register(folder.file());
                for (;;) pause();
            });
        }
        usleep(unsigned(dice.below(4000)));
        kill(pid, SIGKILL);
        waitpid(pid, nullptr, 0);
        const auto cases = open_register(folder.file());
        CHECK_NOTHROW(keep_small_case(*cases));
        CHECK(cases->verify().cases == 1);
    }
}
