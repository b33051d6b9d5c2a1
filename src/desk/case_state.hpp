// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a case keeps between two calls, and how it goes on.

#pragma once

#include "desk/office.hpp"

#include <meldroute/desk/desk.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

struct Case::State {
    std::shared_ptr<Office> office;
    CaseId id;
    File file;

    /// All or nothing: whatever is thrown, the case is as it was.
    void take(EntryKind kind, std::string_view event, const Telling& telling);
    /// Appends these entries, or throws and stays as it was. When the key was used before it
    /// appends nothing, and gives the entry that was told under it.
    std::optional<std::int64_t> keep(const std::vector<Body>& bodies, std::string_view key);
    std::vector<PassedView> pass_time(const Moment& until);
    /// Nothing when the case is done, or goes by the rulebook of the desk.
    std::optional<MigrationView> look_ahead(const Moment& at, const Moves& moves) const;
    std::optional<MigrationView> migrate(const Telling& telling, const Moves& moves);
    void check_same(std::int64_t sequence, EntryKind kind, std::string_view event,
                    const Telling& telling) const;
    void refresh();
};

/// A case with some more entries, not yet in the register. One that moves it goes to this
/// rulebook.
struct Written {
    Story story;
    Chain chain;
    std::vector<Entry> entries;
};

Written write_down(const Story& story, const Chain& chain, const std::vector<Body>& bodies,
                   Randomness& randomness, const std::shared_ptr<const Rulebook>& rulebook);

} // namespace meldroute::inline v0
