// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/examples.hpp"
#include "catch.hpp"

using namespace examples;

TEST_CASE("a body reads back as it was written") {
    for (const Body& body : {told(0, "besproken"), weighed(1), late(2)}) {
        const auto bytes = body.bytes();
        const auto read = Body::parse(bytes);
        REQUIRE(read);
        CHECK(*read == body);
        CHECK(read->recorded.offset_minutes == body.recorded.offset_minutes);
        CHECK(read->bytes() == bytes);
    }
}

TEST_CASE("each kind of entry has its own word") {
    std::vector<std::string> words;
    for (const auto kind : {EntryKind::told, EntryKind::noted, EntryKind::corrected,
                            EntryKind::time, EntryKind::migrated}) {
        Body body = late(0);
        body.kind = kind;
        CHECK(Body::parse(body.bytes())->kind == kind);
        words.push_back(Json::parse(body.bytes()).at("kind"));
    }
    CHECK(words == std::vector<std::string>{"told", "noted", "corrected", "time", "migrated"});
}

TEST_CASE("what is empty is left out of a body") {
    const Json body = Json::parse(late(0).bytes());
    for (const auto* key : {"event", "by", "key", "decision", "cause"}) CHECK(!body.contains(key));
    CHECK(body.at("facts") == Json::object());
}

TEST_CASE("no number in a body is a binary fraction") {
    Body body = told(0, "vastgelegd");
    body.facts = Json{{"locatie.huur", 412.1}};
    CHECK(body.bytes().find(R"("locatie.huur":"412.1")") != std::string::npos);
}

TEST_CASE("what misses a member, has one too many, or one of another type, is not a body") {
    const Json whole = Json::parse(weighed(0).bytes());
    REQUIRE(Body::parse(whole.dump()));
    const auto refused = [](Json json, const char* pointer, auto change) {
        change(json[Json::json_pointer(pointer)]);
        INFO(json.dump());
        return !Body::parse(json.dump());
    };
    for (const auto* pointer : {"", "/by", "/rulings/0", "/decision", "/here/stappenplan"}) {
        CHECK(refused(whole, pointer, [](Json& at) { at["verdwaald"] = 1; }));
        CHECK(refused(whole, pointer, [](Json& at) { at = 1; }));
    }
    for (const auto* pointer : {"/by", "/rulings/0", "/decision", "/here/stappenplan"})
        CHECK(refused(whole, pointer, [](Json& at) { at.erase(at.begin()); }));
    for (const auto* key :
         {"kind", "recorded", "occurred", "facts", "rulings", "here", "rulebook", "engine"}) {
        CHECK(refused(whole, "", [&](Json& at) { at.erase(key); }));
        CHECK(refused(whole, "", [&](Json& at) { at[key] = true; }));
    }
    CHECK(refused(whole, "/kind", [](Json& at) { at = "verteld"; }));
    CHECK(refused(whole, "/recorded", [](Json& at) { at = "2026-06-02"; }));
    for (const auto* bytes : {"", "{", "[]", "null", "{}"}) CHECK(!Body::parse(bytes));
}
