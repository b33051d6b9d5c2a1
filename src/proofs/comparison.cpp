// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/proofs/comparison.hpp>

#include "proofs/edits.hpp"
#include "proofs/product.hpp"
#include "proofs/shown.hpp"
#include "rules/cell_words.hpp"
#include "rules/intervals.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

class Differences {
public:
    Differences(const Merged& merged, const Merged::Pair& pair)
        : merged_(merged), book_(merged.book()), pair_(pair), axes_(merged, pair) {}

    /// First where everything is known; then what only shows where one fact is not.
    void find(DecisionChange& out) {
        Product product(merged_, pair_, axes_, std::nullopt);
        const auto known = boxes(product, axes_, {}, out.complete);
        add(product, known, "", out);
        for (const auto slot : product.tested()) {
            Product without(merged_, pair_, axes_, slot);
            auto found = boxes(without, axes_, known, out.complete);
            std::erase_if(found, [&](const Region& box) { return reads(box, slot); });
            add(without, found, merged_.vocabulary[slot].id, out);
        }
    }

private:
    /// Whether the box says something of this fact's value.
    bool reads(const Region& box, std::size_t slot) const {
        for (std::size_t i = 0; i < box.size(); ++i) {
            const Axis& axis = axes_.all()[i];
            if (axis.variable.of == Variable::Of::value && axis.variable.index == slot &&
                box[i].count() < axis.classes.size())
                return true;
        }
        return false;
    }

    void add(Product& product, const std::vector<Region>& boxes, const std::string& missing,
             DecisionChange& out) {
        for (const auto& box : boxes) {
            const auto facts = product.situation(box);
            if (!facts) continue;
            auto difference = shown(product, product.json(*facts));
            if (!difference) {
                out.complete = false;
                continue;
            }
            difference->conditions = conditions(box);
            if (!missing.empty()) {
                const Input input{false, *merged_.vocabulary.find(missing)};
                const Cell cell{input, Cell::Test::unknown};
                difference->conditions.push_back(
                    {words(book_, cell, Lang::nl), words(book_, cell, Lang::en)});
            }
            out.differences.push_back(std::move(*difference));
        }
    }

    /// Ruled by both; nullopt where that does not show what was found.
    std::optional<Difference> shown(const Product& product, Json facts) const {
        const auto& decisions = *merged_.decisions;
        const auto says = [&](std::size_t index, const Json& of) {
            return rule(decisions, book_.decisions[index].id, of);
        };
        auto before = says(*pair_.before, facts), after = says(*pair_.after, facts);
        if (before.state == after.state && before.outcome == after.outcome) return std::nullopt;
        if (before.state == Ruling::State::open || after.state == Ruling::State::open)
            return std::nullopt;
        facts = shortened(decisions, std::move(facts),
                          [&](World& world) { return product.differ(world); });
        before = says(*pair_.before, facts), after = says(*pair_.after, facts);
        return Difference{{}, JsonBox(std::move(facts)), before.outcome, after.outcome};
    }

    std::vector<Text> conditions(const Region& box) const {
        std::vector<Text> out;
        for (std::size_t i = 0; i < box.size(); ++i) {
            const Axis& axis = axes_.all()[i];
            if (box[i].count() == axis.classes.size()) continue;
            const auto cell = cell_of(axis, box[i]);
            out.push_back({words(book_, cell, Lang::nl), words(book_, cell, Lang::en)});
            if (cell.within.empty() && cell.test == Cell::Test::within) out.back() = none(axis);
        }
        return out;
    }

    Text none(const Axis& axis) const {
        const Input input{true, axis.variable.index};
        return {"«" + name(book_, input, Lang::nl) + "» heeft geen uitkomst",
                "«" + name(book_, input, Lang::en) + "» has no outcome"};
    }

    Cell cell_of(const Axis& axis, const Bits& allowed) const {
        const Input input{axis.variable.of == Variable::Of::outcome, axis.variable.index};
        if (axis.variable.member >= 0)
            return {input,
                    allowed.test(1) ? Cell::Test::member : Cell::Test::not_member,
                    {},
                    axis.variable.member};
        Cell cell{input};
        const auto domain = book_.domain(input);
        allowed.each([&](std::size_t c) {
            for (const auto& [low, high] : axis.classes[c].values)
                if (high >= domain.low && low <= domain.high)
                    cell.within.push_back({std::max(low, domain.low), std::min(high, domain.high)});
        });
        cell.within = tidy(std::move(cell.within));
        return cell;
    }

    const Merged& merged_;
    const Book& book_;
    const Merged::Pair& pair_;
    Axes axes_;
};

bool rests_on_open(const Book& book, std::size_t index) {
    const Decision& decision = book.decisions[index];
    return decision.open ||
           std::any_of(decision.through.begin(), decision.through.end(),
                       [&](std::size_t below) { return book.decisions[below].open; });
}

DecisionChange change_of(const Merged& merged, const Merged::Pair& pair) {
    using Kind = DecisionChange::Kind;
    DecisionChange out{pair.id, Kind::changed, {}, {}, true};
    if (!pair.before || !pair.after) {
        out.kind = pair.after ? Kind::added : Kind::removed;
        return out;
    }
    out.words = edits(merged, pair);
    if (!pair.both || rests_on_open(merged.book(), *pair.both))
        out.complete = false;
    else
        Differences(merged, pair).find(out);
    return out;
}

} // namespace

Comparison compare(const Json& before, const Json& after) {
    const auto merged = merge(before, after);
    Comparison out;
    out.only_before = merged->only_before;
    out.only_after = merged->only_after;
    for (const auto& pair : merged->pairs) out.decisions.push_back(change_of(*merged, pair));
    return out;
}

} // namespace meldroute::inline v0
