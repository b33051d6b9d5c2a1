// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// docs/regels-schrijven.md teaches by example: each of its JSON files loads, and does what it says.

#include <meldroute/desk/stories.hpp>
#include <meldroute/rulebook/check.hpp>

#include "catch.hpp"
#include "rules/formula_reader.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <unistd.h>

using namespace meldroute;
namespace fs = std::filesystem;

namespace {

const fs::path root = MELDROUTE_SOURCE_DIR;

std::vector<std::string> examples() {
    std::ifstream page(root / "docs/regels-schrijven.md");
    std::vector<std::string> found;
    bool inside = false;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("```")) {
            inside = line == "```json";
            if (inside) found.emplace_back();
        } else if (inside) {
            found.back() += line + "\n";
        }
    }
    return found;
}

/// The page as a layer on top of the IJsselstreek, in a folder of its own, gone afterwards.
class Page {
public:
    Page() {
        write("rulebook.json", R"({"id": "voorbeeld", "version": "1", "status": "concept",
                                   "extends": {"id": "ijsselstreek", "version": "2026.1"}})");
        int number = 0;
        for (const auto& text : examples())
            write(Json::parse(text).begin().key() + "/" + std::to_string(++number) + ".json", text);
    }
    ~Page() { fs::remove_all(folder_); }

    auto load() const { return Rulebook::load(folder_, {root / "rules"}); }

private:
    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name) << text;
    }

    fs::path folder_ = fs::temp_directory_path() / ("meldroute-page-" + std::to_string(::getpid()));
};

} // namespace

TEST_CASE("every example of the page on writing rules loads, and its tests pass") {
    const Page page;
    const auto book = page.load();
    for (const auto& finding : check(*book))
        CHECK((finding.severity == Finding::Severity::note || !finding.accepted.empty()));
    std::size_t tests = 0;
    for (const JsonNode& file : book->tests())
        for (const TestResult& result : run_tests(book, file)) {
            INFO(result.name);
            for (const auto& failure : result.failures) UNSCOPED_INFO(failure.words(Lang::en));
            CHECK(result.passed());
            ++tests;
        }
    CHECK(tests >= 6);
}

TEST_CASE("the page on writing rules shows every hit policy") {
    std::set<std::string> shown;
    for (const auto& text : examples())
        for (const auto& decision : Json::parse(text).value("decisions", Json::array()))
            if (decision.contains("take")) shown.insert(decision["take"]);
    CHECK(shown == std::set<std::string>{"first", "only-one", "all-agree", "highest", "all",
                                         "all-ranked", "sum", "min", "max", "count"});
}

TEST_CASE("the page on writing rules names every operator of a formula") {
    std::ifstream file(root / "docs/regels-schrijven.md");
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    for (const std::string& name : formula_operators()) {
        INFO(name);
        CHECK(page.find("`" + name + "`") != std::string::npos);
    }
}
