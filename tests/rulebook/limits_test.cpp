// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "rulebook/limits.hpp"

#include <meldroute/rulebook/rulebook.hpp>

#include <nlohmann/json.hpp>

using namespace meldroute;

namespace {

Json list_of(std::size_t count, const Json& one) {
    Json list = Json::array();
    for (std::size_t i = 0; i < count; ++i) list.push_back(one);
    return list;
}

Json table(std::size_t rows, std::size_t cells) {
    Json when = Json::object();
    for (std::size_t i = 0; i < cells; ++i) when["f" + std::to_string(i)] = true;
    return {{"id", "t"}, {"rows", list_of(rows, {{"when", when}})}};
}

std::string refused(const Json& document) {
    try {
        refuse_too_much(JsonNode::wrap(document, "boek"));
        return "";
    } catch (const RulebookError& error) {
        return error.what();
    }
}

} // namespace

TEST_CASE("a list that is too long is refused where it stands", "[rulebook][limits]") {
    CHECK(refused({{"facts", list_of(most_listed, 1)}}).empty());
    CHECK(refused({{"facts", list_of(most_listed + 1, 1)}}) ==
          "M1522 boek /facts: 5001 is too many for \"facts\": at most 5000");
    CHECK(refused({{"decisions", {table(most_rows, 0)}}}).empty());
    CHECK(refused({{"decisions", {table(1, 0), table(most_rows + 1, 0)}}}) ==
          "M1522 boek /decisions/1/rows: 50001 is too many for \"rows\": at most 50000");
    CHECK(refused({{"codes", {{{"values", list_of(most_values + 1, "x")}}}}}) ==
          "M1522 boek /codes/0/values: 10001 is too many for \"values\": at most 10000");
}

TEST_CASE("many wide tables together are too much, though none is too long", "[rulebook][limits]") {
    const auto wide = table(10'000, 24); // 25 with the row itself
    CHECK(refused({{"decisions", list_of(4, wide)}}).empty());
    CHECK(refused({{"decisions", list_of(5, wide)}}) ==
          "M1522 boek /decisions/4/rows: 1250000 is too many for \"rows\": at most 1000000");
}

TEST_CASE("a file of more than 32 MB is not read", "[rulebook][limits]") {
    CHECK_THROWS_WITH(Rulebook::from_bundle(std::string((32 << 20) + 1, ' ')),
                      "M1017 bundle: this is larger than 32 MB");
    CHECK_THROWS_WITH(Rulebook::from_bundle(std::string(300, '[')),
                      "M1016 bundle: this is nested deeper than 200");
}
