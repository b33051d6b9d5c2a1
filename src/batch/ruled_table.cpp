// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/batch/ruled_table.hpp>

#include "batch/arrow_out.hpp"
#include "batch/ruling_columns.hpp"
#include "batch/table_plan.hpp"

#include <algorithm>
#include <cerrno>
#include <new>

namespace meldroute::inline v0 {

struct RuledTable::Shared {
    /// The rows that a part is about.
    struct Rows {
        std::shared_ptr<const OwnedArray> array;
        std::int64_t from = 0;
    };

    explicit Shared(const Batch& batch)
        : outcomes(batch.outcomes()), needed(batch.request().needed) {}

    std::vector<OutcomeType> outcomes;
    bool needed;
    std::vector<std::shared_ptr<const Rulings>> parts;

    // Of the table, while there are columns to keep.
    std::shared_ptr<const OwnedSchema> schema;
    std::vector<std::size_t> kept;
    std::vector<Rows> rows; ///< beside `parts`

    OwnedSchema make_schema() const;
    OwnedArray make_part(std::size_t part) const;
};

namespace {

constexpr std::size_t most_rows = 16'384;

/// Runs of rows, of which each can be decided apart. Where they are cut does not depend on how
/// many threads there are.
std::vector<std::pair<std::size_t, std::size_t>> cut(std::size_t rows) {
    std::vector<std::pair<std::size_t, std::size_t>> runs;
    for (std::size_t from = 0; from < rows; from += most_rows)
        runs.emplace_back(from, std::min(most_rows, rows - from));
    return runs;
}

struct Reading {
    std::shared_ptr<const RuledTable::Shared> table;
    std::size_t next = 0;
};

Reading& reading(ArrowArrayStream* stream) {
    return *static_cast<Reading*>(stream->private_data);
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) try {
    reading(stream).table->make_schema().hand_over(*out);
    return 0;
} catch (const std::bad_alloc&) {
    return ENOMEM;
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) try {
    Reading& it = reading(stream);
    if (it.next == it.table->parts.size()) {
        out->release = nullptr;
        return 0;
    }
    it.table->make_part(it.next++).hand_over(*out);
    return 0;
} catch (const std::bad_alloc&) {
    return ENOMEM;
}

const char* get_last_error(ArrowArrayStream*) {
    return nullptr;
}

void release(ArrowArrayStream* stream) {
    delete static_cast<Reading*>(stream->private_data);
    stream->release = nullptr;
}

/// Some rows of one array.
struct Run {
    const TableRows* table;
    std::size_t from, count;
};

/// Decides every array that `next` gives, until it gives an empty one.
RuledTable decide_arrays(const Batch& batch, OwnedSchema schema,
                         const std::function<OwnedArray()>& next) {
    auto shared = std::make_shared<RuledTable::Shared>(batch);
    shared->schema = std::make_shared<const OwnedSchema>(std::move(schema));
    const TablePlan plan(batch, read_arrow_type(*shared->schema->get()));
    shared->kept = plan.kept();

    std::vector<std::unique_ptr<TableRows>> tables;
    std::vector<Run> runs;
    for (auto array = std::make_shared<const OwnedArray>(next()); !array->empty();
         array = std::make_shared<const OwnedArray>(next())) {
        tables.push_back(std::make_unique<TableRows>(plan, *array->get()));
        for (const auto& [from, count] : cut(std::size_t(tables.back()->length()))) {
            runs.push_back({tables.back().get(), from, count});
            shared->rows.push_back({array, std::int64_t(from)});
        }
    }
    shared->parts.resize(runs.size());
    in_parallel(runs.size(), batch.request().threads, [&](std::size_t i) {
        const auto& [table, from, count] = runs[i];
        shared->parts[i] =
            std::make_shared<const Rulings>(table->decide(batch, std::int64_t(from), count));
    });
    if (shared->kept.empty()) shared->rows.clear();
    return RuledTable(std::move(shared));
}

} // namespace

OwnedSchema RuledTable::Shared::make_schema() const {
    std::vector<OwnedSchema> columns;
    for (const auto column : kept)
        columns.push_back(share_schema(*(*schema)->children[column], schema));
    for (auto& column : ruling_schemas(outcomes, needed)) columns.push_back(std::move(column));
    return v0::make_schema("+s", "", std::move(columns));
}

OwnedArray RuledTable::Shared::make_part(std::size_t part) const {
    const auto length = std::int64_t(parts[part]->rows);
    std::vector<OwnedArray> columns;
    for (const auto column : kept) {
        const auto& [array, from] = rows[part];
        columns.push_back(
            share_array(*(*array)->children[column], (*array)->offset + from, length, array));
    }
    for (auto& column : ruling_arrays(outcomes, needed, *parts[part]))
        columns.push_back(std::move(column));
    return make_array(length, 0, std::vector<Buffer>(1), std::move(columns));
}

std::size_t RuledTable::rows() const {
    std::size_t sum = 0;
    for (const auto& part : parts()) sum += part->rows;
    return sum;
}

const std::vector<OutcomeType>& RuledTable::outcomes() const {
    return shared_->outcomes;
}

const std::vector<std::shared_ptr<const Rulings>>& RuledTable::parts() const {
    return shared_->parts;
}

void RuledTable::stream(ArrowArrayStream& out) const {
    out.private_data = new Reading{shared_};
    out.get_schema = get_schema;
    out.get_next = get_next;
    out.get_last_error = get_last_error;
    out.release = release;
}

RuledTable decide_table(const Batch& batch, ArrowArrayStream& table) {
    const auto read = [](int error) {
        if (error != 0) fail(Fault::batch_source_failed, {std::to_string(error)});
    };
    ArrowOwned<ArrowArrayStream> stream(table);
    if (stream.empty()) refuse_arrow("", "release");
    ArrowSchema schema{};
    read(stream->get_schema(stream.get(), &schema));
    return decide_arrays(batch, OwnedSchema(schema), [&] {
        ArrowArray array{};
        read(stream->get_next(stream.get(), &array));
        return OwnedArray(array);
    });
}

RuledTable decide_table(const Batch& batch, ArrowSchema& schema, ArrowArray& array) {
    OwnedArray only(array);
    return decide_arrays(batch, OwnedSchema(schema), [&] { return std::move(only); });
}

RuledTable decide_rows(const Batch& batch, std::size_t rows, const Batch::Fill& fill) {
    auto shared = std::make_shared<RuledTable::Shared>(batch);
    const auto runs = cut(rows);
    shared->parts.resize(runs.size());
    in_parallel(runs.size(), batch.request().threads, [&](std::size_t i) {
        const auto [from, count] = runs[i];
        shared->parts[i] = std::make_shared<const Rulings>(
            batch.decide(count, [&, first = from](std::size_t row, Situation& situation) {
                fill(first + row, situation);
            }));
    });
    return RuledTable(std::move(shared));
}

} // namespace meldroute::inline v0
