// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Which person fills which role, from when until when. Rulebooks name roles only; people come and
// go, so they stand in the register. Nothing that was said here changes: an appointment is ended by
// saying so, and years later it can be seen who filled a role on a day, and who said it.

#pragma once

#include <meldroute/base/date.hpp>
#include <meldroute/casefile/entry.hpp>
#include <meldroute/casefile/telling.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meldroute::inline v0 {

/// A person in a role, from a moment, until another that is not part of it.
struct Appointment {
    enum class Kind : std::uint8_t {
        holder,   ///< the role is theirs (houder)
        stand_in, ///< while the holder is away (vervanger)
        on_call,  ///< in the hours of a roster, as by night (piket)
    };

    std::string role;
    std::string person; ///< the host's own id or a name; compared as given
    Kind kind = Kind::holder;
    Moment from;
    std::optional<Moment> until; ///< nothing for as long as nobody ends it
    std::string lender;          ///< the organisation that lends this person, "" for none

    bool operator==(const Appointment&) const = default;
};

/// A day counts as a whole, in Amsterdam: the moment at which it begins, and the one after it.
Moment start_of_day(Date day);
Moment end_of_day(Date day);

/// By whom something was told, and when it was written down.
struct Said {
    Actor by;
    Moment recorded;
};

/// From this moment on an appointment is over, whatever it said itself.
struct Ending {
    Moment at;
    Said said;
};

/// An appointment as the register has it.
struct Appointed {
    std::int64_t number = 0; ///< what an ending refers to
    Appointment what;        ///< as it was told
    Said said;
    std::vector<Ending> endings; ///< each earlier than the one before it

    /// When it is really over.
    std::optional<Moment> until() const;
    bool in_force(const Moment& at) const;
};

/// Who fills a role at a moment; all empty when nobody does.
struct Filled {
    std::vector<Appointed> on_call, stand_ins, holders;

    /// Who acts: a roster gives its hours to who is on call. Else a stand-in, who is appointed only
    /// for when the holder is away. Else whoever holds the role.
    const std::vector<Appointed>& acting() const&;
    std::vector<Appointed> acting() && { return std::as_const(*this).acting(); }
};

/// All that was ever said on who fills which role, in order.
class Roster {
public:
    /// Throws Usage: M1721 no person, M1722 it ends before it begins, M1723 borrowed without an end,
    /// M1724 the same person in the same role and kind at the same time.
    void check(const Appointment& appointment) const;
    /// Throws Usage: M1725 there is no such appointment, M1726 it is over by then, M1727 it has not
    /// begun. One that is ended at its own beginning never was in force.
    void check_ending(std::int64_t number, const Moment& at) const;

    /// Each becomes the next in order. Only what was checked.
    void add(Appointment appointment, Said said);
    void end(std::int64_t number, const Moment& at, Said said);
    /// Goes on past what was erased.
    void skip() { ++sequence_; }

    const std::vector<Appointed>& all() const { return all_; }
    std::int64_t sequence() const { return sequence_; }
    /// When the last of it was written down.
    const std::optional<Moment>& recorded() const { return recorded_; }

    /// Whether anybody was ever appointed in this role.
    bool has(std::string_view role) const;
    Filled filled(std::string_view role, const Moment& at) const;
    /// Whether this person fills the role in any way; a holder on leave still does.
    bool fills(std::string_view role, std::string_view person, const Moment& at) const;

private:
    const Appointed* find(std::int64_t number) const;

    std::vector<Appointed> all_;
    std::int64_t sequence_ = 0;
    std::optional<Moment> recorded_;
};

/// The roster is kept as a case is, under an id that no case has.
inline constexpr CaseId roster_id{};

} // namespace meldroute::inline v0
