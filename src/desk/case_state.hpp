// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a case keeps between two calls, and how it goes on.

#pragma once

#include "desk/office.hpp"

#include <meldroute/desk/desk.hpp>

#include <memory>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

struct Case::State {
    std::shared_ptr<Office> office;
    CaseId id;
    File file;

    /// All or nothing: whatever is thrown, the case is as it was.
    void take(EntryKind kind, std::string_view event, const Telling& telling);
    void check_same(std::int64_t sequence, EntryKind kind, std::string_view event,
                    const Telling& telling) const;
    void refresh();
};

/// A case with some more entries, not yet in the register.
struct Written {
    Story story;
    Chain chain;
    std::vector<Entry> entries;
};

Written write_down(const Story& story, const Chain& chain, const std::vector<Body>& bodies,
                   Randomness& randomness);

} // namespace meldroute::inline v0
