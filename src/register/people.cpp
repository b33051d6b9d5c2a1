// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/register/people.hpp>

#include <meldroute/base/error.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// Spaces only would be a person that nobody can see.
bool blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == text.npos;
}

bool same_place(const Appointment& one, const Appointment& other) {
    return one.role == other.role && one.person == other.person && one.kind == other.kind;
}

/// Half open: who ends at a moment makes room for who begins at it.
bool begins_before(const Moment& from, const std::optional<Moment>& until) {
    return !until || from < *until;
}

} // namespace

Moment start_of_day(Date day) {
    return amsterdam_moment(day, 0, 0);
}

Moment end_of_day(Date day) {
    return start_of_day(day.plus_days(1));
}

std::optional<Moment> Appointed::until() const {
    return endings.empty() ? what.until : endings.back().at;
}

bool Appointed::in_force(const Moment& at) const {
    return what.from <= at && begins_before(at, until());
}

const std::vector<Appointed>& Filled::acting() const& {
    if (!on_call.empty()) return on_call;
    if (!stand_ins.empty()) return stand_ins;
    return holders;
}

void Roster::check(const Appointment& appointment) const {
    if (blank(appointment.person)) fail(Fault::appointment_without_person, {appointment.role});
    if (appointment.until && *appointment.until <= appointment.from)
        fail(Fault::appointment_ends_first, {appointment.role});
    if (!appointment.lender.empty() && !appointment.until)
        fail(Fault::loan_without_end, {appointment.role});
    for (const auto& other : all_)
        if (same_place(other.what, appointment) && other.what.from != other.until() &&
            begins_before(appointment.from, other.until()) &&
            begins_before(other.what.from, appointment.until))
            fail(Fault::appointment_overlaps, {appointment.role, std::to_string(other.number)});
}

void Roster::check_ending(std::int64_t number, const Moment& at) const {
    const auto* appointed = find(number);
    if (!appointed) fail(Fault::appointment_unknown, {std::to_string(number)});
    if (!begins_before(at, appointed->until()))
        fail(Fault::appointment_over, {std::to_string(number)});
    if (at < appointed->what.from) fail(Fault::ending_before_beginning, {std::to_string(number)});
}

void Roster::add(Appointment appointment, Said said) {
    recorded_ = said.recorded;
    all_.push_back({++sequence_, std::move(appointment), std::move(said), {}});
}

void Roster::end(std::int64_t number, const Moment& at, Said said) {
    ++sequence_;
    recorded_ = said.recorded;
    for (auto& appointed : all_) // it may have been erased since
        if (appointed.number == number) appointed.endings.push_back({at, std::move(said)});
}

bool Roster::has(std::string_view role) const {
    return std::ranges::any_of(all_, [&](const auto& one) { return one.what.role == role; });
}

Filled Roster::filled(std::string_view role, const Moment& at) const {
    Filled filled;
    for (const auto& one : all_) {
        if (one.what.role != role || !one.in_force(at)) continue;
        switch (one.what.kind) {
        case Appointment::Kind::holder: filled.holders.push_back(one); break;
        case Appointment::Kind::stand_in: filled.stand_ins.push_back(one); break;
        case Appointment::Kind::on_call: filled.on_call.push_back(one); break;
        }
    }
    return filled;
}

bool Roster::fills(std::string_view role, std::string_view person, const Moment& at) const {
    return std::ranges::any_of(all_, [&](const auto& one) {
        return one.what.role == role && one.what.person == person && one.in_force(at);
    });
}

const Appointed* Roster::find(std::int64_t number) const {
    const auto found = std::ranges::find(all_, number, &Appointed::number);
    return found == all_.end() ? nullptr : &*found;
}

} // namespace meldroute::inline v0
