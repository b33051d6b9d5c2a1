// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/places.hpp"

#include <meldroute/base/error.hpp>

#include <algorithm>

#include <dlfcn.h>

namespace meldroute::inline v0 {
namespace fs = std::filesystem;
namespace {

/// The program, or the shared object of the Python module, that this code is in.
fs::path this_file() {
    static const char here = 0;
    Dl_info info{};
    return dladdr(&here, &info) && info.dli_fname ? fs::path(info.dli_fname) : fs::path();
}

std::vector<fs::path> beginnings() {
    std::error_code none;
    return {fs::weakly_canonical(this_file(), none).parent_path(),
            fs::read_symlink("/proc/self/exe", none).parent_path(), fs::current_path(none)};
}

} // namespace

fs::path find_ours(const std::string& name) {
    for (fs::path folder : beginnings())
        for (; !folder.empty(); folder = folder.parent_path()) {
            for (const fs::path& found : {folder / name, folder / "share" / "meldroute" / name})
                if (fs::exists(found)) return found;
            if (folder == folder.root_path()) break;
        }
    fail(Fault::file_missing, {name});
}

std::vector<fs::path> json_files(const fs::path& folder) {
    if (!fs::is_directory(folder)) fail(Fault::file_missing, {folder.string()});
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace meldroute::inline v0
