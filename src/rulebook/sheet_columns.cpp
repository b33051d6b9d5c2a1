// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/sheet_columns.hpp"

#include "rulebook/sheet_cell.hpp"

#include <meldroute/base/id.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

SheetColumn besides(const std::string& name, const std::string& label, const std::string& type,
                    const std::vector<std::string>& path) {
    return {"[" + name + "]", label, type, path};
}

/// In the order in which they stand, facts between the first three and the outcomes.
std::vector<SheetColumn> in_front() {
    return {besides("id", "Rij", "", {"id"}), besides("slot", "Plek", "", {"slot"}),
            besides("label", "Naam", "", {"label", "nl"})};
}

std::vector<SheetColumn> outcomes(const SheetWords& words) {
    std::vector<SheetColumn> out;
    for (const auto& [id, output] : words.then)
        out.push_back(id.empty() ? besides("then", output.label, output.type, {"then"})
                                 : besides("then." + id, output.label, output.type, {"then", id}));
    return out;
}

std::vector<SheetColumn> behind() {
    return {besides("valid.from", "Geldt vanaf", "date", {"valid", "from"}),
            besides("valid.until", "Geldt tot en met", "date", {"valid", "until"}),
            besides("because", "Toelichting", "", {"because", "nl"}),
            besides("because.en", "Toelichting (Engels)", "", {"because", "en"}),
            besides("see", "Zie ook", "texts", {"see"}),
            besides("source", "Bron", "", {"source"}),
            besides("note", "Notitie", "", {"note"})};
}

SheetColumn fact(const std::string& id, const SheetWords& words) {
    const auto found = words.inputs.find(id);
    if (found == words.inputs.end()) return {id, id, "", {"when", id}};
    return {id, found->second.label, found->second.type, {"when", id}};
}

/// A text may be a string where a column expects its languages: that stands whole in the first.
bool is_whole(const Json& row, const std::vector<std::string>& path) {
    return path.size() == 2 && path[1] == "nl" && row.contains(path[0]) &&
           !row[path[0]].is_object();
}

bool is_used(const std::vector<Json>& rows, const SheetColumn& column) {
    return std::any_of(rows.begin(), rows.end(),
                       [&](const Json& row) { return !column.text(row).empty(); });
}

std::vector<SheetColumn> all_besides(const SheetWords& words) {
    auto all = in_front();
    for (const auto& part : {outcomes(words), behind()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

SheetColumn column_of(const std::string& header, const SheetWords& words, const Place& place) {
    std::vector<std::string> known;
    for (const auto& column : all_besides(words)) {
        if (column.header == header) return column;
        known.push_back(column.header);
    }
    for (const auto& [id, input] : words.inputs) known.push_back(id);
    if (!words.inputs.contains(header))
        fail(Fault::sheet_column_unknown, {header, nearest(header, known)}, place);
    return fact(header, words);
}

} // namespace

std::string SheetColumn::text(const Json& row) const {
    if (is_whole(row, path)) return "json: " + row[path[0]].dump();
    const Json* value = &row;
    for (const auto& key : path) {
        if (!value->is_object() || !value->contains(key)) return "";
        value = &(*value)[key];
    }
    return sheet_text(*value, type);
}

void SheetColumn::put(Json& row, const std::string& text, const Place& place) const {
    if (text.empty()) return;
    auto value = sheet_value(text, type, place);
    const bool whole = path.back() == "nl" && text.starts_with("json: ");
    Json& owner = path.size() == 1 || whole ? row : row[path[0]];
    if (!owner.is_null() && !owner.is_object()) fail(Fault::json_wrong_type, {"{\"…\": …}"}, place);
    owner[whole ? path[0] : path.back()] = std::move(value);
}

std::vector<SheetColumn> columns_of(const std::vector<Json>& rows, const SheetWords& words) {
    std::vector<SheetColumn> columns;
    const auto add = [&](const std::vector<SheetColumn>& some) {
        for (const auto& column : some)
            if (column.header == "[id]" || column.header == "[because]" || is_used(rows, column))
                columns.push_back(column);
    };
    add(in_front());
    std::vector<std::string> facts;
    for (const auto& row : rows)
        if (row.contains("when"))
            for (const auto& [id, cell] : row["when"].items())
                if (std::find(facts.begin(), facts.end(), id) == facts.end()) facts.push_back(id);
    for (const auto& id : facts) columns.push_back(fact(id, words));
    add(outcomes(words));
    add(behind());
    return columns;
}

std::vector<SheetColumn> read_columns(const SheetLine& line, const SheetWords& words,
                                      const std::string& name) {
    std::vector<SheetColumn> columns;
    for (const auto& header : line.cells) {
        const Place place{name, line.number, int(columns.size()) + 1, "", ""};
        for (const auto& other : columns)
            if (other.header == header) fail(Fault::sheet_column_twice, {header}, place);
        columns.push_back(column_of(header, words, place));
    }
    for (const auto& column : columns)
        if (column.header == "[id]") return columns;
    fail(Fault::sheet_column_missing, {"[id]"}, {name, line.number, 0, "", ""});
}

} // namespace meldroute::inline v0
