// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A cell as people say it.

#pragma once

#include "rules/model.hpp"

#include <string>

namespace meldroute::inline v0 {

/// "«leeftijd van het mogelijke slachtoffer» is hoogstens 17".
std::string words(const Book& book, const Cell& cell, Lang lang);

/// How people call a fact or decision: its label without a question mark, or its id.
std::string name(const Book& book, const Input& input, Lang lang);

/// "«leeftijd»", or "het antwoord op «Hoe oud is zij?»".
std::string named(const Book& book, const Input& input, Lang lang);

/// "a, b en c".
std::string join(const std::vector<std::string>& parts, std::string_view last);

} // namespace meldroute::inline v0
