// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Each command is a function of its own, in a file of its own name.

#pragma once

#include "command/arguments.hpp"

#include <iosfwd>

namespace meldroute::inline v0 {

// Each gives its exit status: 0 fine, 1 findings.
int command_demo(const Arguments& args, std::ostream& out);
int command_check(const Arguments& args, std::ostream& out);
int command_diff(const Arguments& args, std::ostream& out);
int command_test(const Arguments& args, std::ostream& out);
int command_decide(const Arguments& args, std::ostream& out);
int command_explain(const Arguments& args, std::ostream& out);
int command_bundle(const Arguments& args, std::ostream& out);
int command_versions(const Arguments& args, std::ostream& out);
int command_table(const Arguments& args, std::ostream& out);
int command_verify(const Arguments& args, std::ostream& out);
int command_batch(const Arguments& args, std::ostream& out);
int command_people(const Arguments& args, std::ostream& out);
int command_case(const Arguments& args, std::ostream& out);
int command_decided(const Arguments& args, std::ostream& out); ///< case --decisions
int command_late(const Arguments& args, std::ostream& out);
int command_migrate(const Arguments& args, std::ostream& out); ///< case migrate
int command_pass_time(const Arguments& args, std::ostream& out);
int command_draw(const Arguments& args, std::ostream& out);

} // namespace meldroute::inline v0
