// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "batch/array_view.hpp"

#include <cstring>
#include <limits>

namespace meldroute::inline v0 {
namespace {

/// A text of at most so many bytes stands in its view itself.
constexpr std::int32_t within_view = 12;

struct TextView {
    std::int32_t size;
    char start[4];
    std::int32_t buffer, offset;
};

std::int64_t children_of(const ArrowType& type) {
    const bool nested = type.layout == Layout::list || type.layout == Layout::structure;
    return nested ? std::int64_t(type.children.size()) : 0;
}

/// How many buffers an array of this layout has; -1 where that differs from array to array.
std::int64_t buffers_of(Layout layout) {
    switch (layout) {
    case Layout::structure: return 1;
    case Layout::text: return 3;
    case Layout::text_view: return -1;
    default: return 2;
    }
}

} // namespace

// The buffers are known by address only, and need not be aligned.
template <class T>
T ArrayView::load(int buffer, std::int64_t i) const {
    T value;
    std::memcpy(&value,
                static_cast<const char*>(array_->buffers[buffer]) + i * std::int64_t(sizeof(T)),
                sizeof(T));
    return value;
}

ArrayView::ArrayView(const ArrowType& type, const ArrowArray& array, std::int64_t least)
    : type_(&type), array_(&array) {
    check(least);
    if (type.layout == Layout::other) return;
    check_buffers();
    if (children_of(type) != array.n_children) refuse("n_children");
    if (array.n_children > 0 && array.children == nullptr) refuse("children");
    std::int64_t needed = array.offset + array.length;
    if (type.layout == Layout::list) needed = array.length == 0 ? 0 : offset(array.length);
    for (std::int64_t i = 0; i < array.n_children; ++i) {
        if (array.children[i] == nullptr) refuse("children");
        children_.emplace_back(type.children[std::size_t(i)], *array.children[i], needed);
    }
    if (type.dictionary.empty() != (array.dictionary == nullptr)) refuse("dictionary");
    if (array.dictionary != nullptr)
        dictionary_.emplace_back(type.dictionary.front(), *array.dictionary, 0);
}

void ArrayView::check(std::int64_t least) const {
    constexpr auto most = std::numeric_limits<std::int64_t>::max() / 64;
    if (array_->release == nullptr) refuse("release");
    if (array_->length < 0 || array_->length > most || array_->length < least) refuse("length");
    if (array_->offset < 0 || array_->offset > most) refuse("offset");
    if (array_->null_count < -1 || array_->null_count > array_->length) refuse("null_count");
}

void ArrayView::check_buffers() const {
    // The specification gives a column of nulls no buffer; polars gives it one. None is read.
    if (type_->layout == Layout::null) return;
    const auto expected = buffers_of(type_->layout);
    const auto count = array_->n_buffers;
    if (expected >= 0 ? count != expected : count < 3 || count > 1'000'000) refuse("n_buffers");
    if (array_->buffers == nullptr) refuse("buffers");
    if (array_->buffers[0] == nullptr && array_->null_count > 0) refuse("buffers");
    if (array_->length == 0) return;
    // The bytes of texts may be missing where all texts are empty.
    if (type_->layout != Layout::structure && array_->buffers[1] == nullptr) refuse("buffers");
    if (type_->layout == Layout::text_view) return check_text_views();
    if (type_->layout == Layout::list) check_offsets();
    if (type_->layout != Layout::text) return;
    check_offsets();
    if (array_->buffers[2] == nullptr && offset(array_->length) > offset(0)) refuse("buffers");
}

void ArrayView::check_offsets() const {
    std::int64_t before = 0;
    for (std::int64_t i = 0; i <= array_->length; ++i) {
        const auto now = offset(i);
        if (now < before) refuse("offsets");
        before = now;
    }
}

void ArrayView::check_text_views() const {
    const auto blocks = array_->n_buffers - 3;
    const auto* const sizes = static_cast<const char*>(array_->buffers[array_->n_buffers - 1]);
    if (blocks > 0 && sizes == nullptr) refuse("buffers");
    for (std::int64_t i = 0; i < array_->length; ++i) {
        if (!valid(i)) continue;
        const auto view = load<TextView>(1, i + array_->offset);
        if (view.size < 0) refuse("views");
        if (view.size <= within_view) continue;
        if (view.buffer < 0 || view.buffer >= blocks || view.offset < 0) refuse("views");
        std::int64_t size = 0;
        std::memcpy(&size, sizes + std::size_t(view.buffer) * sizeof size, sizeof size);
        if (std::int64_t(view.offset) + view.size > size) refuse("views");
        if (array_->buffers[2 + view.buffer] == nullptr) refuse("buffers");
    }
}

bool ArrayView::valid(std::int64_t i) const {
    if (type_->layout == Layout::null) return false;
    if (array_->null_count == 0 || array_->buffers[0] == nullptr) return true;
    const auto at = i + array_->offset;
    return (static_cast<const std::uint8_t*>(array_->buffers[0])[at / 8] >> (at % 8) & 1) != 0;
}

bool ArrayView::boolean(std::int64_t i) const {
    const auto at = i + array_->offset;
    return (static_cast<const std::uint8_t*>(array_->buffers[1])[at / 8] >> (at % 8) & 1) != 0;
}

Wide ArrayView::whole(std::int64_t i) const {
    const auto at = i + array_->offset;
    const bool negative = type_->negative;
    switch (type_->bytes) {
    case 1: return negative ? Wide(load<std::int8_t>(1, at)) : Wide(load<std::uint8_t>(1, at));
    case 2: return negative ? Wide(load<std::int16_t>(1, at)) : Wide(load<std::uint16_t>(1, at));
    case 4: return negative ? Wide(load<std::int32_t>(1, at)) : Wide(load<std::uint32_t>(1, at));
    case 8: return negative ? Wide(load<std::int64_t>(1, at)) : Wide(load<std::uint64_t>(1, at));
    default: return load<Wide>(1, at);
    }
}

double ArrayView::real(std::int64_t i) const {
    return load<double>(1, i + array_->offset);
}

float ArrayView::short_real(std::int64_t i) const {
    return load<float>(1, i + array_->offset);
}

std::int64_t ArrayView::offset(std::int64_t i) const {
    const auto at = i + array_->offset;
    return type_->bytes == 4 ? load<std::int32_t>(1, at) : load<std::int64_t>(1, at);
}

ArrayView::Items ArrayView::items(std::int64_t i) const {
    return {offset(i), offset(i + 1)};
}

std::string_view ArrayView::text(std::int64_t i) const {
    if (type_->layout == Layout::text) {
        const auto [first, last] = items(i);
        if (first == last) return {};
        return {static_cast<const char*>(array_->buffers[2]) + first, std::size_t(last - first)};
    }
    const auto at = i + array_->offset;
    const auto view = load<TextView>(1, at);
    const auto* const here =
        static_cast<const char*>(array_->buffers[1]) + at * std::int64_t(sizeof(TextView));
    if (view.size <= within_view) return {here + sizeof view.size, std::size_t(view.size)};
    const auto* const block = static_cast<const char*>(array_->buffers[2 + view.buffer]);
    return {block + view.offset, std::size_t(view.size)};
}

} // namespace meldroute::inline v0
