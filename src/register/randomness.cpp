// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/register/randomness.hpp>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace meldroute::inline v0 {

void SystemRandomness::fill(std::span<std::uint8_t> bytes) {
    constexpr std::size_t at_once = 256; // the most that getentropy gives
    while (!bytes.empty()) {
        const auto part = bytes.first(std::min(bytes.size(), at_once));
        if (getentropy(part.data(), part.size()) != 0)
            throw std::system_error(errno, std::generic_category(), "getentropy");
        bytes = bytes.subspan(part.size());
    }
}

} // namespace meldroute::inline v0
