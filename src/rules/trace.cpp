// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/rules/trace.hpp>

#include "rules/decide.hpp"
#include "rules/rows_over.hpp"

#include <algorithm>
#include <bit>
#include <span>

namespace meldroute::inline v0 {
namespace {

bool has(const std::uint64_t* rows, std::size_t place) {
    return (rows[place / 64] >> place % 64 & 1) != 0;
}

bool is_settled(Ruling::State state) {
    return state != Ruling::State::open && state != Ruling::State::bound;
}

/// So many bits are taken at a time, whether they are there or not: how many rows of a word hold is
/// never the same, and a branch for each would be guessed wrong often.
constexpr std::size_t at_once = 8;

/// Rows by the place of their bit, and then as they stand in the table. Turn by turn they go into one
/// of two sets: where a row is put twice, to put it need not wait for the time before.
std::span<const std::uint64_t> in_order(const Index& index, std::span<const std::uint64_t> from,
                                        std::vector<std::uint64_t>& out) {
    out.assign(2 * index.words(), 0);
    std::uint64_t* const sets[]{out.data(), out.data() + index.words()};
    for (std::size_t word = 0; word < from.size(); ++word) {
        std::uint64_t left = from[word];
        if (left == 0) continue;
        const std::uint64_t last = std::bit_floor(left); // put once more for one not there
        const std::uint32_t* const rows = index.order().data() + word * 64;
        do {
            for (std::size_t i = 0; i < at_once; ++i, left &= left - 1) {
                const auto row = rows[std::countr_zero(left | last)];
                sets[i % 2][row / 64] |= std::uint64_t{1} << row % 64;
            }
        } while (left != 0);
    }
    for (std::size_t word = 0; word < index.words(); ++word) sets[0][word] |= sets[1][word];
    return {sets[0], index.words()};
}

/// The places of bits, in order, and how many; there is room for `at_once` more. Where the next word
/// begins is known before this one is taken apart, so that the processor need not wait.
std::size_t places_of(std::span<const std::uint64_t> words, std::uint32_t* out) {
    constexpr auto last = std::uint64_t{1} << 63;
    const std::uint32_t* const start = out;
    for (std::size_t word = 0; word < words.size(); ++word) {
        std::uint64_t left = words[word];
        std::uint32_t* to = out;
        out += number_of(left);
        do {
            for (std::size_t i = 0; i < at_once; ++i, left &= left - 1)
                to[i] = std::uint32_t(word * 64) + std::uint32_t(std::countr_zero(left | last));
            to += at_once;
        } while (left != 0);
    }
    return std::size_t(out - start);
}

} // namespace

/// Takes from memory what the decision left there.
class Tracing {
public:
    Tracing(Trace& out, const Index* index) : out_(out), index_(index) {}

    /// Forgets what it said: who is stopped halfway by an error says nothing.
    void begin() const {
        out_.decision_ = nullptr;
        out_.index_ = nullptr;
        out_.outcome_ = {};
        out_.first_ = UINT32_MAX;
        out_.unseen_ = false;
        out_.told_.clear();
    }

    /// Of a table of which a row settles it, whatever became of the others.
    void settled(const Decision& decision, const Row& row) const {
        out_.decision_ = &decision;
        out_.index_ = index_;
        out_.outcome_ = {Ruling::State::decided, row.then};
        out_.first_ = std::uint32_t(&row - index_->table().rows.data());
        out_.unseen_ = true;
    }

    void operator()(Scratch& scratch) const {
        if (index_ == nullptr) return; // what is in memory is of another decision
        const bool open_below =
            std::any_of(scratch.open.begin(), scratch.open.end(),
                        [](const OpenLane& open) { return open.lane->decision; });
        if (open_below) return;
        out_.index_ = index_;
        out_.certain_.assign(scratch.certain.begin(),
                             scratch.certain.begin() + std::ptrdiff_t(scratch.reach));
        // What the lanes point to goes with them; next time its memory is used again.
        out_.lanes_.swap(scratch.kept);
        out_.merged_.swap(scratch.merged);
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
    const auto& program = book_->compiled->programs[index];
    const Told facts(*book_, situation);
    facts.prefetch(program.apart);
    const Tracing tracing(out, book_->compiled->tables[index].get());
    tracing.begin();
    // In a decision below a number may turn out too large, which must not be found later.
    if (program.order.size() == 1)
        if (const Row* row = book_->compiled->preludes[index].find(facts)) {
            facts.keep(program, out.facts_);
            return tracing.settled(decision, *row);
        }
    const auto found = decided(*book_, index, facts, tracing);
    out.outcome_ = found ? *found : searched(*book_, index, situation);
    if (out.index_ == nullptr && decision.table) {
        World world(*book_, situation);
        out.told_ = rows_over(world, *decision.table, is_settled(out.outcome_.state));
    }
    out.decision_ = &decision;
}

std::size_t Trace::size() const {
    return decision_ != nullptr && decision_->table ? decision_->table->rows.size() : 0;
}

/// At what was left, as it would have been looked at then.
void Trace::look() {
    unseen_ = false;
    const Book& book = index_->book();
    const auto decision = std::size_t(decision_ - book.decisions.data());
    Scratch& scratch = memory();
    const Remembered facts(book, book.compiled->programs[decision], facts_, scratch.facts);
    Weigh<Remembered, true>(book, *book.compiled, facts, scratch).decide(decision);
    Tracing(*this, index_)(scratch);
}

RowState Trace::state(std::size_t row) {
    if (index_ == nullptr) return told_[row].state;
    if (unseen_) look();
    const auto place = index_->place(row);
    bool certain = true;
    for (const auto test : index_->tests(place)) {
        const LaneRows& lane = lanes_[index_->tests()[test].lane];
        if (!has(lane.possible, place)) return RowState::failed;
        certain = certain && has(lane.certain, place);
    }
    if (row > first_) return RowState::outranked;
    const bool above = row == first_ && !is_settled(outcome_.state); // an open row may go first
    return certain && !above ? RowState::hit : RowState::open;
}

std::span<const std::uint32_t> Trace::hits() {
    if (index_ == nullptr) {
        hits_.clear();
        for (std::uint32_t row = 0; row < told_.size(); ++row)
            if (told_[row].state == RowState::hit) hits_.push_back(row);
        return hits_;
    }
    if (index_->table().take == Take::first) {
        const bool one = first_ != UINT32_MAX && is_settled(outcome_.state);
        return {&first_, std::size_t{one}};
    }
    const auto rows = in_order(*index_, certain_, memory().hits);
    if (const auto room = rows.size() * 64 + at_once; hits_.size() < room) hits_.resize(room);
    return {hits_.data(), places_of(rows, hits_.data())};
}

RowTrace Trace::row(std::size_t row) {
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
