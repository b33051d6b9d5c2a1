// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What the desk shows, as the immutable classes of meldroute/cases.py.

#pragma once

#include "convert.hpp"

#include <meldroute/desk/desk.hpp>

namespace meldroute::inline v0::python {

py::object view(const OptionView& option);
py::object view(const DutyView& duty);
py::object view(const AlertView& alert);
py::object view(const OwnerView& owner);
py::object view(const ContactView& contact);
py::object view(const LateView& late);
py::object view(const PassedView& passed);
py::object view(const MigrationView& one);
py::object view(const DecidedView& one);
py::object view(const WorkView& work);
py::object view(const Appointed& appointed);
py::object view(const RoleView& role);
py::object view(const Verified& verified);
/// One question, in both languages.
py::object view(const QuestionView& dutch, const QuestionView& english);
/// With its facts as the vocabulary of the case's rulebook types them.
py::object view(const EntryView& entry, const Vocabulary& vocabulary);
py::dict view(const std::map<std::string, Standing>& standing);

} // namespace meldroute::inline v0::python
