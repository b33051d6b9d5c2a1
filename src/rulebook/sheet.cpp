// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/rulebook/sheet.hpp>

#include "rulebook/loading.hpp"
#include "rulebook/sheet_columns.hpp"
#include "rulebook/sheet_rows.hpp"

#include <meldroute/base/id.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace meldroute::inline v0 {
namespace {

namespace fs = std::filesystem;

/// Where a table stands in the files of the lowest layer.
struct Found {
    std::size_t file; ///< among those that hold decisions
    JsonNode rows;
};

Found find(const Layer& layer, std::string_view decision) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < layer.of("decisions").size(); ++i)
        for (const auto& node : layer.of("decisions")[i].at("decisions").items()) {
            ids.push_back(node.at("id").id());
            if (ids.back() != decision) continue;
            if (!node.has("rows")) node.fail(Fault::not_a_table, {std::string(decision)});
            return {i, node.at("rows")};
        }
    fail(Fault::decision_unknown, {std::string(decision), nearest(decision, ids)},
         {layer.folder.generic_string(), 0, 0, "", ""});
}

SheetWords::Input input(const JsonNode& typed, const JsonNode& labelled) {
    const auto label = labelled.text_or_empty("label");
    return {typed.string_or("type", ""),
            label.empty() ? labelled.at("id").string() : label.in(Lang::nl)};
}

SheetWords words_for(const Rulebook& book, std::string_view decision) {
    const auto bundle = JsonNode::parse(book.bundle(), "bundle");
    SheetWords words;
    words.inputs["moment"] = {"moment", "Moment"};
    if (bundle.has("facts"))
        for (const auto& node : bundle.at("facts").items())
            words.inputs[node.at("id").string()] = input(node, node);
    for (const auto& node : bundle.at("decisions").items()) {
        const auto outcome = node.at("outcome");
        if (!outcome.has("outputs")) words.inputs[node.at("id").string()] = input(outcome, node);
        if (node.at("id").string() != decision) continue;
        if (!outcome.has("outputs"))
            words.then[""] = input(outcome, node);
        else
            for (const auto& output : outcome.at("outputs").items())
                words.then[output.at("id").string()] = input(output, output);
    }
    return words;
}

std::vector<Json> rows_of(const Found& table) {
    std::vector<Json> rows;
    for (const auto& row : table.rows.items()) rows.push_back(row.json());
    return rows;
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

/// The sheet as rows, and where each stands in it.
struct Read {
    std::string name;
    std::vector<SheetColumn> columns;
    std::vector<Json> rows;
    std::vector<int> lines;

    /// From a place in the JSON to the cell that it was made from.
    Place trace(const Place& place, const std::string& rows_pointer) const {
        const auto inside = rows_pointer + "/";
        if (!place.pointer.starts_with(inside)) return place;
        const auto behind = place.pointer.substr(inside.size());
        const auto row = std::min(std::size_t(std::stoul(behind)), rows.size() - 1);
        const Json id = rows[row].value("id", Json());
        Place cell{name, lines[row], 0, "", id.is_string() ? id.get<std::string>() : ""};
        for (std::size_t i = 0; i < columns.size(); ++i) {
            std::string path;
            for (const auto& key : columns[i].path) path += "/" + key;
            path += "/";
            const auto key = behind.substr(std::min(behind.find('/'), behind.size())) + "/";
            const bool here = key.starts_with(path) || (key != "/" && path.starts_with(key));
            if (here && cell.column == 0) cell.column = int(i) + 1;
        }
        return cell;
    }
};

Read read(std::string_view csv, const std::string& name, const SheetWords& words) {
    const auto lines = read_csv(csv, name);
    if (lines.empty()) fail(Fault::sheet_column_missing, {"[id]"}, {name, 1, 0, "", ""});
    Read out{name, read_columns(lines[0], words, name), {}, {}};
    const auto id = std::find_if(out.columns.begin(), out.columns.end(),
                                 [](const auto& column) { return column.header == "[id]"; });
    const auto at = std::size_t(id - out.columns.begin());
    if (lines.size() < 2 || lines[1].cells[at] != id->label)
        fail(Fault::sheet_column_missing, {id->label}, {name, 2, int(at) + 1, "", ""});
    for (std::size_t i = 2; i < lines.size(); ++i) {
        Json row = Json::object();
        for (std::size_t c = 0; c < out.columns.size(); ++c)
            out.columns[c].put(row, lines[i].cells[c],
                               {name, lines[i].number, int(c) + 1, "", lines[i].cells[at]});
        out.rows.push_back(std::move(row));
        out.lines.push_back(lines[i].number);
    }
    return out;
}

} // namespace

std::string write_sheet(const fs::path& folder, std::string_view decision) {
    const auto layers = read_layers(folder, {});
    const auto rows = rows_of(find(layers.back(), decision));
    const auto columns = columns_of(rows, words_for(*build(layers), decision));
    std::vector<std::vector<std::string>> lines(2);
    for (const auto& column : columns) {
        lines[0].push_back(column.header);
        lines[1].push_back(column.label);
    }
    for (const auto& row : rows) {
        lines.emplace_back();
        for (const auto& column : columns) lines.back().push_back(column.text(row));
    }
    return write_csv(lines);
}

SheetChange read_sheet(const fs::path& folder, std::string_view decision, std::string_view csv,
                       const std::string& name) {
    auto layers = read_layers(folder, {});
    const auto table = find(layers.back(), decision);
    const auto sheet = read(csv, name, words_for(*build(layers), decision));
    SheetChange change{table.rows.place().file, "", false};
    const auto old = text_of(change.file);
    change.text = with_rows(old, table.rows.pointer(), sheet.rows);
    change.changed = change.text != old;
    layers.back().files.at("decisions")[table.file] =
        JsonNode::parse(change.text, change.file.generic_string());
    try {
        static_cast<void>(build(layers));
    } catch (const RulebookError& error) {
        const bool here = error.place().file == change.file.generic_string();
        fail(error.fault(), error.words(),
             here ? sheet.trace(error.place(), table.rows.pointer()) : error.place());
    }
    return change;
}

} // namespace meldroute::inline v0
