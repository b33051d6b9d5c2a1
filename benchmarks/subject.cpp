// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//

#include "subject.hpp"

#include <cstdlib>
#include <iostream>

namespace bench {
namespace {

using meldroute::JsonNode;
using meldroute::Situation;

std::array<Hand, kinds> hand_of(std::size_t count) {
    if (count == 20) return {all_20, sum_20, first_20};
    if (count == 200) return {all_200, sum_200, first_200};
    if (count == 2000) return {all_2000, sum_2000, first_2000};
    return {};
}

Situation situation(const meldroute::Vocabulary& vocabulary, const Record& record) {
    Situation out(vocabulary);
    out.tell(JsonNode::wrap(json_of(record), ""));
    return out;
}

/// What a rule adds to the outcome, and whether later rules can still add.
bool apply(std::size_t take, const Rule& rule, std::int64_t& out) {
    if (take == 0) out |= std::int64_t{1} << rule.member;
    if (take == 1) out += rule.points;
    if (take == 2) out = rule.kind;
    return take != 2;
}

void must_be_equal(std::int64_t ours, std::int64_t theirs, const char* name) {
    if (ours == theirs) return;
    std::cerr << "another answer from " << name << ": " << ours << ", " << theirs << "\n";
    std::exit(1);
}

} // namespace

std::unique_ptr<meldroute::Decisions> load(const std::string& text,
                                           meldroute::Vocabulary& vocabulary) {
    const auto root = JsonNode::parse(text, "boek.json");
    for (const auto& node : root.at("facts").items()) vocabulary.declare(node, {});
    return std::make_unique<meldroute::Decisions>(
        meldroute::Decisions::read(vocabulary, root.at("decisions").items(), {}));
}

Subject::Subject(std::size_t rule_count, std::size_t record_count)
    : count(rule_count), rules(make_rules(rule_count)), text(rulebook(rules).dump()),
      vocabulary(std::make_unique<meldroute::Vocabulary>()), decisions(load(text, *vocabulary)),
      records(make_records(record_count, false)), fresh(make_records(16384, false)), flat(rules),
      hand(hand_of(rule_count)) {
    for (const auto& record : records) {
        json.push_back(json_of(record));
        known.push_back(situation(*vocabulary, record));
    }
    for (const auto& record : make_records(record_count, true))
        unknown.push_back(situation(*vocabulary, record));
    for (const auto& rule : rules) logic.push_back(json_logic(rule));
}

std::int64_t Subject::by_flat(std::size_t take, const Record& record) const {
    std::int64_t out = take == 2 ? 8 : 0;
    flat.run(record, [&](const Rule& rule) { return apply(take, rule, out); });
    return out;
}

std::int64_t Subject::by_logic(std::size_t take, const Json& record) const {
    std::int64_t out = take == 2 ? 8 : 0;
    for (std::size_t i = 0; i < logic.size(); ++i)
        if (JsonLogic::truthy(JsonLogic::apply(logic[i], record)) && !apply(take, rules[i], out))
            break;
    return out;
}

void Subject::check() const {
    const std::size_t some = count > 2000 ? 16 : 128;
    for (std::size_t take = 0; take < kinds; ++take)
        for (std::size_t i = 0; i < some; ++i) {
            const auto ours = decisions->decide(decision(take), known[i]).value;
            must_be_equal(ours, by_flat(take, records[i]), "flat");
            must_be_equal(ours, by_logic(take, json[i]), "JsonLogic");
            if (hand[take] != nullptr) must_be_equal(ours, hand[take](records[i]), "by hand");
            const auto half = decisions->decide(decision(take), unknown[i]);
            if (half.state == meldroute::Ruling::State::decided)
                must_be_equal(half.value, ours, "what was known already");
        }
}

Table::Table(const meldroute::Vocabulary& vocabulary, const std::vector<Record>& records) {
    values.resize(fields);
    seen.resize(fields);
    not_seen.resize(fields);
    columns.records = records.size();
    for (std::size_t i = 0; i < fields; ++i) {
        const bool set = all_fields()[i].kind == Field::Kind::set;
        const auto all = vocabulary[i].type.all();
        for (const auto& record : records) {
            if (!set) values[i].push_back(record.value[i]);
            if (set) seen[i].push_back(std::uint64_t(record.value[i]));
            if (set) not_seen[i].push_back(all & ~std::uint64_t(record.value[i]));
        }
        columns.columns.push_back({i, values[i], {}, 0, seen[i], not_seen[i]});
    }
}

} // namespace bench
