// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Looking along with whoever edits rules: after each save the rules that changed as sentences, the
// findings, and which example reports come out otherwise.

#pragma once

#include "command/arguments.hpp"
#include "command/pages.hpp"

#include <meldroute/rulebook/rulebook.hpp>

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

class Watch {
public:
    /// `reports`: a folder of example reports, or "" for none. Example reports are also the
    /// situations and stories of the tests. Throws as Rulebook::load() where the rules do not load.
    Watch(std::string folder, std::string reports, std::ostream& out, Lang lang);

    /// True where a file was saved since the last time; says then what that changed. Where the
    /// rules do not load it says why, and goes on from those that last did.
    bool look();

private:
    struct Stamp {
        std::filesystem::file_time_type written;
        std::uintmax_t size = 0;
        bool operator==(const Stamp&) const = default;
    };
    struct Report {
        std::string name;
        JsonBox facts;
    };

    std::map<std::string, Stamp> stamps() const;
    std::vector<Report> reports() const;
    void say(const Rulebook& next);
    void say_findings(const Rulebook& next);
    void say_reports(const Rulebook& next);

    std::string folder_, reports_;
    Page page_;
    std::shared_ptr<const Rulebook> rulebook_;
    std::vector<Finding> findings_;
    std::map<std::string, Stamp> seen_;
};

/// `meldroute check FOLDER --watch`: until Ctrl-C.
int keep_watch(const Arguments& args, std::ostream& out);

} // namespace meldroute::inline v0
