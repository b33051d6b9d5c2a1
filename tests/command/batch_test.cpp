// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "command/command.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>
#include <vector>

namespace fs = std::filesystem;

namespace {

const std::string rules = std::string(MELDROUTE_SOURCE_DIR) + "/tests/rulebooks/kolommen";

class Folder {
public:
    Folder()
        : path_(fs::temp_directory_path() / ("meldroute-batch-" + std::to_string(::getpid()))) {
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }

    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name) << text;
        return *this / name;
    }
    std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    std::size_t files() const {
        return std::size_t(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
    }

private:
    fs::path path_;
};

struct Ran {
    int status;
    std::string out, err;
};

Ran run(const std::vector<std::string>& args) {
    std::ostringstream out, err;
    const int status = meldroute::run(args, out, err);
    return {status, out.str(), err.str()};
}

std::string read(const std::string& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("a file of reports is decided line by line") {
    const Folder folder;
    const auto csv = folder.write("in.csv", "zaak,acuut\na,true\nb,\n");
    const std::string answer = "zaak,klasse,klasse:state,error:code,error:words\n"
                               "a,hoog,decided,,\nb,,open,,\n";
    const Ran ran = run({"batch", rules, csv, "--decision", "klasse", "--keep", "zaak"});
    CHECK(ran.status == 0);
    CHECK(ran.out == answer);

    const auto out = folder / "uit.csv";
    const Ran written = run({"batch", rules, csv, "--decision", "klasse", "--keep", "zaak", "--out",
                             out, "--threads", "2"});
    CHECK(written.status == 0);
    CHECK(written.out.empty());
    CHECK(read(out) == answer);
    CHECK(folder.files() == 2);
}

TEST_CASE("a report that cannot be read keeps its line, and the status tells") {
    const Folder folder;
    const auto lines = folder.write("in.ndjson", "{\"leeftijd\": 200}\n{\"acuut\": true}\n");
    const Ran ran = run({"batch", rules, lines, "--decision", "klasse,nu", "--needed"});
    CHECK(ran.status == 1);
    CHECK(ran.out.find("\"error:code\":\"M1105\"") < ran.out.find('\n'));
    CHECK(ran.out.find("\"nu:needed\":[\"tekens\"]") != std::string::npos);
}

TEST_CASE("half an answer never looks like all of it") {
    const Folder folder;
    const auto out = folder / "uit.csv";
    const auto wrong = folder.write("in.csv", "leeftijt\n12\n");
    const Ran ran = run({"batch", rules, wrong, "--decision", "klasse", "--out", out});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("leeftijd") != std::string::npos);
    CHECK(folder.files() == 1);
    CHECK(run({"batch", rules, wrong, "--decision", "klasse", "--out", folder / "niet/uit.csv"})
              .status == 2);
}

TEST_CASE("who asks a batch wrongly is told how") {
    const Folder folder;
    const auto csv = folder.write("in.csv", "acuut\ntrue\n");
    const auto wrong = [&](std::vector<std::string> args, const std::string& words) {
        args.insert(args.begin(), {"batch", rules});
        const Ran ran = run(args);
        CHECK(ran.status == 2);
        CHECK(ran.err.find(words) != std::string::npos);
    };
    wrong({csv}, "--decision");
    wrong({csv, "--decision", "klasse", "--threads", "veel"}, "aantal");
    wrong({csv, "--decision", "klasse", "--threads", "0"}, "M1908");
    wrong({folder / "in.xlsx", "--decision", "klasse"}, ".csv");
    wrong({folder / "weg.csv", "--decision", "klasse"}, "M1003");
}
