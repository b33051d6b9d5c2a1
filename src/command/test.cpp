// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/bar.hpp"
#include "command/commands.hpp"
#include "command/test_page.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <ostream>

namespace meldroute::inline v0 {
namespace {

struct TestFile {
    std::string file;
    std::vector<Test> tests;
};

struct TestedBook {
    std::shared_ptr<const Rulebook> rulebook;
    std::vector<TestFile> files;

    std::vector<Test> tests() const {
        std::vector<Test> all;
        for (const TestFile& file : files)
            all.insert(all.end(), file.tests.begin(), file.tests.end());
        return all;
    }
};

/// A folder is a rulebook with its tests; a file behind it holds more tests on that rulebook.
std::vector<TestedBook> read_all(const Arguments& args) {
    std::vector<TestedBook> books;
    for (const std::string& word : args.words()) {
        if (!books.empty() && std::filesystem::is_regular_file(word)) {
            auto& [rulebook, files] = books.back();
            files.push_back({word, read_tests(JsonNode::read(word), *rulebook)});
            continue;
        }
        books.push_back({Rulebook::load(word), {}});
        auto& [rulebook, files] = books.back();
        for (const JsonNode& file : rulebook->tests())
            files.push_back({file.place().file, read_tests(file, *rulebook)});
    }
    return books;
}

Json as_json(const TestResult& result) {
    Json failures = Json::array();
    for (const Mismatch& failure : result.failures) failures.push_back(failure.words(Lang::en));
    return {{"name", result.name}, {"passed", result.passed()}, {"failures", failures}};
}

void print(Page& page, const TestResult& result) {
    page.item(2, page.say(result.passed() ? Text{"goed", "pass"} : Text{"FOUT", "FAIL"}),
              result.name);
    for (const Mismatch& failure : result.failures) page.item(7, "•", failure.words(page.lang()));
}

int run_plainly(const std::vector<TestedBook>& books, const Arguments& args, std::ostream& out) {
    const bool json = args.has("--json");
    Page page(out, args.lang());
    Json all = Json::array();
    int count = 0, failed = 0;
    for (const auto& [rulebook, files] : books)
        for (const auto& [file, tests] : files) {
            if (!json) page.text(0, file);
            Json results = Json::array();
            for (const Test& test : tests) {
                const TestResult result = run_test(test, rulebook);
                ++count;
                failed += !result.passed();
                if (!json) print(page, result);
                results.push_back(as_json(result));
            }
            all.push_back({{"file", file}, {"tests", std::move(results)}});
        }
    if (json)
        out << all.dump(2) << "\n";
    else
        out << count << (count == 1 ? " test, " : " tests, ")
            << (failed ? std::to_string(failed) + args.say({" fout", " failed"})
                       : args.say({"alles goed", "all passed"}))
            << ".\n";
    return failed ? 1 : 0;
}

/// Nothing tried is not all well.
void refuse_untested(const std::vector<TestedBook>& books) {
    for (const TestedBook& book : books)
        if (book.tests().empty())
            throw WrongUse({"bij " + book.rulebook->id() +
                                " is geen toets gevonden, dus er is niets getoetst: toetsen staan "
                                "in tests/ van de map, en een bundel bevat er geen",
                            "no test was found with " + book.rulebook->id() +
                                ", so nothing was tested: tests stand in tests/ of the folder, and "
                                "a bundle holds none"});
}

/// Tests of the tests: what they leave untried, and which wrong rules they would let pass.
int run_trials(const std::vector<TestedBook>& books, const Arguments& args, std::ostream& out) {
    Page page(out, args.lang());
    Json all = Json::array();
    int missed = 0;
    for (const TestedBook& book : books) {
        Json json{{"rulebook", book.rulebook->id()}};
        if (args.has("--coverage")) {
            const Coverage coverage = coverage_of(book.rulebook, book.tests());
            json["coverage"] = as_json(coverage);
            if (!args.has("--json")) print_coverage(page, coverage);
        }
        if (args.has("--mutate")) {
            Mutants mutants;
            {
                Bar bar(args.lang());
                mutants = mutants_of(book.rulebook, book.tests(), {2, std::ref(bar)});
            }
            missed += mutants.count(Mutant::Fate::missed);
            json["mutation"] = as_json(mutants);
            if (!args.has("--json")) print_mutants(page, mutants);
        }
        all.push_back(std::move(json));
    }
    if (args.has("--json")) out << all.dump(2) << "\n";
    return missed ? 1 : 0;
}

} // namespace

int command_test(const Arguments& args, std::ostream& out) {
    args.want(1, 1000);
    const auto books = read_all(args);
    refuse_untested(books);
    if (args.has("--coverage") || args.has("--mutate")) return run_trials(books, args, out);
    return run_plainly(books, args, out);
}

} // namespace meldroute::inline v0
