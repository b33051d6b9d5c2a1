// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Deciding under unknowns by trying every completion, each by the plain meaning of the rules.

#pragma once

#include "rules/plain_formula.hpp"

namespace meldroute::inline v0::plain {

/// What must come out, in JSON that a ruling can be compared with.
struct Expected {
    Json outcome;                  ///< null while open
    Json possible = Json::array(); ///< while open: of a number the least and the most
    Json needed = Json::array();   ///< [fact, [items]], the most deciding first

    bool operator==(const Expected&) const = default;
};

class Brute {
public:
    Brute(const Json& book, const Json& told, const Text& decision)
        : plain_(book, told), body_(plain_.decision(decision)) {
        World world;
        for (const auto& atom : plain_.atoms()) {
            sizes_.push_back(atom.told ? 1 : atom.values.size());
            world.push_back(atom.told ? atom.value : atom.values.front());
        }
        complete(world, 0);
    }

    Expected expected() const {
        Expected out;
        const auto seen = outcomes([](std::size_t) { return true; });
        if (seen.size() == 1) {
            out.outcome = json_of(body_.type, *seen.begin());
            return out;
        }
        out.possible = possible(seen);
        out.needed = needed();
        return out;
    }
    std::size_t completions() const { return all_.size(); }

private:
    using Outcomes = std::set<Value>;

    /// The last atom turns fastest.
    void complete(World& world, std::size_t at) {
        if (at == sizes_.size()) {
            all_.push_back(body_.give(world));
            return;
        }
        const auto before = world[at];
        for (std::size_t i = 0; i < sizes_[at]; ++i) {
            if (sizes_[at] > 1) world[at] = plain_.atoms()[at].values[i];
            complete(world, at + 1);
        }
        world[at] = before;
    }

    std::size_t stride(std::size_t atom) const {
        std::size_t out = 1;
        for (std::size_t i = atom + 1; i < sizes_.size(); ++i) out *= sizes_[i];
        return out;
    }

    template <class Wanted>
    Outcomes outcomes(Wanted wanted) const {
        Outcomes out;
        for (std::size_t i = 0; i < all_.size(); ++i)
            if (wanted(i)) out.insert(all_[i]);
        return out;
    }

    Json possible(const Outcomes& seen) const {
        Json out = Json::array();
        if (body_.type.many()) {
            std::int64_t may = 0;
            for (const auto& one : seen) may |= one.is() ? one.of : 0;
            return json_of(body_.type, {Value::State::some, may});
        }
        for (const auto& one : seen)
            if (one.is()) out.push_back(json_of(body_.type, one));
        if (body_.computed && out.size() > 2) return {out.front(), out.back()};
        return out;
    }

    /// How many outcomes are left: of a number two stand for more, of a set each open member counts.
    std::size_t left(const Outcomes& seen) const {
        std::size_t values = 0, others = 0;
        std::int64_t all = 0, common = -1;
        for (const auto& one : seen) {
            (one.is() ? values : others) += 1;
            if (one.is()) all |= one.of, common &= one.of;
        }
        if (body_.type.many())
            return others + (values > 0
                                 ? std::size_t(__builtin_popcountll(std::uint64_t(all & ~common)))
                                 : 0);
        return others + (body_.computed ? std::min<std::size_t>(values, 2) : values);
    }

    bool matters(std::size_t atom) const {
        const auto step = stride(atom), size = sizes_[atom];
        for (std::size_t i = 0; i < all_.size(); ++i)
            if (i / step % size > 0 && all_[i] != all_[i - step]) return true;
        return false;
    }

    /// The classes of an atom that matters, each as the index of one of its values.
    std::vector<std::size_t> classes(std::size_t atom) const {
        const Look& look = body_.looks.at(atom);
        std::vector<std::size_t> out;
        std::set<std::vector<bool>> seen;
        for (std::size_t i = 0; i < sizes_[atom]; ++i) {
            std::vector<bool> told;
            for (const auto& accepts : look.cells)
                told.push_back(accepts(plain_.atoms()[atom].values[i]));
            if (look.whole || seen.insert(told).second) out.push_back(i);
        }
        return out;
    }

    struct Matter {
        std::size_t atom = 0, classes = 0, deciding = 0, remaining = 0;
    };

    std::vector<Matter> ranked() const {
        std::vector<Matter> out;
        for (std::size_t atom = 0; atom < sizes_.size(); ++atom) {
            if (sizes_[atom] < 2 || !matters(atom)) continue;
            Matter one{atom};
            for (const auto value : classes(atom)) {
                const auto seen = outcomes([&, step = stride(atom)](std::size_t i) {
                    return i / step % sizes_[atom] == value;
                });
                ++one.classes;
                one.deciding += seen.size() == 1;
                one.remaining += left(seen);
            }
            out.push_back(one);
        }
        std::stable_sort(out.begin(), out.end(), [](const Matter& a, const Matter& b) {
            const auto share_a = a.deciding * b.classes, share_b = b.deciding * a.classes;
            return share_a != share_b ? share_a > share_b : a.remaining < b.remaining;
        });
        return out;
    }

    Json needed() const {
        Json out = Json::array();
        for (const auto& matter : ranked()) {
            const Atom& atom = plain_.atoms()[matter.atom];
            auto at = std::find_if(out.begin(), out.end(),
                                   [&](const Json& one) { return one[0] == atom.fact; });
            if (at == out.end()) {
                out.push_back({atom.fact, Json::array()});
                at = std::prev(out.end());
            }
            if (!atom.item.empty()) (*at)[1].push_back(atom.item);
        }
        return out;
    }

    Plain plain_;
    const Body& body_;
    std::vector<std::size_t> sizes_; ///< how many values each atom can still have
    std::vector<Value> all_;         ///< what each completion gives
};

} // namespace meldroute::inline v0::plain
