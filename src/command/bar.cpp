// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/bar.hpp"

#include <iostream>
#include <unistd.h>

namespace meldroute::inline v0 {

constexpr int width = 40;

Bar::Bar(Lang lang) : lang_(lang), shown_(::isatty(STDERR_FILENO) == 1) {}

Bar::~Bar() {
    if (full_ >= 0) std::cerr << "\r\x1b[K" << std::flush;
}

void Bar::operator()(int done, int all) {
    const int full = all == 0 ? width : done * width / all;
    if (!shown_ || full == full_) return;
    full_ = full;
    std::cerr << "\r\x1b[K";
    for (int i = 0; i < width; ++i) std::cerr << (i < full ? "█" : "░");
    std::cerr << " " << done << (lang_ == Lang::nl ? " van " : " of ") << all << std::flush;
}

} // namespace meldroute::inline v0
