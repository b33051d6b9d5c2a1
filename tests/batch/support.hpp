// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Tables of the tests' own, and a rulebook with a fact of every type.

#pragma once

#include "batch/arrow_out.hpp"

#include <meldroute/batch/ruled_table.hpp>

#include <nlohmann/json.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meldroute {

inline std::shared_ptr<const Rulebook> kolommen() {
    static const auto book =
        Rulebook::load(std::string(MELDROUTE_SOURCE_DIR) + "/tests/rulebooks/kolommen");
    return book;
}

inline BatchRequest asking(std::vector<std::string> decisions) {
    BatchRequest request;
    request.decisions = std::move(decisions);
    return request;
}

struct Given {
    OwnedSchema schema;
    OwnedArray array;
};

template <class T>
using Cells = std::vector<std::optional<T>>;

template <class Filled, class T, class Add>
OwnedArray fill(Filled filled, const Cells<T>& cells, Add add) {
    for (const auto& cell : cells)
        if (cell)
            add(filled, *cell);
        else
            filled.add_null();
    return filled.take();
}

inline OwnedArray text_array(const Cells<std::string>& cells) {
    return fill(Texts(cells.size()), cells, [](Texts& f, const std::string& c) { f.add(c); });
}

inline Given texts(const std::string& name, const Cells<std::string>& cells) {
    return {make_schema("u", name), text_array(cells)};
}

inline Given numbers(const std::string& name, const std::string& format, std::size_t bytes,
                     const Cells<std::int64_t>& cells) {
    return {make_schema(format, name), fill(Numbers(cells.size(), bytes), cells,
                                            [](Numbers& f, std::int64_t c) { f.add(c); })};
}

inline Given booleans(const std::string& name, const Cells<bool>& cells) {
    return {make_schema("b", name),
            fill(Booleans(cells.size()), cells, [](Booleans& f, bool c) { f.add(c); })};
}

inline Given lists(const std::string& name, const Cells<std::vector<std::string>>& cells) {
    std::vector<OwnedSchema> items;
    items.push_back(make_schema("u", "item"));
    return {
        make_schema("+l", name, std::move(items)),
        fill(TextLists(cells.size()), cells, [](TextLists& f, const std::vector<std::string>& c) {
            f.add({c.begin(), c.end()});
        })};
}

/// One array of structures, of columns with so many rows.
inline Given table(std::vector<Given> columns, std::int64_t rows) {
    std::vector<OwnedSchema> schemas;
    std::vector<OwnedArray> arrays;
    for (auto& column : columns) {
        schemas.push_back(std::move(column.schema));
        arrays.push_back(std::move(column.array));
    }
    return {make_schema("+s", "", std::move(schemas)),
            make_array(rows, 0, std::vector<Buffer>(1), std::move(arrays))};
}

template <class... Columns>
std::vector<Given> columns(Columns... each) {
    std::vector<Given> all;
    (all.push_back(std::move(each)), ...);
    return all;
}

inline RuledTable decide(const Batch& batch, Given table) {
    return decide_table(batch, *table.schema.get(), *table.array.get());
}

/// A stream of arrays with one schema.
class Stream {
public:
    Stream(OwnedSchema schema, std::vector<OwnedArray> arrays)
        : schema_(std::move(schema)), arrays_(std::move(arrays)) {
        it_.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
            of(self).schema_.hand_over(*out);
            return 0;
        };
        it_.get_next = [](ArrowArrayStream* self, ArrowArray* out) {
            Stream& it = of(self);
            if (it.failing != 0) return it.failing;
            if (it.next_ == it.arrays_.size())
                out->release = nullptr;
            else
                it.arrays_[it.next_++].hand_over(*out);
            return 0;
        };
        it_.release = [](ArrowArrayStream* self) {
            ++of(self).released;
            self->release = nullptr;
        };
        it_.private_data = this;
    }

    ArrowArrayStream& operator*() { return it_; }

    int released = 0, failing = 0;

private:
    static Stream& of(ArrowArrayStream* self) { return *static_cast<Stream*>(self->private_data); }

    OwnedSchema schema_;
    std::vector<OwnedArray> arrays_;
    std::size_t next_ = 0;
    ArrowArrayStream it_{};
};

/// Number of the fault, or "".
inline std::string code_of(const std::function<void()>& act) {
    try {
        act();
    } catch (const Error& error) {
        return error.code();
    }
    return "";
}

} // namespace meldroute
