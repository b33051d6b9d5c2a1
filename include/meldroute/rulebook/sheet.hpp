// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A decision table as a sheet for Excel or LibreOffice, and back into its JSON file: CSV with ";"
// and a decimal comma, a row a line, a column for each fact that a cell reads.

#pragma once

#include <meldroute/base/error.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace meldroute::inline v0 {

/// The table of this decision as the files of this folder have it, not those of the layers above.
/// Throws RulebookError M1201 and M1530, and what Rulebook::load throws.
std::string write_sheet(const std::filesystem::path& folder, std::string_view decision);

/// A file of rules with the rows of one table replaced; all else in it stays as it was written.
struct SheetChange {
    std::filesystem::path file;
    std::string text;
    bool changed = false; ///< whether the text differs from what the file holds
};

/// What the file becomes with the rows of this sheet; writes nothing. A row that says what it said
/// keeps its text. Throws RulebookError with the line and the column of the sheet: M1531 to M1535,
/// and whatever is wrong with a rulebook that has these rows. `name` stands for the sheet in places.
SheetChange read_sheet(const std::filesystem::path& folder, std::string_view decision,
                       std::string_view csv, const std::string& name);

} // namespace meldroute::inline v0
