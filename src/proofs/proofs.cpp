// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/proofs/proofs.hpp>

#include "proofs/decision_prover.hpp"
#include "proofs/table_prover.hpp"

#include <algorithm>
#include <iterator>

namespace meldroute::inline v0 {

std::vector<Proof> prove(const Decisions& decisions) {
    const Book& book = decisions.book();
    std::vector<Proof> out;
    const auto add = [&](std::vector<Proof> more) {
        std::move(more.begin(), more.end(), std::back_inserter(out));
    };
    for (std::size_t i = 0; i < book.decisions.size(); ++i) {
        const auto& [through, open] = std::pair(book.decisions[i].through, book.decisions[i].open);
        if (open || std::any_of(through.begin(), through.end(),
                                [&](std::size_t below) { return book.decisions[below].open; }))
            continue;
        if (book.decisions[i].table) add(prove_table(decisions, i));
        add(prove_outcomes(decisions, i));
    }
    return out;
}

} // namespace meldroute::inline v0
