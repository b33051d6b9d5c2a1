// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Rows of CSV as spreadsheets write them: RFC 4180, with a comma or a semicolon between cells.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// `;` where the head of a file has one, else `,`: no name of a column holds either.
char separator_of(std::string_view head);

/// Throws Usage M1911 for quotation marks that stand wrong.
std::vector<std::string> split_cells(std::string_view record, char separator);

/// Appends a cell, between quotation marks where it has to be.
void append_cell(std::string& line, std::string_view cell, char separator);

} // namespace meldroute::inline v0
