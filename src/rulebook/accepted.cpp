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

/// A finding says of which decision it is; of another part it only names it.
bool is_about(const Finding& finding, const std::string& owner) {
    return finding.decision.empty() ? !owner.empty() && names(finding, owner)
                                    : finding.decision == owner;
}

/// Whether it is there to be accepted; then it is.
bool accept_one(std::vector<Finding>& findings, const std::string& owner,
                const Acceptance& accepted) {
    bool any = false;
    for (auto& finding : findings) {
        if (finding.severity == Finding::Severity::error || finding.code != accepted.code ||
            !is_about(finding, owner) || !names(finding, accepted.about))
            continue;
        finding.accepted = accepted.because;
        any = true;
    }
    return any;
}

} // namespace

std::vector<Acceptance> read_accepted(const JsonNode& owner) {
    std::vector<Acceptance> out;
    if (!owner.has("accepted")) return out;
    for (const auto& node : owner.at("accepted").items()) {
        node.allow_only({"finding", "about", "because"});
        out.push_back({node, node.at("finding").string(), node.string_or("about", ""),
                       node.at("because").text()});
    }
    return out;
}

std::vector<std::pair<std::string, Acceptance>> accept(std::vector<Finding>& findings,
                                                       const JsonNode& bundle) {
    std::vector<std::pair<std::string, Acceptance>> idle;
    const auto accept_beside = [&](const JsonNode& owner, const std::string& id) {
        for (auto& accepted : read_accepted(owner))
            if (!accept_one(findings, id, accepted)) idle.emplace_back(id, std::move(accepted));
    };
    for (const auto* kind : {"decisions", "partners"})
        if (bundle.has(kind))
            for (const auto& owner : bundle.at(kind).items())
                accept_beside(owner, owner.at("id").string());
    if (bundle.has("routes"))
        for (const auto& route : bundle.at("routes").items())
            for (const auto& [id, step] : route.at("steps").members())
                accept_beside(step, route.at("route").string() + "." + id);
    return idle;
}

} // namespace meldroute::inline v0
