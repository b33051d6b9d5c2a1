// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/chunks.hpp"

#include "rules/weigh_formula.hpp"

#include <algorithm>

namespace meldroute::inline v0 {

Chunks::Chunks(const Book& book, std::size_t decision, const Columns& columns)
    : book_(book), order_(book.compiled->programs[decision].order), record_(book, columns),
      records_(columns.records), found_(book.decisions.size()) {
    for (const auto slot : book.compiled->programs[decision].slots) facts_[slot] = {};
    for (const auto below : order_)
        if (const auto& index = book.compiled->tables[below]) tables_.emplace(below, *index);
}

const ChunkResult& Chunks::decide(std::size_t from) {
    size_ = std::min(chunk, records_ - from);
    past_ = wrong_ = {};
    for (std::size_t i = size_; i < chunk; ++i) past_.set(i);
    for (auto& [slot, column] : facts_) {
        const bool many = (*book_.vocabulary)[slot].type.many();
        wrong_ |= many ? read_members(slot, column, from) : read_scalar(slot, column, from);
    }
    for (const auto decision : order_) {
        tables_.contains(decision) ? table(decision) : formula(decision, from);
        if (book_.decisions[decision].type.many()) remember(decision);
    }
    auto& result = results_[order_.back()];
    result.unsure |= wrong_;
    return result;
}

/// What does not fit counts as not known.
RecordBits Chunks::read_scalar(std::size_t slot, LaneColumn& out, std::size_t from) {
    const Column* column = record_.column(slot);
    out.known = out.none = {};
    RecordBits wrong;
    if (column == nullptr || column->values.empty()) return wrong;
    out.values = column->values.data() + from;
    if (column->valid.empty())
        out.known = ~past_;
    else
        for (std::size_t i = 0; i < size_; ++i)
            if (column->known(from + i)) out.known.set(i);
    const auto [low, high] = book_.domain({false, slot});
    const auto range = Word(high) - Word(low);
    for (std::size_t word = 0; word * 64 < size_; ++word) {
        Word outside = 0;
        for (std::size_t i = 0; i < std::min<std::size_t>(64, size_ - word * 64); ++i)
            outside |= Word{Word(out.values[word * 64 + i]) - Word(low) > range} << i;
        wrong.words[word] = outside & out.known.words[word];
        out.known.words[word] &= ~outside;
    }
    return wrong;
}

RecordBits Chunks::read_members(std::size_t slot, LaneColumn& out, std::size_t from) {
    const Column* column = record_.column(slot);
    auto& kept = fact_members_[slot];
    const auto copy = [&](std::span<const Word> words, std::array<Word, chunk>& to) {
        to.fill(0);
        if (!words.empty()) std::copy_n(words.begin() + std::ptrdiff_t(from), size_, to.begin());
    };
    copy(column == nullptr ? std::span<const Word>() : column->seen, kept.seen);
    copy(column == nullptr ? std::span<const Word>() : column->not_seen, kept.not_seen);
    std::fill(kept.not_seen.begin() + std::ptrdiff_t(size_), kept.not_seen.end(), ~Word{0});
    out.seen = kept.seen.data();
    out.not_seen = kept.not_seen.data();
    out.known = {};
    RecordBits wrong;
    const Word all = (*book_.vocabulary)[slot].type.all();
    for (std::size_t i = 0; i < size_; ++i) {
        const Word seen = kept.seen[i], not_seen = kept.not_seen[i];
        if ((seen & not_seen) != 0 || ((seen | not_seen) & ~all) != 0) wrong.set(i);
        if ((seen | not_seen) == all) out.known.set(i);
    }
    return wrong;
}

LaneColumn Chunks::column(const Lane& lane) {
    if (!lane.decision) {
        LaneColumn out = facts_.at(lane.input);
        out.none |= past_;
        return out;
    }
    const auto& result = results_.at(lane.input);
    LaneColumn out;
    out.values = result.values.data();
    out.none = (result.none & ~result.unsure) | past_;
    out.known = ~result.unsure;
    if (const auto at = members_.find(lane.input); at != members_.end()) {
        out.seen = at->second.seen.data();
        out.not_seen = at->second.not_seen.data();
    }
    return out;
}

void Chunks::table(std::size_t decision) {
    Columnar& table = tables_.at(decision);
    table.begin();
    const auto& lanes = table.index().lanes();
    for (std::size_t i = 0; i < lanes.size(); ++i) table.read(i, column(lanes[i]));
    table.decide(results_[decision]);
}

/// What another decision says of a record, as the compiled form wants it.
Found Chunks::found(std::size_t decision, std::size_t record) const {
    const auto& result = results_.at(decision);
    Found out;
    const Type& type = book_.decisions[decision].type;
    out.set = type.many();
    if (result.unsure[record]) {
        out.maybe = type.all();
        return type.many() ? out : Found::several();
    }
    if (result.none[record]) {
        out.set = false;
        out.none = true;
    } else if (type.many()) {
        out.in = out.maybe = Word(result.values[record]);
    } else {
        out.add(result.values[record]);
    }
    return out;
}

/// Expressions record by record: they have few parts, and nothing to share.
void Chunks::formula(std::size_t decision, std::size_t from) {
    const Decision& body = book_.decisions[decision];
    auto& result = results_[decision];
    result.none = {};
    result.unsure = past_ | wrong_;
    for (std::size_t i = 0; i < size_; ++i) {
        if (wrong_[i]) continue;
        record_.look(from + i);
        for (const auto& input : body.inputs)
            if (input.decision) found_[input.index] = found(input.index, i);
        try {
            const Found out = Compute<Record>(book_, record_, found_).decide(body);
            if (!out.single() || out.conflict)
                result.unsure.set(i);
            else if (out.none)
                result.none.set(i);
            else
                result.values[i] = out.set ? std::int64_t(out.in) : out.value;
        } catch (const RulebookError&) { // a number too large: seen again one by one
            result.unsure.set(i);
        }
    }
}

void Chunks::remember(std::size_t decision) {
    const auto& result = results_.at(decision);
    auto& [seen, not_seen] = members_[decision];
    for (std::size_t i = 0; i < chunk; ++i) {
        const bool sure = !result.unsure[i] && !result.none[i];
        seen[i] = sure ? Word(result.values[i]) : 0;
        not_seen[i] = sure ? ~seen[i] : result.unsure[i] ? 0 : ~Word{0};
    }
}

} // namespace meldroute::inline v0
