// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The columns of a table's sheet: a fact by its id, and what a row has besides between brackets,
// "[then]".

#pragma once

#include "rulebook/sheet_csv.hpp"

#include <meldroute/base/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// What the columns of one table can be.
struct SheetWords {
    struct Input {
        std::string type, label;
    };
    std::map<std::string, Input> inputs; ///< facts and decisions by id
    std::map<std::string, Input> then;   ///< outputs by id; of a single outcome ""
};

struct SheetColumn {
    std::string header, label, type;
    std::vector<std::string> path; ///< of keys in a row

    std::string text(const Json& row) const;
    void put(Json& row, const std::string& text, const Place& place) const;
};

/// All that these rows use, with one for words besides.
std::vector<SheetColumn> columns_of(const std::vector<Json>& rows, const SheetWords& words);

/// The columns that a first line names. Throws RulebookError M1533 to M1535.
std::vector<SheetColumn> read_columns(const SheetLine& line, const SheetWords& words,
                                      const std::string& name);

} // namespace meldroute::inline v0
