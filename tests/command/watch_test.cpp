// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "command/running.hpp"
#include "command/watch.hpp"

#include <nlohmann/json.hpp>

using namespace meldroute;
using namespace meldroute::example;
namespace fs = std::filesystem;

namespace {

/// A rulebook of one decision whose limit a test moves, with one test beside it.
class Edited {
public:
    Edited() {
        for (const char* part : {"boek/facts", "boek/decisions", "boek/tests", "meldingen"})
            fs::create_directories(folder_ / part);
        folder_.write("boek/rulebook.json", R"({"id": "proef", "version": "1", "status": "concept",
            "title": {"nl": "Proef", "en": "Trial"}})");
        folder_.write("boek/facts/alle.json", R"({"facts": [
            {"id": "leeftijd", "type": "integer", "min": 0, "max": 120, "label": {"nl": "Leeftijd", "en": "Age"}}]})");
        folder_.write("boek/tests/alle.json", R"({"tests": [
            {"name": "zeventien is jong", "given": {"leeftijd": 17}, "expect": {"jong": true}}]})");
        folder_.write("meldingen/een.json", R"({"leeftijd": 19})");
        limit("< 18");
    }

    void limit(const std::string& cell) {
        write(
            R"({"decisions": [{"id": "jong", "label": {"nl": "Is dit een kind?", "en": "Is this a child?"},
            "take": "first", "outcome": {"type": "boolean"},
            "rows": [{"id": "kind", "when": {"leeftijd": ")" +
            cell +
            R"("}, "then": true}], "else": false, "source": [{"policy": "x", "confidence": "local"}]}]})");
    }

    /// Saved later than whatever was saved before it, also where a clock is coarse.
    void write(const std::string& decisions) {
        const auto file = folder_.write("boek/decisions/alle.json", decisions);
        fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(++saved_));
    }

    std::string path() const { return folder_ / "boek"; }
    std::string reports() const { return folder_ / "meldingen"; }

private:
    Folder folder_;
    int saved_ = 0;
};

std::string after(std::ostringstream& out) {
    auto said = out.str();
    out.str("");
    return said;
}

bool in(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

} // namespace

TEST_CASE("who saves a rule reads it as a sentence, and which examples come out otherwise") {
    Edited edited;
    std::ostringstream out;
    Watch watch(edited.path(), edited.reports(), out, Lang::nl);
    CHECK(in(after(out), "Proef: fouten 0"));
    CHECK_FALSE(watch.look());
    CHECK(after(out).empty());

    edited.limit("< 21");
    CHECK(watch.look());
    const auto said = after(out);
    CAPTURE(said);
    CHECK(in(said, "grens van «Leeftijd» van 17 naar 20"));
    CHECK(in(said, "Als «Leeftijd» is hoogstens 20, dan: ja."));
    CHECK_FALSE(in(said, "Anders: nee.")); // that was so before
    CHECK(in(said, "een: jong was nee, wordt ja"));
    CHECK_FALSE(in(said, "zeventien is jong:"));
    CHECK(in(said, "1 van 2 voorbeelden."));
    CHECK_FALSE(watch.look());
}

TEST_CASE("rules that do not load are said, and compared with the last that did") {
    Edited edited;
    std::ostringstream out;
    Watch watch(edited.path(), "", out, Lang::en);
    after(out);
    edited.limit("< 18 jaar");
    CHECK(watch.look());
    const auto wrong = after(out);
    CAPTURE(wrong);
    CHECK(in(wrong, "decisions/alle.json:"));
    CHECK(in(wrong, "The rules do not load like this."));

    edited.limit("< 16");
    CHECK(watch.look());
    const auto said = after(out);
    CAPTURE(said);
    CHECK(in(said, "zeventien is jong: jong was yes, becomes no"));
}

TEST_CASE("a finding is said when it comes, and counted when it goes") {
    Edited edited;
    std::ostringstream out;
    Watch watch(edited.path(), "", out, Lang::nl);
    after(out);
    edited.limit("< 200");
    CHECK(watch.look());
    CHECK(in(after(out), "M1577"));
    edited.limit("< 18");
    CHECK(watch.look());
    CHECK(in(after(out), "Opgelost: "));
}

TEST_CASE("other rules over a register say which cases they would rule otherwise, by id") {
    const Folder folder;
    REQUIRE(demo(folder).status == 0);
    const auto changed = fs::path(folder / "regels") / "ijsselstreek";
    fs::create_directories(changed.parent_path());
    fs::copy(example::rules, changed, fs::copy_options::recursive);
    fs::copy(root + "/rules/nl", changed.parent_path() / "nl", fs::copy_options::recursive);
    const auto file = changed / "decisions" / "weging.json";
    std::ifstream read(file);
    std::string text{std::istreambuf_iterator<char>(read), {}};
    const std::string was = R"("weging.aantal": ">= 3"}, "then": "hoog")";
    REQUIRE(in(text, was));
    text.replace(text.find(was), was.size(), R"("weging.aantal": ">= 2"}, "then": "hoog")");
    std::ofstream(file) << text;

    const auto db = folder / "meldingen.db";
    const auto size = fs::file_size(db);
    const Ran ran = run({"diff", example::rules, changed.string(), "--register", db});
    CAPTURE(ran.out, ran.err);
    CHECK(ran.status == 1);
    CHECK(ran.says("Zaken die anders zouden uitvallen"));
    CHECK(ran.says("weging.klasse"));
    CHECK_FALSE(ran.says("ZAAK-2026")); // the host's own number may say more than an id
    const auto json = Json::parse(
        run({"diff", example::rules, changed.string(), "--register", db, "--json"}).out);
    REQUIRE(json["cases"].size() == 2);
    CHECK(json["cases"][0]["case"].get<std::string>().size() == 32);
    CHECK(fs::file_size(db) == size);

    const Ran same = run({"diff", example::rules, example::rules, "--register", db});
    CHECK(same.status == 0);
    CHECK(same.says("Geen enkele zaak in het register."));
    CHECK(run({"diff", example::rules, changed.string(), "--register", folder / "nergens.db"})
              .warns("M1003"));
}
