// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "batch/fact_column.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// Reads one value.
using ReadScalar = std::int64_t (*)(const FactReader&, const ArrayView&, std::int64_t);

std::int64_t read_boolean(const FactReader&, const ArrayView& view, std::int64_t i) {
    return view.boolean(i) ? 1 : 0;
}

std::int64_t read_number(const FactReader& reader, const ArrayView& view, std::int64_t i) {
    return reader.number(view.whole(i), view.type().scale);
}

std::int64_t read_real(const FactReader& reader, const ArrayView& view, std::int64_t i) {
    return view.type().bytes == 4 ? reader.real(view.short_real(i)) : reader.real(view.real(i));
}

std::int64_t read_days(const FactReader& reader, const ArrayView& view, std::int64_t i) {
    return reader.within(view.whole(i));
}

std::int64_t read_time(const FactReader& reader, const ArrayView& view, std::int64_t i) {
    return reader.time(view.whole(i), view.type().per_second);
}

std::int64_t read_text(const FactReader& reader, const ArrayView& view, std::int64_t i) {
    return reader.text(view.text(i));
}

bool is_text(const ArrowType& type) {
    return type.layout == Layout::text || type.layout == Layout::text_view;
}

ReadScalar of_numbers(const ArrowType& type) {
    if (type.layout == Layout::whole || type.layout == Layout::decimal) return read_number;
    return type.layout == Layout::real ? read_real : nullptr;
}

ReadScalar of_dates(const ArrowType& type) {
    if (type.layout == Layout::date && type.bytes == 4) return read_days;
    return type.layout == Layout::date || type.layout == Layout::wall_clock ? read_time : nullptr;
}

ReadScalar choose(Kind kind, const ArrowType& type) {
    if (type.layout == Layout::null || is_text(type)) return read_text;
    switch (kind) {
    case Kind::boolean: return type.layout == Layout::boolean ? read_boolean : nullptr;
    case Kind::integer:
    case Kind::number: return of_numbers(type);
    case Kind::date: return of_dates(type);
    case Kind::moment: return type.layout == Layout::moment ? read_time : nullptr;
    case Kind::duration: return type.layout == Layout::duration ? read_time : nullptr;
    default: return nullptr;
    }
}

FactColumn blank(const FactReader& reader, std::size_t rows) {
    FactColumn out;
    out.known.resize(rows);
    out.values.resize(rows);
    if (reader.type().kind == Kind::text) out.texts.resize(rows);
    return out;
}

class Scalars : public ColumnReader {
public:
    Scalars(const FactReader& reader, const ColumnPlace& place)
        : reader_(reader), place_(place), read_(choose(reader.type().kind, place.view->type())) {}

    FactColumn read(std::int64_t from, std::size_t rows) const override {
        FactColumn out = blank(reader_, rows);
        for (std::size_t row = 0; row < rows; ++row) {
            const auto i = place_.first + from + std::int64_t(row);
            if (!place_.view->valid(i)) continue;
            try {
                out.values[row] = read_(reader_, *place_.view, i);
                out.known[row] = 1;
                if (!out.texts.empty()) out.texts[row] = place_.view->text(i);
            } catch (const RulebookError& error) {
                out.faults.emplace_back(row, error);
            }
        }
        return out;
    }

private:
    const FactReader& reader_;
    ColumnPlace place_;
    ReadScalar read_;
};

/// Each value of a dictionary is read once; a row has what its index stands for.
class Indices : public ColumnReader {
public:
    Indices(const FactReader& reader, const ColumnPlace& place)
        : reader_(reader), place_(place),
          values_(Scalars(reader, {&dictionary(), 0}).read(0, std::size_t(dictionary().length()))) {
    }

    FactColumn read(std::int64_t from, std::size_t rows) const override {
        FactColumn out = blank(reader_, rows);
        for (std::size_t row = 0; row < rows; ++row) {
            const auto i = place_.first + from + std::int64_t(row);
            if (!place_.view->valid(i)) continue;
            const Wide index = place_.view->whole(i);
            if (index < 0 || index >= dictionary().length())
                refuse_arrow(place_.view->type().name, "indices");
            copy(std::size_t(index), row, out);
        }
        return out;
    }

private:
    const ArrayView& dictionary() const { return place_.view->dictionary().front(); }

    void copy(std::size_t at, std::size_t row, FactColumn& out) const {
        out.known[row] = values_.known[at];
        out.values[row] = values_.values[at];
        if (!out.texts.empty()) out.texts[row] = values_.texts[at];
        const auto fault =
            std::lower_bound(values_.faults.begin(), values_.faults.end(), at,
                             [](const auto& f, std::size_t i) { return f.first < i; });
        if (fault != values_.faults.end() && fault->first == at)
            out.faults.emplace_back(row, fault->second);
    }

    const FactReader& reader_;
    ColumnPlace place_;
    FactColumn values_;
};

} // namespace

Slot FactColumn::at(std::size_t row) const {
    Slot what;
    if (!seen.empty()) {
        what.seen = seen[row];
        what.not_seen = not_seen[row];
        return what;
    }
    what.known = known[row] != 0;
    if (texts.empty())
        what.value = values[row];
    else if (what.known)
        what.text = texts[row];
    return what;
}

Column FactColumn::column(std::vector<std::uint8_t>& valid) const {
    Column out;
    out.slot = slot;
    out.values = values;
    out.seen = seen;
    out.not_seen = not_seen;
    valid.assign((known.size() + 7) / 8, 0);
    for (std::size_t row = 0; row < known.size(); ++row)
        valid[row / 8] |= std::uint8_t(known[row] << (row % 8));
    out.valid = valid;
    return out;
}

bool fits_scalar(Kind kind, const ArrowType& type) {
    if (type.layout == Layout::other) return false;
    return choose(kind, type.dictionary.empty() ? type : type.dictionary.front()) != nullptr;
}

std::unique_ptr<ColumnReader> scalar_reader(const FactReader& reader, const ColumnPlace& place) {
    if (place.view->dictionary().empty()) return std::make_unique<Scalars>(reader, place);
    return std::make_unique<Indices>(reader, place);
}

} // namespace meldroute::inline v0
