// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "batch/table_plan.hpp"

#include <meldroute/base/id.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

constexpr std::string_view seen = ".seen", not_seen = ".not-seen";

bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// The set or checklist that this is a part of.
std::optional<std::size_t> part_of(const Vocabulary& vocabulary, std::string_view name,
                                   std::string_view ending) {
    if (!name.ends_with(ending)) return {};
    const auto slot = vocabulary.find(name.substr(0, name.size() - ending.size()));
    return slot && vocabulary[*slot].type.many() ? slot : std::nullopt;
}

/// Which types a column of this fact may have.
std::string expected(Kind kind) {
    switch (kind) {
    case Kind::boolean: return "bool, utf8";
    case Kind::integer:
    case Kind::number: return "int, decimal, float, utf8";
    case Kind::date: return "date32, utf8";
    case Kind::moment: return "timestamp with a time zone, utf8";
    case Kind::duration: return "duration, utf8";
    case Kind::text:
    case Kind::choice: return "utf8, dictionary<utf8>";
    case Kind::set:
    case Kind::checklist: return "list<utf8>, struct<seen: list<utf8>, not-seen: list<utf8>>";
    case Kind::list: return "NDJSON, since no column holds a list of records";
    }
    return "";
}

/// {seen, not-seen}, in one column: the index of each within it.
FactColumns parts(const ArrowType& structure) {
    FactColumns found;
    for (std::size_t i = 0; i < structure.children.size(); ++i) {
        if (structure.children[i].name == "seen") found.seen = i;
        if (structure.children[i].name == "not-seen") found.not_seen = i;
    }
    return found;
}

bool fits_parts(const ArrowType& structure) {
    const auto found = parts(structure);
    return structure.children.size() == 2 && found.seen && found.not_seen &&
           fits_members(structure.children[0]) && fits_members(structure.children[1]);
}

} // namespace

std::map<std::string, FactColumns> find_facts(const Vocabulary& vocabulary,
                                              const std::vector<std::string>& names,
                                              const std::vector<std::string>& keep) {
    std::map<std::string, FactColumns> facts;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto put = [&](const auto& slot, std::optional<std::size_t> FactColumns::*part) {
            if (!slot) return false;
            auto& column = facts[vocabulary[*slot].id].*part;
            if (column) fail(Fault::batch_column_twice, {names[i]});
            column = i;
            return true;
        };
        const bool found = put(vocabulary.find(names[i]), &FactColumns::whole) ||
                           put(part_of(vocabulary, names[i], seen), &FactColumns::seen) ||
                           put(part_of(vocabulary, names[i], not_seen), &FactColumns::not_seen);
        if (!found && !holds(keep, names[i]))
            fail(Fault::batch_column_unknown, {names[i], nearest(names[i], vocabulary.ids())});
    }
    for (const auto& [id, columns] : facts)
        if (columns.whole && (columns.seen || columns.not_seen))
            fail(Fault::batch_column_twice, {id});
    return facts;
}

std::vector<std::size_t> find_kept(const std::vector<std::string>& names,
                                   const std::vector<std::string>& keep) {
    std::vector<std::size_t> kept;
    for (const auto& name : keep) {
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end()) fail(Fault::batch_column_missing, {name, nearest(name, names)});
        if (std::find(found + 1, names.end(), name) != names.end())
            fail(Fault::batch_column_twice, {name});
        kept.push_back(std::size_t(found - names.begin()));
    }
    return kept;
}

TablePlan::TablePlan(const Batch& batch, ArrowType table) : table_(std::move(table)) {
    if (table_.layout != Layout::structure) refuse_arrow(table_.name, "schema.format");
    std::vector<std::string> names;
    for (const auto& column : table_.children) names.push_back(column.name);
    const Vocabulary& vocabulary = batch.rulebook().vocabulary();
    for (const auto& [id, columns] : find_facts(vocabulary, names, batch.request().keep)) {
        const auto slot = vocabulary.find(id).value();
        facts_.push_back({slot, FactReader(vocabulary[slot]), columns});
        check(facts_.back());
    }
    kept_ = find_kept(names, batch.request().keep);
}

void TablePlan::check(const FactPlan& plan) const {
    const Kind kind = plan.reader.type().kind;
    const bool many = plan.reader.type().many();
    const auto& [whole, yes, no] = plan.columns;
    for (const auto& column : {whole, yes, no}) {
        if (!column) continue;
        const ArrowType& type = table_.children[*column];
        const bool structure = many && whole && type.layout == Layout::structure;
        const bool fits =
            structure ? fits_parts(type) : (many ? fits_members(type) : fits_scalar(kind, type));
        if (!fits) fail(Fault::batch_column_unfit, {type.name, type.words(), expected(kind)});
    }
}

TableRows::TableRows(const TablePlan& plan, const ArrowArray& array)
    : view_(plan.table(), array, 0) {
    for (std::int64_t i = 0; i < (array.null_count == 0 ? 0 : array.length); ++i)
        if (!view_.valid(i)) refuse_arrow(plan.table().name, "null_count");
    for (const auto& fact : plan.facts_) readers_.emplace_back(fact.slot, reader(fact));
}

ColumnPlace TableRows::place(const std::optional<std::size_t>& column) const {
    if (!column) return {};
    return {&view_.children()[*column], view_.row(0)};
}

std::unique_ptr<ColumnReader> TableRows::reader(const TablePlan::FactPlan& fact) const {
    const ColumnPlace whole = place(fact.columns.whole);
    if (!fact.reader.type().many()) return scalar_reader(fact.reader, whole);
    if (whole.view == nullptr || whole.view->type().layout != Layout::structure)
        return member_reader(fact.reader,
                             {whole, place(fact.columns.seen), place(fact.columns.not_seen), {}});
    const auto inside = parts(whole.view->type());
    const auto child = [&](const std::optional<std::size_t>& index) {
        return ColumnPlace{&whole.view->children()[*index], whole.view->row(whole.first)};
    };
    return member_reader(fact.reader, {{}, child(inside.seen), child(inside.not_seen), whole});
}

Rulings TableRows::decide(const Batch& batch, std::int64_t from, std::size_t rows) const {
    std::vector<FactColumn> read;
    std::map<std::size_t, RowFault> faults;
    for (const auto& [slot, reader] : readers_) {
        read.push_back(reader->read(from, rows));
        read.back().slot = slot;
        for (const auto& [row, error] : read.back().faults) faults.emplace(row, batch.fault(error));
        const auto& texts = read.back().texts;
        for (std::size_t row = 0; row < texts.size(); ++row)
            read.back().values[row] = batch.rulebook().decisions().text(slot, texts[row]);
    }
    Columns columns{rows, {}};
    std::vector<std::vector<std::uint8_t>> valid(read.size());
    for (std::size_t i = 0; i < read.size(); ++i)
        columns.columns.push_back(read[i].column(valid[i]));
    return batch.decide(columns, std::move(faults), [&](std::size_t row, Situation& situation) {
        for (const auto& column : read) situation.put(column.slot, column.at(row));
    });
}

} // namespace meldroute::inline v0
