// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "register/roster_entries.hpp"
#include "shared_desk.hpp"
#include "views.hpp"

#include <meldroute/base/id.hpp>

namespace meldroute::inline v0::python {
namespace {

Said said_of(const py::object& by, py::handle at) {
    return {actor_of(by), moment_of(at)};
}

/// A date counts as a whole day in Amsterdam; a datetime is one too, to Python.
bool is_day(py::handle when) {
    const auto datetime = py::module_::import("datetime").attr("datetime");
    return !py::isinstance(when, datetime);
}

Moment from_of(py::handle when) {
    return is_day(when) ? start_of_day(date_of(when)) : moment_of(when);
}

Moment until_of(py::handle when) {
    return is_day(when) ? end_of_day(date_of(when)) : moment_of(when);
}

Appointment::Kind kind_of(py::handle word) {
    const auto name = string_of(word);
    for (const auto kind : {Appointment::Kind::holder, Appointment::Kind::stand_in})
        if (name == word_of(kind)) return kind;
    if (name == word_of(Appointment::Kind::on_call)) return Appointment::Kind::on_call;
    fail(Fault::value_not_listed, {name, nearest(name, {"holder", "stand-in", "on-call"})});
}

/// `what` is made by Appointing in meldroute/desk.py.
std::int64_t appoint(SharedDesk& self, py::handle what, const py::object& by, py::handle at) {
    Appointment appointment;
    appointment.role = string_of(what.attr("role"));
    appointment.person = string_of(what.attr("person"));
    appointment.kind = kind_of(what.attr("kind"));
    appointment.from = from_of(what.attr("since"));
    if (const py::object until = what.attr("until"); !until.is_none())
        appointment.until = until_of(until);
    appointment.lender = string_of(what.attr("lender"));
    const auto said = said_of(by, at);
    return in_turn(self.turn, [&] { return self.desk.appoint(appointment, said); });
}

void end_appointment(SharedDesk& self, py::int_ number, py::handle until, const py::object& by,
                     py::handle at) {
    const auto which = number.cast<std::int64_t>();
    const auto end = until_of(until);
    const auto said = said_of(by, at);
    in_turn(self.turn, [&] { self.desk.end_appointment(which, end, said); });
}

py::tuple appointments(SharedDesk& self) {
    const auto all = in_turn(self.turn, [&] { return self.desk.appointments(); });
    return tuple_of(all, [](const Appointed& one) { return view(one); });
}

py::tuple people(SharedDesk& self, py::handle at) {
    const auto moment = moment_of(at);
    const auto all = in_turn(self.turn, [&] { return self.desk.people(moment); });
    return tuple_of(all, [](const RoleView& one) { return view(one); });
}

py::object unfilled(SharedDesk& self, py::handle at) {
    const auto moment = moment_of(at);
    return to_python(in_turn(self.turn, [&] { return self.desk.unfilled(moment); }));
}

} // namespace

void bind_people(py::class_<SharedDesk>& desk) {
    desk.def("appoint", &appoint)
        .def("end_appointment", &end_appointment)
        .def("appointments", &appointments)
        .def("people", &people)
        .def("unfilled", &unfilled);
}

} // namespace meldroute::inline v0::python
