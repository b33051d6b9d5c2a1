// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Sets and checklists: lists of codes, as bits.

#include "batch/fact_column.hpp"

#include <optional>

namespace meldroute::inline v0 {
namespace {

/// The codes of one list column, each value of a dictionary looked up once.
class CodeList {
public:
    CodeList(const FactReader& reader, const ColumnPlace& at) : reader_(reader), at_(at) {
        if (at.view == nullptr || at.view->type().layout == Layout::null) return;
        items_ = &at.view->children().front();
        if (items_->dictionary().empty()) return;
        const auto& values = items_->dictionary().front();
        for (std::int64_t i = 0; i < values.length(); ++i)
            dictionary_.push_back(values.valid(i) ? reader.type().code(values.text(i)) : missing);
    }

    bool known(std::int64_t row) const { return items_ != nullptr && at_.view->valid(index(row)); }

    /// Nothing for a row that says nothing.
    std::optional<std::uint64_t> bits(std::int64_t row) const {
        if (!known(row)) return {};
        std::uint64_t out = 0;
        const auto [first, last] = at_.view->items(index(row));
        for (auto i = first; i < last; ++i) out |= std::uint64_t{1} << code(i);
        return out;
    }

private:
    static constexpr int no_code = -1, missing = -2;

    std::int64_t index(std::int64_t row) const { return at_.first + row; }

    int code(std::int64_t i) const {
        if (!items_->valid(i)) reader_.refuse(Fault::batch_item_missing, {reader_.fact().id});
        if (items_->dictionary().empty()) return reader_.code(items_->text(i));
        const Wide index = items_->whole(i);
        if (index < 0 || index >= Wide(dictionary_.size()))
            refuse_arrow(items_->type().name, "indices");
        const int code = dictionary_[std::size_t(index)];
        if (code == missing) reader_.refuse(Fault::batch_item_missing, {reader_.fact().id});
        if (code == no_code) reader_.refuse(Fault::fact_value_not_listed, {reader_.fact().id});
        return code;
    }

    const FactReader& reader_;
    ColumnPlace at_;
    const ArrayView* items_ = nullptr;
    std::vector<int> dictionary_;
};

class Members : public ColumnReader {
public:
    Members(const FactReader& reader, const MemberPlaces& places)
        : reader_(reader), whole_(reader, places.whole), seen_(reader, places.seen),
          not_seen_(reader, places.not_seen), structure_(places.structure) {}

    FactColumn read(std::int64_t from, std::size_t rows) const override {
        FactColumn out;
        out.seen.resize(rows);
        out.not_seen.resize(rows);
        for (std::size_t row = 0; row < rows; ++row) try {
                read_row(from + std::int64_t(row), out.seen[row], out.not_seen[row]);
            } catch (const RulebookError& error) {
                out.faults.emplace_back(row, error);
            }
        return out;
    }

private:
    void read_row(std::int64_t row, std::uint64_t& seen, std::uint64_t& not_seen) const {
        if (structure_.view != nullptr && !structure_.view->valid(structure_.first + row)) return;
        if (const auto all = whole_.bits(row)) {
            seen = *all;
            not_seen = reader_.type().all() & ~*all;
            return;
        }
        const auto yes = seen_.bits(row).value_or(0), no = not_seen_.bits(row).value_or(0);
        if ((yes & no) != 0) reader_.refuse(Fault::fact_seen_and_not_seen, {reader_.fact().id});
        seen = yes;
        not_seen = no;
    }

    const FactReader& reader_;
    CodeList whole_, seen_, not_seen_;
    ColumnPlace structure_;
};

} // namespace

bool fits_members(const ArrowType& list) {
    if (list.layout == Layout::null) return true;
    if (list.layout != Layout::list || !list.dictionary.empty()) return false;
    const ArrowType& item = list.children.front();
    const ArrowType& value = item.dictionary.empty() ? item : item.dictionary.front();
    const auto layout = value.layout;
    return layout == Layout::text || layout == Layout::text_view || layout == Layout::null;
}

std::unique_ptr<ColumnReader> member_reader(const FactReader& reader, const MemberPlaces& places) {
    return std::make_unique<Members>(reader, places);
}

} // namespace meldroute::inline v0
