// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "command/running.hpp"
#include "register/files.hpp"

#include <nlohmann/json.hpp>

using namespace meldroute::example;
using Json = nlohmann::json;

namespace {

const std::string klein = root + "/tests/rulebooks/klein";

} // namespace

TEST_CASE("a command that only looks leaves the register byte for byte as it was") {
    const Folder folder;
    const auto file = register_in(folder);
    const auto before = files::contents(file);
    REQUIRE(before.size() > 1000);
    const std::vector<std::vector<std::string>> looking{
        {"case", file},
        {"case", file, "ZAAK-2026-0098"},
        {"case", file, "ZAAK-2026-0098", "--json"},
        {"case", file, "--verify"},
        {"case", file, "--decisions"},
        {"case", "migrate", file, klein},
        {"case", "migrate", file, klein, "--json"},
        {"late", file, "--at", "2026-12-02T09:00:00+01:00"},
        {"people", file},
        {"people", file, "--rules", klein},
        {"draw", file, "ZAAK-2026-0098", "-o", folder.path()},
        {"diff", rules, klein, "--register", file}};
    for (const auto& args : looking) {
        const Ran ran = run(args);
        CAPTURE(args, ran.err);
        CHECK(ran.status < 2);
        CHECK(files::contents(file) == before);
    }
}

TEST_CASE("a dry run is written case by case, and a refusal of it all stands alone") {
    const Folder folder;
    const auto file = register_in(folder);
    const Ran lines = run({"case", "migrate", file, klein, "--json"});
    const Json all = Json::parse(lines.out);
    CHECK(all.size() > 1);
    CHECK(lines.out == all.dump(2) + "\n");
    CHECK(run({"case", "migrate", file, rules, "--json"}).out == "[]\n");
    CHECK(run({"case", "migrate", file, rules}).says("Geen open zaak"));
    const Ran refused = run({"case", "migrate", file, klein, "--by", "a.jansen"});
    CHECK(refused.warns("M1617"));
    CHECK(refused.out.empty());
}
