// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Who fills which role, at the desk: appointing, ending, and seeing who is there.

#include "desk/office.hpp"
#include "register/roster_entries.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/desk/desk.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace meldroute::inline v0 {
namespace {

void check_said(const Said& said) {
    if (said.by.person.empty()) fail(Fault::appointer_missing);
}

/// Throws the same with the place where it was written.
template <class Run>
void at_place(const std::vector<Place>& places, std::size_t i, Run run) {
    try {
        run();
    } catch (const Json::exception&) {
        fail(Fault::telling_not_text, {}, i < places.size() ? places[i] : Place{});
    } catch (const Error& error) {
        if (i >= places.size()) throw;
        fail(error.fault(), error.words(), places[i]);
    }
}

/// One appointment after another, each checked against those before it.
struct Appointing {
    Roster roster;
    Said said;
    std::vector<std::string> bodies;

    /// Gives its number. What is there already, just so, is not written again.
    std::int64_t take(const Appointment& appointment) {
        for (const auto& other : roster.all())
            if (other.what == appointment && other.endings.empty()) return other.number;
        roster.check(appointment);
        bodies.push_back(body_of(appointment, said));
        roster.add(appointment, said);
        return roster.sequence();
    }
};

std::set<std::string> roles_with_work(Register& kept) {
    std::set<std::string> roles;
    for (auto& [id, item] : kept.worklist({})) roles.insert(std::move(item.owner));
    roles.erase("");
    return roles;
}

/// Those of the rulebook as it names them, then those that only the roster or the work knows.
std::vector<std::string> all_roles(const Rulebook& rulebook, const Roster& roster,
                                   const std::set<std::string>& working) {
    std::vector<std::string> all;
    std::set<std::string> others = working;
    for (const auto& appointed : roster.all()) others.insert(appointed.what.role);
    for (const auto& role : rulebook.roles()) {
        all.push_back(role.id);
        others.erase(role.id);
    }
    all.insert(all.end(), others.begin(), others.end());
    return all;
}

} // namespace

std::vector<std::int64_t> Desk::appoint(const std::vector<Appointment>& appointments,
                                        const Said& said, const std::vector<Place>& places) {
    check_said(said);
    std::vector<std::int64_t> numbers;
    office_->roster().write(office_->randomness(), [&](const Roster& before) {
        Appointing appointing{before, office_->roster().not_before_last(said), {}};
        numbers.clear();
        for (std::size_t i = 0; i < appointments.size(); ++i)
            at_place(places, i, [&] {
                office_->rulebook()->role(appointments[i].role);
                numbers.push_back(appointing.take(appointments[i]));
            });
        return appointing.bodies;
    });
    return numbers;
}

std::int64_t Desk::appoint(const Appointment& appointment, const Said& said) {
    return appoint(std::vector{appointment}, said).front();
}

void Desk::end_appointment(std::int64_t number, const Moment& at, const Said& said) {
    check_said(said);
    office_->roster().write(office_->randomness(), [&](const Roster& roster) {
        std::vector<std::string> bodies;
        roster.check_ending(number, at);
        at_place({}, 0, [&] {
            bodies.push_back(body_of_ending(number, at, office_->roster().not_before_last(said)));
        });
        return bodies;
    });
}

std::vector<Appointed> Desk::appointments() {
    return office_->roster().look().all();
}

std::vector<RoleView> Desk::people(const Moment& at) {
    const auto working = roles_with_work(kept());
    const Roster& roster = office_->roster().look();
    std::vector<RoleView> views;
    for (auto& role : all_roles(*office_->rulebook(), roster, working)) {
        Filled filled = roster.filled(role, at);
        const bool works = working.contains(role);
        views.push_back({std::move(role), std::move(filled), works});
    }
    return views;
}

std::vector<std::string> Desk::unfilled(const Moment& at) {
    std::vector<std::string> roles;
    for (auto& view : people(at))
        if (view.owns_work && view.filled.acting().empty()) roles.push_back(std::move(view.role));
    return roles;
}

} // namespace meldroute::inline v0
