// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/watch.hpp"

#include "command/otherwise.hpp"
#include "command/places.hpp"
#include "command/rule_words.hpp"
#include "command/told.hpp"
#include "command/words.hpp"

#include <meldroute/desk/stories.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <ostream>
#include <thread>

namespace meldroute::inline v0 {
namespace {

namespace fs = std::filesystem;

bool same(const Finding& one, const Finding& other) {
    return one.code == other.code && one.words.nl == other.words.nl &&
           one.accepted.nl == other.accepted.nl;
}

bool has(const std::vector<Finding>& findings, const Finding& finding) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& one) { return same(one, finding); });
}

} // namespace

Watch::Watch(std::string folder, std::string reports, std::ostream& out, Lang lang)
    : folder_(std::move(folder)), reports_(std::move(reports)), page_(out, lang),
      rulebook_(Rulebook::load(folder_)), findings_(findings_for(*rulebook_)), seen_(stamps()) {
    page_.text(0, page_.say(rulebook_->title()) + ": " + counted(findings_, lang));
}

/// Of the rulebook, the layers beside it that it stands on, and the reports.
std::map<std::string, Watch::Stamp> Watch::stamps() const {
    std::vector<fs::path> folders{folder_};
    const auto bundle = JsonNode::parse(rulebook_->bundle(), "bundle");
    for (const auto& layer : bundle.at("layers").items())
        folders.push_back(fs::absolute(folder_).lexically_normal().parent_path() /
                          layer.at("id").string());
    if (!reports_.empty()) folders.emplace_back(reports_);
    std::map<std::string, Stamp> out;
    for (const auto& folder : folders) {
        std::error_code gone; // a file may be away for a moment while an editor saves it
        for (fs::recursive_directory_iterator at(folder, gone), end; !gone && at != end;
             at.increment(gone))
            if (at->path().extension() == ".json") {
                std::error_code unread;
                const Stamp stamp{fs::last_write_time(at->path(), unread),
                                  fs::file_size(at->path(), unread)};
                if (!unread) out[at->path().string()] = stamp;
            }
    }
    return out;
}

bool Watch::look() {
    auto now = stamps();
    if (now == seen_) return false;
    seen_ = std::move(now);
    page_.blank();
    try {
        auto next = Rulebook::load(folder_);
        say(*next);
        rulebook_ = std::move(next);
    } catch (const Error& error) {
        page_.text(0, error.text(page_.lang()));
        page_.text(0, Text{"Zo laden de regels niet. Ik vergelijk met de vorige zodra het klopt.",
                           "The rules do not load like this. Once they do, they are compared with "
                           "those before."});
    }
    return true;
}

void Watch::say(const Rulebook& next) {
    const auto before = Json::parse(rulebook_->bundle()), after = Json::parse(next.bundle());
    const auto found = compare(before, after);
    if (found.decisions.empty())
        page_.text(0, Text{"De beslissingen zijn dezelfde.", "The decisions are the same."});
    for (const auto& change : found.decisions) {
        print_change(page_, next, change);
        const auto rules = changed_rules(*rulebook_, next, change.decision, page_.lang());
        if (!rules.empty()) page_.text(0, Text{"Nu staat er:", "It now says:"});
        for (const auto& rule : rules) page_.item(2, "•", rule);
    }
    say_reports(next);
    say_findings(next);
}

/// Only what is new: the rest was said before.
void Watch::say_findings(const Rulebook& next) {
    auto findings = findings_for(next);
    page_.blank();
    for (const auto& finding : findings)
        if (finding.accepted.empty() && !has(findings_, finding))
            print_finding(page_, next, finding);
    const auto solved = std::count_if(findings_.begin(), findings_.end(), [&](const Finding& one) {
        return one.accepted.empty() && !has(findings, one);
    });
    if (solved > 0)
        page_.text(0, page_.say({"Opgelost: ", "Solved: "}) + std::to_string(solved) + ".");
    page_.text(0, page_.say(next.title()) + ": " + counted(findings, page_.lang()));
    findings_ = std::move(findings);
}

void Watch::say_reports(const Rulebook& next) {
    const auto all = reports();
    long touched = 0;
    page_.heading(Text{"Voorbeelden die anders uitvallen", "Examples that come out otherwise"});
    for (const auto& report : all) {
        const auto otherwise = ruled_otherwise(*rulebook_, next, *report.facts);
        if (otherwise.empty()) continue;
        ++touched;
        std::vector<std::string> said;
        for (const auto& one : otherwise)
            said.push_back(one.decision + page_.say({" was ", " was "}) + page_.say(one.before) +
                           page_.say({", wordt ", ", becomes "}) + page_.say(one.after));
        page_.item(0, "•", report.name + ": " + join(said, "; "));
    }
    page_.text(0, std::to_string(touched) + page_.say({" van ", " of "}) +
                      std::to_string(all.size()) + page_.say({" voorbeelden.", " examples."}));
}

/// As the rules before read them: what is new in the vocabulary changes no old example.
std::vector<Watch::Report> Watch::reports() const {
    std::vector<Report> out;
    const auto add = [&](const std::string& name, const JsonNode& node) {
        out.push_back({name, read_situation(*rulebook_, node).json()});
    };
    if (!reports_.empty())
        for (const auto& file : json_files(reports_)) add(file.stem(), JsonNode::read(file));
    for (const auto& file : rulebook_->tests())
        for (const Test& test : read_tests(file, *rulebook_)) {
            if (test.given)
                out.push_back({test.name, test.given->json()});
            else
                add(test.name, test.node);
        }
    return out;
}

int keep_watch(const Arguments& args, std::ostream& out) {
    using namespace std::chrono_literals;
    Watch watch(args[0], args.value("--reports"), out, args.lang());
    out << args.say({"Ik kijk mee. Ctrl-C stopt.\n", "Looking along. Ctrl-C ends it.\n"})
        << std::flush;
    std::signal(SIGINT, SIG_DFL); // Python, which may run this command, would wait for its end
    while (out.good()) {
        std::this_thread::sleep_for(300ms);
        if (watch.look()) out << std::flush;
    }
    return 0;
}

} // namespace meldroute::inline v0
