// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Memory for the states of machines: free lists, one set a thread, of small pieces cut from slabs
// that the process owns. A thread that ends, or has plenty, hands its pieces to the others.

#pragma once

#include <cstddef>
#include <memory>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MELDROUTE_POOL_IS_STD
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define MELDROUTE_POOL_IS_STD
#endif

namespace meldroute::inline v0 {

void* pool_allocate(std::size_t bytes);
void pool_deallocate(void* piece, std::size_t bytes) noexcept;

/// Stateless, as Boost.Statechart asks of an allocator.
template <class T>
struct PoolAllocator {
    using value_type = T;

    PoolAllocator() = default;
    template <class U>
    PoolAllocator(const PoolAllocator<U>&) {}

    T* allocate(std::size_t n) { return static_cast<T*>(pool_allocate(n * sizeof(T))); }
    void deallocate(T* piece, std::size_t n) noexcept { pool_deallocate(piece, n * sizeof(T)); }

    template <class U>
    bool operator==(const PoolAllocator<U>&) const {
        return true;
    }
};

// The address sanitizer must see each piece: it cannot look inside a slab.
#ifdef MELDROUTE_POOL_IS_STD
using StateAllocator = std::allocator<char>;
#else
using StateAllocator = PoolAllocator<char>;
#endif

} // namespace meldroute::inline v0
