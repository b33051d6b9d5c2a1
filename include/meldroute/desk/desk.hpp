// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The one door: open a rulebook and a register; report, tell, ask, see. Belongs to one thread at a
// time; several desks, in several programs, may work on one register.

#pragma once

#include <meldroute/casefile/chain.hpp>
#include <meldroute/casefile/telling.hpp>
#include <meldroute/desk/views.hpp>
#include <meldroute/register/register.hpp>
#include <meldroute/rulebook/rulebook.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

class Desk;
class Office;

/// One case, as it stands. Reading members show it at the last entry that this object has seen.
class Case {
public:
    const CaseId& id() const;
    std::string alias() const;
    std::int64_t sequence() const; ///< of the last entry

    /// Steps at which somebody owes something or the route is done, of every route of the case.
    std::vector<std::string> here() const;
    std::map<std::string, Standing> standing() const;
    const Situation& facts() const;
    const Rulebook& rulebook() const; ///< the one that the case is pinned to

    /// An event. Throws Refused with the reason and changes nothing: unknown to the routes of this
    /// case, out of turn, undecided, without a named person or a reason where one is asked, or by a
    /// person who does not fill the role (M1622, where the register says who does). Throws Conflict when somebody wrote in between: refresh() and look again.
    void tell(std::string_view event, const Telling& telling);
    /// Facts without an event: accepted at every step. Both take a repeated `telling.key` with the
    /// same event and facts for the same message, and do nothing; else Conflict M1802.
    void note(const Telling& telling);
    void refresh();
    /// As Desk::pass_time, for this case.
    std::vector<PassedView> pass_time(const Moment& until);

    std::vector<OptionView> options() const;
    /// Open duties, by due date, without a date last. `at` tells what is late, and who acts.
    std::vector<DutyView> duties(const Moment& at) const;
    std::vector<AlertView> alerts() const;
    /// What to ask next, and whom: first what the steps ask, then what would decide their advice.
    /// Nothing twice, and nothing while somebody is in acute danger.
    std::vector<QuestionView> questions(Lang lang) const;
    std::vector<OwnerView> owners() const;
    /// The same with the persons who act in these roles then.
    std::vector<OwnerView> owners(const Moment& at) const;
    std::vector<EntryView> entries() const;
    /// Of the partners that were decided on: what is for everybody, and what is for this role.
    std::vector<ContactView> contacts(std::string_view role) const;

    Ruling rule(std::string_view decision) const;
    Reasons reasons(std::string_view decision, const Audience& audience) const;
    /// As sentences, for who may see no personal data.
    std::string why(std::string_view decision, Lang lang) const;

private:
    friend class Desk;
    struct State;
    explicit Case(std::shared_ptr<State> state);
    std::shared_ptr<State> state_;
};

/// Is given one case after another, and none is held: a register of any size takes little memory. It
/// may use the desk, and may throw to stop; what was given as moved has moved.
using EachMigration = std::function<void(const MigrationView&)>;

class Desk {
public:
    /// Opens the register at `where` (":memory:" for one that is not kept). The rulebook is kept in
    /// it with the first entry that goes by it: who only looks writes nothing.
    Desk(const std::string& where, std::shared_ptr<const Rulebook> rulebook);
    ~Desk();
    Desk(Desk&&) noexcept;

    /// A new case on a route, by default `meldroute-intern`. `telling.key` is the host's own number:
    /// the same key gives the same case again; with other facts it is Conflict M1803. A case stays
    /// with the rulebook of its first entry until it is moved, whichever this desk has. Throws
    /// RulebookError M1519 when that rulebook is not in force on the day of `telling.at` in Amsterdam.
    Case report(const Telling& telling, std::string_view route = "meldroute-intern");
    /// By case id (hexadecimal) or by the host's own number. Throws Usage M1801.
    Case open(std::string_view id_or_key);
    std::vector<Case> cases();
    /// With the persons who act at this moment, where one is given.
    std::vector<WorkView> worklist(const WorkFilter& filter = {},
                                   const std::optional<Moment>& at = {});
    /// Every duty that is over time at this moment, the longest overdue first.
    std::vector<LateView> late(const Moment& at);
    /// Lets time pass in every case: each term that is over by this moment and that the rulebook
    /// gives an event (Duty::time_out) becomes an entry, in order. Call it as often as you like, from
    /// as many programs: what happened does not happen again. A refusal is listed, and stays late.
    std::vector<PassedView> pass_time(const Moment& until);
    /// What people decided in all cases, by the fact that they decided; counts, and nothing of a case.
    std::vector<DecidedView> decided();
    /// What moving each open case to this desk's rulebook would do; changes nothing. A case that goes
    /// by it already, or that is done, is not given.
    void look_ahead(const Moment& at, const Moves& moves, const EachMigration& each);
    /// Moves each open case that can go; the others are given with what is in the way. Throws Refused
    /// M1617 or M1620 without a named person or a reason, and RulebookError M1519 when the rulebook is
    /// not in force on that day; then nothing has changed.
    void migrate(const Telling& telling, const Moves& moves, const EachMigration& each);

    /// Keeps who fills a role (register/people.hpp), by whom that was said and when it was written
    /// down: all of them, or none. Gives their numbers; one that is there already, just so, keeps
    /// its own. Throws RulebookError M1508 for a role that is not in the rulebook, Usage M1811 when
    /// nobody says so, and as Roster::check(); with the place of the one that it is about, where
    /// `places` are given. From then on only who fills the role may decide in it.
    std::vector<std::int64_t> appoint(const std::vector<Appointment>& appointments,
                                      const Said& said, const std::vector<Place>& places = {});
    std::int64_t appoint(const Appointment& appointment, const Said& said);
    /// An appointment is over from `at` on. Throws Usage M1811, and as Roster::check_ending().
    void end_appointment(std::int64_t number, const Moment& at, const Said& said);
    /// All that ever were, as they were told and ended.
    std::vector<Appointed> appointments();
    /// Every role, with who fills it at this moment.
    std::vector<RoleView> people(const Moment& at);
    /// Roles that own open work and that nobody fills: nobody owns nothing.
    std::vector<std::string> unfilled(const Moment& at);

    /// Checks every byte that is kept, and lets every case move again by its own rulings. Throws
    /// Damaged for the first that is not what was stored.
    Verified verify();
    Register& kept();

private:
    Case show(const CaseId& id);
    /// One at a time; what was erased is passed over.
    void each_case(const std::function<void(Case)>& each);

    std::shared_ptr<Office> office_;
};

} // namespace meldroute::inline v0
