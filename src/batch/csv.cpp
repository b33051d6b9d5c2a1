// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "batch/csv.hpp"

#include <meldroute/base/error.hpp>

namespace meldroute::inline v0 {
namespace {

/// The cell between quotation marks that begins here; moves behind it.
std::string quoted(std::string_view record, std::size_t& at) {
    std::string cell;
    for (++at;; ++at) {
        if (at == record.size()) fail(Fault::batch_quote_unfit);
        if (record[at] == '"' && (++at == record.size() || record[at] != '"')) return cell;
        cell += record[at];
    }
}

std::string plain(std::string_view record, std::size_t& at, char separator) {
    const auto end = std::min(record.find(separator, at), record.size());
    const auto cell = record.substr(at, end - at);
    if (cell.find('"') != cell.npos) fail(Fault::batch_quote_unfit);
    at = end;
    return std::string(cell);
}

} // namespace

char separator_of(std::string_view head) {
    return head.find(';') == head.npos ? ',' : ';';
}

std::vector<std::string> split_cells(std::string_view record, char separator) {
    std::vector<std::string> cells;
    for (std::size_t at = 0;; ++at) {
        const bool marked = at < record.size() && record[at] == '"';
        cells.push_back(marked ? quoted(record, at) : plain(record, at, separator));
        if (at == record.size()) return cells;
        if (record[at] != separator) fail(Fault::batch_quote_unfit);
    }
}

void append_cell(std::string& line, std::string_view cell, char separator) {
    const char special[] = {separator, '"', '\n', '\r', '\0'};
    if (cell.find_first_of(special) == cell.npos) {
        line += cell;
        return;
    }
    line += '"';
    for (const char c : cell) {
        if (c == '"') line += '"';
        line += c;
    }
    line += '"';
}

} // namespace meldroute::inline v0
