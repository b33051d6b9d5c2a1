// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Registers in files that go away with the test, and other hands on those files.

#pragma once

#include "casefile/examples.hpp"
#include "register/sqlite.hpp"

#include <meldroute/register/randomness.hpp>
#include <meldroute/register/register.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace files {

using namespace meldroute;

/// A folder for one test.
class Folder {
public:
    Folder() {
        std::uint8_t name[8];
        SystemRandomness().fill(name);
        const std::string_view bytes(reinterpret_cast<const char*>(name), sizeof name);
        path_ = std::filesystem::temp_directory_path() / ("meldroute-" + to_hex(bytes));
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code none;
        std::filesystem::remove_all(path_, none);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string file(const std::string& name = "meldingen.db") const { return path_ / name; }

private:
    std::filesystem::path path_;
};

inline std::string contents(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void write(const std::string& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

/// Changes the file behind the register's back.
inline void tamper(const std::string& file, const char* sql) {
    Database(file).run(sql);
}

/// Keeps examples::small_case in this register.
inline examples::Made keep_small_case(Register& in, int number = 1) {
    auto made = examples::small_case(number, in.id());
    in.create_case(examples::case_id(number), {}, made.entries, {});
    return made;
}

/// One more entry after this receipt.
inline Entry more(const Receipt& last, int minute = 9) {
    SystemRandomness randomness;
    return Chain(last).add(examples::told(minute, "besproken"), randomness);
}

} // namespace files
