// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A batch by columns gives each record the answer that it has alone.

#include "catch.hpp"
#include "rules/random_book.hpp"

using namespace meldroute;

namespace {

/// Situations as columns, and the memory that these point into.
struct Batch {
    std::vector<std::vector<std::int64_t>> values;
    std::vector<std::vector<std::uint8_t>> valid;
    std::vector<std::vector<std::uint64_t>> seen, not_seen;
    Columns columns;

    Batch(const SmallBook& book, const std::vector<Situation>& all) {
        const auto& vocabulary = *book.vocabulary;
        values.resize(vocabulary.size());
        valid.resize(vocabulary.size());
        seen.resize(vocabulary.size());
        not_seen.resize(vocabulary.size());
        columns.records = all.size();
        for (std::size_t slot = 0; slot < vocabulary.size(); ++slot) {
            valid[slot].resize(all.size() / 8 + 1);
            for (std::size_t i = 0; i < all.size(); ++i) {
                const Slot& what = all[i][slot];
                const bool text = vocabulary[slot].type.kind == Kind::text;
                values[slot].push_back(text ? book.decisions->text(slot, what.text) : what.value);
                if (what.known) valid[slot][i / 8] |= std::uint8_t(1U << i % 8);
                seen[slot].push_back(what.seen);
                not_seen[slot].push_back(what.not_seen);
            }
            if (vocabulary[slot].type.many())
                columns.columns.push_back({slot, {}, {}, 0, seen[slot], not_seen[slot]});
            else
                columns.columns.push_back({slot, values[slot], valid[slot], 0, {}, {}});
        }
    }
};

std::vector<Situation> situations(const SmallBook& book, Dice& dice, int count) {
    std::vector<Situation> all;
    for (int i = 0; i < count; ++i) all.push_back(book.situation(random_facts(dice)));
    return all;
}

const auto ages = R"({
    "facts": [{"id": "leeftijd", "type": "integer", "min": 0, "max": 130},
              {"id": "vormen", "type": "set", "values": ["arbeid", "seksueel"]}],
    "decisions": [
        {"id": "jong", "outcome": {"type": "boolean"},
         "rows": [{"id": "kind", "when": {"leeftijd": "< 18", "vormen": "has arbeid"},
                   "then": true}], "else": false},
        {"id": "groot", "outcome": {"type": "number", "decimals": 9},
         "value": {"*": [{"var": "leeftijd"}, 1000000000000000]}}]})";

} // namespace

TEST_CASE("a batch by columns gives each record the answer that it has alone",
          "[rules][property]") {
    Dice dice{11};
    // More records than go together, and parts that begin and end anywhere.
    constexpr std::size_t records = 1100, cut = 523;
    for (int i = 0; i < 20; ++i) {
        const Json json = RandomBook(dice).json();
        const SmallBook book(JsonNode::wrap(json, "boek"));
        const auto all = situations(book, dice, records);
        const Batch batch(book, all);
        for (const auto& id : book.decisions->ids()) {
            const auto& decision = book.decisions->at(id);
            std::vector<Outcome> whole(records), parts(records), alone;
            for (const auto& one : all) alone.push_back(book.decisions->decide(decision, one));
            CAPTURE(json.dump(), id);
            CHECK(book.decisions->decide(decision, batch.columns, whole).empty());
            CHECK(whole == alone);
            book.decisions->decide(decision, batch.columns.part(0, cut), parts);
            book.decisions->decide(decision, batch.columns.part(cut, records - cut),
                                   std::span(parts).subspan(cut));
            CHECK(parts == alone);
        }
    }
}

TEST_CASE("a column that is known throughout is decided like one that is not",
          "[rules][property]") {
    Dice dice{12};
    constexpr std::size_t records = 600;
    for (int i = 0; i < 40; ++i) {
        const SmallBook book(JsonNode::wrap(RandomBook(dice).json(), "boek"));
        std::vector<Situation> all;
        for (std::size_t j = 0; j < records; ++j)
            all.push_back(book.situation(random_facts(dice, true)));
        Batch batch(book, all);
        for (auto& column : batch.columns.columns) column.valid = {};
        for (const auto& id : book.decisions->ids()) {
            const auto& decision = book.decisions->at(id);
            std::vector<Outcome> whole(records), alone;
            for (const auto& one : all) alone.push_back(book.decisions->decide(decision, one));
            CHECK(book.decisions->decide(decision, batch.columns, whole).empty());
            CHECK(whole == alone);
        }
    }
}

TEST_CASE("a record that does not fit stops no other", "[rules]") {
    const SmallBook book(ages);
    const std::vector<std::int64_t> values{17, 131, 40, 12};
    const std::vector<std::uint64_t> seen{1, 1, 1, 1}, not_seen{2, 2, 2, 3};
    Columns columns{4, {{0, values, {}, 0, {}, {}}, {1, {}, {}, 0, seen, not_seen}}};
    std::vector<Outcome> out(4);
    const auto faults = book.decisions->decide(book.decisions->at("jong"), columns, out);
    CHECK(faults == std::vector<RecordFault>{{1, Fault::fact_out_of_range},
                                             {3, Fault::fact_seen_and_not_seen}});
    CHECK(out[0] == Outcome{Ruling::State::decided, 1});
    CHECK(out[1] == Outcome{});
    CHECK(out[2] == Outcome{Ruling::State::decided, 0});
}

TEST_CASE("a record whose number becomes too large stops no other", "[rules]") {
    const SmallBook book(ages);
    const std::vector<std::int64_t> values{0, 130};
    Columns columns{2, {{0, values, {}, 0, {}, {}}}};
    std::vector<Outcome> out(2);
    const auto faults = book.decisions->decide(book.decisions->at("groot"), columns, out);
    CHECK(faults == std::vector<RecordFault>{{1, Fault::number_overflow}});
    CHECK(out[0] == Outcome{Ruling::State::decided, 0});
}
