// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/accepted.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

bool names(const Finding& finding, const std::string& word) {
    const auto& about = finding.about;
    return word.empty() || std::find(about.begin(), about.end(), word) != about.end();
}

/// Whether it is there to be accepted; then it is.
bool accept_one(std::vector<Finding>& findings, const std::string& decision,
                const Acceptance& accepted) {
    bool any = false;
    for (auto& finding : findings) {
        if (finding.severity == Finding::Severity::error || finding.code != accepted.code ||
            finding.decision != decision || !names(finding, accepted.about))
            continue;
        finding.accepted = accepted.because;
        any = true;
    }
    return any;
}

} // namespace

std::vector<Acceptance> read_accepted(const JsonNode& decision) {
    std::vector<Acceptance> out;
    if (!decision.has("accepted")) return out;
    for (const auto& node : decision.at("accepted").items()) {
        node.allow_only({"finding", "about", "because"});
        out.push_back({node, node.at("finding").string(), node.string_or("about", ""),
                       node.at("because").text()});
    }
    return out;
}

std::vector<std::pair<std::string, Acceptance>> accept(std::vector<Finding>& findings,
                                                       const JsonNode& bundle) {
    std::vector<std::pair<std::string, Acceptance>> idle;
    if (!bundle.has("decisions")) return idle;
    for (const auto& decision : bundle.at("decisions").items()) {
        const auto id = decision.at("id").string();
        for (auto& accepted : read_accepted(decision))
            if (!accept_one(findings, id, accepted)) idle.emplace_back(id, std::move(accepted));
    }
    return idle;
}

} // namespace meldroute::inline v0
