// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The roster beside a calendar on which somebody paints, minute by minute, who is there.

#include "catch.hpp"
#include "dice.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/register/people.hpp>

#include <array>
#include <map>
#include <set>

using namespace meldroute;
using Kind = Appointment::Kind;

namespace {

constexpr int minutes = 120, people = 4;
const std::string role = "burgemeester";
const Said said{{"p.visser", ""}, Moment::parse("2026-06-01T09:00:00+02:00")};

/// Across the hour that comes twice.
Moment minute(int count) {
    return {Moment::parse("2026-10-25T00:30:00Z").micros + count * 60'000'000LL, 0};
}

std::string name(int person) {
    return std::string(1, char('a' + person));
}

struct Stretch {
    int kind, person, from, until;
};

class Calendar {
public:
    bool is_free(const Stretch& stretch) const {
        for (int m = stretch.from; m < stretch.until; ++m)
            if (row(stretch)[std::size_t(m)]) return false;
        return true;
    }
    void paint(const Stretch& stretch, bool there) {
        auto& own = const_cast<Row&>(row(stretch));
        for (int m = stretch.from; m < stretch.until; ++m) own[std::size_t(m)] = there;
    }
    std::multiset<std::string> acting(int m) const {
        for (const Kind kind : {Kind::on_call, Kind::stand_in, Kind::holder}) {
            std::multiset<std::string> there;
            for (int person = 0; person < people; ++person)
                if (row({int(kind), person, 0, 0})[std::size_t(m)]) there.insert(name(person));
            if (!there.empty()) return there;
        }
        return {};
    }

private:
    using Row = std::array<bool, minutes>;
    const Row& row(const Stretch& one) const {
        return rows_[std::size_t(one.kind * people + one.person)];
    }

    std::array<Row, 3 * people> rows_{};
};

/// Appoints and ends at random, on both; what the calendar has no room for must be refused.
class Both {
public:
    explicit Both(unsigned seed) : dice_(seed) {}

    void appoint() {
        const int from = draw(minutes);
        const bool open = draw(5) == 0;
        const Stretch one{draw(3), draw(people), from,
                          open ? minutes : std::min(minutes, from + 1 + draw(40))};
        Appointment what{role, name(one.person), Kind(one.kind), minute(from), {}, ""};
        if (!open) what.until = minute(one.until);
        const bool refused = is_refused([&] { roster.check(what); });
        CHECK(refused != calendar.is_free(one));
        if (refused) return;
        roster.add(what, said);
        calendar.paint(one, true);
        stretches_[roster.sequence()] = one;
    }

    void end() {
        if (stretches_.empty()) return;
        auto& [number, one] = *std::next(stretches_.begin(), draw(int(stretches_.size())));
        const int from = draw(minutes);
        const bool refused = is_refused([&, n = number] { roster.check_ending(n, minute(from)); });
        CHECK(refused == (from < one.from || from >= one.until));
        if (refused) return;
        roster.end(number, minute(from), said);
        calendar.paint({one.kind, one.person, from, one.until}, false);
        one.until = from;
        ++ended;
    }

    int draw(int below) { return dice_.below(below); }

    Roster roster;
    Calendar calendar;
    int ended = 0;

private:
    template <class Run>
    static bool is_refused(Run run) {
        try {
            run();
        } catch (const Usage&) {
            return true;
        }
        return false;
    }

    Dice dice_;
    std::map<std::int64_t, Stretch> stretches_;
};

} // namespace

TEST_CASE("whatever is appointed and ended, each minute has the people that a calendar has") {
    std::size_t taken = 0;
    int ended = 0;
    for (unsigned round = 0; round < 300; ++round) {
        Both both(round);
        for (int step = 0; step < 14; ++step) {
            if (both.draw(4) == 0)
                both.end();
            else
                both.appoint();
        }
        for (int m = 0; m < minutes; ++m) {
            std::multiset<std::string> found;
            const Filled filled = both.roster.filled(role, minute(m));
            for (const auto& one : filled.acting()) found.insert(one.what.person);
            if (found != both.calendar.acting(m)) FAIL("round " << round << ", minute " << m);
        }
        taken += both.roster.all().size();
        ended += both.ended;
    }
    CHECK(taken > 1500);
    CHECK(ended > 150);
}
