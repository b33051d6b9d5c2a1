// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// An Arrow array, read where it stands. Making a view checks all that the interface lets one check,
// so that reading it stays within its buffers.

#pragma once

#include "batch/arrow_type.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

__extension__ using Wide = __int128;

class ArrayView {
public:
    /// Of an array with at least `least` values. Throws Usage M1905. Type and array must outlive it.
    ArrayView(const ArrowType& type, const ArrowArray& array, std::int64_t least);

    const ArrowType& type() const { return *type_; }
    std::int64_t length() const { return array_->length; }
    /// Of i below length(), as are all that follow.
    bool valid(std::int64_t i) const;

    bool boolean(std::int64_t i) const;
    /// Of every layout that is a number or a time.
    Wide whole(std::int64_t i) const;
    double real(std::int64_t i) const;      ///< of 64 bits
    float short_real(std::int64_t i) const; ///< of 32 bits
    std::string_view text(std::int64_t i) const;
    /// Of a list: its items are those of children()[0] from `first` to before `last`.
    struct Items {
        std::int64_t first, last;
    };
    Items items(std::int64_t i) const;
    /// Of a structure: where its row i stands in each child.
    std::int64_t row(std::int64_t i) const { return i + array_->offset; }
    const std::vector<ArrayView>& children() const { return children_; }
    /// The values that indices stand for: one or none.
    const std::vector<ArrayView>& dictionary() const { return dictionary_; }

private:
    void check(std::int64_t least) const;
    void check_buffers() const;
    void check_offsets() const;
    void check_text_views() const;
    std::int64_t offset(std::int64_t i) const;
    [[noreturn]] void refuse(const char* what) const { refuse_arrow(type_->name, what); }
    template <class T>
    T load(int buffer, std::int64_t i) const;

    const ArrowType* type_;
    const ArrowArray* array_;
    std::vector<ArrayView> children_, dictionary_;
};

} // namespace meldroute::inline v0
