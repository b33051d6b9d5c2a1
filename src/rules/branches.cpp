// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/branches.hpp"

#include <algorithm>
#include <bit>

namespace meldroute::inline v0 {
namespace {

bool same(const Found& a, const Found& b) {
    return a.none == b.none && a.conflict == b.conflict && a.value == b.value && a.in == b.in;
}

} // namespace

void Branches::add(const Lane& lane, int member) {
    for (const auto& level : levels_)
        if (level.lane->input == lane.input && level.member == member) {
            able_ = able_ && member >= 0; // of a scalar two lanes would have to choose together
            return;
        }
    levels_.push_back({&lane, member});
}

void Branches::add_members(const Lane& lane, Word open) {
    for (open &= lane.has | lane.has_not; open != 0; open &= open - 1)
        add(lane, std::countr_zero(open));
}

/// Whether members that are in the set already do not matter.
bool Branches::gathers() const {
    const Take take = index_.table().take;
    return (take == Take::all || take == Take::all_ranked) && !index_.table().otherwise;
}

/// Whether rows that hold for certain add the same to every outcome.
bool Branches::adds() const {
    const Take take = index_.table().take;
    return (take == Take::sum || take == Take::count) && !index_.table().otherwise;
}

/// The words with rows that can make a difference.
void Branches::gather() {
    scratch_.words.clear();
    for (std::size_t word = 0; word < scratch_.reach; ++word) {
        Word& possible = scratch_.possible[word];
        if (gathers() && possible != 0)
            for (const auto& [rows, then] : index_.segments(word))
                if ((Word(then) & ~root_.in) == 0) possible &= ~rows;
        if (adds()) possible &= ~scratch_.certain[word];
        if (possible != 0) scratch_.words.push_back(word);
    }
}

void Branches::prepare() {
    const auto& words = scratch_.words;
    depth_ = levels_.size();
    scratch_.branch.resize((4 * depth_ + 2) * words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        memory(depth_)[i] = ~Word{0};
        rows(0)[i] = scratch_.possible[words[i]];
    }
    for (std::size_t at = 0; at < depth_; ++at) {
        levels_[at].wants = 2 * depth_ + 2 + 2 * at;
        if (levels_[at].member >= 0) wanted(levels_[at]);
    }
}

/// Rows that want a member, and rows that want it not to be there, of every lane that reads it.
void Branches::wanted(Level& level) {
    const auto n = scratch_.words.size();
    Word *has = memory(level.wants), *has_not = memory(level.wants + 1);
    std::fill_n(has, 2 * n, 0);
    const auto add = [&](Word* to, const Word* from) {
        for (std::size_t i = 0; i < n; ++i) to[i] |= from[scratch_.words[i]];
    };
    for (const auto& open : scratch_.open) {
        const Lane& lane = *open.lane;
        if (lane.input != level.lane->input || lane.kind != Lane::Kind::members) continue;
        const auto member = std::size_t(level.member), words = index_.words();
        if ((lane.has >> member & 1) != 0) add(has, index_.rows(lane.bits + (1 + member) * words));
        if ((lane.has_not >> member & 1) != 0)
            add(has_not, index_.rows(lane.bits + (1 + lane.members + member) * words));
    }
}

/// The rows that hold or fail whatever is chosen here.
Word Branches::neutral(const Level& level, std::size_t i) const {
    if (level.member >= 0) return ~(memory(level.wants)[i] | memory(level.wants + 1)[i]);
    const Word* certain = index_.rows(level.lane->bits + level.lane->buckets * index_.words());
    return certain[scratch_.words[i]];
}

/// First what most open rows wait for; what none waits for is left out.
void Branches::rank() {
    const auto& words = scratch_.words;
    for (auto& level : levels_)
        for (std::size_t i = 0; i < words.size(); ++i)
            level.cares += std::size_t(
                std::popcount(rows(0)[i] & ~scratch_.certain[words[i]] & ~neutral(level, i)));
    std::erase_if(levels_, [](const Level& level) { return level.cares == 0; });
    std::stable_sort(levels_.begin(), levels_.end(),
                     [](const Level& a, const Level& b) { return a.cares > b.cares; });
    std::fill_n(memory(levels_.size()), words.size(), ~Word{0});
    for (auto level = levels_.size(); level-- > 0;)
        for (std::size_t i = 0; i < words.size(); ++i)
            memory(level)[i] = memory(level + 1)[i] & neutral(levels_[level], i);
}

Found Branches::fold(std::size_t level) {
    Fold fold(index_);
    const Word *sure = memory(level), *maybe = rows(level);
    for (std::size_t i = 0; i < scratch_.words.size() && !fold.done(); ++i)
        fold.rows(scratch_.words[i], maybe[i] & sure[i], maybe[i]);
    return fold.found();
}

/// What is left of the rows when this is chosen.
void Branches::drop(std::size_t at, std::size_t option) {
    const Level& level = levels_[at];
    const auto& words = scratch_.words;
    const Word* from = rows(at);
    Word* to = rows(at + 1);
    if (level.member >= 0) {
        const Word* against = memory(level.wants + option); // in is the second option
        for (std::size_t i = 0; i < words.size(); ++i) to[i] = from[i] & ~against[i];
    } else {
        const Word* allowed = index_.rows(level.lane->bits + option * index_.words());
        for (std::size_t i = 0; i < words.size(); ++i) to[i] = from[i] & allowed[words[i]];
    }
}

std::span<const std::uint32_t> Branches::options(const Level& level) const {
    static constexpr std::array<std::uint32_t, 2> out_or_in{0, 1};
    return level.member < 0 ? index_.ways(*level.lane) : std::span(out_or_in);
}

Branches::Way Branches::compare(Found found) {
    if (gathers()) found.maybe = found.in |= root_.in;
    if (!first_) first_ = found;
    return same(*first_, found) ? Way::agree : Way::differ;
}

/// One completion: that of all first options, or of all last ones.
Branches::Way Branches::sample(bool last) {
    for (std::size_t at = 0; at < levels_.size(); ++at) {
        const auto all = options(levels_[at]);
        drop(at, last ? all.back() : all.front());
    }
    const Found found = fold(levels_.size());
    return found.single() ? compare(found) : Way::unclear;
}

Branches::Way Branches::choose(std::size_t at) {
    const Found found = fold(at);
    if (found.single()) return compare(found);
    if (at == levels_.size() || --budget_ < 0) return Way::unclear;
    for (const auto option : options(levels_[at])) {
        drop(at, option);
        if (const Way way = choose(at + 1); way != Way::agree) return way;
    }
    return Way::agree;
}

/// What the rows give together that hold for certain.
std::int64_t Branches::dropped() const {
    Fold fold(index_);
    for (std::size_t word = 0; word < scratch_.reach; ++word)
        fold.rows(word, scratch_.certain[word], scratch_.certain[word]);
    return fold.found().value;
}

std::optional<Found> Branches::settle() {
    if (!able_) return {};
    gather();
    prepare();
    Way way = sample(false);
    if (way == Way::agree) way = sample(true);
    if (way == Way::agree) {
        rank();
        way = choose(0);
    }
    if (way == Way::differ) return Found::several();
    if (way == Way::unclear) return {};
    if (adds()) first_->value += dropped();
    return first_;
}

} // namespace meldroute::inline v0
