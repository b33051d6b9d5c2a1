// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What goes wrong is thrown as one of five exceptions, and says its number for life, the place,
// what is wrong and what to do. No message holds a fact's value: it may end up in a server log.

#pragma once

#include <meldroute/base/faults.hpp>

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

enum class Lang { nl, en };

/// Where in what somebody wrote the fault stands. Empty members are left out of messages.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
    std::string pointer; ///< JSON pointer (RFC 6901)
    std::string row;     ///< id of a table row

    bool operator==(const Place&) const = default;
};

/// Base of the five. `what()` is English; `text(Lang::nl)` says the same in Dutch.
class __attribute__((visibility("default"))) Error : public std::runtime_error {
public:
    Error(Fault fault, std::vector<std::string> words, Place place);

    Fault fault() const { return fault_; }
    /// "M1042": stable for ever, listed in docs/errors.md.
    std::string code() const;
    const Place& place() const { return place_; }
    const std::vector<std::string>& words() const { return words_; }

    /// Place, what is wrong and what to do, on one line.
    std::string text(Lang lang) const;

private:
    Fault fault_;
    std::vector<std::string> words_;
    Place place_;
};

#define MELDROUTE_EXCEPTION(Name)                                                                  \
    class __attribute__((visibility("default"))) Name : public Error {                             \
        using Error::Error;                                                                        \
    }

/// The rulebook, or what was said in its terms, is wrong.
MELDROUTE_EXCEPTION(RulebookError);
/// What was told does not fit where the case stands; nothing changed.
MELDROUTE_EXCEPTION(Refused);
/// Somebody else wrote first; read again.
MELDROUTE_EXCEPTION(Conflict);
/// Stored bytes are not what was stored.
MELDROUTE_EXCEPTION(Damaged);
/// The library was called wrongly.
MELDROUTE_EXCEPTION(Usage);

#undef MELDROUTE_EXCEPTION

/// Throws the exception that the table gives for this fault. Words fill {0}, {1}, … in its text:
/// ids, names and limits, never a fact's value.
[[noreturn]] void fail(Fault fault, std::vector<std::string> words = {}, Place place = {});

/// One line of the table of faults.
struct FaultText {
    Fault fault;
    enum class Kind { rulebook, refused, conflict, damaged, usage } kind;
    std::string_view en, nl;           ///< what is wrong
    std::string_view hint_en, hint_nl; ///< what to do, may be empty
};

/// Every fault, in order of number.
const std::vector<FaultText>& fault_table();

} // namespace meldroute::inline v0
