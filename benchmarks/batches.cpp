// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//

#include "batches.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <span>
#include <thread>

namespace bench {
namespace {

/// What a batch took on so many threads, in nanoseconds a record.
struct BatchTime {
    double processor, clock; ///< of the thread that took longest; with starting the threads

    static BatchTime of(const Subject& s, const Table& table, std::span<meldroute::Outcome> out,
                        std::size_t threads) {
        const auto count = out.size();
        std::vector<double> each(threads);
        const auto start = std::chrono::steady_clock::now();
        std::vector<std::thread> running;
        for (std::size_t t = 0; t < threads; ++t)
            running.emplace_back([&, t, from = count * t / threads] {
                const auto size = count * (t + 1) / threads - from;
                const auto begin = processor_time();
                s.decisions->decide(s.decision(0), table.columns.part(from, size),
                                    out.subspan(from, size));
                each[t] = processor_time() - begin;
            });
        for (auto& thread : running) thread.join();
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        const auto a_record = 1e9 / double(count);
        return {*std::max_element(each.begin(), each.end()) * a_record, took.count() * a_record};
    }
};

/// Processor time, because others wait for the same cores; by the clock what they disturbed least.
void growth_of_batch(const Subject& s, std::size_t count) {
    std::vector<Record> records(count);
    for (std::size_t i = 0; i < count; ++i) records[i] = s.fresh[i * 7919 % s.fresh.size()];
    const Table table(*s.vocabulary, records);
    std::vector<meldroute::Outcome> out(count);
    std::array<std::vector<double>, 2> processor, clock;
    for (std::size_t round = std::clamp<std::size_t>(4000000 / count, 9, 101); round > 0; --round)
        for (std::size_t threads = 1; threads <= 2; ++threads) {
            const auto took = BatchTime::of(s, table, out, threads);
            processor[threads - 1].push_back(took.processor);
            clock[threads - 1].push_back(took.clock);
        }
    const auto best = [&](std::size_t i) {
        return *std::min_element(clock[i].begin(), clock[i].end());
    };
    const double one = median(processor[0]), two = median(processor[1]);
    std::printf("| %zu | %.4g | %.4g | %.3g | %.3g |\n", count, one, two, one / two,
                best(0) / best(1));
    std::fflush(stdout);
}

} // namespace

void growth_of_batches(const Subject& s) {
    std::printf("\n### Records, «all», 2000 rules: ns a record by columns\n\n"
                "| records | one thread | two threads | one / two | the same by the clock |\n"
                "|---|---|---|---|---|\n");
    for (const std::size_t count : {10000, 100000, 1000000}) growth_of_batch(s, count);
}

} // namespace bench
