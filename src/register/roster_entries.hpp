// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The bodies of a roster's entries: what was said on who fills which role, as it is kept.

#pragma once

#include <meldroute/casefile/entry.hpp>
#include <meldroute/register/people.hpp>

#include <string>
#include <string_view>

namespace meldroute::inline v0 {

/// RFC 8785.
std::string body_of(const Appointment& appointment, const Said& said);
std::string body_of_ending(std::int64_t number, const Moment& at, const Said& said);

/// Adds what the next entry says. Throws Damaged M1728 where it says nothing that can be read.
void add_entry(Roster& roster, const Entry& entry);

/// "holder", "stand-in", "on-call": as they are kept, and as JSON has them.
std::string_view word_of(Appointment::Kind kind);

} // namespace meldroute::inline v0
