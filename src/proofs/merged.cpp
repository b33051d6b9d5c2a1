// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "proofs/merged.hpp"

#include <meldroute/base/decimal.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace meldroute::inline v0 {
namespace {

using Names = std::map<std::string, std::string>;
using Ids = std::set<std::string>;
using ById = std::map<std::string, Json>;

Json part(const Json& bundle, const char* key) {
    return bundle.contains(key) ? bundle.at(key) : Json::array();
}

/// A list by name becomes the list itself: the two may mean other lists by one name.
void write_out_codes(Json& owner, const Json& bundle) {
    for (const auto* key : {"values", "items"}) {
        if (!owner.contains(key) || !owner[key].is_string()) continue;
        for (const auto& list : part(bundle, "codes"))
            if ("codes/" + list.at("id").get<std::string>() == owner[key]) {
                owner[key] = list.at("values");
                break;
            }
    }
    if (owner.contains("fields"))
        for (Json& field : owner["fields"]) write_out_codes(field, bundle);
}

ById decisions_of(const Json& bundle) {
    ById out;
    for (auto decision : part(bundle, "decisions")) {
        if (decision.contains("outcome")) write_out_codes(decision["outcome"], bundle);
        out.emplace(decision.at("id").get<std::string>(), std::move(decision));
    }
    return out;
}

ById facts_of(const Json& bundle) {
    ById out;
    for (auto fact : part(bundle, "facts")) {
        write_out_codes(fact, bundle);
        out.emplace(fact.at("id").get<std::string>(), std::move(fact));
    }
    return out;
}

/// Every name that a body may read by.
void add_names(Ids& names, const Json& value) {
    if (value.is_string()) names.insert(value.get<std::string>());
    if (value.is_object())
        for (const auto& [key, one] : value.items()) names.insert(key);
    if (value.is_structured())
        for (const auto& one : value) add_names(names, one);
}

Ids names_in(const Json& declaration) {
    Ids out;
    for (const auto* key : {"rows", "value"})
        if (declaration.contains(key)) add_names(out, declaration.at(key));
    return out;
}

/// The body with other names for what it reads.
Json renamed(const Json& value, const Names& names) {
    if (value.is_string()) {
        const auto found = names.find(value.get<std::string>());
        return found == names.end() ? value : Json(found->second);
    }
    Json out = value;
    if (value.is_array())
        for (auto& one : out) one = renamed(one, names);
    if (value.is_object()) {
        out = Json::object();
        for (const auto& [key, one] : value.items()) {
            const auto found = names.find(key);
            out[found == names.end() ? key : found->second] = renamed(one, names);
        }
    }
    return out;
}

Json code_id(const Json& code) {
    return code.is_object() ? code.at("id") : code;
}

/// What either of the two may hold.
Json joined(Json fact, const Json& other) {
    for (const auto* key : {"values", "items"}) {
        if (!fact.contains(key) || !other.contains(key)) continue;
        for (const auto& code : other[key]) {
            const auto same = [&](const Json& one) { return code_id(one) == code_id(code); };
            if (std::none_of(fact[key].begin(), fact[key].end(), same)) fact[key].push_back(code);
        }
    }
    for (const auto* key : {"min", "max"}) {
        if (!fact.contains(key) || !other.contains(key)) {
            fact.erase(key);
            continue;
        }
        const auto number = [&](const Json& of) {
            return Decimal::parse(of[key].is_string() ? of[key].get<std::string>()
                                                      : of[key].dump());
        };
        const bool wider =
            std::string(key) == "min" ? number(other) < number(fact) : number(other) > number(fact);
        if (wider) fact[key] = other[key];
    }
    return fact;
}

bool same_kind(const Json& a, const Json& b) {
    const auto of = [](const Json& fact, const char* key) {
        return fact.contains(key) ? fact.at(key) : Json();
    };
    return of(a, "type") == of(b, "type") && of(a, "decimals") == of(b, "decimals");
}

std::string first_code(const Json& outcome) {
    const auto& codes = outcome.contains("values") ? outcome.at("values") : outcome.at("items");
    return code_id(codes.at(0)).get<std::string>();
}

/// Some cell on this decision: which one does not matter, only that it is read. Null for an
/// outcome that no cell of one value can read.
Json some_cell(const Json& declaration) {
    const auto& outcome = declaration.at("outcome");
    const auto type = outcome.value("type", "");
    if (type == "boolean") return true;
    if (type == "enum") return first_code(outcome);
    if (type == "set") return "has " + first_code(outcome);
    if (type == "checklist") return "seen " + first_code(outcome);
    if (type == "integer" || type == "number") return outcome.value("min", Json(0));
    if (declaration.contains("rows")) return declaration["rows"][0].value("then", Json());
    return {};
}

class Merger {
public:
    Merger(const Json& before, const Json& after)
        : old_facts_(facts_of(before)), new_facts_(facts_of(after)), old_(decisions_of(before)),
          new_(decisions_of(after)), merged_(new Merged) {}

    std::unique_ptr<Merged> merged() {
        take_facts();
        find_changed();
        take_decisions();
        note_facts();
        return std::move(merged_);
    }

private:
    void declare(const Json& fact) { merged_->vocabulary.declare(JsonNode::wrap(fact, ""), {}); }

    void take_facts() {
        for (const auto& [id, fact] : new_facts_) {
            const auto old = old_facts_.find(id);
            if (old == old_facts_.end() || !same_kind(fact, old->second))
                declare(fact);
            else
                declare(joined(fact, old->second));
        }
        for (auto [id, fact] : old_facts_) {
            const auto now = new_facts_.find(id);
            if (now != new_facts_.end() && same_kind(fact, now->second)) continue;
            if (now != new_facts_.end()) fact["id"] = names_[id] = "oud." + id;
            declare(fact);
        }
    }

    bool differs(const std::string& id) const {
        const auto old = old_.find(id), now = new_.find(id);
        if (old == old_.end() || now == new_.end()) return true;
        for (const auto* key : {"rows", "value", "else", "take", "outcome", "open"})
            if (old->second.value(key, Json()) != now->second.value(key, Json())) return true;
        const auto reads = names_in(now->second);
        return std::any_of(reads.begin(), reads.end(), [&](const std::string& name) {
            return changed_.contains(name) || names_.contains(name);
        });
    }

    void find_changed() {
        for (std::size_t before = changed_.size() + 1; before != changed_.size();) {
            before = changed_.size();
            for (const auto* all : {&new_, &old_})
                for (const auto& [id, declaration] : *all)
                    if (!changed_.contains(id) && differs(id)) changed_.insert(id);
        }
        for (const auto& id : changed_)
            if (old_.contains(id) && new_.contains(id)) names_[id] = "oud." + id;
    }

    void take_decisions() {
        std::vector<JsonNode> nodes;
        for (const auto& [id, declaration] : new_) nodes.push_back(JsonNode::wrap(declaration, ""));
        for (const auto& [id, declaration] : old_) {
            if (!changed_.contains(id)) continue;
            auto old = declaration;
            for (const auto* key : {"rows", "value"})
                if (old.contains(key)) old[key] = body(old[key]);
            if (names_.contains(id)) old["id"] = names_[id];
            nodes.push_back(JsonNode::wrap(std::move(old), ""));
        }
        for (const auto& id : changed_)
            if (names_.contains(id)) add_both(nodes, id);
        merged_->decisions = Decisions::read(merged_->vocabulary, nodes, {});
        const auto& index = merged_->book().index;
        for (const auto& id : changed_) {
            Merged::Pair pair{id, {}, {}, {}};
            if (new_.contains(id)) pair.after = index.find(id)->second;
            if (old_.contains(id))
                pair.before = index.find(names_.contains(id) ? names_[id] : id)->second;
            if (const auto both = index.find("beide." + id); both != index.end())
                pair.both = both->second;
            merged_->pairs.push_back(std::move(pair));
        }
    }

    /// A decision that reads the old and the new: below it lies all that the two stand on.
    void add_both(std::vector<JsonNode>& nodes, const std::string& id) {
        const auto before = some_cell(old_.at(id)), after = some_cell(new_.at(id));
        if (before.is_null() || after.is_null() ||
            !same_kind(old_.at(id).at("outcome"), new_.at(id).at("outcome")))
            return;
        nodes.push_back(JsonNode::wrap(
            {{"id", "beide." + id},
             {"outcome", {{"type", "boolean"}}},
             {"rows",
              {{{"id", "r"}, {"when", {{names_.at(id), before}, {id, after}}}, {"then", true}}}},
             {"else", false}},
            ""));
    }

    /// Of rows only the names of columns are names.
    Json body(const Json& value) const {
        if (!value.is_array()) return renamed(value, names_);
        Json out = value;
        for (auto& row : out)
            if (row.contains("when")) {
                auto when = Json::object();
                for (const auto& [id, cell] : row["when"].items()) {
                    const auto found = names_.find(id);
                    when[found == names_.end() ? id : found->second] = cell;
                }
                row["when"] = std::move(when);
            }
        return out;
    }

    void note_facts() {
        Ids read;
        for (const auto& id : changed_)
            for (const auto* all : {&new_, &old_})
                if (all->contains(id)) read.merge(names_in(all->at(id)));
        const auto only = [&](const ById& facts, const ById& other, auto& out) {
            for (const auto& [id, fact] : facts)
                if (read.contains(id) && (!other.contains(id) || names_.contains(id)))
                    out.push_back(id);
        };
        only(old_facts_, new_facts_, merged_->only_before);
        only(new_facts_, old_facts_, merged_->only_after);
    }

    ById old_facts_, new_facts_, old_, new_;
    Ids changed_;
    Names names_; ///< of the old where the new has another meaning for the same
    std::unique_ptr<Merged> merged_;
};

} // namespace

std::unique_ptr<Merged> merge(const Json& before, const Json& after) {
    return Merger(before, after).merged();
}

} // namespace meldroute::inline v0
