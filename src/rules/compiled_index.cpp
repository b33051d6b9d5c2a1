// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// From rows and cells to lanes of bits.

#include "rules/compiled.hpp"
#include "rules/intervals.hpp"
#include "rules/lane_tests.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>
#include <span>
#include <tuple>

namespace meldroute::inline v0 {
namespace {

constexpr std::size_t bits_in_word = 64;

/// A domain of so many values has a bucket for each.
constexpr std::int64_t small_domain = 64;

struct Cut {
    std::uint32_t row;
    const Cell* cell;
};

/// Rows with a cell on one input; a second cell of a row on that input is in the next layer.
struct Layer {
    Lane::Kind kind;
    Input input;
    std::size_t depth;

    auto key() const { return std::tuple(kind, input.decision, input.index, depth); }
    bool operator<(const Layer& other) const { return key() < other.key(); }
};

} // namespace

class Indexer {
public:
    Indexer(const Book& book, Index& out) : book_(book), out_(out) {}

    void run() {
        order();
        out_.words_ = (out_.order_.size() + bits_in_word - 1) / bits_in_word;
        if (out_.words_ > 1) out_.words_ = (out_.words_ + 3) / 4 * 4;
        room(1);
        for (std::size_t row = 0; row < out_.order_.size(); ++row) set(0, row);
        segments();
        for (const auto& [layer, cuts] : layers()) add(layer, cuts);
        tests_.by_row(out_.order_.size(), out_.row_tests_, out_.row_from_);
        trim();
    }

private:
    /// There are as many indexes as tables: they keep what they need.
    void trim() {
        const auto all = [](auto&... kept) { (kept.shrink_to_fit(), ...); };
        all(out_.lanes_, out_.bits_, out_.thresholds_, out_.segments_, out_.segment_from_,
            out_.ways_, out_.tests_, out_.ranges_);
    }

    void order() {
        const auto& rows = out_.table_->rows;
        auto& order = out_.order_;
        order.resize(rows.size());
        std::iota(order.begin(), order.end(), 0U);
        const Take take = out_.table_->take;
        const auto before = [&](std::uint32_t a, std::uint32_t b) {
            return take == Take::most ? rows[a].then > rows[b].then : rows[a].then < rows[b].then;
        };
        if (take != Take::first) std::stable_sort(order.begin(), order.end(), before);
        out_.places_.resize(rows.size());
        out_.thens_.reserve(rows.size());
        for (std::uint32_t place = 0; place < order.size(); ++place) {
            out_.thens_.push_back(rows[order[place]].then);
            out_.places_[order[place]] = place;
        }
    }

    void segments() {
        for (std::size_t word = 0; word < out_.words_; ++word) {
            const auto from = out_.segments_.size();
            out_.segment_from_.push_back(std::uint32_t(from));
            for (std::size_t row = word * bits_in_word;
                 row < std::min((word + 1) * bits_in_word, out_.thens_.size()); ++row) {
                const auto then = out_.thens_[row];
                if (out_.segments_.size() == from || out_.segments_.back().then != then)
                    out_.segments_.push_back({0, then});
                out_.segments_.back().rows |= Word{1} << row % bits_in_word;
            }
        }
        out_.segment_from_.push_back(std::uint32_t(out_.segments_.size()));
    }

    Lane::Kind kind_of(const Cell& cell) const {
        if (cell.test == Cell::Test::unknown) return Lane::Kind::known;
        if (cell.test != Cell::Test::within) return Lane::Kind::members;
        const Type& type = book_.type(cell.input);
        if (type.kind == Kind::text && !cell.input.decision) return Lane::Kind::text;
        const Interval domain = book_.domain(cell.input);
        const bool small = domain.low > INT64_MIN / 2 && domain.high < INT64_MAX / 2 &&
                           domain.high - domain.low < small_domain;
        return small && !(cell.input.decision && type.numeric()) ? Lane::Kind::direct
                                                                 : Lane::Kind::sorted;
    }

    std::map<Layer, std::vector<Cut>> layers() const {
        std::map<Layer, std::vector<Cut>> all;
        for (std::uint32_t row = 0; row < out_.order_.size(); ++row)
            for (const auto& cell : out_.table_->rows[out_.order_[row]].cells) {
                Layer layer{kind_of(cell), cell.input, 0};
                auto* cuts = &all[layer];
                for (; !cuts->empty() && cuts->back().row == row; cuts = &all[layer]) ++layer.depth;
                cuts->push_back({row, &cell});
            }
        return all;
    }

    void add(const Layer& layer, const std::vector<Cut>& cuts) {
        Lane lane;
        lane.kind = layer.kind;
        lane.decision = layer.input.decision;
        lane.input = std::uint32_t(layer.input.index);
        lane.bits = out_.bits_.size();
        if (layer.kind == Lane::Kind::members)
            members(lane, cuts);
        else if (layer.kind == Lane::Kind::known)
            known(cuts);
        else
            scalar(lane, layer.input, cuts);
        out_.lanes_.push_back(lane);
    }

    /// Appends so many sets of rows.
    void room(std::size_t sets) { out_.bits_.resize(out_.bits_.size() + sets * out_.words_, 0); }
    void set(std::size_t offset, std::size_t row) {
        out_.bits_[offset + row / bits_in_word] |= Word{1} << row % bits_in_word;
    }
    void flip(std::size_t offset, std::size_t row) {
        out_.bits_[offset + row / bits_in_word] ^= Word{1} << row % bits_in_word;
    }
    void copy(std::size_t to, std::size_t from) {
        std::copy_n(out_.bits_.begin() + std::ptrdiff_t(from), out_.words_,
                    out_.bits_.begin() + std::ptrdiff_t(to));
    }
    /// All rows but those that have a cell here.
    void free(std::size_t offset, const std::vector<Cut>& cuts) {
        copy(offset, 0);
        for (const auto& [row, cell] : cuts)
            out_.bits_[offset + row / bits_in_word] &= ~(Word{1} << row % bits_in_word);
    }

    void known(const std::vector<Cut>& cuts) {
        const auto at = out_.bits_.size();
        room(1);
        free(at, cuts);
        for (const auto& [row, cell] : cuts) tests_.ask(row, out_.lanes_.size());
    }

    void members(Lane& lane, const std::vector<Cut>& cuts) {
        for (const auto& [row, cell] : cuts) {
            auto& mask = cell->test == Cell::Test::member ? lane.has : lane.has_not;
            mask |= Word{1} << cell->member;
        }
        lane.members = std::uint32_t(std::bit_width(lane.has | lane.has_not));
        room(1 + lane.members * (lane.has_not == 0 ? 1U : 2U));
        free(lane.bits, cuts);
        for (const auto& [row, cell] : cuts) {
            const auto first = cell->test == Cell::Test::member ? 1 : 1 + lane.members;
            set(lane.bits + (first + std::size_t(cell->member)) * out_.words_, row);
            tests_.ask(row, out_.lanes_.size(), cell->member, cell->test == Cell::Test::member);
        }
    }

    std::size_t bucket(const Lane& lane, std::int64_t value) const {
        if (lane.kind != Lane::Kind::sorted) return std::size_t(value - lane.low);
        const auto first = out_.thresholds_.begin() + lane.thresholds;
        return std::size_t(std::upper_bound(first, out_.thresholds_.end(), value) - first);
    }

    void cut_sorted(Lane& lane, const std::vector<Cut>& cuts) {
        std::vector<std::int64_t> all;
        for (const auto& [row, cell] : cuts)
            for (const auto& [low, high] : cell->within) {
                all.push_back(low);
                if (high < INT64_MAX) all.push_back(high + 1);
            }
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        lane.thresholds = std::uint32_t(out_.thresholds_.size());
        lane.buckets = std::uint32_t(all.size() + 1);
        out_.thresholds_.insert(out_.thresholds_.end(), all.begin(), all.end());
    }

    void scalar(Lane& lane, const Input& input, const std::vector<Cut>& cuts) {
        const Interval domain = book_.domain(input);
        if (lane.kind == Lane::Kind::sorted) {
            cut_sorted(lane, cuts);
        } else {
            lane.low = domain.low;
            lane.buckets = std::uint32_t(domain.high - domain.low + 1);
        }
        const std::size_t certain = lane.buckets, possible = certain + 1, unread = certain + 2;
        const auto at = [&](std::size_t set) { return lane.bits + set * out_.words_; };
        room(unread + 1);
        free(at(unread), cuts);
        lane.all_possible = true;
        for (const auto& [row, cell] : cuts) {
            cut(lane, domain, row, cell->within);
            tests_.ask(row, out_.lanes_.size());
            // What another decision can still say is not looked at here.
            const Answer answer = input.decision ? Answer::unknown : covers(cell->within, domain);
            if (answer == Answer::yes) flip(at(certain), row);
            if (answer != Answer::no) flip(at(possible), row);
            lane.all_possible = lane.all_possible && answer != Answer::no;
        }
        fill(lane);
        if (!input.decision) ways(lane, domain);
    }

    /// From the marks to the rows of each bucket; rows without a cell here are in every set.
    void fill(const Lane& lane) {
        const auto unread = lane.bits + (lane.buckets + 2) * out_.words_;
        for (std::size_t set = 0; set < lane.buckets + 2; ++set)
            for (std::size_t word = 0; word < out_.words_; ++word) {
                const auto at = lane.bits + set * out_.words_ + word;
                const Word free = out_.bits_[unread + word];
                if (set > 0 && set < lane.buckets)
                    out_.bits_[at] ^= out_.bits_[at - out_.words_] & ~free;
                out_.bits_[at] |= free;
            }
    }

    /// Notes the ranges of a cell, and marks where its row comes in and where it goes out again.
    void cut(const Lane& lane, Interval domain, std::size_t row, const Intervals& within) {
        const bool sorted = lane.kind == Lane::Kind::sorted;
        for (const auto& [low, high] : within) {
            if (!sorted && (low > domain.high || high < domain.low)) continue;
            const auto from = bucket(lane, sorted ? low : std::max(low, domain.low)),
                       to = bucket(lane, sorted ? high : std::min(high, domain.high));
            tests_.range(from, to);
            flip(lane.bits + from * out_.words_, row);
            if (to + 1 < lane.buckets) flip(lane.bits + (to + 1) * out_.words_, row);
        }
    }

    /// Of buckets that allow the same rows the first; none outside the domain.
    void ways(Lane& lane, Interval domain) {
        const bool sorted = lane.kind == Lane::Kind::sorted;
        const auto from = sorted ? bucket(lane, domain.low) : 0,
                   to = sorted ? bucket(lane, domain.high) : lane.buckets - 1;
        const auto rows = [&](std::uint32_t set) {
            return std::span(out_.bits_).subspan(lane.bits + set * out_.words_, out_.words_);
        };
        std::vector<std::uint32_t> all(to - from + 1);
        std::iota(all.begin(), all.end(), std::uint32_t(from));
        std::stable_sort(all.begin(), all.end(), [&](auto a, auto b) {
            return std::ranges::lexicographical_compare(rows(a), rows(b));
        });
        const auto alike = [&](auto a, auto b) { return std::ranges::equal(rows(a), rows(b)); };
        all.erase(std::unique(all.begin(), all.end(), alike), all.end());
        std::sort(all.begin(), all.end());
        lane.ways = std::uint32_t(out_.ways_.size());
        out_.ways_.insert(out_.ways_.end(), all.begin(), all.end());
        lane.way_count = std::uint32_t(all.size());
    }

    const Book& book_;
    Index& out_;
    LaneTests tests_{out_.tests_, out_.ranges_};
};

Index::Index(const Book& book, const Decision& decision)
    : book_(&book), table_(&*decision.table), many_(decision.type.many()) {
    Indexer(book, *this).run();
}

} // namespace meldroute::inline v0
