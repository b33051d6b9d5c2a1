// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A book and what is told, in plain meaning: its atoms, and each decision as a function of them.

#pragma once

#include "rules/plain.hpp"

#include <optional>
#include <set>

namespace meldroute::inline v0::plain {

class Plain {
public:
    Plain(const Json& book, const Json& told) : told_(told) {
        for (const auto& node : book["facts"]) add_fact(node);
        for (const auto& node : book["decisions"]) nodes_[node["id"].get<Text>()] = node;
    }

    const std::vector<Atom>& atoms() const { return atoms_; }
    const Body& decision(const Text& id);

private:
    struct Fact {
        Type type;
        std::size_t atom = 0; ///< the first of its own
        bool known = false;
        std::vector<Text> fields; ///< of a list
        std::vector<Type> types;
    };
    struct Scope {
        Text list;
        std::size_t record = 0;
    };
    /// A scalar atom, or a decision.
    struct Read {
        Type type;
        std::size_t atom = 0;
        const Body* body = nullptr;
        Give give;
    };

    void add_fact(const Json& node);
    void add_members(const Text& id, const Type& type, const Json& told);
    void add_list(const Text& id, Fact& fact, const Json& node);
    void add_scalar(const Text& fact, const Text& item, const Type& type, const Json& node,
                    const Json& told);
    Read read(const Text& id, Looks& looks);
    Truth cell(const Text& id, const Json& cell, Looks& looks);
    Truth within(const Read& input, const Accepts& accepts, Looks& looks);
    Truth member(const Text& id, const Text& item, bool in, Looks& looks);
    Body table(const Json& node);
    Body output(const Text& id, const Text& name);
    Give formula(const Json& node, Looks& looks, Text& kind);
    Give arithmetic(const Text& op, const Json& parts, Looks& looks);
    Give comparison(const Text& op, const Json& parts, Looks& looks, Text& kind);
    Give over_list(const Text& op, const Json& parts, Looks& looks);
    Give counted(const Text& id, Looks& looks);
    Truth known(const Text& id, bool wanted) const {
        const bool is = facts_.at(id).known;
        return [same = is == wanted](const World&) { return same; };
    }
    static void join(Looks& looks, const Looks& more) {
        for (const auto& [atom, look] : more) {
            auto& all = looks[atom];
            all.whole |= look.whole;
            all.cells.insert(all.cells.end(), look.cells.begin(), look.cells.end());
        }
    }

    Json told_;
    std::map<Text, Json> nodes_;
    std::map<Text, Fact> facts_;
    std::vector<Atom> atoms_;
    std::map<Text, Body> bodies_;
    std::optional<Scope> scope_;
};

inline void Plain::add_scalar(const Text& fact, const Text& item, const Type& type,
                              const Json& node, const Json& told) {
    Atom atom{fact, item, {}, false, 0};
    if (type.numeric()) {
        std::int64_t step = whole_one;
        for (int i = 0; i < type.decimals; ++i) step /= 10;
        const auto low = node.contains("min") ? parts_of(node["min"]) : 0;
        for (auto v = low; v <= parts_of(node["max"]); v += step) atom.values.push_back(v);
    } else if (type.kind == "boolean") {
        atom.values = {0, 1};
    } else if (type.kind == "date" || type.kind == "moment") {
        atom.values = {1, 2, 3, 4}; // a cell tells no others apart
    } else {
        for (std::size_t i = 0; i < type.codes.size(); ++i) atom.values.push_back(std::int64_t(i));
    }
    atom.told = !told.is_null();
    if (atom.told) atom.value = constant(type, told);
    atoms_.push_back(std::move(atom));
}

inline void Plain::add_members(const Text& id, const Type& type, const Json& told) {
    for (const auto& item : type.codes) {
        Atom atom{id, item, {0, 1}, false, 0};
        for (const auto* word : {"seen", "not-seen"})
            if (told.is_object())
                for (const auto& one : told[word])
                    if (one == item) atom.told = true, atom.value = word == Text("seen");
        atoms_.push_back(std::move(atom));
    }
}

inline void Plain::add_list(const Text& id, Fact& fact, const Json& node) {
    const Json told = told_.value(id, Json());
    const Json length = told.is_null() ? Json() : Json(told.size());
    add_scalar(id, "", fact.type, node, length);
    for (const auto& field : node["fields"]) {
        fact.fields.push_back(field["id"].get<Text>());
        fact.types.push_back(type_of(field));
    }
    for (std::size_t record = 0; record < node["max"].get<std::size_t>(); ++record)
        for (std::size_t i = 0; i < fact.fields.size(); ++i) {
            const bool there = told.is_array() && record < told.size();
            const Json value = there ? told[record].value(fact.fields[i], Json()) : Json();
            add_scalar(id, std::to_string(record) + "." + fact.fields[i], fact.types[i],
                       node["fields"][i], value);
            if (told.is_array() && !there) atoms_.back().told = true; // there is no such record
        }
}

inline void Plain::add_fact(const Json& node) {
    const auto id = node["id"].get<Text>();
    Fact& fact = facts_[id];
    fact.type = type_of(node);
    fact.atom = atoms_.size();
    Json told = told_.value(id, Json());
    if (told.is_object() && told.contains("unknown")) told = Json();
    if (fact.type.kind == "list")
        add_list(id, fact, node);
    else if (fact.type.many())
        add_members(id, fact.type, told);
    else
        add_scalar(id, "", fact.type, node, told);
    fact.known = fact.type.many() ? std::all_of(atoms_.begin() + std::ptrdiff_t(fact.atom),
                                                atoms_.end(), [](auto& a) { return a.told; })
                                  : !told.is_null();
}

inline Plain::Read Plain::read(const Text& id, Looks& looks) {
    Read out;
    if (scope_) {
        const Fact& list = facts_.at(scope_->list);
        const auto field = std::size_t(index_of(list.fields, id));
        if (field < list.fields.size()) {
            out.type = list.types[field];
            out.atom = list.atom + 1 + scope_->record * list.fields.size() + field;
        }
    }
    if (out.type.kind.empty()) {
        if (const auto fact = facts_.find(id); fact != facts_.end()) {
            out.type = fact->second.type;
            out.atom = fact->second.atom;
        } else {
            out.body = &decision(id);
            out.type = out.body->type;
            out.give = out.body->give;
            join(looks, out.body->looks);
            return out;
        }
    }
    out.give = [atom = out.atom](const World& w) { return Value{Value::State::some, w[atom]}; };
    return out;
}

/// A cell on a decision without outcome does not hold.
inline Truth Plain::within(const Read& input, const Accepts& test, Looks& looks) {
    if (input.body == nullptr) looks[input.atom].cells.push_back(test);
    return [give = input.give, test](const World& w) {
        const Value value = give(w);
        return value.is() && test(value.of);
    };
}

inline Truth Plain::member(const Text& id, const Text& item, bool in, Looks& looks) {
    const Read set = read(id, looks);
    const auto bit = index_of(set.type.codes, item);
    if (set.body != nullptr)
        return [give = set.give, bit, in](const World& w) {
            const Value value = give(w);
            return value.is() && ((value.of >> bit & 1) != 0) == in;
        };
    const auto atom = set.atom + std::size_t(bit);
    looks[atom].cells.push_back([](std::int64_t v) { return v == 1; });
    return [atom, in](const World& w) { return (w[atom] == 1) == in; };
}

inline Truth Plain::cell(const Text& id, const Json& cell, Looks& looks) {
    if (cell == "unknown") return known(id, false);
    const Read input = read(id, looks);
    if (!input.type.many()) return within(input, accepts(input.type, cell), looks);
    const auto text = cell.get<Text>();
    return member(id, text.substr(text.rfind(' ') + 1), !text.starts_with("not"), looks);
}

inline const Body& Plain::decision(const Text& id) {
    if (const auto found = bodies_.find(id); found != bodies_.end()) return found->second;
    const auto outer = scope_;
    scope_.reset();
    Body body;
    if (const auto dot = id.find('.'); dot != Text::npos) {
        body = output(id.substr(0, dot), id.substr(dot + 1));
    } else if (const Json& node = nodes_.at(id); node.contains("rows")) {
        body = table(node);
    } else {
        body.type = type_of(node["outcome"]);
        body.computed = body.type.numeric();
        Text kind;
        const Give give = formula(node["value"], body.looks, kind);
        body.give = [give, type = body.type](const World& w) {
            Value out = give(w);
            if (out.is() && type.numeric()) out.of = rounded(out.of, type.decimals);
            return out;
        };
    }
    scope_ = outer;
    return bodies_[id] = std::move(body);
}

} // namespace meldroute::inline v0::plain
