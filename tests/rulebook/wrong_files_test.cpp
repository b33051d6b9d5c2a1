// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What an editor marks as wrong by the JSON Schemas, the loader refuses: tests/structure reads the
// same table.

#include "catch.hpp"
#include "rulebook/example.hpp"

#include <nlohmann/json.hpp>

using namespace meldroute;
using example::Shelf;

TEST_CASE("what the schemas refuse, the loader refuses by its number", "[rulebook][schema]") {
    const auto table =
        JsonNode::read(std::string(MELDROUTE_SOURCE_DIR) + "/tests/rulebook/wrong_files.json");
    for (const auto& wrong : table.items()) {
        const auto file = wrong.at("file").string();
        const Shelf shelf;
        shelf.write("dorp/" + file, wrong.at("holds").json().dump());
        std::string code = "nothing was refused";
        try {
            static_cast<void>(shelf.load());
        } catch (const Error& error) {
            code = error.code();
            CHECK(error.place().file.ends_with(file));
        }
        INFO(wrong.at("name").string());
        CHECK(code == wrong.at("code").string());
    }
}
