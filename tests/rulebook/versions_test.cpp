// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "rulebook/example.hpp"

#include <meldroute/rulebook/versions.hpp>

using namespace meldroute;
using example::Shelf;

namespace {

std::string identity(const std::string& version, const std::string& valid,
                     const std::string& more = "") {
    return R"({"id": "dorp", "status": "vastgesteld", "version": ")" + version +
           R"(", "valid": {)" + valid + "}" + more + "}";
}

/// Three versions: two with a gap behind them, and one that has no end.
Shelf three() {
    return Shelf({
        {"a/rulebook.json", identity("1", R"("until": "2025-06-30")")},
        {"b/rulebook.json", identity("2", R"("from": "2025-05-01", "until": "2025-12-31")")},
        {"c/rulebook.json", identity("3", R"("from": "2026-03-01")")},
        {"elders/rulebook.json", R"({"id": "elders", "version": "1", "status": "concept"})"},
    });
}

std::string in_force_on(const Shelf& shelf, int year, int month, int day) {
    return version_in_force(load_versions(shelf.root(), "dorp"), Date::of(year, month, day))
        ->version();
}

} // namespace

TEST_CASE("a rulebook is in force from its first day up to and including its last", "[rulebook]") {
    const auto book = Shelf().load();
    CHECK_FALSE(book->in_force(Date::of(2025, 12, 31)));
    CHECK(book->in_force(Date::of(2026, 1, 1)));
    CHECK(book->in_force(Date::of(2026, 12, 31)));
    CHECK_FALSE(book->in_force(Date::of(2027, 1, 1)));
}

TEST_CASE("the day says which version holds, and the one that began last goes first",
          "[rulebook][versions]") {
    const auto shelf = three();
    CHECK(in_force_on(shelf, 2000, 1, 1) == "1");
    CHECK(in_force_on(shelf, 2025, 4, 30) == "1");
    CHECK(in_force_on(shelf, 2025, 5, 1) == "2");
    CHECK(in_force_on(shelf, 2025, 12, 31) == "2");
    CHECK(in_force_on(shelf, 2026, 3, 1) == "3");
    CHECK(in_force_on(shelf, 2099, 1, 1) == "3");
}

TEST_CASE("on a day without a version nothing stands in, and the nearest is named",
          "[rulebook][versions]") {
    const auto shelf = three();
    CHECK_THROWS_WITH(in_force_on(shelf, 2026, 1, 1),
                      "M1519 no version of the rulebook \"dorp\" is in force on 2026-01-01 "
                      "(nearest: 2 (2025-05-01 – 2025-12-31))");
    CHECK_THROWS_WITH(in_force_on(shelf, 2026, 2, 28),
                      "M1519 no version of the rulebook \"dorp\" is in force on 2026-02-28 "
                      "(nearest: 3 (2026-03-01 – …))");
    CHECK_THROWS_WITH(load_versions(shelf.root(), "dopr"),
                      "M1501 the layer \"dopr\" is not there (it is a folder with a rulebook.json "
                      "of that id, beside this rulebook or on a shelf)");
    CHECK_THROWS_AS(load_versions(shelf.root() / "nergens", "dorp"), Usage);
}

TEST_CASE("two versions of the same first day are a choice that nobody made",
          "[rulebook][versions]") {
    const auto shelf = three();
    shelf.write("d/rulebook.json", identity("3a", R"("from": "2026-03-01")"));
    CHECK(in_force_on(shelf, 2025, 7, 1) == "2");
    CHECK_THROWS_WITH(in_force_on(shelf, 2026, 3, 1),
                      "M1523 two versions of \"dorp\" began on the same day: 3 and 3a (give the "
                      "older one an end: \"valid\": {\"until\": …})");

    SECTION("but a folder and its own bundle are one version") {
        shelf.write("d/rulebook.json", "");
        shelf.write("c.json", shelf.load("c")->bundle());
        CHECK(load_versions(shelf.root(), "dorp").size() == 4);
        CHECK(in_force_on(shelf, 2026, 3, 1) == "3");
    }
}

TEST_CASE("a rulebook is in force no longer than the layers that it stands on",
          "[rulebook][versions]") {
    const Shelf shelf({
        {"rijk/rulebook.json",
         R"({"id": "rijk", "version": "1", "status": "concept", "valid": {"from": "2025-03-01", "until": "2025-12-31"}})"},
        {"dorp/rulebook.json", identity("1", R"("from": "2025-01-01")",
                                        R"(, "extends": {"id": "rijk", "version": "1"})")},
    });
    const auto book = shelf.load();
    for (const auto& each : {book, Rulebook::from_bundle(book->bundle())}) {
        CHECK_FALSE(each->in_force(Date::of(2025, 2, 28)));
        CHECK(each->in_force(Date::of(2025, 3, 1)));
        CHECK(each->in_force(Date::of(2025, 12, 31)));
        CHECK_FALSE(each->in_force(Date::of(2026, 1, 1)));
    }
    shelf.write("dorp/rulebook.json", identity("1", R"("from": "2026-01-01")",
                                               R"(, "extends": {"id": "rijk", "version": "1"})"));
    CHECK_THROWS_WITH(shelf.load(), "M1518 " + (shelf.root() / "dorp/rulebook.json").string() +
                                        ":1:75 /valid/from: this rulebook is valid until a day "
                                        "before it begins");
}
