// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/rules/columns.hpp>

#include "rules/chunks.hpp"
#include "rules/decide.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

std::optional<Fault> fault_of(const Record& record, const std::vector<std::uint32_t>& slots) {
    for (const auto slot : slots)
        if (const auto fault = record.fault(slot)) return fault;
    return {};
}

/// What a chunk leaves open, and all of it where the decision has no compiled form.
class OneByOne {
public:
    OneByOne(const Book& book, std::size_t decision, const Columns& columns)
        : book_(book), decision_(decision), record_(book, columns) {}

    void decide(std::size_t at, Outcome& out) {
        const auto& slots = book_.compiled->programs[decision_].slots;
        record_.look(at);
        out = {};
        auto fault = fault_of(record_, slots);
        if (!fault) {
            try {
                const auto found = decided(book_, decision_, record_);
                out = found ? *found : searched(book_, decision_, record_.situation(slots));
            } catch (const RulebookError& error) {
                fault = error.fault();
            }
        }
        if (fault) faults_.push_back({at, *fault});
    }
    std::vector<RecordFault> faults() { return std::move(faults_); }

private:
    const Book& book_;
    std::size_t decision_;
    Record record_;
    std::vector<RecordFault> faults_;
};

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
    OneByOne left(*book_, index, columns);
    if (!book_->compiled->programs[index].usable) {
        for (std::size_t i = 0; i < columns.records; ++i) left.decide(i, out[i]);
        return left.faults();
    }
    Chunks chunks(*book_, index, columns);
    for (std::size_t from = 0; from < columns.records; from += chunk) {
        const auto& [values, none, unsure] = chunks.decide(from);
        for (std::size_t i = 0; i < std::min(chunk, columns.records - from); ++i)
            if (unsure[i])
                left.decide(from + i, out[from + i]);
            else if (none[i])
                out[from + i] = {Ruling::State::none, 0};
            else
                out[from + i] = {Ruling::State::decided, values[i]};
    }
    return left.faults();
}

std::int64_t Decisions::text(std::size_t slot, std::string_view text) const {
    return book_->texts[slot].class_of(text);
}

} // namespace meldroute::inline v0
