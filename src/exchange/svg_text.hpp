// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Text in a picture that nobody can measure: widths are estimated on the wide side, so that words
// stay inside their card in any plain sans-serif font.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// In pixels, at this size of letter.
int text_width(std::string_view text, int size);

/// Lines of whole words that fit; a word that is longer than a line stands alone.
std::vector<std::string> wrapped(std::string_view text, int size, int width);

/// For content and attributes of XML.
std::string xml(std::string_view text);

} // namespace meldroute::inline v0
