// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A move takes no memory from the system once it has been made before, on whatever thread.

#include "catch.hpp"

#include "support.hpp"

#include <meldroute/routes/pool.hpp>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <new>
#include <thread>

using namespace meldroute;
using namespace meldroute::testing;

// Under the address sanitizer the pool is off, and operator new is the sanitizer's.
#ifndef MELDROUTE_POOL_IS_STD
namespace {

std::atomic<long> allocations{0};

class Always final : public Counsel {
public:
    Answer ask(std::string_view) override { return Answer::yes; }
    bool has(std::string_view) override { return false; }
};

} // namespace

void* operator new(std::size_t bytes) {
    ++allocations;
    if (void* memory = std::malloc(bytes == 0 ? 1 : bytes)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

TEST_CASE("consulting and moving again takes no memory", "[routes][memory]") {
    const auto route = make_route("stappenplan");
    Always counsel;
    Plan plan;
    const auto round = [&] {
        for (const auto* event :
             {"opvang-begonnen", "bedenktijd-aangeboden", "persoon-vertrokken", "aangifte-gedaan",
              "persoon-teruggevonden", "strafzaak-geeindigd", "verblijf-geweigerd"}) {
            route->plan(event, counsel, plan);
            if (plan.outcome == Plan::Outcome::moves) route->move(plan);
        }
    };
    round();
    round();

    const long before = allocations;
    for (int i = 0; i < 100; ++i) round();
    CHECK(allocations == before);
}
#endif

TEST_CASE("pieces do not overlap, and are used again", "[routes][memory]") {
    std::vector<std::pair<void*, std::size_t>> pieces;
    for (std::size_t size = 1; size < 600; size += 7) {
        void* piece = pool_allocate(size);
        std::memset(piece, int(size & 0xFFU), size);
        pieces.emplace_back(piece, size);
    }
    for (const auto& [piece, size] : pieces) {
        const auto* bytes = static_cast<const unsigned char*>(piece);
        for (std::size_t i = 0; i < size; ++i) REQUIRE(bytes[i] == (size & 0xFFU));
        pool_deallocate(piece, size);
    }
    void* again = pool_allocate(40);
    pool_deallocate(again, 40);
    CHECK(pool_allocate(40) == again);
    pool_deallocate(again, 40);
}

TEST_CASE("a route may end on another thread than it began", "[routes][memory]") {
    for (int round = 0; round < 20; ++round) {
        std::vector<std::unique_ptr<Route>> routes(200);
        std::thread([&] {
            for (auto& route : routes) route = make_route("stappenplan");
        }).join();
        std::thread first([&] { routes.erase(routes.begin(), routes.begin() + 100); });
        first.join();
        Says says;
        for (auto& route : routes) {
            route->move(route->plan("persoon-vertrokken", says));
            REQUIRE(route->here().at(1) == "contact-verbroken");
        }
    }
}
