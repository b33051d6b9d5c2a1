// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A page of plain text of at most 100 columns, for a terminal or for paper. No colour: what it
// says, it says in words.

#pragma once

#include <meldroute/base/json.hpp>

#include <iosfwd>
#include <string>
#include <string_view>

namespace meldroute::inline v0 {

class Page {
public:
    static constexpr int width = 100;

    explicit Page(std::ostream& out, Lang lang = Lang::nl) : out_(out), lang_(lang) {}

    Lang lang() const { return lang_; }
    const std::string& say(const Text& text) const { return text.in(lang_); }

    /// A title between two lines across the page.
    void title(std::string_view text);
    /// A heading in capitals with a blank line before it.
    void heading(std::string_view text);
    void heading(const Text& text) { heading(say(text)); }
    /// A paragraph: every line begins at this column.
    void text(int indent, std::string_view text);
    void text(int indent, const Text& words) { text(indent, say(words)); }
    /// Lines as they come, each with its own indent.
    void lines(std::string_view text);
    /// One line however long: to be copied.
    void whole(int indent, std::string_view text);
    /// A paragraph that hangs from a mark, a date or a name.
    void item(int indent, std::string_view mark, std::string_view text);
    /// The same, with the text of all fields at one column.
    void field(int indent, std::string_view name, std::string_view text);
    void field(int indent, const Text& name, std::string_view text) {
        field(indent, say(name), text);
    }
    void blank();

private:
    void wrap(const std::string& first, int indent, std::string_view text);

    std::ostream& out_;
    Lang lang_;
};

/// How many columns a UTF-8 text takes.
int columns(std::string_view text);
/// The text and as many spaces as make it this wide.
std::string padded(std::string_view text, int width);

} // namespace meldroute::inline v0
