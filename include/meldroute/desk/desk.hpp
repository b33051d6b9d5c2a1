// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The one door: open a rulebook and a register; report, tell, ask, see. Belongs to one thread at a
// time; several desks, in several programs, may work on one register.

#pragma once

#include <meldroute/casefile/chain.hpp>
#include <meldroute/desk/views.hpp>
#include <meldroute/register/register.hpp>
#include <meldroute/rulebook/rulebook.hpp>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// A person in a role. An event that decides is refused without both.
struct Actor {
    std::string person, role;
};

/// What somebody tells: facts, by whom, when it happened, and why.
struct Telling {
    JsonBox facts;       ///< an object, or null
    Actor by;
    Moment at;           ///< when it happened, and when it is written down unless `recorded` says
    std::string because; ///< reason of a decision
    std::string key;     ///< the host's own number for this message: telling it again does nothing
    /// A named person decides past an unknown: what the decision with this id is taken to say.
    std::map<std::string, bool> past = {};
    std::optional<Moment> recorded = {};
};

class Desk;

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
    /// case, out of turn, undecided, without a named person or a reason where one is asked. Throws
    /// Conflict when somebody wrote in between: refresh() and look again.
    void tell(std::string_view event, const Telling& telling);
    /// Facts without an event.
    void note(const Telling& telling);
    void refresh();

    std::vector<OptionView> options() const;
    /// Open duties, by due date, without a date last. `at` tells what is late.
    std::vector<DutyView> duties(const Moment& at) const;
    std::vector<AlertView> alerts() const;
    /// What to ask next, and whom; nothing while somebody is in acute danger.
    std::vector<QuestionView> questions(Lang lang) const;
    std::vector<OwnerView> owners() const;
    std::vector<EntryView> entries() const;

    Ruling rule(std::string_view decision) const;
    std::string why(std::string_view decision, Lang lang) const;

private:
    friend class Desk;
    struct State;
    explicit Case(std::shared_ptr<State> state);
    std::shared_ptr<State> state_;
};

class Desk {
public:
    /// Opens the register at `where` (":memory:" for one that is not kept) and stores the bundle.
    Desk(const std::string& where, std::shared_ptr<const Rulebook> rulebook);
    ~Desk();
    Desk(Desk&&) noexcept;

    /// A new case on a route, by default `meldroute-intern`. `telling.key` is the host's own number:
    /// the same key gives the same case again; with other facts it is a Conflict.
    Case report(const Telling& telling, std::string_view route = "meldroute-intern");
    /// By case id (hexadecimal) or by the host's own number. Throws Usage M1801.
    Case open(std::string_view id_or_key);
    std::vector<Case> cases();
    std::vector<WorkView> worklist(const WorkFilter& filter = {});
    Verified verify();
    Register& kept();

private:
    struct Inside;
    std::shared_ptr<Inside> inside_;
};

} // namespace meldroute::inline v0
