// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/rules/trace.hpp>

#include "rules/decide.hpp"
#include "rules/rows_over.hpp"

#include <algorithm>
#include <bit>

namespace meldroute::inline v0 {
namespace {

bool has(const std::uint64_t* rows, std::size_t place) {
    return (rows[place / 64] >> place % 64 & 1) != 0;
}

bool is_settled(Ruling::State state) {
    return state != Ruling::State::open && state != Ruling::State::bound;
}

} // namespace

/// Takes from memory what the decision left there.
class Tracing {
public:
    Tracing(Trace& out, const Index* index) : out_(out), index_(index) {}

    void operator()(const Scratch& scratch) const {
        if (index_ == nullptr) return; // what is in memory is of another decision
        const bool open_below =
            std::any_of(scratch.open.begin(), scratch.open.end(),
                        [](const OpenLane& open) { return open.lane->decision; });
        if (open_below) return;
        out_.index_ = index_;
        out_.certain_.assign(scratch.certain.begin(),
                             scratch.certain.begin() + std::ptrdiff_t(scratch.reach));
        out_.merged_.assign(scratch.merged.begin(),
                            scratch.merged.begin() + std::ptrdiff_t(scratch.merged_words));
        const Word *from = scratch.merged.data(), *to = from + scratch.merged_words;
        const auto own = [&](const Word* rows) {
            const bool merged = !std::less<>()(rows, from) && std::less<>()(rows, to);
            return merged ? out_.merged_.data() + (rows - from) : rows;
        };
        out_.lanes_.clear();
        for (const auto& [certain, possible] : scratch.kept)
            out_.lanes_.push_back({own(certain), own(possible)});
        if (index_->table().take == Take::first) settle();
    }

private:
    void settle() const {
        const auto& words = out_.certain_;
        const auto some = std::find_if(words.begin(), words.end(), [](Word w) { return w != 0; });
        if (some != words.end())
            out_.first_ = std::uint32_t((some - words.begin()) * 64 + std::countr_zero(*some));
    }

    Trace& out_;
    const Index* index_;
};

void Decisions::trace(const Decision& decision, const Situation& situation, Trace& out) const {
    if (decision.open) fail(Fault::decision_open, {decision.id});
    const auto index = std::size_t(&decision - book_->decisions.data());
    out.decision_ = &decision;
    out.index_ = nullptr;
    out.first_ = UINT32_MAX;
    const Told facts(*book_, situation);
    const auto found =
        decided(*book_, index, facts, Tracing(out, book_->compiled->tables[index].get()));
    out.outcome_ = found ? *found : searched(*book_, index, situation);
    out.told_.clear();
    if (out.index_ != nullptr || !decision.table) return;
    World world(*book_, situation);
    out.told_ = rows_over(world, *decision.table, is_settled(out.outcome_.state));
}

std::size_t Trace::size() const {
    return decision_ != nullptr && decision_->table ? decision_->table->rows.size() : 0;
}

RowState Trace::state(std::size_t row) const {
    if (index_ == nullptr) return told_[row].state;
    const auto place = index_->place(row);
    bool certain = true;
    for (const auto test : index_->tests(place)) {
        const Lane& lane = lanes_[index_->tests()[test].lane];
        if (!has(lane.possible, place)) return RowState::failed;
        certain = certain && has(lane.certain, place);
    }
    if (row > first_) return RowState::outranked;
    const bool above = row == first_ && !is_settled(outcome_.state); // an open row may go first
    return certain && !above ? RowState::hit : RowState::open;
}

std::vector<std::uint32_t> Trace::hits() const {
    std::vector<std::uint32_t> out;
    if (index_ == nullptr) {
        for (std::uint32_t row = 0; row < told_.size(); ++row)
            if (told_[row].state == RowState::hit) out.push_back(row);
        return out;
    }
    if (index_->table().take == Take::first) {
        if (first_ != UINT32_MAX && is_settled(outcome_.state)) out.push_back(first_);
        return out;
    }
    std::vector<Word> rows(index_->words()); // as they stand in the table
    std::size_t count = 0;
    for (std::size_t word = 0; word < certain_.size(); ++word)
        for (Word left = certain_[word]; left != 0; left &= left - 1, ++count) {
            const auto row = index_->original(word * 64 + std::size_t(std::countr_zero(left)));
            rows[row / 64] |= Word{1} << row % 64;
        }
    out.resize(count);
    auto next = out.begin();
    for (std::size_t word = 0; word < rows.size(); ++word)
        for (Word left = rows[word]; left != 0; left &= left - 1)
            *next++ = std::uint32_t(word * 64) + std::uint32_t(std::countr_zero(left));
    return out;
}

RowTrace Trace::row(std::size_t row) const {
    if (index_ == nullptr) return told_[row];
    const auto place = index_->place(row);
    const Row& cells = index_->table().rows[row];
    RowTrace out{cells.id, state(row), "", {}};
    if (out.state != RowState::failed && out.state != RowState::open) return out;
    for (const auto& cell : cells.cells) {
        const auto [certain, possible] = reads(cell.input, place);
        if (out.state == RowState::failed && !possible) {
            out.failed = index_->book().id(cell.input);
            return out;
        }
        const auto& id = index_->book().id(cell.input);
        const bool twice = std::find(out.open.begin(), out.open.end(), id) != out.open.end();
        if (out.state == RowState::open && !certain && !twice) out.open.push_back(id);
    }
    return out;
}

/// Whether the row's cells on this input hold: for certain, and perhaps.
Trace::Holds Trace::reads(const Input& input, std::size_t place) const {
    Holds out;
    for (const auto test : index_->tests(place)) {
        const auto number = index_->tests()[test].lane;
        const auto& lane = index_->lanes()[number];
        if (lane.input != input.index || lane.decision != input.decision) continue;
        out.certain = out.certain && has(lanes_[number].certain, place);
        out.possible = out.possible && has(lanes_[number].possible, place);
    }
    return out;
}

} // namespace meldroute::inline v0
