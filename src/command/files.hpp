// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Files that are not JSON: keys, signatures, sheets, bundles.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace meldroute::inline v0 {

/// All bytes. Throws Usage M1003.
std::string read_file(const std::filesystem::path& file);

/// Writes all of it or nothing: who reads meanwhile finds the old file or the new one. Throws Usage
/// M1018.
void write_file(const std::filesystem::path& file, std::string_view bytes);

} // namespace meldroute::inline v0
