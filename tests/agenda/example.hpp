// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Calendars and terms for the tests of the agenda, written as a rulebook writes them.

#pragma once

#include <meldroute/agenda/due.hpp>

#include <string>

namespace meldroute::inline v0::example {

inline EquatedDays equated() {
    return EquatedDays::read(JsonNode::read(MELDROUTE_SOURCE_DIR "/rules/nl/equated-days.json"));
}

/// The law's calendar with the known decrees, and two ways to keep working days.
inline const Calendars& calendars() {
    static const Calendars all = [] {
        Calendars out(equated());
        out.add(JsonNode::parse(R"({"calendars": {
            "werkdagen": {"week": ["ma", "di", "wo", "do", "vr"],
                "closed": ["feestdagen-wettelijk", "goede-vrijdag"], "also-closed": ["2026-05-15"]},
            "werkdagen-ook-goede-vrijdag": {"week": ["ma", "di", "wo", "do", "vr"],
                "closed": ["feestdagen-wettelijk"]},
            "winkel": {"week": ["di", "wo", "do", "vr", "za"], "closed": ["koningsdag"],
                "also-open": ["2026-04-27"]}
        }})",
                                "calendars.json"));
        return out;
    }();
    return all;
}

/// A term with these keys besides `from`, which is "zaak.begonnen".
inline Term term(const std::string& keys) {
    const auto text = R"({"terms": {"proef": {"from": "zaak.begonnen", )" + keys + "}}}";
    return Terms::read(JsonNode::parse(text, "terms.json"), calendars()).all().front();
}

inline Date day(const std::string& iso) {
    return Date::parse(iso);
}

inline Occurrences started(const std::string& iso, int extensions = 0) {
    return {day(iso), {}, extensions};
}

inline std::string due_date(const std::string& keys, const Occurrences& occurrences) {
    const auto due = compute(term(keys), occurrences, calendars());
    return due.date ? due.date->iso() : "";
}

template <class Deed>
std::string code_of(Deed deed) {
    try {
        deed();
    } catch (const Error& error) {
        return error.code();
    }
    return "";
}

} // namespace meldroute::inline v0::example
