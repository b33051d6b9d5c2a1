// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/files.hpp"

#include <meldroute/base/error.hpp>

#include <fstream>
#include <sstream>

namespace meldroute::inline v0 {
namespace fs = std::filesystem;

std::string read_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in || fs::is_directory(file)) fail(Fault::file_missing, {file.generic_string()});
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

void write_file(const fs::path& file, std::string_view bytes) {
    const fs::path beside = file.generic_string() + ".new";
    std::ofstream out(beside, std::ios::binary);
    out.write(bytes.data(), std::streamsize(bytes.size()));
    out.close();
    std::error_code failed;
    if (out) fs::rename(beside, file, failed);
    if (out && !failed) return;
    fs::remove(beside, failed);
    fail(Fault::file_unwritable, {file.generic_string()});
}

} // namespace meldroute::inline v0
