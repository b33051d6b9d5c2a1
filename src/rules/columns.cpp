// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/rules/columns.hpp>

#include "rules/decide.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// The columns of a decision by slot, as one record after another is looked at.
class Record {
public:
    Record(const Book& book, const Columns& columns)
        : book_(book), by_slot_(book.vocabulary->size(), nullptr) {
        for (const auto& column : columns.columns) by_slot_[column.slot] = &column;
    }

    void look(std::size_t record) { record_ = record; }
    bool known(std::size_t slot) const {
        const Column* column = by_slot_[slot];
        return column != nullptr && !column->values.empty() && column->known(record_);
    }
    std::int64_t value(std::size_t slot) const { return by_slot_[slot]->values[record_]; }
    std::int64_t text(std::size_t slot) const { return value(slot); }
    Word seen(std::size_t slot) const {
        const Column* column = by_slot_[slot];
        return column == nullptr || column->seen.empty() ? 0 : column->seen[record_];
    }
    Word not_seen(std::size_t slot) const {
        const Column* column = by_slot_[slot];
        return column == nullptr || column->not_seen.empty() ? 0 : column->not_seen[record_];
    }
    bool told(std::size_t slot) const {
        const Type& type = (*book_.vocabulary)[slot].type;
        return type.many() ? (seen(slot) | not_seen(slot)) == type.all() : known(slot);
    }

    /// What is wrong with the record, if anything.
    std::optional<Fault> fault(std::size_t slot) const {
        const Type& type = (*book_.vocabulary)[slot].type;
        if (type.many()) {
            if ((seen(slot) & not_seen(slot)) != 0) return Fault::fact_seen_and_not_seen;
            if (((seen(slot) | not_seen(slot)) & ~type.all()) != 0) return Fault::fact_out_of_range;
        } else if (known(slot)) {
            const auto [low, high] = book_.domain({false, slot});
            if (value(slot) < low || value(slot) > high) return Fault::fact_out_of_range;
        }
        return {};
    }

    Situation situation(const std::vector<std::uint32_t>& slots) const {
        Situation out(*book_.vocabulary);
        for (const auto slot : slots) {
            Slot what;
            what.known = known(slot);
            if (what.known) what.value = value(slot);
            what.seen = seen(slot);
            what.not_seen = not_seen(slot);
            const bool text = (*book_.vocabulary)[slot].type.kind == Kind::text;
            if (text && what.known) what.text = words(slot, what.value);
            out.put(slot, std::move(what));
        }
        return out;
    }

private:
    /// A text of this class: one that rules name, or one that none does.
    std::string words(std::size_t slot, std::int64_t value) const {
        return book_.texts[slot].sample(value);
    }

    const Book& book_;
    std::vector<const Column*> by_slot_;
    std::size_t record_ = 0;
};

std::optional<Fault> fault_of(const Record& record, const std::vector<std::uint32_t>& slots) {
    for (const auto slot : slots)
        if (const auto fault = record.fault(slot)) return fault;
    return {};
}

} // namespace

Columns Columns::part(std::size_t from, std::size_t count) const {
    Columns out{count, columns};
    const auto cut = [&](auto& span) {
        if (!span.empty()) span = span.subspan(from, count);
    };
    for (auto& column : out.columns) {
        cut(column.values);
        cut(column.seen);
        cut(column.not_seen);
        column.first_valid += from;
    }
    return out;
}

std::vector<RecordFault> Decisions::decide(const Decision& decision, const Columns& columns,
                                           std::span<Outcome> out) const {
    const auto index = std::size_t(&decision - book_->decisions.data());
    if (decision.open) fail(Fault::decision_open, {decision.id});
    const auto& slots = book_->compiled->programs[index].slots;
    std::vector<RecordFault> faults;
    Record record(*book_, columns);
    for (std::size_t i = 0; i < columns.records; ++i) {
        record.look(i);
        out[i] = {};
        auto fault = fault_of(record, slots);
        if (!fault) {
            try {
                const auto found = decided(*book_, index, record);
                out[i] = found ? *found : searched(*book_, index, record.situation(slots));
            } catch (const RulebookError& error) {
                fault = error.fault();
            }
        }
        if (fault) faults.push_back({i, *fault});
    }
    return faults;
}

std::int64_t Decisions::text(std::size_t slot, std::string_view text) const {
    return book_->texts[slot].class_of(text);
}

} // namespace meldroute::inline v0
