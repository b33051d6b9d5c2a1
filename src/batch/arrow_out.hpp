// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Gives Arrow arrays and schemas of our own to others. Every node owns what it points at, so that a
// child may be moved out of its parent.

#pragma once

#include <meldroute/batch/arrow_abi.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

using OwnedSchema = ArrowOwned<ArrowSchema>;
using OwnedArray = ArrowOwned<ArrowArray>;

OwnedSchema make_schema(std::string format, std::string name,
                        std::vector<OwnedSchema> children = {});
/// Another schema like this one; `owner` keeps what it points at.
OwnedSchema share_schema(const ArrowSchema& schema, std::shared_ptr<const void> owner);

using Buffer = std::vector<std::byte>;

/// The first buffer is the validity, empty where every value is valid.
OwnedArray make_array(std::int64_t length, std::int64_t null_count, std::vector<Buffer> buffers,
                      std::vector<OwnedArray> children = {});
/// Rows of another array, which are not copied; `owner` keeps them.
OwnedArray share_array(const ArrowArray& array, std::int64_t from, std::int64_t length,
                       std::shared_ptr<const void> owner);

/// Bits from the lowest on.
class BitColumn {
public:
    explicit BitColumn(std::size_t count) : bytes_((count + 7) / 8) {}
    void set(std::size_t i) { bytes_[i / 8] |= std::byte(1 << (i % 8)); }
    Buffer take() { return std::move(bytes_); }

private:
    Buffer bytes_;
};

/// A column that is filled from the first row to the last.
class Filling {
public:
    explicit Filling(std::size_t rows) : valid_(rows), rows_(rows) {}
    virtual ~Filling() = default;
    virtual OwnedArray take() = 0;

protected:
    std::size_t next(bool valid) {
        if (valid)
            valid_.set(row_);
        else
            ++nulls_;
        return row_++;
    }
    Buffer validity() { return nulls_ == 0 ? Buffer() : valid_.take(); }
    std::int64_t nulls() const { return nulls_; }
    std::int64_t rows() const { return std::int64_t(rows_); }

private:
    BitColumn valid_;
    std::size_t rows_, row_ = 0;
    std::int64_t nulls_ = 0;
};

/// Texts, with offsets of 32 bits.
class Texts : public Filling {
public:
    explicit Texts(std::size_t rows);
    void add(std::string_view text);
    void add_null();
    OwnedArray take() override;

private:
    Buffer offsets_, bytes_;
};

/// Lists of texts.
class TextLists : public Filling {
public:
    explicit TextLists(std::size_t rows);
    void add(const std::vector<std::string_view>& texts);
    void add_null();
    OwnedArray take() override;

private:
    Buffer offsets_;
    std::vector<std::string> texts_;
};

class Booleans : public Filling {
public:
    explicit Booleans(std::size_t rows) : Filling(rows), values_(rows) {}
    void add(bool value);
    void add_null() { next(false); }
    OwnedArray take() override;

private:
    BitColumn values_;
};

/// Whole numbers of 4, 8 or 16 bytes, in two's complement.
class Numbers : public Filling {
public:
    Numbers(std::size_t rows, std::size_t bytes);
    void add(std::int64_t value);
    void add_null();
    OwnedArray take() override;

private:
    std::size_t bytes_;
    Buffer values_;
};

} // namespace meldroute::inline v0
