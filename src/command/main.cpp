// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/command.hpp"

#include <iostream>
#include <vector>

int main(int count, char** words) {
    const std::vector<std::string> args(words + 1, words + count);
    return meldroute::run(args, std::cout, std::cerr);
}
