// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/arguments.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

} // namespace

Arguments::Arguments(std::span<const std::string> args, const std::vector<std::string>& options,
                     const std::vector<std::string>& flags, Lang lang)
    : lang_(lang) {
    for (std::size_t i = 0; i < args.size(); ++i) {
        const std::string& arg = args[i];
        if (arg.size() < 2 || arg[0] != '-') {
            words_.push_back(arg);
        } else if (holds(flags, arg)) {
            flags_.insert(arg);
        } else if (holds(options, arg)) {
            if (++i == args.size())
                throw WrongUse(
                    {"achter " + arg + " ontbreekt iets", "something is missing after " + arg});
            options_[arg] = args[i];
        } else {
            throw WrongUse(
                {"deze opdracht kent " + arg + " niet", "this command does not know " + arg});
        }
    }
}

void Arguments::want(std::size_t least, std::size_t most) const {
    if (words_.size() < least)
        throw WrongUse(
            {"er ontbreekt iets achter de opdracht", "something is missing after the command"});
    if (words_.size() > most)
        throw WrongUse(
            {"\"" + words_[most] + "\" is te veel", "\"" + words_[most] + "\" is one too many"});
}

bool Arguments::has(std::string_view option) const {
    return flags_.contains(option) || options_.contains(option);
}

std::string Arguments::value(std::string_view option) const {
    const auto found = options_.find(option);
    return found == options_.end() ? "" : found->second;
}

} // namespace meldroute::inline v0
