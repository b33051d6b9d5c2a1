// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// CSV as Dutch Excel writes and reads it: UTF-8 with a byte order mark, ";" between cells, lines
// that end in CR LF, and quotes around what holds one of these.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

struct SheetLine {
    int number = 0; ///< in the file, from 1: a cell may hold line ends
    std::vector<std::string> cells;

    bool empty() const;
};

std::string write_csv(const std::vector<std::vector<std::string>>& lines);

/// Lines without any text are left out. Throws RulebookError M1531 and M1532; `name` stands for the
/// file in its place.
std::vector<SheetLine> read_csv(std::string_view csv, const std::string& name);

} // namespace meldroute::inline v0
