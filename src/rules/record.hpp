// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Facts in columns, as one record after another is looked at.

#pragma once

#include "rules/model.hpp"

#include <optional>

namespace meldroute::inline v0 {

class Record {
public:
    Record(const Book& book, const Columns& columns)
        : book_(book), by_slot_(book.vocabulary->size(), nullptr) {
        for (const auto& column : columns.columns) by_slot_[column.slot] = &column;
    }

    const Column* column(std::size_t slot) const { return by_slot_[slot]; }
    void look(std::size_t record) { record_ = record; }
    bool known(std::size_t slot) const {
        const Column* column = by_slot_[slot];
        return column != nullptr && !column->values.empty() && column->known(record_);
    }
    std::int64_t value(std::size_t slot) const { return by_slot_[slot]->values[record_]; }
    std::int64_t text(std::size_t slot) const { return value(slot); }
    std::uint64_t seen(std::size_t slot) const {
        const Column* column = by_slot_[slot];
        return column == nullptr || column->seen.empty() ? 0 : column->seen[record_];
    }
    std::uint64_t not_seen(std::size_t slot) const {
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

} // namespace meldroute::inline v0
