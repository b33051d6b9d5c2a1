// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "batch/csv.hpp"
#include "batch/table_plan.hpp"
#include "batch/text_format.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace meldroute::inline v0 {
namespace {

/// A cell on a set without members: an empty one is not known.
constexpr std::string_view no_members = "-";

std::uint64_t read_members(const FactReader& reader, const std::string& cell) {
    std::uint64_t bits = 0;
    if (cell == no_members) return bits;
    std::istringstream words(cell);
    for (std::string word; words >> word;) bits |= std::uint64_t{1} << reader.code(word);
    return bits;
}

class CsvForm : public TextForm {
public:
    CsvForm(const Batch& batch, const std::string& head)
        : batch_(batch), separator_(separator_of(head)), names_(split_cells(head, separator_)) {
        const Vocabulary& vocabulary = batch.rulebook().vocabulary();
        const auto& keep = batch.request().keep;
        for (const auto& [id, columns] : find_facts(vocabulary, names_, keep)) {
            const auto slot = vocabulary.find(id).value();
            facts_.push_back({slot, FactReader(vocabulary[slot]), columns});
        }
        kept_ = find_kept(names_, keep);
    }

    std::string head() const override {
        std::string line;
        for (const auto& name : column_names(batch_.request())) append(line, name);
        return end(line);
    }

    Lines decide(const std::vector<std::string>& records) const override {
        std::vector<std::vector<std::string>> kept(records.size());
        const auto rulings =
            batch_.decide(records.size(), [&](std::size_t row, Situation& situation) {
                const auto cells = split(records[row]);
                for (const auto column : kept_) kept[row].push_back(cells[column]);
                tell(cells, situation);
            });
        Lines lines;
        for (std::size_t row = 0; row < records.size(); ++row)
            lines.text += line(rulings, row, kept[row]);
        lines.faults = rulings.faults.size();
        return lines;
    }

private:
    struct CsvFact {
        std::size_t slot;
        FactReader reader;
        FactColumns columns;
    };

    std::vector<std::string> split(const std::string& record) const {
        refuse_too_long(record);
        auto cells = split_cells(record, separator_);
        if (cells.size() != names_.size())
            fail(Fault::batch_line_cells,
                 {std::to_string(cells.size()), std::to_string(names_.size())});
        return cells;
    }

    void tell(const std::vector<std::string>& cells, Situation& situation) const {
        for (const auto& fact : facts_) {
            const bool many = fact.reader.type().many();
            situation.put(fact.slot, many ? members(fact, cells)
                                          : scalar(fact.reader, cells[*fact.columns.whole]));
        }
    }

    Slot scalar(const FactReader& reader, std::string cell) const {
        Slot slot;
        slot.known = !cell.empty();
        if (!slot.known) return slot;
        if (separator_ == ';' && reader.type().numeric())
            std::replace(cell.begin(), cell.end(), ',', '.');
        slot.value = reader.text(cell);
        if (reader.type().kind == Kind::text) slot.text = std::move(cell);
        return slot;
    }

    static Slot members(const CsvFact& fact, const std::vector<std::string>& cells) {
        Slot slot;
        const auto read = [&](const std::optional<std::size_t>& column) {
            return column ? read_members(fact.reader, cells[*column]) : 0;
        };
        const auto& [whole, seen, not_seen] = fact.columns;
        slot.seen = read(whole) | read(seen);
        slot.not_seen = read(not_seen);
        if (whole && !cells[*whole].empty()) slot.not_seen = fact.reader.type().all() & ~slot.seen;
        if ((slot.seen & slot.not_seen) != 0)
            fact.reader.refuse(Fault::fact_seen_and_not_seen, {fact.reader.fact().id});
        return slot;
    }

    void append(std::string& line, std::string_view cell) const {
        append_cell(line, cell, separator_);
        line += separator_;
    }

    static std::string end(std::string& line) {
        line.back() = '\n';
        return std::move(line);
    }

    std::string line(const Rulings& rulings, std::size_t row,
                     const std::vector<std::string>& kept) const {
        std::string out;
        for (std::size_t i = 0; i < kept_.size(); ++i) append(out, i < kept.size() ? kept[i] : "");
        for (std::size_t i = 0; i < rulings.columns.size(); ++i) {
            const auto& column = rulings.columns[i];
            const auto state = column.states[row];
            const bool decided = state == Ruling::State::decided;
            append(out, decided ? words(batch_.outcomes()[i], column.outcomes[row]) : "");
            append(out, state ? word_of(*state) : "");
            if (batch_.request().needed) append(out, joined(column.needed[row]));
        }
        const auto fault = rulings.faults.find(row);
        const bool none = fault == rulings.faults.end();
        append(out, none ? "" : fault->second.code);
        append(out, none ? "" : fault->second.words);
        return end(out);
    }

    std::string words(const OutcomeType& outcome, std::int64_t value) const {
        const Type& type = outcome.type;
        if (outcome.named.empty() && type.numeric()) {
            auto number = Decimal{value, type.decimals}.text();
            if (separator_ == ';') std::replace(number.begin(), number.end(), '.', ',');
            return number;
        }
        const Json json = outcome.json(value);
        if (json.is_string()) return json.get<std::string>();
        if (!json.is_array()) return json.dump();
        const auto members = joined(json.get<std::vector<std::string>>());
        return members.empty() ? std::string(no_members) : members;
    }

    static std::string joined(const std::vector<std::string>& words) {
        std::string out;
        for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
        return out;
    }

    const Batch& batch_;
    char separator_;
    std::vector<std::string> names_;
    std::vector<CsvFact> facts_;
    std::vector<std::size_t> kept_;
};

} // namespace

std::unique_ptr<TextForm> csv_form(const Batch& batch, const std::string& head) {
    return std::make_unique<CsvForm>(batch, head);
}

} // namespace meldroute::inline v0
