// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/routes/pool.hpp>

#include <array>
#include <mutex>
#include <new>
#include <utility>

namespace meldroute::inline v0 {
namespace {

constexpr std::size_t grain = 16;
constexpr std::size_t classes = 32;
constexpr std::size_t slab_size = 2048;
constexpr int plenty = 256;

/// A free piece. The first of a chain that lies in the depot also leads to the next chain.
struct Piece {
    Piece* next;
    Piece* chain;
};
static_assert(sizeof(Piece) <= grain);

struct Chain {
    Piece* first = nullptr;
    int length = 0;
};

std::size_t class_of(std::size_t bytes) {
    return (bytes + grain - 1) / grain;
}

/// What threads hand over. Never destroyed: a route may outlive every static object.
class Depot {
public:
    void give(std::size_t k, Piece* first) {
        const std::lock_guard lock(mutex_);
        first->chain = chains_[k];
        chains_[k] = first;
    }

    /// A chain that somebody gave, or one cut from a slab.
    Piece* get(std::size_t k) {
        const std::lock_guard lock(mutex_);
        if (Piece* first = chains_[k]) {
            chains_[k] = first->chain;
            return first;
        }
        return cut(k);
    }

private:
    Piece* cut(std::size_t k) {
        const std::size_t size = k * grain;
        const std::size_t n = slab_size / size + 1;
        auto* const slab = static_cast<std::byte*>(::operator new(n* size));
        Piece* first = nullptr;
        for (std::size_t i = n; i-- > 0;) first = new (slab + i * size) Piece{first, nullptr};
        return first;
    }

    std::mutex mutex_;
    std::array<Piece*, classes> chains_{};
};

Depot& depot() {
    static auto* const one = new Depot;
    return *one;
}

/// Trivial to destroy, so it can still be used while its thread ends.
struct Lists {
    std::array<Chain, classes> chains;
    bool watched, closed;
};
constinit thread_local Lists lists{};

/// Hands the lists of an ending thread over.
struct Watch {
    ~Watch() {
        lists.closed = true;
        for (std::size_t k = 1; k < classes; ++k)
            if (lists.chains[k].first) depot().give(k, lists.chains[k].first);
        lists.chains = {};
    }
};

void watch() {
    if (lists.watched) return;
    lists.watched = true;
    static thread_local Watch one;
}

} // namespace

void* pool_allocate(std::size_t bytes) {
    const std::size_t k = class_of(bytes);
    if (k == 0 || k >= classes) return ::operator new(bytes);
    Chain& chain = lists.chains[k];
    if (!chain.first) {
        watch();
        chain = {depot().get(k), 0};
    }
    Piece* const piece = chain.first;
    chain.first = piece->next;
    if (lists.closed && chain.first) depot().give(k, std::exchange(chain.first, nullptr));
    if (chain.length > 0) --chain.length;
    return piece;
}

void pool_deallocate(void* memory, std::size_t bytes) noexcept {
    const std::size_t k = class_of(bytes);
    if (k == 0 || k >= classes) return ::operator delete(memory);
    Chain& chain = lists.chains[k];
    chain.first = new (memory) Piece{chain.first, nullptr};
    ++chain.length;
    if (chain.length > plenty || lists.closed) {
        depot().give(k, chain.first);
        chain = {};
    } else {
        watch();
    }
}

} // namespace meldroute::inline v0
