// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The three structs of the Arrow C data interface, as its specification lays them out in memory.
// They are how tables go between programs in one process; no Arrow library is needed for it.
// https://arrow.apache.org/docs/format/CDataInterface.html

#pragma once

#include <cstdint>

// The guards are the specification's own: another header may bring the same structs.
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

extern "C" {

struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    std::int64_t flags;
    std::int64_t n_children;
    struct ArrowSchema** children;
    struct ArrowSchema* dictionary;
    void (*release)(struct ArrowSchema*);
    void* private_data;
};

struct ArrowArray {
    std::int64_t length;
    std::int64_t null_count;
    std::int64_t offset;
    std::int64_t n_buffers;
    std::int64_t n_children;
    const void** buffers;
    struct ArrowArray** children;
    struct ArrowArray* dictionary;
    void (*release)(struct ArrowArray*);
    void* private_data;
};

} // extern "C"

#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

extern "C" {

struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};

} // extern "C"

#endif

namespace meldroute::inline v0 {

/// Owns one of the three; its release callback runs once, unless it was handed over.
template <class Struct>
class ArrowOwned {
public:
    ArrowOwned() = default;
    /// Takes over what another holds, and marks that one as released.
    explicit ArrowOwned(Struct& from) : it_(from) { from.release = nullptr; }
    ArrowOwned(ArrowOwned&& other) noexcept : ArrowOwned(other.it_) {}
    ArrowOwned& operator=(ArrowOwned&& other) noexcept {
        release();
        it_ = other.it_;
        other.it_.release = nullptr;
        return *this;
    }
    ~ArrowOwned() { release(); }

    Struct* operator->() { return &it_; }
    const Struct* operator->() const { return &it_; }
    Struct* get() { return &it_; }
    const Struct* get() const { return &it_; }
    bool empty() const { return it_.release == nullptr; }

    void hand_over(Struct& to) {
        to = it_;
        it_.release = nullptr;
    }

private:
    void release() {
        if (it_.release != nullptr) it_.release(&it_);
    }

    Struct it_{};
};

} // namespace meldroute::inline v0
