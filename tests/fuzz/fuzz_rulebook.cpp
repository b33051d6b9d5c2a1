// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A whole rulebook as one file: loaded, or refused with a number. What loads is what it says.

#include "fuzz/book.hpp"

#include <meldroute/rulebook/rulebook.hpp>

#include <cstdlib>

using namespace meldroute;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::refused_or_done([&] {
        const auto book = Rulebook::from_bundle(fuzz::text_of(data, size));
        const auto again = Rulebook::from_bundle(book->bundle());
        if (again->digest() != book->digest()) std::abort();
    });
    return 0;
}
