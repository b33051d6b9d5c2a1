// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "batch/text_format.hpp"

#include <meldroute/base/id.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

/// Members in the order in which they are written, which an object of Json does not keep.
class Line {
public:
    explicit Line(std::string& text) : text_(text) { text_ += '{'; }
    void add(const std::string& key, const Json& value) {
        if (text_.back() != '{' || !first_) text_ += ',';
        first_ = false;
        text_ += Json(key).dump() + ":" + value.dump(-1, ' ', false, replace);
    }
    void end() { text_ += "}\n"; }

private:
    static constexpr auto replace = Json::error_handler_t::replace;
    std::string& text_;
    bool first_ = true;
};

class NdjsonForm : public TextForm {
public:
    explicit NdjsonForm(const Batch& batch) : batch_(batch) {}

    std::string head() const override { return ""; }

    Lines decide(const std::vector<std::string>& records) const override {
        std::vector<Json> kept(records.size());
        const auto rulings =
            batch_.decide(records.size(), [&](std::size_t row, Situation& situation) {
                const auto& record = records[row];
                if (!batch_.request().keep.empty() || !situation.tell_plain(record))
                    situation.tell(take(record, kept[row]));
            });
        Lines lines;
        for (std::size_t row = 0; row < records.size(); ++row)
            write(rulings, row, kept[row], lines.text);
        lines.faults = rulings.faults.size();
        return lines;
    }

private:
    /// The facts of a record; what is to be kept is put apart.
    JsonNode take(const std::string& record, Json& kept) const {
        refuse_too_long(record);
        const JsonNode read = parse(record);
        Json facts = read.json();
        if (!facts.is_object()) return read;
        for (const auto& name : batch_.request().keep) {
            const auto found = facts.find(name);
            if (found == facts.end()) continue;
            kept[name] = *found;
            if (!batch_.rulebook().vocabulary().find(name)) facts.erase(found);
        }
        return JsonNode::wrap(std::move(facts), "");
    }

    static JsonNode parse(const std::string& record) try {
        return JsonNode::parse(record, "");
    } catch (const Error& error) {
        // A key that is no id may be anything, also a name: it is not repeated.
        if (error.fault() != Fault::json_duplicate_key || is_id(error.words().at(0))) throw;
        fail(error.fault(), {"…"}, error.place());
    }

    void write(const Rulings& rulings, std::size_t row, const Json& kept, std::string& text) const {
        Line line(text);
        for (const auto& name : batch_.request().keep)
            line.add(name, kept.is_object() && kept.contains(name) ? kept.at(name) : Json());
        for (std::size_t i = 0; i < rulings.columns.size(); ++i)
            write(batch_.outcomes()[i], rulings.columns[i], row, line);
        const auto fault = rulings.faults.find(row);
        const bool none = fault == rulings.faults.end();
        line.add(std::string(error_code_column), none ? Json() : Json(fault->second.code));
        line.add(std::string(error_words_column), none ? Json() : Json(fault->second.words));
        line.end();
    }

    void write(const OutcomeType& outcome, const RulingColumn& column, std::size_t row,
               Line& line) const {
        const auto state = column.states[row];
        const bool decided = state == Ruling::State::decided;
        line.add(outcome.decision, decided ? outcome.json(column.outcomes[row]) : Json());
        line.add(outcome.decision + std::string(state_suffix),
                 state ? Json(word_of(*state)) : Json());
        if (batch_.request().needed)
            line.add(outcome.decision + std::string(needed_suffix), column.needed[row]);
    }

    const Batch& batch_;
};

} // namespace

std::unique_ptr<TextForm> ndjson_form(const Batch& batch) {
    return std::make_unique<NdjsonForm>(batch);
}

} // namespace meldroute::inline v0
