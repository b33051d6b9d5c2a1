// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// From one situation that differs to boxes of them that cannot be widened, none in another.

#include "proofs/product.hpp"

namespace meldroute::inline v0 {
namespace {

/// Beyond so many conditions nobody reads on; that there is more is said.
constexpr std::size_t most_boxes = 40;

} // namespace

/// Whether the axis may be this wide: nothing that is new in the region is not as wanted.
bool Product::may_be(const Region& region, std::size_t axis, const Bits& wider) {
    Region more = region;
    more[axis] = wider;
    more[axis].remove(region[axis]);
    const bool before = bound_;
    bound_ = false;
    budget_ = nodes;
    const bool other = search(more, Verdict::same, {});
    const bool sure = !bound_;
    bound_ = before;
    return !other && sure;
}

Region Product::widened(Region region) {
    for (std::size_t i = 0; i < axes_.size(); ++i) {
        const auto size = axes_[i].classes.size();
        if (region[i].count() == size) continue;
        if (may_be(region, i, Bits::all(size))) {
            region[i] = Bits::all(size);
            continue;
        }
        const auto add = [&](std::size_t c) {
            Bits wider = region[i];
            wider.set(c);
            const bool may = may_be(region, i, wider);
            if (may) region[i] = wider;
            return may;
        };
        if (!axes_[i].ordered) {
            for (std::size_t c = 0; c < size; ++c)
                if (!region[i].test(c)) add(c);
            continue;
        }
        std::size_t low = 0;
        while (!region[i].test(low)) ++low;
        std::size_t high = low;
        while (high + 1 < size && region[i].test(high + 1)) ++high;
        while (low > 0 && add(low - 1)) --low;
        while (high + 1 < size && add(high + 1)) ++high;
    }
    return region;
}

std::vector<Region> boxes(Product& product, const Axes& axes, const std::vector<Region>& already,
                          bool& complete) {
    std::vector<Region> all = already, found;
    while (auto next = product.next(axes.everything(), all)) {
        if (found.size() == most_boxes) {
            complete = false;
            break;
        }
        found.push_back(product.widened(std::move(next->region)));
        all.push_back(found.back());
    }
    for (std::size_t i = 0; i < found.size();) {
        auto others = already;
        for (std::size_t j = 0; j < found.size(); ++j)
            if (j != i) others.push_back(found[j]);
        if (product.next(found[i], others))
            ++i;
        else
            found.erase(found.begin() + long(i));
    }
    complete = complete && !product.bound();
    return found;
}

} // namespace meldroute::inline v0
