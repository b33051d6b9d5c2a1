// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/examples.hpp"
#include "catch.hpp"

#include <filesystem>
#include <fstream>

using namespace examples;

namespace {

const std::filesystem::path golden{MELDROUTE_SOURCE_DIR "/tests/golden/entry"};

/// A golden file: lines of a name, a space and a value. Keys and bodies that were erased are absent.
struct Golden {
    RegisterId register_id;
    CaseId case_id;
    std::vector<Entry> entries;
    std::string digest;
};

EntryKey key_of(const std::string& hex) {
    EntryKey key{};
    const auto bytes = from_hex(hex);
    std::copy_n(bytes.begin(), key.size(), key.begin());
    return key;
}

Golden read(const std::filesystem::path& file) {
    Golden out;
    std::ifstream in(file);
    for (std::string name, value; in >> name && std::getline(in >> std::ws, value);) {
        if (name == "register") out.register_id = RegisterId::parse(value);
        if (name == "case") out.case_id = CaseId::parse(value);
        if (name == "frame") out.entries.push_back({value, {}, {}});
        if (name == "body") out.entries.back().body = value;
        if (name == "key") out.entries.back().key = key_of(value);
        if (name == "digest") out.digest = value;
    }
    return out;
}

std::string text_of(const Made& made) {
    std::string out = "register " + register_id().hex() + "\ncase " + case_id().hex() + "\n";
    for (const auto& entry : made.entries) {
        out += "frame " + entry.frame + "\n";
        out += "key " + to_hex(bytes_of(*entry.key)) + "\n";
        out += "body " + entry.body + "\n";
    }
    return out + "digest " + to_hex(bytes_of(made.last.digest)) + "\n";
}

} // namespace

TEST_CASE("the bytes of an entry are the same for ever") {
    std::ifstream in(golden / "format-1.txt");
    const std::string kept{std::istreambuf_iterator<char>(in), {}};
    CHECK(text_of(small_case()) == kept);
}

TEST_CASE("every entry that was ever written can be read") {
    int files = 0;
    for (const auto& item : std::filesystem::directory_iterator(golden)) {
        INFO(item.path());
        const auto kept = read(item.path());
        const auto last = verify(kept.register_id, kept.case_id, kept.entries);
        CHECK(to_hex(bytes_of(last.digest)) == kept.digest);
        for (const auto& entry : kept.entries)
            if (!entry.erased()) CHECK_NOTHROW(read_body(entry));
        ++files;
    }
    CHECK(files >= 2);
}

TEST_CASE("a frame is one line of JSON that any tool reads") {
    const Entry entry = small_case().entries[1];
    const Json json = Json::parse(entry.frame);
    CHECK(json.dump() == entry.frame);
    CHECK(json.at("case") == case_id().hex());
    CHECK(json.at("sequence") == 2);
    CHECK(json.at("format") == Frame::format);
}

TEST_CASE("one byte off, and a frame is no frame or another frame") {
    const std::string frame = small_case().entries[1].frame;
    REQUIRE(Frame::parse(frame)->bytes() == frame);
    for (std::size_t i = 0; i < frame.size(); ++i) {
        std::string off = frame;
        off[i] = char(off[i] ^ 1);
        const auto read = Frame::parse(off);
        CHECK((!read || read->bytes() == off));
        CHECK(!Frame::parse(frame.substr(0, i)));
    }
    CHECK(!Frame::parse(frame + "\n"));
}

TEST_CASE(
    "a frame counts from 1, without zeros before it, and not beyond what JSON holds exactly") {
    Frame frame;
    for (const std::int64_t sequence : {1LL, 10LL, 999999999999999LL}) {
        frame.sequence = sequence;
        CHECK(Frame::parse(frame.bytes())->sequence == sequence);
    }
    for (const std::int64_t sequence : {0LL, -1LL, 1000000000000000LL}) {
        frame.sequence = sequence;
        CHECK(!Frame::parse(frame.bytes()));
    }
}

TEST_CASE("a case id is 32 small hexadecimal digits and nothing else") {
    const auto id = case_id();
    CHECK(CaseId::parse(id.hex()) == id);
    CHECK(CaseId::of(id.bytes()) == id);
    for (const std::string bad : {"", "abc", "0123456789ABCDEF0123456789ABCDEF",
                                  "0123456789abcdef0123456789abcdeg", "Jan Jansen"}) {
        const auto error = error_of([&] { CaseId::parse(bad); });
        CHECK(error.code() == "M1601");
        if (bad.size() > 3) CHECK(std::string(error.what()).find(bad) == std::string::npos);
    }
}
