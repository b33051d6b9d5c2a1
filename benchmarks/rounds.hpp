// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Times variants in turns in one process, so that what disturbs one disturbs all; says the median
// of each and the median of its ratios to the first.

#pragma once

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

namespace bench {

/// Does so many operations; what it gives keeps the compiler from leaving them out.
using Work = std::function<std::int64_t(std::size_t)>;

struct Variant {
    std::string name;
    Work work;
    double operations = 1; ///< in one piece of work
};

struct Timing {
    std::string name;
    double median = 0; ///< nanoseconds for one operation
    double ratio = 1;  ///< to the first variant
};

/// Of this thread: others that share the machine do not count.
inline double processor_time() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) * 1e-9;
}

inline double seconds(const Variant& variant, std::size_t times) {
    const auto start = processor_time();
    [[maybe_unused]] volatile std::int64_t sink = variant.work(times);
    return processor_time() - start;
}

inline double median(std::vector<double> all) {
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
}

inline std::size_t enough(const Variant& variant, double slice) {
    for (std::size_t times = 1;; times *= 3)
        if (const double took = seconds(variant, times); took > slice / 4)
            return std::max<std::size_t>(1, std::size_t(double(times) * slice / took));
}

inline std::vector<Timing> rounds(const std::vector<Variant>& variants, int count,
                                  double slice = 0.02) {
    std::vector<std::size_t> times;
    for (const auto& variant : variants) times.push_back(enough(variant, slice));
    std::vector<std::vector<double>> took(variants.size());
    for (int round = 0; round < count; ++round)
        for (std::size_t i = 0; i < variants.size(); ++i)
            took[i].push_back(seconds(variants[i], times[i]) * 1e9 /
                              (double(times[i]) * variants[i].operations));
    std::vector<Timing> out;
    for (std::size_t i = 0; i < variants.size(); ++i) {
        std::vector<double> ratios;
        for (std::size_t round = 0; round < took[i].size(); ++round)
            ratios.push_back(took[i][round] / took[0][round]);
        out.push_back({variants[i].name, median(took[i]), median(ratios)});
    }
    return out;
}

} // namespace bench
