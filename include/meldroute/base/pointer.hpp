// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The tokens of a JSON pointer (RFC 6901): a key as it stands between two slashes, and back.

#pragma once

#include <string>
#include <string_view>

namespace meldroute::inline v0 {

std::string pointer_token(std::string_view key);
std::string key_of_token(std::string_view token);

} // namespace meldroute::inline v0
