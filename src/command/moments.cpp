// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/moments.hpp"

#include <chrono>

namespace meldroute::inline v0 {

Moment moment_or_now(const Arguments& args, const std::string& option) {
    using namespace std::chrono;
    if (args.has(option)) return Moment::parse(args.value(option));
    const auto micros = duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
    return {micros, std::int16_t(amsterdam_offset(micros))};
}

} // namespace meldroute::inline v0
