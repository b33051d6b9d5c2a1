// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What `decide` and `explain` have in common: the facts told, for whom, and the receipt.

#pragma once

#include "command/arguments.hpp"
#include "command/page.hpp"

#include <meldroute/rulebook/rulebook.hpp>

#include <memory>

namespace meldroute::inline v0 {

/// A file of facts, "-" for the input, or "" for nothing told. Of a report with its story: all that
/// is told in it.
Situation read_situation(const Rulebook& rulebook, const std::string& file);

/// The same of a report that was read, or of a test: what its story tells too.
Situation read_situation(const Rulebook& rulebook, const JsonNode& node);

/// In the language of the command, seeing what the role of --role sees.
Audience audience_of(const Arguments& args, const Rulebook& rulebook);

Json identity_of(const Rulebook& rulebook);

/// What to ask next and whom, under a heading; nothing where nothing is left to ask.
void print_questions(Page& page, const Rulebook& rulebook,
                     const std::vector<Decisions::Question>& questions);

/// Writes the receipt to --receipt and its key beside it, drawn from the operating system.
void write_receipt(const std::string& file, const Rulebook& rulebook, const Ruling& ruling,
                   const Situation& situation);

/// The ruling of a receipt again; throws as verify().
Ruling read_receipt(const std::string& file, const Rulebook& rulebook, const Situation& situation);

} // namespace meldroute::inline v0
