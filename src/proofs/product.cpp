// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "proofs/product.hpp"

#include "rules/intervals.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace meldroute::inline v0 {
namespace {

/// Where two words come apart it matters which; of numbers and sets only that they do.
bool told_apart(const Type& type) {
    return !type.numeric() && !type.many();
}

Situation told(const Merged& merged, std::size_t both, std::optional<std::size_t> unknown) {
    Json facts = Json::object();
    for (const auto& atom : merged.book().decisions[both].atoms) {
        if (unknown == atom.slot) continue;
        const Fact& fact = merged.vocabulary[atom.slot];
        facts[fact.id] = fact.type.many()               ? Json::array()
                         : fact.type.kind == Kind::text ? Json("")
                                                        : fact.type.to_json(fact.type.min);
    }
    Situation situation(merged.vocabulary);
    situation.tell(JsonNode::wrap(std::move(facts), ""));
    return situation;
}

} // namespace

Product::Product(const Merged& merged, const Merged::Pair& pair, const Axes& axes,
                 std::optional<std::size_t> unknown)
    : merged_(merged), pair_(pair), axes_(axes.all()), unknown_(unknown),
      realiser_(merged.book(), *pair.both), situation_(told(merged, *pair.both, unknown)) {
    world_.emplace(merged.book(), situation_);
}

/// Every axis at what it can be: a hull where it can be more than one thing.
void Product::set(const Region& region) {
    std::map<std::size_t, World::Before> sets;
    for (std::size_t i = 0; i < axes_.size(); ++i) {
        const Axis& axis = axes_[i];
        if (axis.variable.of == Variable::Of::outcome) continue;
        if (axis.variable.member >= 0) {
            auto& [low, high, in, out] = sets[axis.variable.index];
            const auto bit = std::uint64_t{1} << axis.variable.member;
            if (!region[i].test(0)) in |= bit;
            if (!region[i].test(1)) out |= bit;
        } else {
            std::optional<Interval> hull;
            region[i].each([&](std::size_t c) {
                const auto& [low, high] = axis.stand[c];
                hull = hull ? Interval{std::min(hull->low, low), std::max(hull->high, high)}
                            : Interval{low, high};
            });
            world_->restore({axis.variable.index, -1, {}}, {hull->low, hull->high, 0, 0});
        }
    }
    for (const auto& [slot, members] : sets) world_->restore({slot, 0, {}}, members);
    world_->forget();
    for (std::size_t i = 0; i < axes_.size(); ++i)
        if (axes_[i].variable.of == Variable::Of::outcome) set_outcome(axes_[i], region[i]);
}

void Product::set_outcome(const Axis& axis, const Bits& allowed) {
    Possible outcome;
    allowed.each([&](std::size_t c) {
        outcome.none = outcome.none || axis.classes[c].none;
        if (!axis.classes[c].values.empty()) outcome.add(axis.stand[c].low);
    });
    world_->suppose(axis.variable.index, std::move(outcome));
}

/// An outcome of the new in the codes of the old; what the old has no code for is like nothing.
Possible Product::translated(Possible possible) const {
    const Type& from = merged_.book().decisions[*pair_.after].type;
    const Type& to = merged_.book().decisions[*pair_.before].type;
    const auto code = [&](int index) {
        const auto& id = from.codes[std::size_t(index)].id;
        const int same = to.code(id);
        return same >= 0 ? same : int(to.codes.size()) + index;
    };
    if (from.kind == Kind::choice) {
        auto values = std::exchange(possible.values, {});
        for (const auto value : values) possible.add(code(int(value)));
    }
    if (from.many()) {
        const auto bits = [&](std::uint64_t of) {
            std::uint64_t out = 0;
            for (int i = 0; i < int(from.codes.size()); ++i)
                if ((of >> i & 1) != 0) out |= std::uint64_t{1} << (code(i) % 64);
            return out;
        };
        possible.in = bits(possible.in);
        possible.maybe = bits(possible.maybe);
    }
    return possible;
}

Product::Verdict Product::judge(const Possible& before, const Possible& after) const {
    if (target_) {
        if (before.apart(target_->first) || after.apart(target_->second)) return Verdict::same;
        return before == target_->first && after == target_->second ? Verdict::differ
                                                                    : Verdict::mixed;
    }
    if (before.apart(after)) return Verdict::differ;
    return before.single() && after.single() ? Verdict::same : Verdict::mixed;
}

Product::Verdict Product::judge(const Region& region) {
    set(region);
    try {
        const auto& before = world_->decide(*pair_.before);
        return judge(before, translated(world_->decide(*pair_.after)));
    } catch (const RulebookError&) { // a number that does not fit
        bound_ = true;
        return Verdict::same;
    }
}

const Axis* Product::blamed(std::size_t decision) const {
    const auto blame = world_->blame(decision);
    if (!blame) return nullptr;
    const auto facts = merged_.vocabulary.size();
    for (const auto& axis : axes_) {
        const bool outcome = axis.variable.of == Variable::Of::outcome;
        if (blame->slot == axis.variable.index + (outcome ? facts : 0) &&
            (outcome || blame->member == axis.variable.member))
            return &axis;
    }
    return nullptr;
}

std::optional<Facts> Product::situation(const Region& region) {
    return realiser_.find(demands(region));
}

Json Product::json(const Facts& facts) const {
    return realiser_.json(facts);
}

bool Product::differ(World& world) const {
    const auto before = world.decide(*pair_.before);
    const auto after = translated(world.decide(*pair_.after));
    return before.single() && after.single() && before.apart(after);
}

/// The first that stood in the way of certainty, else any that is still open.
std::optional<std::size_t> Product::axis_to_split(const Region& region) {
    for (const auto decision : {*pair_.before, *pair_.after})
        if (const auto* axis = blamed(decision)) {
            const auto i = std::size_t(axis - axes_.data());
            if (region[i].count() > 1) return i;
        }
    for (std::size_t i = 0; i < axes_.size(); ++i)
        if (region[i].count() > 1) return i;
    return std::nullopt;
}

bool Product::search(const Region& region, Verdict wanted, const std::vector<Region>& boxes) {
    for (const auto& box : boxes)
        if (within(region, box)) return false;
    const auto verdict = judge(region);
    if (verdict == wanted && accept(region, boxes)) return true;
    if (verdict != Verdict::mixed) return false;
    const auto axis = budget_-- > 0 ? axis_to_split(region) : std::nullopt;
    if (!axis) { // out of budget, or arithmetic over a range that is not taken apart
        bound_ = true;
        return false;
    }
    bool found = false;
    region[*axis].each([&](std::size_t c) {
        if (found) return;
        Region part = region;
        part[*axis] = Bits(region[*axis].size());
        part[*axis].set(c);
        found = search(part, wanted, boxes);
    });
    return found;
}

/// Whether some situation really lies in the region and outside the boxes.
bool Product::accept(const Region& region, const std::vector<Region>& boxes) {
    for (auto& part : outside(region, boxes)) {
        auto facts = realiser_.find(demands(part));
        if (!facts) {
            bound_ = bound_ || realiser_.bound();
            continue;
        }
        found_ = Found{std::move(part), std::move(*facts)};
        return true;
    }
    return false;
}

std::vector<Demand> Product::demands(const Region& region) const {
    std::vector<Demand> out;
    for (const auto slot : realiser_.tested())
        out.push_back({{Variable::Of::knowledge, slot, -1},
                       {{slot == unknown_ ? Interval{0, 0} : Interval{1, 1}}, false}});
    for (std::size_t i = 0; i < axes_.size(); ++i) {
        if (region[i].count() == axes_[i].classes.size()) continue;
        Class allowed;
        region[i].each([&](std::size_t c) {
            const auto& one = axes_[i].classes[c];
            allowed.values.add(one.values);
            allowed.none = allowed.none || one.none;
        });
        allowed.values = tidy(std::move(allowed.values));
        out.push_back({axes_[i].variable, std::move(allowed)});
    }
    return out;
}

std::optional<Product::Found> Product::next(const Region& all, const std::vector<Region>& boxes) {
    target_.reset();
    found_.reset();
    budget_ = nodes;
    if (!search(all, Verdict::differ, boxes)) return std::nullopt;
    if (told_apart(merged_.book().decisions[*pair_.before].type)) {
        judge(found_->region);
        const auto before = world_->decide(*pair_.before);
        const auto after = translated(world_->decide(*pair_.after));
        if (before.single() && after.single()) target_ = {before, after};
    }
    return std::move(found_);
}

} // namespace meldroute::inline v0
