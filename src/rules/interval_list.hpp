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
#include <vector>

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

    std::size_t size() const { return more_ ? more_->size() : one_.low <= one_.high; }
    bool empty() const { return size() == 0; }
    Interval* begin() { return more_ ? more_->data() : &one_; }
    Interval* end() { return begin() + size(); }
    const Interval* begin() const { return more_ ? more_->data() : &one_; }
    const Interval* end() const { return begin() + size(); }
    Interval& back() { return *(end() - 1); }
    const Interval& front() const { return *begin(); }
    const Interval& back() const { return *(end() - 1); }

    void clear() { *this = Intervals(); }
    /// An interval without values is left out.
    void push_back(const Interval& next) {
        if (next.low > next.high) return;
        if (empty()) {
            one_ = next;
            more_.reset();
        } else {
            if (!more_) more_ = std::make_unique<std::vector<Interval>>(1, one_);
            more_->push_back(next);
        }
    }
    template <class All>
    void add(const All& all) {
        for (const Interval& one : all) push_back(one);
    }

    bool operator==(const Intervals& other) const {
        return std::equal(begin(), end(), other.begin(), other.end());
    }

private:
    Interval one_{1, 0};                          ///< empty: none
    std::unique_ptr<std::vector<Interval>> more_; ///< all of them, where there are several
};

} // namespace meldroute::inline v0
