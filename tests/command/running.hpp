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
    Folder()
        : path_(std::filesystem::temp_directory_path() /
                ("meldroute-" + std::to_string(::getpid()))) {
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
    std::filesystem::path path_;
};

} // namespace meldroute::inline v0::example
