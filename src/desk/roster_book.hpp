// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The roster of a register, read as far as it goes each time that it is looked at: others write too.

#pragma once

#include <meldroute/casefile/body.hpp>
#include <meldroute/register/people.hpp>
#include <meldroute/register/register.hpp>

#include <functional>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

class RosterBook {
public:
    explicit RosterBook(Register& kept);

    /// Throws Damaged for what is not what was stored.
    const Roster& look();

    /// What is to be added, as bodies of entries, given what is there by now.
    using Write = std::function<std::vector<std::string>(const Roster&)>;
    /// Writes all or nothing, in one go; asks again when somebody wrote in between.
    void write(Randomness& randomness, const Write& bodies);

    /// Never before what was written down last.
    Said not_before_last(Said said) const;

private:
    Register& kept_;
    Receipt last_;
    Roster roster_;
};

/// Throws Refused M1622 when the roster says who fills the role of this body, and its person does not
/// at the moment at which it happened. A role in which nobody was ever appointed is left to the host.
void check_decider(const Roster& roster, const Body& body);

/// The persons who act, for a view.
std::vector<std::string> acting(const Roster& roster, const std::string& role, const Moment& at);

} // namespace meldroute::inline v0
