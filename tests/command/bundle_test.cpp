// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "command/running.hpp"
#include "pem.hpp"

using namespace meldroute::example;

TEST_CASE("a bundle is signed, and verified with the public key") {
    const Folder folder;
    const auto secret = folder.write("geheim.pem", private_pem(rfc8032[0].secret));
    const auto open = folder.write("openbaar.pem", public_pem(rfc8032[0].open));
    const auto bundle = folder / "regels.json";

    const Ran made = run({"bundle", rules, "-o", bundle, "--sign", secret});
    CAPTURE(made.err);
    REQUIRE(made.status == 0);
    CHECK(made.says("ijsselstreek"));
    const Ran verified = run({"verify", bundle, "--key", open});
    CHECK(verified.status == 0);
    CHECK(verified.says("De handtekening klopt."));
    CHECK(verified.says("digest "));

    SECTION("by nobody else's") {
        const auto other = folder.write("ander.pem", public_pem(rfc8032[1].open));
        const Ran ran = run({"verify", bundle, "--key", other});
        CHECK(ran.status == 1);
        CHECK(ran.warns("M1528"));
        CHECK(ran.out.empty());
    }
    SECTION("not once the rules have changed") {
        run({"bundle", root + "/rules/nl", "-o", bundle});
        CHECK(run({"verify", bundle, "--key", open}).warns("M1527"));
    }
    SECTION("and no message tells the private key") {
        for (const auto& args : {std::vector<std::string>{"verify", bundle, "--key", secret},
                                 {"bundle", rules, "-o", bundle, "--sign", open},
                                 {"bundle", rules, "-o", folder / "geen/map", "--sign", secret},
                                 {"verify", secret, "--key", open}}) {
            const Ran ran = run(args);
            CHECK(ran.status == 2);
            CHECK_FALSE(ran.warns(base64(meldroute::from_hex(rfc8032[0].secret)).substr(4, 20)));
        }
    }
}

TEST_CASE("a bundle stands for its folder in every command that takes one") {
    const Folder folder;
    const auto bundle = folder / "regels.json";
    REQUIRE(run({"bundle", rules, "-o", bundle}).status == 0);
    const auto facts = folder.write("feiten.json", R"({"slachtoffer.leeftijd": 16})");
    const auto tests = root + "/rules/ijsselstreek/tests/weging.json";

    for (const std::vector<std::string>& behind :
         {std::vector<std::string>{"decide", "weging.klasse", facts},
          {"decide", "weging.klasse", facts, "--json"},
          {"draw", "meldroute-intern"},
          {"test", tests}}) {
        auto with_folder = behind, with_bundle = behind;
        with_folder.insert(with_folder.begin() + 1, rules);
        with_bundle.insert(with_bundle.begin() + 1, bundle);
        CAPTURE(with_bundle);
        const Ran ran = run(with_bundle);
        CHECK(ran.status == 0);
        if (behind[0] != "test") CHECK(ran.out == run(with_folder).out);
    }
    CHECK(run({"check", bundle}).says("regels.json:1:"));
    CHECK(run({"bundle", bundle, "-o", folder / "nog-eens.json"}).status == 0);
}

TEST_CASE("what is asked to be bundled must say where to") {
    const Ran ran = run({"bundle", rules});
    CHECK(ran.status == 2);
    CHECK(ran.warns("-o ontbreekt"));
    const Folder folder;
    CHECK(run({"verify", folder / "x"}).warns("--key ontbreekt"));
}

TEST_CASE("the versions on a shelf are listed, and the day picks one") {
    const Ran all = run({"versions", root + "/rules", "ijsselstreek"});
    CHECK(all.status == 0);
    CHECK(all.says("2026.1     concept      2026-01-01 t/m …"));
    CHECK(run({"versions", root + "/rules", "nl", "--on", "2026-06-01", "--json"})
              .says("\"until\": null"));
    const Ran none = run({"versions", root + "/rules", "ijsselstreek", "--on", "2025-12-31"});
    CHECK(none.status == 1);
    CHECK(none.warns("M1519"));
    CHECK(none.warns("het dichtst erbij: 2026.1 (2026-01-01 – …)"));
}

TEST_CASE("a table goes out to a spreadsheet, and comes back into its file") {
    const Folder folder;
    std::filesystem::copy(root + "/rules", folder / "rules",
                          std::filesystem::copy_options::recursive);
    const auto mine = folder / "rules/ijsselstreek", sheet = folder / "t.csv";
    CHECK(run({"table", "export", mine, "weging.klasse"}).says("[id];"));
    CHECK(run({"table", "export", mine, "weging.klasse", "-o", sheet}).status == 0);
    CHECK(run({"table", "import", mine, "weging.klasse", sheet}).says("was al zo"));

    std::ifstream in(sheet);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto last = text.rfind("\r\n", text.size() - 3) + 2;
    folder.write("t.csv", text.substr(0, last)); // without the last row
    CHECK(run({"table", "import", mine, "weging.klasse", sheet}).says("is bijgewerkt"));
    CHECK(run({"table", "import", mine, "weging.klasse", sheet}).says("was al zo"));

    folder.write("t.csv", text + "x\r\n");
    const Ran wrong = run({"table", "import", mine, "weging.klasse", sheet});
    CHECK(wrong.status == 1);
    CHECK(wrong.warns("M1532"));
    CHECK(run({"table", "copy", mine, "weging.klasse"}).status == 2);
}
