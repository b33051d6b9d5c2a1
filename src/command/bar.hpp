// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// How far it is, on the terminal, where there is one.

#pragma once

#include <meldroute/base/error.hpp>

namespace meldroute::inline v0 {

class Bar {
public:
    explicit Bar(Lang lang);
    ~Bar(); ///< wipes it

    void operator()(int done, int all);

private:
    Lang lang_;
    bool shown_;
    int full_ = -1;
};

} // namespace meldroute::inline v0
