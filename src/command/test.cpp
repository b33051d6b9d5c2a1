// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/commands.hpp"
#include "command/page.hpp"

#include <meldroute/desk/stories.hpp>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <ostream>

namespace meldroute::inline v0 {
namespace {

struct TestedFile {
    std::string file;
    std::vector<TestResult> results;
};

/// A folder is a rulebook with its tests; a file behind it holds more tests on that rulebook.
std::vector<TestedFile> test_all(const Arguments& args) {
    std::vector<TestedFile> tested;
    std::shared_ptr<const Rulebook> rulebook;
    for (const std::string& word : args.words()) {
        if (rulebook && std::filesystem::is_regular_file(word)) {
            tested.push_back({word, run_tests(rulebook, JsonNode::read(word))});
            continue;
        }
        rulebook = Rulebook::load(word);
        for (const JsonNode& file : rulebook->tests())
            tested.push_back({file.place().file, run_tests(rulebook, file)});
    }
    return tested;
}

Json as_json(const TestedFile& tested) {
    Json tests = Json::array();
    for (const TestResult& result : tested.results) {
        Json failures = Json::array();
        for (const Mismatch& failure : result.failures) failures.push_back(failure.words(Lang::en));
        tests.push_back(
            {{"name", result.name}, {"passed", result.passed()}, {"failures", failures}});
    }
    return {{"file", tested.file}, {"tests", tests}};
}

void print(Page& page, const TestedFile& tested) {
    page.text(0, tested.file);
    for (const TestResult& result : tested.results) {
        page.item(2, result.passed() ? "goed" : "FOUT", result.name);
        for (const Mismatch& failure : result.failures) page.item(7, "•", failure.words(Lang::nl));
    }
}

} // namespace

int command_test(const Arguments& args, std::ostream& out) {
    args.want(1, 1000);
    const auto tested = test_all(args);
    Page page(out);
    Json json = Json::array();
    int count = 0, failed = 0;
    for (const TestedFile& file : tested) {
        if (args.has("--json"))
            json.push_back(as_json(file));
        else
            print(page, file);
        for (const TestResult& result : file.results) {
            ++count;
            if (!result.passed()) ++failed;
        }
    }
    if (args.has("--json"))
        out << json.dump(2) << "\n";
    else
        out << count << (count == 1 ? " test, " : " tests, ")
            << (failed ? std::to_string(failed) + " fout" : "alles goed") << ".\n";
    return failed ? 1 : 0;
}

} // namespace meldroute::inline v0
