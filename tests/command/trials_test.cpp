// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "command/running.hpp"

#include <nlohmann/json.hpp>

using namespace meldroute::example;
using Json = nlohmann::json;

namespace {

/// A rulebook of one decision, with a test that is not near the limit.
std::string small(const Folder& folder) {
    for (const char* part : {"facts", "decisions", "tests"})
        std::filesystem::create_directories(folder / part);
    folder.write("rulebook.json", R"({"id": "proef", "version": "1", "status": "concept"})");
    folder.write("facts/alle.json", R"({"facts": [
        {"id": "leeftijd", "type": "integer", "min": 0, "max": 120, "label": "Leeftijd"}]})");
    folder.write("decisions/alle.json", R"({"decisions": [
        {"id": "jong", "take": "first", "outcome": {"type": "boolean"},
         "rows": [{"id": "kind", "when": {"leeftijd": "< 18"}, "then": true}], "else": false}]})");
    folder.write("tests/alle.json", R"({"tests": [
        {"name": "leeftijd", "table": {"facts": ["leeftijd"], "expect": ["jong"],
         "rows": [[12, true], [17, true], [40, false]]}}]})");
    return folder.path();
}

} // namespace

TEST_CASE("coverage is told by decision, and summed up") {
    const Folder folder;
    const Ran ran = run({"test", small(folder), "--coverage"});
    CAPTURE(ran.out, ran.err);
    CHECK(ran.status == 0);
    CHECK(ran.says("jong: rijen 1 van 1, vakjes 1 van 1, anders ook"));
    CHECK(ran.says("1 van 1 beslissingen, 1 van 1 rijen"));
}

TEST_CASE("what no test notices is told with its place and a test, and is not fine") {
    const Folder folder;
    const Ran ran = run({"test", small(folder), "--mutate"});
    CAPTURE(ran.out, ran.err);
    CHECK(ran.status == 1);
    CHECK(ran.says("jong, rij kind, leeftijd ("));
    CHECK(ran.says("grens van 18 naar 19"));
    CHECK(ran.says(R"("given":{"leeftijd":18})"));
    CHECK(ran.says("1 door geen enkele test gemerkt"));

    const Json json = Json::parse(run({"test", folder.path(), "--mutate", "--json"}).out);
    const auto& mutants = json[0]["mutation"]["mutants"];
    CHECK(std::count_if(mutants.begin(), mutants.end(),
                        [](const Json& one) { return one["fate"] == "missed"; }) == 1);
}
