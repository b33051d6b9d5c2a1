// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/now.hpp"

#include <chrono>

namespace meldroute::inline v0 {

Moment now() {
    using namespace std::chrono;
    const auto micros = duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
    return {micros, std::int16_t(amsterdam_offset(micros))};
}

Moment moment_or_now(const Arguments& args, std::string_view option) {
    return args.has(option) ? Moment::parse(args.value(option)) : now();
}

} // namespace meldroute::inline v0
