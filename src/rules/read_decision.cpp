// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A declaration: its head first, because cells of others need its type; then its table or formula.

#include "rules/compiled.hpp"
#include "rules/read.hpp"

#include <meldroute/base/id.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <unordered_set>

namespace meldroute::inline v0 {
namespace {

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

/// Notes each once.
void collect(const Input& input, std::vector<Input>& inputs) {
    if (std::find(inputs.begin(), inputs.end(), input) == inputs.end()) inputs.push_back(input);
}

void collect(const Formula& formula, std::vector<Input>& inputs) {
    const bool reads = formula.op == Formula::Op::input || formula.op == Formula::Op::cell ||
                       formula.op == Formula::Op::count;
    if (reads) collect(formula.cell.input, inputs);
    for (const auto& part : formula.parts) collect(part, inputs);
}

/// Throws M1203 when the id is taken.
void add(Book& book, Decision decision) {
    const auto twice = [&](const std::string& where) {
        const auto& at = decision.generated ? decision.node() : decision.node().at("id");
        at.fail(Fault::decision_declared_twice, {decision.id, where});
    };
    if (const auto found = book.index.find(decision.id); found != book.index.end()) {
        const auto first = book.decisions[found->second].node().place();
        twice(first.file + ":" + std::to_string(first.line));
    }
    if (book.vocabulary->find(decision.id)) twice("");
    book.index.emplace(decision.id, book.decisions.size());
    book.decisions.push_back(std::move(decision));
}

void read_head(Book& book, const JsonNode& node, const CodeLists& lists) {
    node.allow_only({"id", "label", "take", "outcome", "rows", "else", "value", "source", "open",
                     "fills", "slots", "accepted"});
    Decision decision(node);
    decision.id = node.at("id").id();
    decision.label = node.text_or_empty("label");
    decision.source = read_sources(node);
    read_outcome(decision, lists);
    add(book, std::move(decision));
    for (auto& output : outputs_of(book, book.decisions.size() - 1)) add(book, std::move(output));
}

std::shared_ptr<const RowWords> words_of(const JsonNode& row) {
    if (!row.has("because") && !row.has("source") && !row.has("see")) return nullptr;
    RowWords out{row.text_or_empty("because"), {}, read_sources(row)};
    if (row.has("see"))
        for (const auto& see : row.at("see").items()) out.see.push_back(see.string());
    return std::make_shared<const RowWords>(std::move(out));
}

void read_body(Reader& reader, Decision& decision) {
    const JsonNode node = decision.node();
    if (decision.generated) {
        decision.inputs = inputs_of(decision);
        return;
    }
    const bool rows = node.has("rows"), value = node.has("value");
    if (rows && value) node.fail(Fault::decision_two_bodies, {decision.id});
    decision.open = !rows && !value;
    if (decision.open && !(node.has("open") && node.at("open").boolean()))
        node.fail(Fault::decision_without_body, {decision.id});
    if (rows) decision.table = reader.table(decision);
    if (value) decision.formula = reader.formula(node.at("value"), decision.type);
    decision.inputs = inputs_of(decision);
}

/// Where texts are tested, what a cell on them allows is known only when all tests are: then all
/// is read once more.
void read_bodies(Book& book) {
    Reader reader(book);
    for (auto& decision : book.decisions) read_body(reader, decision);
    const auto tested = [](const TextClasses& texts) { return !texts.tests.empty(); };
    if (std::none_of(book.texts.begin(), book.texts.end(), tested)) return;
    for (auto& texts : book.texts) texts.settle();
    for (auto& decision : book.decisions) read_body(reader, decision);
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

/// A row that is valid on some days is a row with a cell on the moment of the event.
Cell Reader::dated(const JsonNode& valid) {
    valid.allow_only({"from", "until"});
    const auto slot = book_.vocabulary->find(moment_of_event);
    if (!slot) valid.fail(Fault::row_dated_without_moment);
    Cell cell{{false, *slot}};
    auto [low, high] = book_.domain(cell.input);
    if (valid.has("from")) low = comparison(cell.input, ">=", valid.at("from")).within.front().low;
    if (valid.has("until"))
        high = comparison(cell.input, "<=", valid.at("until")).within.front().high;
    if (low > high) valid.fail(Fault::cell_unreadable, {"moment"});
    cell.within = {{low, high}};
    return cell;
}

Table Reader::table(const Decision& decision) {
    const JsonNode node = decision.node();
    Table table;
    table.take = take_of(node);
    if (!fits(table.take, decision.type))
        node.at("take").fail(Fault::take_wrong_for_outcome, {node.at("take").string()});
    const auto rows = node.at("rows").items();
    table.rows.reserve(rows.size());
    std::unordered_set<std::string_view> ids;
    for (const auto& row_node : rows) {
        row_node.allow_only({"id", "when", "then", "because", "see", "source", "valid"});
        Row& row = table.rows.emplace_back();
        row.id = row_node.at("id").id();
        if (!ids.insert(row.id).second) row_node.at("id").fail(Fault::row_declared_twice, {row.id});
        const auto when = row_node.find("when"), valid = row_node.find("valid");
        const auto cells = when ? when->members() : decltype(when->members()){};
        row.cells.reserve(cells.size() + (valid ? 1 : 0));
        for (const auto& [id, cell_node] : cells)
            row.cells.push_back(cell(input(id, cell_node), cell_node));
        if (valid) row.cells.push_back(dated(*valid));
        if (table.take != Take::count) row.then = outcome_of(decision, row_node.at("then"));
        row.words = words_of(row_node);
    }
    if (table.rows.empty() && !node.has("slots")) node.at("rows").fail(Fault::table_without_rows);
    if (node.has("else")) table.otherwise = outcome_of(decision, node.at("else"));
    return table;
}

std::vector<Input> inputs_of(const Decision& decision) {
    std::vector<Input> out;
    if (decision.table)
        for (const auto& row : decision.table->rows)
            for (const auto& cell : row.cells) collect(cell.input, out);
    if (decision.formula) collect(*decision.formula, out);
    return out;
}

Decisions Decisions::read(const Vocabulary& vocabulary, const std::vector<JsonNode>& declarations,
                          const CodeLists& lists) {
    auto book = std::make_unique<Book>();
    book->vocabulary = &vocabulary;
    book->texts.resize(vocabulary.size());
    for (const auto& node : declarations) read_head(*book, node, lists);
    read_bodies(*book);
    connect(*book);
    for (auto& decision : book->decisions) decision.awake.reset();
    book->compiled = compile(*book);
    return Decisions(std::move(book));
}

} // namespace meldroute::inline v0
