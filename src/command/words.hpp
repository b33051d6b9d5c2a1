// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What stands on a page about a case, in the words of its rulebook.

#pragma once

#include <meldroute/agenda/due.hpp>
#include <meldroute/desk/desk.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

std::string fact_label(const Rulebook& rulebook, std::string_view fact, Lang lang);
/// A value as told, or as an advice on this fact says.
std::string fact_words(const Rulebook& rulebook, std::string_view fact, const Json& value,
                       Lang lang);
/// What a decision came to.
std::string ruled_words(const Rulebook& rulebook, const std::string& decision, const Json& outcome,
                        Lang lang);
/// «uiterlijk …», or why there is no date.
std::string due_words(const DutyView& duty, Lang lang);
std::string source_words(const std::vector<Source>& sources, Lang lang);
/// «Interne meldroute › Weging».
std::string place_words(const Rulebook& rulebook, const std::string& route, const std::string& step,
                        Lang lang);
/// With a capital.
std::string capital(std::string words);
/// «Sector: …», «Waarover gaat het? …».
std::string after_label(const std::string& label, const std::string& words);
std::string join(const std::vector<std::string>& words, const char* between = ", ");

} // namespace meldroute::inline v0
