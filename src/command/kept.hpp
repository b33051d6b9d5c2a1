// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A register that is there already, and the rules that came into it with a case.

#pragma once

#include <meldroute/register/register.hpp>
#include <meldroute/rulebook/rulebook.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace meldroute::inline v0 {

/// Whether this is a register that is kept in a file, and not a folder or bundle of rules.
bool is_register(const std::string& file);

/// Opening would make a register that is not there: throws Usage M1003 instead.
std::unique_ptr<Register> open_existing(const std::string& file);

/// The rules that the case is pinned to. Throws Usage M1801 where no entry can be read.
std::shared_ptr<const Rulebook> rulebook_of(Register& kept, std::string_view id_or_key);

/// The rules of the newest case; null where no case can be read.
std::shared_ptr<const Rulebook> any_rulebook(Register& kept);

} // namespace meldroute::inline v0
