// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a decision can give. Where a table has several outputs, or gathers values of any type, its
// outcome is one of the tuples that its rows name: to rules they are codes like any other.

#include "rules/read.hpp"

#include <meldroute/base/id.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

constexpr std::size_t most_members = 64; // bits of a set

using Nodes = std::vector<JsonNode>;

/// What rows and `else` give, as written; of a table that gathers one by one.
Nodes given(const JsonNode& declaration, Take take) {
    Nodes out;
    const auto add = [&](const JsonNode& node) {
        if (gathers(take) && node.is_array())
            for (const auto& one : node.items()) out.push_back(one);
        else
            out.push_back(node);
    };
    if (const auto rows = declaration.find("rows"))
        for (const auto& row : rows->items())
            if (const auto then = row.find("then")) add(*then);
    if (const auto otherwise = declaration.find("else")) add(*otherwise);
    return out;
}

/// A text outcome is one of the texts that the rows name.
Type texts_of(const Nodes& nodes) {
    Type type;
    type.kind = Kind::choice;
    for (const auto& node : nodes)
        if (const auto text = node.string(); type.code(text) < 0)
            type.codes.push_back({text, {text, ""}});
    type.max = std::int64_t(type.codes.size()) - 1;
    return type;
}

Type type_of(const JsonNode& outcome, const Nodes& nodes, const CodeLists& lists) {
    if (outcome.string_or("type", "") == "text") return texts_of(nodes);
    if (outcome.string_or("type", "") == "list")
        outcome.at("type").fail(Fault::take_wrong_for_outcome, {"list"});
    return read_type(outcome, lists);
}

std::vector<Output> read_outputs(const JsonNode& outcome, const Nodes& nodes,
                                 const CodeLists& lists) {
    outcome.allow_only({"outputs"});
    std::vector<Output> out;
    for (const auto& node : outcome.at("outputs").items()) {
        Output one;
        one.id = node.at("id").id();
        Nodes own;
        for (const auto& tuple : nodes) own.push_back(tuple.at(one.id));
        one.type = type_of(node, own, lists);
        one.label = node.text_or_empty("label");
        out.push_back(std::move(one));
    }
    return out;
}

/// A scalar, or the bits of a set.
std::int64_t unit_of(const Decision& decision, const Type& type, const JsonNode& node) {
    const auto wrong = [&](const JsonNode& at) {
        const auto word = at.is_string() ? at.string() : "";
        at.fail(Fault::outcome_wrong, {decision.id, nearest(word, type.code_ids())});
    };
    if (!type.many()) {
        try {
            return type.read(node, false);
        } catch (const RulebookError&) {
            wrong(node);
        }
    }
    std::uint64_t bits = 0;
    for (const auto& one : node.is_array() ? node.items() : Nodes{node}) {
        const int member = one.is_string() ? type.code(one.string()) : -1;
        if (member < 0) wrong(one);
        bits |= std::uint64_t{1} << member;
    }
    return std::int64_t(bits);
}

std::vector<std::int64_t> tuple_of(const Decision& decision, const JsonNode& node) {
    std::vector<std::int64_t> out;
    std::vector<std::string> ids;
    for (const auto& output : decision.outputs) {
        out.push_back(
            unit_of(decision, output.type, output.id.empty() ? node : node.at(output.id)));
        ids.push_back(output.id);
    }
    if (!ids.front().empty())
        for (const auto& [id, value] : node.members())
            if (std::find(ids.begin(), ids.end(), id) == ids.end())
                value.fail(Fault::key_unknown, {id, nearest(id, ids)});
    return out;
}

/// The order of the outcomes is that of the codes, the first output first; what has no codes has no
/// order, and stays as the rows name it.
void rank(Decision& decision) {
    std::stable_sort(decision.tuples.begin(), decision.tuples.end(),
                     [&](const auto& a, const auto& b) {
                         for (std::size_t i = 0; i < a.size(); ++i)
                             if (decision.outputs[i].type.kind == Kind::choice && a[i] != b[i])
                                 return a[i] < b[i];
                         return false;
                     });
}

Json json_of(const Decision& decision, const std::vector<std::int64_t>& tuple) {
    Json out = Json::object();
    for (std::size_t i = 0; i < tuple.size(); ++i) {
        const Output& output = decision.outputs[i];
        if (output.id.empty()) return output.type.to_json(tuple[i]);
        out[output.id] = output.type.to_json(tuple[i]);
    }
    return out;
}

std::string words_of(const Decision& decision, const std::vector<std::int64_t>& tuple, Lang lang) {
    std::string out;
    for (std::size_t i = 0; i < tuple.size(); ++i) {
        const Output& output = decision.outputs[i];
        if (i > 0) out += ", ";
        if (!output.id.empty())
            out += (output.label.empty() ? output.id : output.label.in(lang)) + " ";
        out += output.type.words(tuple[i], lang);
    }
    return out;
}

void type_of_tuples(Decision& decision, const JsonNode& node, Take take) {
    const bool set = gathers(take);
    if (set && decision.tuples.size() > most_members) node.fail(Fault::outcomes_too_many);
    Type type;
    type.kind = set ? Kind::set : Kind::choice;
    for (const auto& tuple : decision.tuples) {
        const Json json = json_of(decision, tuple);
        type.codes.push_back(
            {json.is_string() ? json.get<std::string>() : json.dump(),
             {words_of(decision, tuple, Lang::nl), words_of(decision, tuple, Lang::en)}});
        decision.named.emplace_back(json);
    }
    type.max = set ? 0 : std::int64_t(type.codes.size()) - 1;
    decision.type = std::move(type);
}

} // namespace

Take take_of(const JsonNode& declaration) {
    if (!declaration.has("take")) return Take::first;
    static const std::vector<std::pair<std::string, Take>> words{
        {"first", Take::first},     {"only-one", Take::only_one}, {"all-agree", Take::all_agree},
        {"highest", Take::highest}, {"all", Take::all},           {"all-ranked", Take::all_ranked},
        {"sum", Take::sum},         {"min", Take::least},         {"max", Take::most},
        {"count", Take::count},
    };
    std::vector<std::string> known;
    for (const auto& [word, take] : words) known.push_back(word);
    const auto word = declaration.at("take").one_of(known);
    return std::find_if(words.begin(), words.end(),
                        [&](const auto& one) { return one.first == word; })
        ->second;
}

bool gathers(Take take) {
    return take == Take::all || take == Take::all_ranked;
}

void read_outcome(Decision& decision, const CodeLists& lists) {
    const JsonNode node = decision.node();
    const auto outcome = node.at("outcome");
    const Take take = take_of(node);
    const Nodes nodes = given(node, take);
    if (outcome.has("outputs")) {
        decision.outputs = read_outputs(outcome, nodes, lists);
    } else {
        Type type = type_of(outcome, nodes, lists);
        if (!gathers(take) || type.many()) {
            decision.type = std::move(type);
            return;
        }
        decision.outputs = {{"", std::move(type), {}}};
    }
    for (const auto& one : nodes) {
        auto tuple = tuple_of(decision, one);
        auto& all = decision.tuples;
        if (std::find(all.begin(), all.end(), tuple) == all.end()) all.push_back(std::move(tuple));
    }
    if (take == Take::highest || take == Take::all_ranked) rank(decision);
    type_of_tuples(decision, node, take);
}

std::int64_t outcome_of(const Decision& decision, const JsonNode& node) {
    if (decision.outputs.empty()) return unit_of(decision, decision.type, node);
    const bool set = decision.type.many();
    std::uint64_t bits = 0;
    for (const auto& one : set&& node.is_array() ? node.items() : Nodes{node}) {
        const auto at =
            std::find(decision.tuples.begin(), decision.tuples.end(), tuple_of(decision, one)) -
            decision.tuples.begin();
        if (!set) return at;
        bits |= std::uint64_t{1} << at;
    }
    return std::int64_t(bits);
}

namespace {

/// One row for each tuple: who has it, has this output of it.
Decision output_of(const Decision& whole, std::size_t index, std::size_t which) {
    const Output& output = whole.outputs[which];
    Decision out(whole.node().at("outcome").at("outputs").items()[which]);
    out.id = whole.id + "." + output.id;
    out.label = output.label;
    out.source = whole.source;
    out.generated = true;
    const bool set = whole.type.many();
    Table table;
    table.take = set ? Take::all : Take::first;
    out.type = output.type;
    if (set && !output.type.many()) {
        out.outputs = {{"", output.type, {}}};
        for (const auto& tuple : whole.tuples)
            if (std::find(out.tuples.begin(), out.tuples.end(), std::vector{tuple[which]}) ==
                out.tuples.end())
                out.tuples.push_back({tuple[which]});
        type_of_tuples(out, whole.node(), Take::all);
    }
    for (std::size_t i = 0; i < whole.tuples.size(); ++i) {
        Row row;
        row.id = "r" + std::to_string(i + 1);
        Cell cell{{true, index}};
        cell.test = set ? Cell::Test::member : Cell::Test::within;
        if (set)
            cell.member = int(i);
        else
            cell.within = {{std::int64_t(i), std::int64_t(i)}};
        row.cells.push_back(std::move(cell));
        row.then = whole.tuples[i][which];
        if (!out.tuples.empty()) {
            const auto at = std::find(out.tuples.begin(), out.tuples.end(), std::vector{row.then});
            row.then = std::int64_t(std::uint64_t{1} << (at - out.tuples.begin()));
        }
        table.rows.push_back(std::move(row));
    }
    out.table = std::move(table);
    return out;
}

} // namespace

std::vector<Decision> outputs_of(const Book& book, std::size_t index) {
    const Decision& whole = book.decisions[index];
    std::vector<Decision> out;
    for (std::size_t i = 0; i < whole.outputs.size(); ++i)
        if (!whole.outputs[i].id.empty()) out.push_back(output_of(whole, index, i));
    return out;
}

} // namespace meldroute::inline v0
