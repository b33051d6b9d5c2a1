// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Who may be told of a signal, how they are reached, and on which ground they receive anything
// about a person.

#pragma once

#include <meldroute/base/source.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// Why data about a person may go somewhere: a basis with the task that carries it, the exception
/// for what may otherwise not be told, and a purpose. A basis alone is no ground.
struct Ground {
    std::string id;
    Text label;
    std::vector<Source> basis;
    std::vector<Source> task;      ///< empty where `consent` carries it
    std::vector<Source> exception; ///< empty: none is needed
    std::string consent;           ///< the fact that tells of it, of one receiver and one purpose
    Text purpose;
    std::vector<Source> source;
};

/// A number or address.
struct Contact {
    std::string number;
    Text when;                      ///< what it is for; empty: anything
    std::vector<std::string> roles; ///< who may see it; empty: everybody
};

/// An organisation that can receive a signal or give care. Its id is a value of codes/partners.
struct Partner {
    std::string id;
    Text label;
    std::vector<Contact> contacts;
    std::vector<std::string> grounds; ///< on which it receives
    bool receives = true;             ///< false: never anything about a person
    std::vector<Source> source;

    /// Whether it is said on which ground it receives, or that it never does.
    bool settled() const { return !receives || !grounds.empty(); }
    /// Those that are for everybody, and with a role those that are for it.
    std::vector<Contact> seen_by(std::string_view role) const;
};

} // namespace meldroute::inline v0
