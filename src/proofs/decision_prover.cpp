// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "proofs/decision_prover.hpp"

#include "proofs/realiser.hpp"
#include "proofs/shown.hpp"
#include "proofs/tested.hpp"
#include "rules/intervals.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <set>

namespace meldroute::inline v0 {
namespace {

using State = Ruling::State;

bool same(const Ruling& a, const Ruling& b) {
    return a.state == b.state && a.outcome == b.outcome;
}

class OutcomeProver {
public:
    OutcomeProver(const Decisions& decisions, std::size_t decision)
        : decisions_(decisions), book_(decisions.book()), index_(decision),
          decision_(book_.decisions[decision]), realiser_(book_, decision) {}

    std::vector<Proof> proofs() {
        if (decision_.formula) gap();
        if (!constant()) outcomes();
        missing_facts();
        if (unsure_)
            found_.push_back(
                {Fault::found_not_decided, decision_.id, {}, {decision_.id, "…"}, {}, {}});
        return std::move(found_);
    }

private:
    void find(Fault fault, std::vector<std::string> words, Json witness = nullptr,
              Json beside = nullptr) {
        words.insert(words.begin(), decision_.id);
        found_.push_back({fault,
                          decision_.id,
                          {},
                          std::move(words),
                          JsonBox(std::move(witness)),
                          JsonBox(std::move(beside))});
    }

    Ruling ruling(const Json& facts) const { return rule(decisions_, decision_.id, facts); }

    /// Facts under which the outcome is one of these; a null when there are none.
    Json facts_for(Class outcome, int member = -1) {
        const auto facts =
            realiser_.find({{{Variable::Of::outcome, index_, member}, std::move(outcome)}});
        unsure_ = unsure_ || (!facts && realiser_.bound());
        return facts ? realiser_.json(*facts) : Json();
    }

    void gap() {
        auto facts = facts_for({{}, true});
        if (!facts.is_null() && ruling(facts).state == State::none)
            find(Fault::found_gap, {}, std::move(facts));
    }

    /// One situation, and then any whose outcome is another.
    bool constant() {
        const auto facts = realiser_.find({});
        if (!facts) return false;
        auto witness = realiser_.json(*facts);
        const auto first = ruling(witness);
        if (first.state != State::decided || other_than(first)) return false;
        if (!unsure_) find(Fault::found_decision_constant, {}, std::move(witness));
        return true;
    }

    bool other_than(const Ruling& first) {
        constexpr auto low = std::numeric_limits<std::int64_t>::min(),
                       high = std::numeric_limits<std::int64_t>::max();
        if (!decision_.type.many()) {
            const auto value = value_of(*first.outcome);
            return !facts_for({complement({{value, value}}, {low, high}), true}).is_null();
        }
        for (int member = 0; member < int(decision_.type.codes.size()); ++member) {
            const auto now = has(*first.outcome, member) ? 0 : 1;
            if (!facts_for({{{now, now}}, false}, member).is_null()) return true;
        }
        return false;
    }

    bool has(const Json& outcome, int member) const {
        const auto only = book_.outcome(decision_, std::int64_t(1) << member).at(0);
        return std::find(outcome.begin(), outcome.end(), only) != outcome.end();
    }

    std::int64_t value_of(const Json& outcome) const {
        for (std::int64_t i = 0; i < std::int64_t(decision_.type.codes.size()); ++i)
            if (book_.outcome(decision_, i) == outcome) return i;
        return decision_.type.read(JsonNode::wrap(outcome, ""), false);
    }

    /// Of a choice: values that are declared and never come.
    void outcomes() {
        if (decision_.type.kind != Kind::choice || !decision_.named.empty() || shares_codes())
            return;
        for (std::int64_t value = 0; value < std::int64_t(decision_.type.codes.size()); ++value) {
            const bool before = unsure_;
            unsure_ = false;
            if (facts_for({{{value, value}}, false}).is_null() && !unsure_)
                find(Fault::found_outcome_never, {decision_.type.codes[std::size_t(value)].id});
            unsure_ = unsure_ || before;
        }
    }

    /// Whether its outcomes are a list that others use too: then it need not use them all.
    bool shares_codes() const {
        const auto outcome = decision_.node().at("outcome");
        return !outcome.has("values") || !outcome.at("values").is_array();
    }

    /// The facts of which the body itself tests whether they are known.
    void missing_facts() {
        std::set<std::size_t> slots;
        add_tested(decision_, slots);
        for (const auto slot : slots) missing(slot);
    }

    /// A situation that is decided without the fact, and otherwise with it.
    void missing(std::size_t slot) {
        const auto& id = (*book_.vocabulary)[slot].id;
        for (const auto& without : situations_without(slot)) {
            const auto then = ruling(without);
            if (then.state != State::decided) continue;
            for (const auto& value : values_of(slot)) {
                auto with = without;
                with[id] = value;
                const auto now = ruling(with);
                if (now.state == State::open || same(then, now)) continue;
                return pair(id, without, value, then, now);
            }
        }
        find(Fault::found_missing_fact_counts, {id});
    }

    /// Both, without what does not matter to either.
    void pair(const std::string& id, Json without, const Json& value, const Ruling& then,
              const Ruling& now) {
        const auto with = [&](Json facts) {
            facts[id] = value;
            return facts;
        };
        const auto all = without;
        for (const auto& [other, told] : all.items()) {
            auto fewer = without;
            fewer.erase(other);
            if (same(ruling(fewer), then) && same(ruling(with(fewer)), now))
                without = std::move(fewer);
        }
        find(Fault::found_missing_fact_counts, {id}, without, with(without));
    }

    /// Of each row that tests it, and of each outcome.
    std::vector<Json> situations_without(std::size_t slot) {
        const Demand absent{{Variable::Of::knowledge, slot, -1}, {{{0, 0}}, false}};
        std::vector<Json> out;
        const auto add = [&](const std::vector<Demand>& demands) {
            if (const auto facts = realiser_.find(demands)) out.push_back(realiser_.json(*facts));
        };
        add({absent});
        if (decision_.table)
            for (const auto& row : decision_.table->rows) {
                std::vector<Demand> demands{absent};
                for (const auto& cell : row.cells)
                    if (cell.test == Cell::Test::within)
                        demands.push_back({variable_of(cell), {cell.within, false}});
                    else if (cell.test != Cell::Test::unknown)
                        demands.push_back(
                            {variable_of(cell),
                             {{cell.test == Cell::Test::member ? Interval{1, 1} : Interval{0, 0}},
                              false}});
                add(demands);
            }
        return out;
    }

    std::vector<Json> values_of(std::size_t slot) const {
        std::vector<Json> out;
        const Type& type = (*book_.vocabulary)[slot].type;
        if (type.many()) return {Json::array(), type.to_json(std::int64_t(type.all()))};
        for (const auto& atom : decision_.atoms)
            if (atom.slot == slot && type.kind != Kind::text)
                for (const auto& one : atom.classes) out.push_back(type.to_json(one.low));
        return out;
    }

    const Decisions& decisions_;
    const Book& book_;
    std::size_t index_;
    const Decision& decision_;
    Realiser realiser_;
    bool unsure_ = false;
    std::vector<Proof> found_;
};

} // namespace

std::vector<Proof> prove_outcomes(const Decisions& decisions, std::size_t decision) {
    return OutcomeProver(decisions, decision).proofs();
}

} // namespace meldroute::inline v0
