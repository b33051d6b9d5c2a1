// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "rulebook/example.hpp"

#include <nlohmann/json.hpp>

using namespace meldroute;
using example::Shelf;

namespace {

void collect(std::vector<std::string>& pointers, const Json& value, const std::string& pointer) {
    pointers.push_back(pointer);
    if (!value.is_structured()) return;
    for (const auto& [key, member] : value.items())
        collect(pointers, member, pointer + "/" + key); // no key of the example needs an escape
}

/// Whether loading ends as it should: with a rulebook, or with an error that has a number.
bool ends_well(const Shelf& shelf) {
    try {
        static_cast<void>(shelf.load());
    } catch (const Error&) {
    } catch (const std::exception&) {
        return false;
    }
    return true;
}

} // namespace

TEST_CASE("whatever stands in a file, it loads or is refused with a number", "[rulebook][faults]") {
    const Shelf shelf;
    for (const auto& [path, text] : example::sound()) {
        const auto sound = Json::parse(text);
        std::vector<std::string> pointers;
        collect(pointers, sound, "");
        std::vector<std::string> broken;
        for (const auto& pointer : pointers)
            for (const Json& other : {Json(7), Json("x"), Json::array(), Json::object()}) {
                auto changed = sound;
                changed[Json::json_pointer(pointer)] = other;
                shelf.write(path, changed.dump());
                if (!ends_well(shelf)) broken.push_back(path + pointer + " " + other.dump());
            }
        CHECK(broken == std::vector<std::string>{});
        shelf.write(path, text);
    }
}
