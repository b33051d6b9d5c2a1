// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The one place where chance comes in: the operating system's generator, for case ids and keys.

#pragma once

#include <meldroute/casefile/entry.hpp>

#include <cstdint>
#include <span>

namespace meldroute::inline v0 {

class SystemRandomness final : public Randomness {
public:
    /// Throws std::system_error when the system has none to give.
    void fill(std::span<std::uint8_t> bytes) override;
};

} // namespace meldroute::inline v0
