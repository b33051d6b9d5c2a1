// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/check_grounds.hpp"

#include "rulebook/check_decisions.hpp"
#include "rulebook/reading.hpp"

#include <meldroute/base/json.hpp>

#include <map>

namespace meldroute::inline v0 {
namespace {

class GroundChecker {
public:
    GroundChecker(const Rulebook& book, const JsonNode& bundle) : book_(book), bundle_(bundle) {
        for (const auto& node : list("partners")) partners_.emplace(node.at("id").string(), node);
    }

    std::vector<Finding> findings() {
        for (const auto& route : book_.routes())
            for (const auto& step : route.steps) {
                for (const auto& decides : step.decides) {
                    note(decides.fact);
                    note(decides.advice);
                }
                for (const auto& share : step.shares) note(share.with);
            }
        std::vector<Finding> found;
        for (const auto& [partner, by] : named_) {
            if (is_settled(partner)) continue;
            std::string ids;
            for (const auto& id : by.ids) ids += (ids.empty() ? "" : ", ") + id;
            const auto declared = partners_.find(partner);
            const auto& at = declared == partners_.end() ? by.at : declared->second;
            found.push_back(finding(Finding::Severity::warning, Fault::found_partner_without_ground,
                                    book_.place(at.pointer()), {partner, ids}));
        }
        return found;
    }

private:
    struct Named {
        JsonNode at;
        Ids ids;
    };

    std::vector<JsonNode> list(std::string_view key) const {
        return bundle_.has(key) ? bundle_.at(key).items() : std::vector<JsonNode>{};
    }

    /// What a fact or decision may name as a receiver.
    void note(const std::string& id) {
        for (const auto& fact : list("facts"))
            if (fact.at("id").string() == id) note_values(id, fact);
        for (const auto& decision : list("decisions"))
            if (decision.at("id").string() == id) note_values(id, decision.at("outcome"));
    }

    void note_values(const std::string& id, const JsonNode& type) {
        if (!type.has("values")) return;
        const auto values = type.at("values");
        if (values.is_string()) {
            if (values.string() != "codes/partners") return;
            for (const auto& codes : list("codes"))
                if (codes.at("id").string() == "partners")
                    for (const auto& code : codes.at("values").items()) note_code(id, code);
        } else {
            for (const auto& code : values.items())
                if (partners_.contains(id_of(code))) note_code(id, code);
        }
    }

    static std::string id_of(const JsonNode& code) {
        return code.is_string() ? code.string() : code.at("id").string();
    }

    void note_code(const std::string& id, const JsonNode& code) {
        named_.try_emplace(id_of(code), Named{code, {}}).first->second.ids.insert(id);
    }

    bool is_settled(const std::string& id) const {
        for (const auto& partner : book_.partners())
            if (partner.id == id) return partner.settled();
        return false;
    }

    const Rulebook& book_;
    const JsonNode& bundle_;
    std::map<std::string, JsonNode, std::less<>> partners_;
    std::map<std::string, Named> named_;
};

} // namespace

std::vector<Finding> check_grounds(const Rulebook& rulebook, const JsonNode& bundle) {
    return GroundChecker(rulebook, bundle).findings();
}

} // namespace meldroute::inline v0
