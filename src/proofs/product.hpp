// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// One situation put to two decisions: where they come apart, as boxes that cannot be widened.

#pragma once

#include "proofs/merged.hpp"
#include "proofs/realiser.hpp"

namespace meldroute::inline v0 {

/// What one column of a comparison can be, as classes that neither of the two tells apart.
struct Axis {
    Variable variable;
    std::vector<Class> classes;
    std::vector<Interval> stand; ///< what stands for each class when it is put to the decisions
    bool ordered = false;        ///< classes follow each other as the values do
};

/// The classes that are allowed of each axis.
using Region = std::vector<Bits>;

bool within(const Region& inner, const Region& outer);
/// What of a region lies outside these others, as regions that together are all of it.
std::vector<Region> outside(const Region& region, const std::vector<Region>& others);

/// The columns that two decisions are compared over: facts, and decisions that are the same in both.
class Axes {
public:
    Axes(const Merged& merged, const Merged::Pair& pair);

    const std::vector<Axis>& all() const { return axes_; }
    Region everything() const;

private:
    struct Looks {
        Variable variable;
        std::vector<const Cell*> cells;
        bool whole = false;
    };

    void take(std::size_t decision);
    void take(const Cell& cell);
    void take(const Formula& formula);
    void take_whole(const Input& input);
    Looks& looks(const Variable& variable);
    void make(const Looks& looks);

    const Merged& merged_;
    std::vector<std::size_t> inside_; ///< decisions that are taken apart
    std::vector<Looks> looks_;
    std::vector<Axis> axes_;
};

class Product {
public:
    Product(const Merged& merged, const Merged::Pair& pair, const Axes& axes,
            std::optional<std::size_t> unknown);

    struct Found {
        Region region;
        Facts facts; ///< of one situation in it
    };
    /// A region within `all` and outside `boxes` in which the two always differ, and always in the same way.
    std::optional<Found> next(const Region& all, const std::vector<Region>& boxes);
    /// The same region, with each axis as wide as it can be.
    Region widened(Region region);
    /// Some situation in this region.
    std::optional<Facts> situation(const Region& region);
    Json json(const Facts& facts) const;
    /// Whether the two certainly differ in this world.
    bool differ(World& world) const;
    /// The facts of which it is tested whether they are known.
    const std::vector<std::size_t>& tested() const { return realiser_.tested(); }
    /// Whether some search was cut off.
    bool bound() const { return bound_; }

private:
    static constexpr long nodes = 20000; ///< of one search

    enum class Verdict : std::uint8_t { same, differ, mixed };

    Verdict judge(const Region& region);
    void set(const Region& region);
    void set_outcome(const Axis& axis, const Bits& allowed);
    Verdict judge(const Possible& before, const Possible& after) const;
    const Axis* blamed(std::size_t decision) const;
    std::optional<std::size_t> axis_to_split(const Region& region);
    bool search(const Region& region, Verdict wanted, const std::vector<Region>& boxes);
    bool accept(const Region& region, const std::vector<Region>& boxes);
    std::vector<Demand> demands(const Region& region) const;
    bool may_be(const Region& region, std::size_t axis, const Bits& wider);
    Possible translated(Possible possible) const;

    const Merged& merged_;
    const Merged::Pair& pair_;
    const std::vector<Axis>& axes_;
    std::optional<std::size_t> unknown_; ///< slot of the one fact that is not known
    Realiser realiser_;
    Situation situation_;
    std::optional<World> world_;
    std::optional<std::pair<Possible, Possible>>
        target_; ///< how the two differ, if it is told apart
    std::optional<Found> found_;
    long budget_ = 0;
    bool bound_ = false;
};

/// All regions outside `already` in which the two differ: none can be widened, and none is contained
/// in the others. `complete` becomes false when there may be more.
std::vector<Region> boxes(Product& product, const Axes& axes, const std::vector<Region>& already,
                          bool& complete);

} // namespace meldroute::inline v0
