// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Lets many made-up cases go through the step plan under a virtual clock, and says what that took
// and whether memory stayed flat. Usage: bench_years RULEBOOK; MELDROUTE_CASES says how many.

#include "casefile/virtual_years.hpp"
#include "dice.hpp"
#include "rounds.hpp"

#include <cstdio>
#include <sys/resource.h>

namespace {

constexpr int years_long = 60;

/// The most memory that this process had until now, in MiB.
double peak() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

void print(const virtual_years::Tally& tally, double took) {
    std::printf("| %lld | %lld | %lld | %lld | %lld | %lld | %lld | %lld | %.1f | %.0f |\n",
                (long long)(tally.cases), (long long)(tally.told + tally.noted),
                (long long)(tally.entries), (long long)(tally.duties), (long long)(tally.dates),
                (long long)(tally.late), (long long)(tally.in_time), (long long)(tally.most_open),
                took, peak());
    std::fflush(stdout);
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    const std::int64_t cases = meldroute::cases_or(10'000);
    virtual_years::Years all(meldroute::Rulebook::load(arguments[1]), 20261127);
    std::printf(
        "\n### %lld cases on the step plan, over %d virtual years\n\n"
        "| cases | tellings | entries | duties | due dates | shown late | done or left before "
        "| most open | s | peak MiB |\n|---|---|---|---|---|---|---|---|---|---|\n",
        (long long)(cases), years_long);
    const auto start = bench::processor_time();
    const auto say = [&] { print(all.tally(), bench::processor_time() - start); };
    all.pass(cases, years_long, say);
    say();
    const auto took = bench::processor_time() - start;
    std::printf("\nNo due date was lost. %.1f µs an entry.\n",
                took * 1e6 / double(all.tally().entries));
}
