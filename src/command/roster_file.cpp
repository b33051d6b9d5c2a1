// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/roster_file.hpp"

#include "command/files.hpp"
#include "command/times.hpp"
#include "register/roster_entries.hpp"
#include "rulebook/sheet_csv.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/base/id.hpp>
#include <meldroute/base/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace meldroute::inline v0 {
namespace {

using Kind = Appointment::Kind;
constexpr std::array kinds{Kind::holder, Kind::stand_in, Kind::on_call};

// ── A sheet ──────────────────────────────────────────────────────────────────────────────────

const std::vector<std::string> headers{"rol", "persoon",    "soort",
                                       "van", "tot-en-met", "geleend-van"};

/// What a spreadsheet leaves around a word is nobody's.
std::string trimmed(const std::string& cell) {
    const auto first = cell.find_first_not_of(" \t\r\n");
    if (first == cell.npos) return {};
    return cell.substr(first, cell.find_last_not_of(" \t\r\n") - first + 1);
}

class SheetReader {
public:
    explicit SheetReader(std::string name) : name_(std::move(name)) {}

    RosterFile read(const std::vector<SheetLine>& lines) {
        RosterFile file;
        if (lines.empty()) fail(Fault::sheet_column_missing, {"rol"}, {name_, 1, 0, "", ""});
        read_headers(lines.front());
        for (std::size_t i = 1; i < lines.size(); ++i) {
            line_ = &lines[i];
            file.appointments.push_back(appointment());
            file.places.push_back(place(line_->number, 0));
        }
        return file;
    }

private:
    Place place(int line, std::size_t column) const { return {name_, line, int(column), "", ""}; }

    void read_headers(const SheetLine& line) {
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
            const auto header = trimmed(line.cells[i]);
            const auto here = place(line.number, i + 1);
            if (std::ranges::find(headers, header) == headers.end())
                fail(Fault::sheet_column_unknown, {header, nearest(header, headers)}, here);
            if (!columns_.emplace(header, i).second)
                fail(Fault::sheet_column_twice, {header}, here);
        }
        for (const char* needed : {"rol", "persoon", "van"})
            if (!columns_.contains(needed))
                fail(Fault::sheet_column_missing, {needed}, place(line.number, 0));
    }

    std::string cell(const char* header) const {
        const auto column = columns_.find(header);
        return column == columns_.end() ? "" : trimmed(line_->cells[column->second]);
    }

    Place at(const char* header) const { return place(line_->number, columns_.at(header) + 1); }

    Kind kind() const {
        const auto word = cell("soort");
        if (word.empty()) return Kind::holder;
        std::vector<std::string> words;
        for (const auto kind : kinds) {
            words.push_back(kind_words(kind).nl);
            if (words.back() == word) return kind;
        }
        fail(Fault::value_not_listed, {word, nearest(word, words)}, at("soort"));
    }

    Appointment appointment() const {
        Appointment out;
        out.role = cell("rol");
        out.person = cell("persoon");
        out.kind = kind();
        out.from = read_from(cell("van"), at("van"));
        if (const auto until = cell("tot-en-met"); !until.empty())
            out.until = read_until(until, at("tot-en-met"));
        out.lender = cell("geleend-van");
        return out;
    }

    std::string name_;
    std::map<std::string, std::size_t> columns_;
    const SheetLine* line_ = nullptr;
};

// ── JSON ─────────────────────────────────────────────────────────────────────────────────────

Kind kind_in(const JsonNode& node) {
    if (!node.has("kind")) return Kind::holder;
    std::vector<std::string> words;
    for (const auto kind : kinds) words.emplace_back(word_of(kind));
    const auto word = node.at("kind").one_of(words);
    return kinds[std::size_t(std::ranges::find(words, word) - words.begin())];
}

Appointment appointment_in(const JsonNode& node) {
    node.allow_only({"role", "person", "kind", "from", "until", "lender"});
    Appointment out;
    out.role = node.at("role").string();
    out.person = node.at("person").string();
    out.kind = kind_in(node);
    out.from = read_from(node.at("from").string(), node.at("from").place());
    if (const auto until = node.find("until"))
        out.until = read_until(until->string(), until->place());
    out.lender = node.string_or("lender", "");
    return out;
}

RosterFile read_json(const JsonNode& root) {
    root.allow_only({"appointments"});
    RosterFile file;
    for (const auto& node : root.at("appointments").items()) {
        file.appointments.push_back(appointment_in(node));
        file.places.push_back(node.place());
    }
    return file;
}

} // namespace

RosterFile read_roster(const std::filesystem::path& file) {
    if (file.extension() == ".json") return read_json(JsonNode::read(file));
    const auto name = file.generic_string();
    return SheetReader(name).read(read_csv(read_file(file), name));
}

Text kind_words(Kind kind) {
    switch (kind) {
    case Kind::holder: return {"houder", "holder"};
    case Kind::stand_in: return {"vervanger", "stand-in"};
    case Kind::on_call: break;
    }
    return {"piket", "on call"};
}

} // namespace meldroute::inline v0
