// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What stands behind a command: words, options with a value, flags, and the language for people.

#pragma once

#include <meldroute/base/json.hpp>

#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// The command was called wrongly; says how.
class WrongUse : public std::runtime_error {
public:
    explicit WrongUse(Text words) : std::runtime_error(words.en), words_(std::move(words)) {}

    const Text& words() const { return words_; }

private:
    Text words_;
};

class Arguments {
public:
    /// Throws WrongUse for an option that is in neither list, or that lacks its value.
    Arguments(std::span<const std::string> args, const std::vector<std::string>& options,
              const std::vector<std::string>& flags, Lang lang);

    /// Throws WrongUse when there are fewer words than `least` or more than `most`.
    void want(std::size_t least, std::size_t most) const;

    Lang lang() const { return lang_; }
    /// The one of these two that is in the language asked for.
    const std::string& say(const Text& text) const { return text.in(lang_); }
    const std::vector<std::string>& words() const { return words_; }
    const std::string& operator[](std::size_t i) const { return words_.at(i); }
    bool has(std::string_view option) const;
    /// The value of an option, or "".
    std::string value(std::string_view option) const;

private:
    Lang lang_;
    std::vector<std::string> words_;
    std::map<std::string, std::string, std::less<>> options_;
    std::set<std::string, std::less<>> flags_;
};

} // namespace meldroute::inline v0
