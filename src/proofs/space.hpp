// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// All situations that a table can tell apart: each input of its cells falls into classes, and a
// row is a set of classes for each input.

#pragma once

#include "proofs/bits.hpp"
#include "rules/model.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace meldroute::inline v0 {

/// Something that cells read: the value of a fact or one member of a set, whether a fact is known
/// at all, or the outcome of another decision.
struct Variable {
    enum class Of : std::uint8_t { value, knowledge, outcome };

    Of of = Of::value;
    std::size_t index = 0; ///< slot of a fact, or index of a decision
    int member = -1;       ///< of a set

    bool same(const Variable& other) const {
        return of == other.of && index == other.index && member == other.member;
    }
};

/// Values that no cell of the table tells apart. Of a member or of knowledge: 0 no, 1 yes.
struct Class {
    Intervals values;
    bool none = false; ///< of an outcome: there is none, or rows contradict each other
};

struct Dimension {
    Variable variable;
    std::vector<Class> classes;
    std::vector<Bits> rows; ///< of each class, the rows whose cells allow it
};

/// One class of each dimension, or -1 where any will do.
using Point = std::vector<int>;

/// The classes that are allowed of each dimension; of one that is not named, all.
struct Box {
    struct Side {
        std::size_t dimension;
        Bits classes;
    };
    std::vector<Side> sides; ///< by dimension

    const Bits* find(std::size_t dimension) const;
    void set(std::size_t dimension, Bits classes);
    /// What is in both; nullopt when nothing is.
    friend std::optional<Box> operator&(const Box& a, const Box& b);
};

struct Space {
    std::vector<Dimension> dimensions;
    std::vector<Box> rows;
    bool derived = false; ///< whether a dimension is an outcome: not every point may exist

    /// Classes of outcomes that are not possible are left out.
    using Possible = std::function<bool(const Variable&, const Class&)>;
    Space(const Book& book, std::size_t decision, const Possible& possible);

    /// The dimension and classes that one cell of a row speaks of.
    Box::Side side(const Cell& cell) const;

private:
    void add_dimensions(const Book& book, const Table& table, const Possible& possible);
    void index_rows();
};

/// What a cell reads.
Variable variable_of(const Cell& cell);

} // namespace meldroute::inline v0
