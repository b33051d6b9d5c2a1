// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A declaration: its head first, because cells of others need its type; then its table or formula.

#include "rules/compiled.hpp"
#include "rules/read.hpp"

#include <meldroute/base/id.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace meldroute::inline v0 {
namespace {

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

bool fits(Take take, const Type& type) {
    switch (take) {
    case Take::sum:
    case Take::least:
    case Take::most: return type.numeric();
    case Take::count: return type.kind == Kind::integer;
    case Take::highest: return type.kind == Kind::choice;
    case Take::all:
    case Take::all_ranked: return type.many();
    case Take::first:
    case Take::only_one:
    case Take::all_agree: return true;
    }
    return true;
}

/// A text outcome is one of the texts that the rows name.
Type texts_of(const JsonNode& declaration) {
    Type type;
    type.kind = Kind::choice;
    std::vector<JsonNode> named;
    if (declaration.has("rows"))
        for (const auto& row : declaration.at("rows").items()) named.push_back(row.at("then"));
    if (declaration.has("else")) named.push_back(declaration.at("else"));
    for (const auto& node : named)
        if (const auto text = node.string(); type.code(text) < 0)
            type.codes.push_back({text, {text, ""}});
    type.max = std::int64_t(type.codes.size()) - 1;
    return type;
}

Type outcome_type(const JsonNode& declaration, const CodeLists& lists) {
    const auto outcome = declaration.at("outcome");
    if (outcome.string_or("type", "") == "text") return texts_of(declaration);
    return read_type(outcome, lists);
}

std::int64_t outcome_of(const Decision& decision, const JsonNode& node) {
    const Type& type = decision.type;
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
    for (const auto& one : node.is_array() ? node.items() : std::vector<JsonNode>{node}) {
        const int member = one.is_string() ? type.code(one.string()) : -1;
        if (member < 0) wrong(one);
        bits |= std::uint64_t{1} << member;
    }
    return std::int64_t(bits);
}

void collect(const Formula& formula, std::vector<Input>& inputs) {
    const bool reads = formula.op == Formula::Op::input || formula.op == Formula::Op::cell ||
                       formula.op == Formula::Op::count;
    if (reads) inputs.push_back(formula.cell.input);
    for (const auto& part : formula.parts) collect(part, inputs);
}

void read_head(Book& book, const JsonNode& node, const CodeLists& lists) {
    node.allow_only({"id", "label", "take", "outcome", "rows", "else", "value", "source", "open",
                     "fills", "slots"});
    Decision decision(node);
    decision.id = node.at("id").id();
    if (const auto found = book.index.find(decision.id); found != book.index.end()) {
        const auto first = book.decisions[found->second].node.place();
        node.at("id").fail(Fault::decision_declared_twice,
                           {decision.id, first.file + ":" + std::to_string(first.line)});
    }
    if (book.vocabulary->find(decision.id))
        node.at("id").fail(Fault::decision_declared_twice, {decision.id, ""});
    decision.label = node.text_or_empty("label");
    decision.source = read_sources(node);
    decision.type = outcome_type(node, lists);
    book.index.emplace(decision.id, book.decisions.size());
    book.decisions.push_back(std::move(decision));
}

void read_body(Reader& reader, Decision& decision) {
    const JsonNode& node = decision.node;
    const bool rows = node.has("rows"), value = node.has("value");
    if (rows && value) node.fail(Fault::decision_two_bodies, {decision.id});
    decision.open = !rows && !value;
    if (decision.open && !(node.has("open") && node.at("open").boolean()))
        node.fail(Fault::decision_without_body, {decision.id});
    if (rows) decision.table = reader.table(decision);
    if (value) decision.formula = reader.formula(node.at("value"), decision.type);
    decision.inputs = inputs_of(decision);
}

} // namespace

Input Reader::input(std::string_view id, const JsonNode& at) const {
    if (const auto slot = book_.vocabulary->find(id)) return {false, *slot};
    if (const auto found = book_.index.find(id); found != book_.index.end())
        return {true, found->second};
    auto known = book_.vocabulary->ids();
    for (const auto& [other, index] : book_.index) known.push_back(other);
    at.fail(Fault::input_unknown, {std::string(id), nearest(id, known)});
}

Table Reader::table(const Decision& decision) {
    const JsonNode& node = decision.node;
    Table table;
    table.take = take_of(node);
    if (!fits(table.take, decision.type))
        node.at("take").fail(Fault::take_wrong_for_outcome, {node.at("take").string()});
    std::set<std::string> ids;
    for (const auto& row_node : node.at("rows").items()) {
        row_node.allow_only({"id", "when", "then", "because", "see", "source"});
        Row row;
        row.id = row_node.at("id").id();
        if (!ids.insert(row.id).second) row_node.at("id").fail(Fault::row_declared_twice, {row.id});
        if (row_node.has("when"))
            for (const auto& [id, cell_node] : row_node.at("when").members())
                row.cells.push_back(cell(input(id, cell_node), cell_node));
        if (table.take != Take::count) row.then = outcome_of(decision, row_node.at("then"));
        row.because = row_node.text_or_empty("because");
        row.source = read_sources(row_node);
        if (row_node.has("see"))
            for (const auto& see : row_node.at("see").items()) row.see.push_back(see.string());
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty() && !node.has("slots")) node.at("rows").fail(Fault::table_without_rows);
    if (node.has("else")) table.otherwise = outcome_of(decision, node.at("else"));
    return table;
}

std::vector<Input> inputs_of(const Decision& decision) {
    std::vector<Input> all, out;
    if (decision.table)
        for (const auto& row : decision.table->rows)
            for (const auto& cell : row.cells) all.push_back(cell.input);
    if (decision.formula) collect(*decision.formula, all);
    for (const auto& input : all)
        if (std::find(out.begin(), out.end(), input) == out.end()) out.push_back(input);
    return out;
}

Decisions Decisions::read(const Vocabulary& vocabulary, const std::vector<JsonNode>& declarations,
                          const CodeLists& lists) {
    auto book = std::make_unique<Book>();
    book->vocabulary = &vocabulary;
    book->texts.resize(vocabulary.size());
    for (const auto& node : declarations) read_head(*book, node, lists);
    Reader reader(*book);
    for (auto& decision : book->decisions) read_body(reader, decision);
    connect(*book);
    book->compiled = compile(*book);
    return Decisions(std::move(book));
}

} // namespace meldroute::inline v0
