// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Running a command as a test does: what it wrote, and with what it ended.

#pragma once

#include "command/command.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace meldroute::inline v0::example {

inline const std::string root = MELDROUTE_SOURCE_DIR;
inline const std::string rules = root + "/rules/ijsselstreek";

struct Ran {
    int status = 0;
    std::string out, err;

    bool says(std::string_view words) const { return out.find(words) != std::string::npos; }
    bool warns(std::string_view words) const { return err.find(words) != std::string::npos; }
};

inline Ran run(const std::vector<std::string>& args) {
    std::ostringstream out, err;
    const int status = meldroute::run(args, out, err);
    return {status, out.str(), err.str()};
}

/// A folder of this test's own, gone afterwards.
class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / fresh()) {
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }

    std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    std::string path() const { return path_.string(); }

    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name) << text;
        return *this / name;
    }

private:
    static std::string fresh() {
        static int count = 0;
        return "meldroute-" + std::to_string(::getpid()) + "-" + std::to_string(++count);
    }

    std::filesystem::path path_;
};

/// The demo, into this folder.
inline Ran demo(const Folder& folder, const std::string& stories = root + "/examples/reports",
                const std::string& rulebook = rules, const std::string& lang = "nl") {
    return run({"demo", "--out", folder.path(), "--rules", rulebook, "--reports", stories, "--lang",
                lang});
}

/// The register that the demo leaves.
inline std::string register_in(const Folder& folder) {
    demo(folder);
    return folder / "meldingen.db";
}

} // namespace meldroute::inline v0::example
