// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/kept.hpp"

#include <meldroute/casefile/chain.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

namespace meldroute::inline v0 {

bool is_register(const std::string& file) {
    constexpr std::string_view begins = "SQLite format 3";
    std::array<char, begins.size()> head{};
    std::ifstream(file, std::ios::binary).read(head.data(), head.size());
    return std::string_view(head.data(), head.size()) == begins;
}

std::unique_ptr<Register> open_existing(const std::string& file) {
    if (!std::filesystem::is_regular_file(file)) fail(Fault::file_missing, {file});
    return open_register(file);
}

std::shared_ptr<const Rulebook> rulebook_of(Register& kept, std::string_view id_or_key) {
    auto id = kept.find(id_or_key);
    if (!id) id = CaseId::parse(id_or_key);
    for (const Entry& entry : kept.read(*id)) {
        if (entry.erased()) continue;
        const std::string digest = from_hex(read_body(entry).rulebook);
        Digest bytes{};
        std::copy_n(digest.begin(), std::min(digest.size(), bytes.size()), bytes.begin());
        if (const auto bundle = kept.get_bundle(bytes)) return Rulebook::from_bundle(*bundle);
    }
    fail(Fault::case_not_found);
}

std::shared_ptr<const Rulebook> any_rulebook(Register& kept) {
    auto cases = kept.cases();
    std::ranges::reverse(cases);
    for (const CaseLine& line : cases) {
        try {
            return rulebook_of(kept, line.id.hex());
        } catch (const Usage&) {
            continue; // erased
        }
    }
    return nullptr;
}

} // namespace meldroute::inline v0
