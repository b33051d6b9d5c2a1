// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "batch/arrow_out.hpp"

#include <cstring>

namespace meldroute::inline v0 {
namespace {

template <class T>
void append(Buffer& buffer, T value) {
    const auto size = buffer.size();
    buffer.resize(size + sizeof value);
    std::memcpy(buffer.data() + size, &value, sizeof value);
}

void append_offset(Buffer& offsets, std::size_t to) {
    append(offsets, static_cast<std::int32_t>(to));
}

std::vector<Buffer> of(Buffer a, Buffer b) {
    std::vector<Buffer> all;
    all.push_back(std::move(a));
    all.push_back(std::move(b));
    return all;
}

} // namespace

Texts::Texts(std::size_t rows) : Filling(rows) {
    append_offset(offsets_, 0);
}

void Texts::add(std::string_view text) {
    next(true);
    const auto* const first = reinterpret_cast<const std::byte*>(text.data());
    bytes_.insert(bytes_.end(), first, first + text.size());
    append_offset(offsets_, bytes_.size());
}

void Texts::add_null() {
    next(false);
    append_offset(offsets_, bytes_.size());
}

OwnedArray Texts::take() {
    auto buffers = of(validity(), std::move(offsets_));
    buffers.push_back(std::move(bytes_));
    return make_array(rows(), nulls(), std::move(buffers));
}

TextLists::TextLists(std::size_t rows) : Filling(rows) {
    append_offset(offsets_, 0);
}

void TextLists::add(const std::vector<std::string_view>& texts) {
    next(true);
    texts_.insert(texts_.end(), texts.begin(), texts.end());
    append_offset(offsets_, texts_.size());
}

void TextLists::add_null() {
    next(false);
    append_offset(offsets_, texts_.size());
}

OwnedArray TextLists::take() {
    Texts items(texts_.size());
    for (const auto& text : texts_) items.add(text);
    std::vector<OwnedArray> children;
    children.push_back(items.take());
    return make_array(rows(), nulls(), of(validity(), std::move(offsets_)), std::move(children));
}

void Booleans::add(bool value) {
    const auto row = next(true);
    if (value) values_.set(row);
}

OwnedArray Booleans::take() {
    return make_array(rows(), nulls(), of(validity(), values_.take()));
}

Numbers::Numbers(std::size_t rows, std::size_t bytes) : Filling(rows), bytes_(bytes) {
    values_.reserve(rows * bytes);
}

void Numbers::add(std::int64_t value) {
    next(true);
    if (bytes_ == sizeof(std::int32_t)) return append(values_, static_cast<std::int32_t>(value));
    append(values_, value);
    if (bytes_ == 2 * sizeof value) append(values_, value < 0 ? std::int64_t{-1} : std::int64_t{0});
}

void Numbers::add_null() {
    next(false);
    values_.resize(values_.size() + bytes_);
}

OwnedArray Numbers::take() {
    return make_array(rows(), nulls(), of(validity(), std::move(values_)));
}

} // namespace meldroute::inline v0
