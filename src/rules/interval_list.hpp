// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Intervals of values, as cells have them: nearly always one, and then without memory of its own.
// There are cells by the hundred thousand.

#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <utility>

namespace meldroute::inline v0 {

/// Both ends belong to it.
struct Interval {
    std::int64_t low, high;

    bool operator==(const Interval&) const = default;
};

/// Once tidy: sorted, and none touches the next.
class Intervals {
public:
    Intervals() = default;
    Intervals(std::initializer_list<Interval> all) { add(all); }
    Intervals(const Intervals& other) { add(other); }
    Intervals(Intervals&& other) noexcept : one_(other.one_), more_(std::move(other.more_)) {
        other.one_ = {1, 0};
    }
    Intervals& operator=(const Intervals& other) { return *this = Intervals(other); }
    Intervals& operator=(Intervals&& other) noexcept {
        std::swap(one_, other.one_);
        std::swap(more_, other.more_);
        return *this;
    }
    ~Intervals() = default;

    std::size_t size() const { return more_ ? std::size_t(one_.low) : one_.low <= one_.high; }
    bool empty() const { return size() == 0; }
    Interval* begin() { return more_ ? more_.get() : &one_; }
    Interval* end() { return begin() + size(); }
    const Interval* begin() const { return more_ ? more_.get() : &one_; }
    const Interval* end() const { return begin() + size(); }
    Interval& back() { return *(end() - 1); }
    const Interval& front() const { return *begin(); }
    const Interval& back() const { return *(end() - 1); }

    void clear() { *this = Intervals(); }
    /// An interval without values is left out.
    void push_back(Interval next) {
        if (next.low > next.high) return;
        if (empty()) {
            one_ = next;
            return;
        }
        const auto before = size();
        if (!more_ || before == room()) make_room(2 * before);
        more_[before] = next;
        ++one_.low;
    }
    /// Keeps no more memory than it needs.
    void fit() {
        if (more_ && size() < room()) make_room(size());
    }
    template <class All>
    void add(const All& all) {
        for (const Interval& one : all) push_back(one);
    }

    bool operator==(const Intervals& other) const {
        return std::equal(begin(), end(), other.begin(), other.end());
    }

private:
    std::size_t room() const { return std::size_t(one_.high); }
    void make_room(std::size_t wanted) {
        auto wider = std::make_unique<Interval[]>(wanted);
        std::copy(begin(), end(), wider.get());
        one_ = {std::int64_t(size()), std::int64_t(wanted)};
        more_ = std::move(wider);
    }

    /// None where it is empty; of several how many there are, and for how many there is room.
    Interval one_{1, 0};
    std::unique_ptr<Interval[]> more_; ///< all of them, where there are several
};

} // namespace meldroute::inline v0
