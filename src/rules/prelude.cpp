// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/prelude.hpp"

#include <algorithm>
#include <bit>

namespace meldroute::inline v0 {
namespace {

constexpr std::size_t bits_in_word = 64;

/// After so many rows that do not hold the index is the faster way. It always is in a table whose
/// rows are bits of one word: there it is as fast, and hardly a branch in it depends on the facts.
constexpr std::size_t most_rows = 16;

bool is_small(const Interval& domain) {
    return domain.low > INT64_MIN / 2 && domain.high < INT64_MAX / 2 &&
           domain.high - domain.low < std::int64_t{bits_in_word};
}

std::uint64_t bits_of(const Intervals& within, const Interval& domain) {
    std::uint64_t out = 0;
    for (auto value = domain.low; value <= domain.high; ++value)
        out |= std::uint64_t{contains(within, value)} << (value - domain.low);
    return out;
}

} // namespace

/// None of what takes longer to look at: another decision, a text, several ranges of many values.
std::optional<Prelude::Look> Prelude::look_of(const Book& book, const Cell& cell) {
    if (cell.input.decision) return {};
    const auto slot = cell.input.index;
    const auto bit = [&] { return std::uint64_t{1} << cell.member; };
    switch (cell.test) {
    case Cell::Test::unknown: return Look{Look::Kind::unknown, slot, 0, 0};
    case Cell::Test::member: return Look{Look::Kind::member, slot, 0, bit()};
    case Cell::Test::not_member: return Look{Look::Kind::not_member, slot, 0, bit()};
    case Cell::Test::within: break;
    }
    if (book.type(cell.input).kind == Kind::text) return {};
    const Interval domain = book.domain(cell.input);
    if (is_small(domain))
        return Look{Look::Kind::any_of, slot, domain.low, bits_of(cell.within, domain)};
    if (cell.within.size() != 1) return {};
    const auto low = std::max(cell.within.front().low, domain.low),
               high = std::min(cell.within.front().high, domain.high);
    if (low > high) return {};
    return Look{Look::Kind::range, slot, low, std::uint64_t(high) - std::uint64_t(low)};
}

/// A guess at how often a look holds, were all values as likely.
double Prelude::share(const Book& book, const Look& look) {
    const auto [low, high] = book.domain({false, look.slot});
    switch (look.kind) {
    case Look::Kind::range: return double(look.allows) / (double(high) - double(low));
    case Look::Kind::any_of: return std::popcount(look.allows) / (double(high - low) + 1);
    case Look::Kind::member: return 0.25;
    case Look::Kind::not_member: return 0.75;
    case Look::Kind::unknown: break;
    }
    return 0.1;
}

Prelude::Prelude(const Book& book, const Decision& decision) {
    if (!decision.table || decision.table->take != Take::first) return;
    const auto& rows = decision.table->rows;
    for (std::size_t i = 0; rows.size() > bits_in_word && i < most_rows; ++i) {
        std::vector<Look> looks;
        for (const auto& cell : rows[i].cells) {
            const auto look = look_of(book, cell);
            if (!look) return;
            looks.push_back(*look);
        }
        // What fails most goes first, so that the processor seldom guesses wrong.
        std::stable_sort(looks.begin(), looks.end(), [&](const Look& a, const Look& b) {
            return share(book, a) < share(book, b);
        });
        const auto from = std::uint32_t(looks_.size());
        looks_.insert(looks_.end(), looks.begin(), looks.end());
        rows_.push_back({from, std::uint32_t(looks_.size()), &rows[i]});
    }
}

} // namespace meldroute::inline v0
