// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Where rules and example reports are: in the checkout that the program was built in, beside the
// program as installed, or in the Python package.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// The folder or file of this name, such as "rules/ijsselstreek". Throws Usage M1003.
std::filesystem::path find_ours(const std::string& name);

/// The JSON files of a folder, by name. Throws Usage M1003 when there is no such folder.
std::vector<std::filesystem::path> json_files(const std::filesystem::path& folder);

} // namespace meldroute::inline v0
