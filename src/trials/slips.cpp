// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "trials/slips.hpp"

#include "rules/model.hpp"

#include <nlohmann/json.hpp>

#include <map>

namespace meldroute::inline v0 {
namespace {

using Pointer = Json::json_pointer;

class Slips {
public:
    Slips(const Decision& decision, const TypeOf& type_of)
        : decision_(decision), whole_(decision.node().json()), type_of_(type_of) {}

    std::vector<Slip> all(bool only_cells) {
        if (whole_.contains("rows")) {
            for (std::size_t i = 0; i < rows().size(); ++i) row(i, only_cells);
            if (!only_cells) rest_of_table();
        } else if (whole_.contains("value")) {
            for (Instead& instead : slips_in_formula(whole_["value"], type_of_))
                put({}, {}, "/value", std::move(instead));
        }
        return std::move(out_);
    }

private:
    const Json& rows() const { return whole_["rows"]; }

    void keep(const std::string& row, const std::string& input, std::string pointer, Text words,
              Json declaration) {
        out_.push_back({decision_.id, row, input, std::move(pointer), std::move(words),
                        std::move(declaration)});
    }

    void put(const std::string& row, const std::string& input, const std::string& pointer,
             Instead instead) {
        Json changed = whole_;
        changed[Pointer(pointer)] = std::move(instead.value);
        keep(row, input, pointer, std::move(instead.words), std::move(changed));
    }

    void drop(const std::string& row, const std::string& input, const std::string& owner,
              const std::string& key, Text words) {
        Json changed = whole_;
        changed[Pointer(owner)].erase(key);
        Pointer at(owner);
        at /= key;
        keep(row, input, at.to_string(), std::move(words), std::move(changed));
    }

    void row(std::size_t i, bool only_cells) {
        const Json& row = rows()[i];
        const std::string id = row.value("id", ""), at = "/rows/" + std::to_string(i);
        if (row.contains("when"))
            for (const auto& [input, cell] : row["when"].items()) this->cell(id, at, input, cell);
        if (only_cells) return;
        if (row.contains("valid")) validity(id, at + "/valid", row["valid"]);
        if (row.contains("then") && decision_.table->take != Take::count)
            outcome(id, at + "/then", row["then"]);
        remove(i, id, at);
        if (decision_.table->take == Take::first && i + 1 < rows().size()) swap(i, id, at);
    }

    void cell(const std::string& row, const std::string& at, const std::string& input,
              const Json& cell) {
        if (const Type* type = type_of_(input))
            for (Instead& instead : slips_in_cell(*type, cell))
                put(row, input, (Pointer(at + "/when") / input).to_string(), std::move(instead));
        drop(row, input, at + "/when", input, {"zonder deze voorwaarde", "without this condition"});
    }

    void validity(const std::string& row, const std::string& at, const Json& valid) {
        static const std::map<std::string, Text> words{
            {"from", {"geldig vanaf", "valid from"}},
            {"until", {"geldig tot en met", "valid until"}}};
        Type date;
        date.kind = Kind::date;
        for (const auto& [key, word] : words)
            if (valid.contains(key))
                for (const Json& to : neighbours(date, valid[key]))
                    put(row, {}, at + "/" + key,
                        {to, from_to(word.nl.c_str(), word.en.c_str(), valid[key], to)});
    }

    std::vector<Json> other_outcomes() const {
        std::vector<Json> all;
        for (const Json& row : rows())
            if (row.contains("then")) all.push_back(row["then"]);
        if (whole_.contains("else")) all.push_back(whole_["else"]);
        return all;
    }

    void outcome(const std::string& row, const std::string& pointer, const Json& value) {
        for (Instead& instead : slips_in_outcome(decision_.type, value, other_outcomes())) {
            // A row that adds nothing is a row that is gone.
            const bool nothing = decision_.table->take == Take::sum && instead.value == 0;
            if (!nothing) put(row, {}, pointer, std::move(instead));
        }
    }

    void remove(std::size_t i, const std::string& id, const std::string& at) {
        Json changed = whole_;
        changed["rows"].erase(i);
        keep(id, {}, at, {"rij weg", "row gone"}, std::move(changed));
    }

    void swap(std::size_t i, const std::string& id, const std::string& at) {
        if (rows()[i].value("then", Json()) == rows()[i + 1].value("then", Json())) return;
        Json changed = whole_;
        std::swap(changed["rows"][i], changed["rows"][i + 1]);
        const std::string next = rows()[i + 1].value("id", "");
        keep({}, {}, at,
             {"rij " + id + " en rij " + next + " omgewisseld",
              "rows " + id + " and " + next + " swapped"},
             std::move(changed));
    }

    void rest_of_table() {
        if (whole_.contains("else")) {
            for (Instead& instead :
                 slips_in_outcome(decision_.type, whole_["else"], other_outcomes())) {
                instead.words = {"anders: " + instead.words.nl, "else: " + instead.words.en};
                put({}, {}, "/else", std::move(instead));
            }
            drop({}, {}, "", "else", {"anders weg", "else gone"});
        }
        take();
    }

    void take() {
        static const std::map<std::string, std::string> others{
            {"first", "only-one"}, {"highest", "first"}, {"min", "max"},
            {"max", "min"},        {"sum", "max"},       {"count", "sum"}};
        const std::string from = whole_.value("take", "first");
        const auto to = others.find(from);
        if (to == others.end() || rows().size() < 2) return;
        put({}, {}, "/take", {to->second, from_to("take", "take", from, to->second)});
    }

    const Decision& decision_;
    const Json whole_;
    const TypeOf& type_of_;
    std::vector<Slip> out_;
};

} // namespace

std::vector<Slip> slips_of(const Decision& decision, const TypeOf& type_of, bool only_cells) {
    return Slips(decision, type_of).all(only_cells);
}

} // namespace meldroute::inline v0
