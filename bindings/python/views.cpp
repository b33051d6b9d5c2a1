// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "views.hpp"

#include "bindings.hpp"
#include "register/roster_entries.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0::python {
namespace {

constexpr const char* people = "meldroute.people";
constexpr const char* due_states[]{"running", "suspended", "not-started", "at-once", "repeating"};
constexpr const char* entry_kinds[]{"told", "noted", "corrected", "time", "migrated"};

/// An object of the class with this name in meldroute/cases.py.
template <class... Fields>
py::object shown(const char* name, Fields&&... fields) {
    return made("meldroute.cases", name, std::forward<Fields>(fields)...);
}

py::object text(const Text& what) {
    return to_python(what);
}

py::object source(const Source& what) {
    return to_python(what);
}

py::object reading(const Due::Reading& one) {
    py::tuple years(one.unknown_years.size());
    for (std::size_t i = 0; i < one.unknown_years.size(); ++i)
        years[i] = py::int_(one.unknown_years[i]);
    return shown("Reading", "label"_a = to_python(one.label), "date"_a = to_python(one.date),
                 "moment"_a = to_python(one.moment), "unknown_years"_a = years,
                 "calculation"_a = tuple_of(one.calculation, text));
}

py::object due(const Due& what) {
    return shown("Due", "state"_a = word(due_states, what.state), "date"_a = to_python(what.date),
                 "moment"_a = to_python(what.moment), "late_from"_a = to_python(what.late_from()),
                 "uncertain"_a = what.is_uncertain(),
                 "readings"_a = tuple_of(what.readings, reading),
                 "calculation"_a = tuple_of(what.calculation, text));
}

py::object ruling(const KeptRuling& kept) {
    return shown("KeptRuling", "decision"_a = kept.decision, "outcome"_a = to_python(*kept.outcome),
                 "unknown"_a = to_python(kept.unknown));
}

py::object decision(const std::optional<KeptDecision>& kept) {
    if (!kept) return py::none();
    return shown("KeptDecision", "fact"_a = kept->fact, "advice"_a = to_python(*kept->advice),
                 "decided"_a = to_python(*kept->decided), "deviates"_a = kept->deviates,
                 "unknown"_a = to_python(kept->unknown), "because"_a = kept->because);
}

py::object actor(const Actor& who) {
    return made(people, "Actor", "person"_a = who.person, "role"_a = who.role);
}

py::object facts(const JsonBox& told, const Vocabulary& vocabulary) {
    Situation situation(vocabulary);
    if (!told->is_null()) situation.tell(JsonNode::wrap(*told, ""));
    return to_python(situation);
}

} // namespace

py::object to_python(const Picture& picture) {
    return py::module_::import("meldroute.pictures")
        .attr("Picture")("route"_a = picture.route, "title"_a = picture.title,
                         "svg"_a = svg(picture), "mermaid"_a = mermaid(picture),
                         "dot"_a = dot(picture));
}

py::object view(const OptionView& option) {
    const auto steps = [](const std::vector<std::string>& ids) { return to_python(ids); };
    return shown("Option", "route"_a = option.route, "event"_a = option.event,
                 "deciding"_a = option.deciding, "by"_a = option.by, "possible"_a = option.possible,
                 "unknown"_a = to_python(option.unknown), "needs"_a = to_python(option.needs),
                 "leads_to"_a = tuple_of(option.leads_to, steps),
                 "rulings"_a = tuple_of(option.rulings, ruling));
}

py::object view(const DutyView& duty) {
    return shown("Duty", "id"_a = duty.id, "route"_a = duty.route, "step"_a = duty.step,
                 "role"_a = duty.role, "label"_a = to_python(duty.label),
                 "certain"_a = duty.certain, "term"_a = duty.term,
                 "due"_a = duty.due ? due(*duty.due) : py::none(),
                 "remind"_a = to_python(duty.remind), "since"_a = to_python(duty.since),
                 "source"_a = tuple_of(duty.source, source), "persons"_a = to_python(duty.persons));
}

py::object view(const AlertView& alert) {
    return shown("Alert", "id"_a = alert.id, "label"_a = to_python(alert.label),
                 "certain"_a = alert.certain);
}

py::object view(const OwnerView& owner) {
    return shown("Owner", "route"_a = owner.route, "step"_a = owner.step, "role"_a = owner.role,
                 "persons"_a = to_python(owner.persons));
}

py::object view(const LateView& late) {
    return shown("LateDuty", "case_id"_a = late.case_id.hex(), "key"_a = late.alias,
                 "duty"_a = view(late.duty), "unseen"_a = late.duty.unseen);
}

py::object view(const PassedView& passed) {
    const TimeOut& over = passed.time_out;
    return shown("TimeOut", "case_id"_a = passed.case_id.hex(), "key"_a = passed.alias,
                 "route"_a = over.route, "step"_a = over.step, "duty"_a = over.duty,
                 "event"_a = over.event, "at"_a = to_python(over.at), "refused"_a = passed.refused);
}

py::object view(const MigrationView& one) {
    const auto role = [](const std::optional<std::string>& id) {
        return id ? py::object(py::str(*id)) : py::none();
    };
    const auto obstacle = [](const Obstacle& what) {
        return shown("Obstacle", "code"_a = what.code, "about"_a = what.about,
                     "words"_a = to_python(what.words));
    };
    const auto change = [&](const DutyChange& what) {
        return shown("DutyChange", "id"_a = what.id, "role_before"_a = role(what.role_before),
                     "role_after"_a = role(what.role_after),
                     "due_before"_a = to_python(what.due_before),
                     "due_after"_a = to_python(what.due_after), "over"_a = what.over);
    };
    return shown("Migration", "case_id"_a = one.case_id.hex(), "key"_a = one.alias,
                 "version"_a = one.from,
                 "obstacles"_a = tuple_of(one.migration.obstacles, obstacle),
                 "changes"_a = tuple_of(one.migration.changes, change), "moved"_a = one.moved);
}

py::object view(const ContactView& contact) {
    return shown("Contact", "partner"_a = contact.partner, "number"_a = contact.number,
                 "when"_a = to_python(contact.when));
}

py::object view(const DecidedView& one) {
    return shown("Decided", "fact"_a = one.fact, "decided"_a = one.decided,
                 "deviating"_a = one.deviating, "past_unknown"_a = one.past_unknown);
}

py::object view(const WorkView& work) {
    return shown("WorkItem", "case_id"_a = work.case_id.hex(), "key"_a = work.alias,
                 "route"_a = work.route, "step"_a = work.step, "owner"_a = work.owner,
                 "duty"_a = work.duty, "due"_a = to_python(work.due),
                 "persons"_a = to_python(work.persons));
}

py::object view(const Appointed& appointed) {
    const Appointment& what = appointed.what;
    const auto ending = [](const Ending& one) {
        return made(people, "Ending", "until"_a = to_python(one.at), "by"_a = actor(one.said.by),
                    "recorded"_a = to_python(one.said.recorded));
    };
    return made(people, "Appointment", "number"_a = appointed.number, "role"_a = what.role,
                "person"_a = what.person, "kind"_a = to_python(std::string(word_of(what.kind))),
                "since"_a = to_python(what.from), "until"_a = to_python(appointed.until()),
                "lender"_a = what.lender, "by"_a = actor(appointed.said.by),
                "recorded"_a = to_python(appointed.said.recorded),
                "endings"_a = tuple_of(appointed.endings, ending));
}

py::object view(const RoleView& role) {
    const auto all = [](const std::vector<Appointed>& some) {
        return tuple_of(some, [](const Appointed& one) { return view(one); });
    };
    return made(people, "RolePeople", "role"_a = role.role, "acting"_a = all(role.filled.acting()),
                "on_call"_a = all(role.filled.on_call), "stand_ins"_a = all(role.filled.stand_ins),
                "holders"_a = all(role.filled.holders), "owns_work"_a = role.owns_work);
}

py::object view(const Verified& verified) {
    return shown("Verified", "cases"_a = verified.cases, "entries"_a = verified.entries,
                 "erased"_a = verified.erased);
}

py::object view(const QuestionView& dutch, const QuestionView& english) {
    return shown("Question", "fact"_a = dutch.fact,
                 "words"_a = to_python(Text{dutch.words, english.words}), "who"_a = dutch.who,
                 "decision"_a = dutch.decision);
}

py::object view(const EntryView& entry, const Vocabulary& vocabulary) {
    if (!entry.body) return shown("Entry", "sequence"_a = entry.sequence, "erased"_a = true);
    const Body& body = *entry.body;
    const py::object cause = body.cause ? py::object(py::int_(*body.cause)) : py::none();
    return shown("Entry", "sequence"_a = entry.sequence, "erased"_a = false,
                 "kind"_a = word(entry_kinds, body.kind), "recorded"_a = to_python(body.recorded),
                 "occurred"_a = to_python(body.occurred), "event"_a = body.event,
                 "person"_a = body.person, "role"_a = body.role, "key"_a = body.key,
                 "facts"_a = facts(body.facts, vocabulary),
                 "rulings"_a = tuple_of(body.rulings, ruling),
                 "decision"_a = decision(body.decision), "standing"_a = view(body.here),
                 "rulebook"_a = body.rulebook, "engine"_a = body.engine, "cause"_a = cause);
}

py::dict view(const std::map<std::string, Standing>& standing) {
    py::dict by_route;
    for (const auto& [route, where] : standing)
        by_route[py::str(route)] =
            shown("Standing", "leaves"_a = to_python(where.leaves), "gate"_a = where.gate);
    return by_route;
}

} // namespace meldroute::inline v0::python
