// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A case system that links meldroute.

#include <meldroute/base/date.hpp>
#include <meldroute/base/id.hpp>

#include <iostream>

int main() {
    std::cout << std::boolalpha << meldroute::is_id("melding.kanaal") << '\n'
              << meldroute::is_id("Melding Kanaal") << '\n';
}
