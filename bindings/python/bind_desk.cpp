// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "bindings.hpp"
#include "shared_desk.hpp"
#include "views.hpp"

#include <meldroute/desk/pictures.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0::python {
namespace {

std::map<std::string, bool> past_of(py::handle past) {
    std::map<std::string, bool> all;
    const auto told = json_of(past);
    for (const auto& [decision, answer] : told.items()) {
        if (!answer.is_boolean()) fail(Fault::python_type_unfit, {answer.type_name()});
        all[decision] = answer.get<bool>();
    }
    return all;
}

/// `told` is made by Telling in meldroute/telling.py.
Telling telling_of(py::handle told) {
    const auto optional_moment = [](const py::object& moment) {
        return moment.is_none() ? std::nullopt : std::optional(moment_of(moment));
    };
    Telling telling;
    telling.facts = json_of(told.attr("facts"));
    telling.by = actor_of(told.attr("by"));
    telling.at = moment_of(told.attr("at"));
    telling.because = string_of(told.attr("because"));
    telling.key = string_of(told.attr("key"));
    telling.past = past_of(told.attr("past"));
    telling.recorded = optional_moment(told.attr("recorded"));
    return telling;
}

SharedDesk open_desk(py::handle where, const SharedRulebook& rulebook) {
    const auto name = string_of(where);
    return unlocked([&] {
        return SharedDesk{Desk(name, rulebook.book), std::make_shared<std::mutex>()};
    });
}

SharedCase report(SharedDesk& self, py::handle told, py::handle route) {
    const auto telling = telling_of(told);
    const auto name = string_of(route);
    return in_turn(self.turn, [&] {
        return SharedCase{self.desk.report(telling, name), self.turn};
    });
}

SharedCase open_case(SharedDesk& self, py::handle id_or_key) {
    const auto name = string_of(id_or_key);
    return in_turn(self.turn, [&] { return SharedCase{self.desk.open(name), self.turn}; });
}

py::tuple cases(SharedDesk& self) {
    auto all = in_turn(self.turn, [&] { return self.desk.cases(); });
    return tuple_of(all, [&](const Case& one) { return py::cast(SharedCase{one, self.turn}); });
}

py::tuple worklist(SharedDesk& self, py::handle owner, py::handle due_by, py::handle at) {
    WorkFilter filter;
    filter.owner = string_of(owner);
    if (!due_by.is_none()) filter.due_by = date_of(due_by);
    const auto moment = at.is_none() ? std::nullopt : std::optional(moment_of(at));
    const auto lines = in_turn(self.turn, [&] { return self.desk.worklist(filter, moment); });
    return tuple_of(lines, [](const WorkView& line) { return view(line); });
}

py::tuple late(SharedDesk& self, py::handle at) {
    const auto moment = moment_of(at);
    const auto lines = in_turn(self.turn, [&] { return self.desk.late(moment); });
    return tuple_of(lines, [](const LateView& line) { return view(line); });
}

py::tuple pass_time(SharedDesk& self, py::handle until) {
    const auto moment = moment_of(until);
    const auto lines = in_turn(self.turn, [&] { return self.desk.pass_time(moment); });
    return tuple_of(lines, [](const PassedView& line) { return view(line); });
}

py::tuple decided(SharedDesk& self) {
    const auto all = in_turn(self.turn, [&] { return self.desk.decided(); });
    return tuple_of(all, [](const DecidedView& one) { return view(one); });
}

py::tuple look_ahead(SharedDesk& self, py::handle at, py::handle moves) {
    const auto moment = moment_of(at);
    const auto names = Moves::read(JsonNode::wrap(json_of(moves), "moves"));
    std::vector<MigrationView> all;
    const auto add = [&](const MigrationView& one) { all.push_back(one); };
    in_turn(self.turn, [&] { self.desk.look_ahead(moment, names, add); });
    return tuple_of(all, [](const MigrationView& one) { return view(one); });
}

py::tuple migrate(SharedDesk& self, py::handle told, py::handle moves) {
    const auto telling = telling_of(told);
    const auto names = Moves::read(JsonNode::wrap(json_of(moves), "moves"));
    std::vector<MigrationView> all;
    const auto add = [&](const MigrationView& one) { all.push_back(one); };
    in_turn(self.turn, [&] { self.desk.migrate(telling, names, add); });
    return tuple_of(all, [](const MigrationView& one) { return view(one); });
}

void tell(SharedCase& self, py::handle event, py::handle told) {
    const auto telling = telling_of(told);
    const auto name = string_of(event);
    in_turn(self.turn, [&] { self.it.tell(name, telling); });
}

void note(SharedCase& self, py::handle told) {
    const auto telling = telling_of(told);
    in_turn(self.turn, [&] { self.it.note(telling); });
}

/// What `read` gives of the case, read in turn.
template <class Read>
auto look(const SharedCase& self, Read read) {
    return in_turn(self.turn, [&] { return read(self.it); });
}

py::tuple options(const SharedCase& self) {
    const auto all = look(self, [](const Case& it) { return it.options(); });
    return tuple_of(all, [](const OptionView& one) { return view(one); });
}

py::tuple duties(const SharedCase& self) {
    // Duty.is_late in Python tells what is late at any moment, and nobody acts in 1970.
    const auto all = look(self, [](const Case& it) { return it.duties(Moment{}); });
    return tuple_of(all, [](const DutyView& one) { return view(one); });
}

py::tuple duties_at(const SharedCase& self, py::handle at) {
    const auto moment = moment_of(at);
    const auto all = look(self, [&](const Case& it) { return it.duties(moment); });
    return tuple_of(all, [](const DutyView& one) { return view(one); });
}

py::tuple alerts(const SharedCase& self) {
    const auto all = look(self, [](const Case& it) { return it.alerts(); });
    return tuple_of(all, [](const AlertView& one) { return view(one); });
}

py::tuple owners(const SharedCase& self) {
    const auto all = look(self, [](const Case& it) { return it.owners(); });
    return tuple_of(all, [](const OwnerView& one) { return view(one); });
}

py::tuple owners_at(const SharedCase& self, py::handle at) {
    const auto moment = moment_of(at);
    const auto all = look(self, [&](const Case& it) { return it.owners(moment); });
    return tuple_of(all, [](const OwnerView& one) { return view(one); });
}

py::tuple questions(const SharedCase& self) {
    const auto [dutch, english] = look(self, [](const Case& it) {
        return std::pair(it.questions(Lang::nl), it.questions(Lang::en));
    });
    py::tuple all(dutch.size());
    for (std::size_t i = 0; i < dutch.size(); ++i) all[i] = view(dutch[i], english[i]);
    return all;
}

py::tuple entries(const SharedCase& self) {
    const auto all = look(self, [](const Case& it) { return it.entries(); });
    const auto& vocabulary = self.it.rulebook().vocabulary();
    return tuple_of(all, [&](const EntryView& one) { return view(one, vocabulary); });
}

py::tuple contacts(const SharedCase& self, py::handle role) {
    const auto who = string_of(role);
    const auto all = look(self, [&](const Case& it) { return it.contacts(who); });
    return tuple_of(all, [](const ContactView& one) { return view(one); });
}

py::object rule(const SharedCase& self, py::handle decision) {
    const auto name = string_of(decision);
    return to_python(look(self, [&](const Case& it) { return it.rule(name); }));
}

py::object why(const SharedCase& self, py::handle decision, py::handle lang, py::handle role) {
    const auto name = string_of(decision);
    const auto audience = audience_of(self.it.rulebook(), lang, role);
    return to_python(look(self, [&](const Case& it) { return it.reasons(name, audience); }));
}

py::dict facts(const SharedCase& self) {
    return to_python(look(self, [](const Case& it) { return Situation(it.facts()); }));
}

} // namespace

void bind_desk(py::module_& module) {
    py::class_<SharedDesk> desk(module, "Desk", plain_type(), py::is_final());
    desk.def_static("open", &open_desk)
        .def("report", &report)
        .def("open_case", &open_case)
        .def("cases", &cases)
        .def("worklist", &worklist)
        .def("late", &late)
        .def("pass_time", &pass_time)
        .def("decided", &decided)
        .def("look_ahead", &look_ahead)
        .def("migrate", &migrate)
        .def("verify", [](SharedDesk& self) {
            return view(in_turn(self.turn, [&] { return self.desk.verify(); }));
        });
    bind_people(desk);

    py::class_<SharedCase>(module, "Case", plain_type(), py::is_final())
        .def("id", [](const SharedCase& self) { return self.it.id().hex(); })
        .def("key",
             [](const SharedCase& self) {
                 return look(self, [](const Case& it) { return it.alias(); });
             })
        .def("sequence",
             [](const SharedCase& self) {
                 return look(self, [](const Case& it) { return it.sequence(); });
             })
        .def("here",
             [](const SharedCase& self) {
                 return to_python(look(self, [](const Case& it) { return it.here(); }));
             })
        .def("standing",
             [](const SharedCase& self) {
                 return view(look(self, [](const Case& it) { return it.standing(); }));
             })
        .def("facts", &facts)
        .def("tell", &tell)
        .def("note", &note)
        .def("refresh", [](SharedCase& self) { in_turn(self.turn, [&] { self.it.refresh(); }); })
        .def("options", &options)
        .def("duties", &duties)
        .def("duties_at", &duties_at)
        .def("alerts", &alerts)
        .def("questions", &questions)
        .def("owners", &owners)
        .def("owners_at", &owners_at)
        .def("entries", &entries)
        .def("rule", &rule)
        .def("why", &why)
        .def("contacts", &contacts)
        .def("pictures", [](const SharedCase& self, py::handle lang) {
            const Lang words = lang_of(lang);
            const auto all = in_turn(self.turn, [&] { return pictures_of(self.it, words); });
            py::dict by_route;
            for (const Picture& one : all) by_route[py::str(one.route)] = to_python(one);
            return by_route;
        });
}

} // namespace meldroute::inline v0::python
