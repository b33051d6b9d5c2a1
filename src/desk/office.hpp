// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a desk and its cases share: the register, and the rulebooks that cases are pinned to.

#pragma once

#include "desk/roster_book.hpp"

#include <meldroute/casefile/chain.hpp>
#include <meldroute/casefile/story.hpp>
#include <meldroute/casefile/telling.hpp>
#include <meldroute/register/randomness.hpp>
#include <meldroute/register/register.hpp>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// A case as it was read from the register.
struct File {
    Story story;
    Chain chain;
    std::string alias;
};

class Office {
public:
    Office(const std::string& where, std::shared_ptr<const Rulebook> rulebook);

    Register& kept() { return *kept_; }
    Randomness& randomness() { return randomness_; }
    RosterBook& roster() { return roster_; }
    const std::shared_ptr<const Rulebook>& rulebook() const { return rulebook_; }

    /// Gives the ids of all cases, in the order in which they were made. Holds a few at a time, and
    /// leaves the register free for whatever is done with each.
    void each_case(const std::function<void(const CaseId&)>& each);
    /// Reads and checks a case. Throws Usage M1806 when all of it was erased.
    File read(const CaseId& case_id);
    std::vector<std::optional<Body>> bodies(const CaseId& case_id);
    /// The rulebooks that a case went by. Throws Damaged M1807 for one that is not kept.
    RulebookOf rulebooks_of(const CaseId& case_id);
    /// What the register has to keep with an entry that goes by this rulebook; nothing when that is
    /// known to be there.
    std::optional<Bundle> to_keep(const std::shared_ptr<const Rulebook>& rulebook) const;
    /// Such an entry was written.
    void was_kept(const std::shared_ptr<const Rulebook>& rulebook);

private:
    std::unique_ptr<Register> kept_;
    RosterBook roster_;
    std::shared_ptr<const Rulebook> rulebook_;
    bool keeps_ours_ = false; ///< whether the register is known to keep rulebook_
    std::map<std::string, std::shared_ptr<const Rulebook>> rulebooks_; ///< kept, by digest
    SystemRandomness randomness_;
};

/// The same telling, with facts as an object in the form in which they are kept. Throws Usage M1804
/// or M1805; nothing that was told stands in the message.
Telling checked(const Telling& telling, std::string_view event = {});

/// What a case asks of people now, for the worklist.
std::vector<WorkItem> work_of(const Story& story);

} // namespace meldroute::inline v0
