// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/agenda/term.hpp>
#include <meldroute/base/id.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace meldroute::inline v0 {
namespace {

constexpr std::array<std::string_view, 5> unit_words{"hours", "days", "weeks", "months", "years"};

int count_of(const JsonNode& node) {
    if (!node.is_integer()) node.fail(Fault::length_malformed);
    const auto count = node.integer();
    if (count < 1 || count > 9999) node.fail(Fault::length_malformed);
    return int(count);
}

bool flag(const JsonNode& owner, std::string_view key) {
    return owner.has(key) && owner.at(key).boolean();
}

std::string event_of(const JsonNode& node) {
    auto event = node.id();
    if (event.find('.') == std::string::npos) node.fail(Fault::term_event_malformed, {event});
    return event;
}

Term::Suspension read_suspension(const JsonNode& node) {
    node.allow_only({"from", "until", "inclusive", "day-after", "at-most"});
    Term::Suspension out{event_of(node.at("from")),
                         event_of(node.at("until")),
                         flag(node, "inclusive"),
                         flag(node, "day-after"),
                         {}};
    if (node.has("at-most")) out.at_most = Length::read(node.at("at-most"));
    return out;
}

MonthEnd read_month_end(const JsonNode& node) {
    if (!node.has("month-end")) return MonthEnd::clamp;
    const bool rolls = node.at("month-end").one_of({"clamp", "roll"}) == "roll";
    return rolls ? MonthEnd::roll : MonthEnd::clamp;
}

/// What a reading may say in other words than the term.
void read_counting(const JsonNode& node, Term::Reading& reading) {
    if (node.has("length")) reading.length = Length::read(node.at("length"));
    if (node.has("inclusive")) reading.inclusive = node.at("inclusive").boolean();
    if (node.has("month-end")) reading.month_end = read_month_end(node);
    if (!node.has("suspended")) return;
    reading.suspended.clear();
    for (const auto& item : node.at("suspended").items())
        reading.suspended.push_back(read_suspension(item));
}

std::string read_calendar(const JsonNode& node, const Calendars& calendars) {
    if (!node.has("calendar")) return "";
    auto id = node.at("calendar").string();
    if (calendars.find(id) == nullptr)
        node.at("calendar").fail(Fault::calendar_unknown, {id, nearest(id, calendars.ids())});
    return id;
}

std::vector<Term::Reading> read_readings(const JsonNode& node, const Calendars& calendars) {
    Term::Reading common;
    read_counting(node, common);
    if (!node.has("readings")) {
        node.at("length"); // must be there
        return {common};
    }
    const auto items = node.at("readings").items();
    if (items.size() < 2) node.at("readings").fail(Fault::readings_too_few);
    std::vector<Term::Reading> out;
    for (const auto& item : items) {
        item.allow_only({"label", "length", "calendar", "inclusive", "month-end", "suspended"});
        if (!node.has("length")) item.at("length");
        auto reading = common;
        reading.label = item.at("label").text();
        read_counting(item, reading);
        reading.calendar = read_calendar(item, calendars);
        out.push_back(std::move(reading));
    }
    return out;
}

Term::Extension read_extension(const JsonNode& node) {
    node.allow_only({"by", "times", "on"});
    return {Length::read(node.at("by")), count_of(node.at("times")),
            node.has("on") ? event_of(node.at("on")) : ""};
}

/// «10-18», read in a year without 29 February: a day that every year has.
Date read_day_of_year(const JsonNode& node) {
    return Date::parse("2001-" + node.string(), node.place());
}

Term::Repetition read_repetition(const JsonNode& node) {
    node.allow_only({"every", "yearly", "done"});
    Term::Repetition out;
    if (node.has("every")) {
        out.every = Length::read(node.at("every"));
        if (out.every->unit == Length::Unit::hours)
            node.at("every").fail(Fault::term_keys_clash, {"repeats", "\"hours\""});
    }
    if (node.has("yearly")) out.yearly = read_day_of_year(node.at("yearly"));
    if (out.every && out.yearly)
        node.at("yearly").fail(Fault::term_keys_clash, {"yearly", "\"every\""});
    if (node.has("done")) out.done = event_of(node.at("done"));
    return out;
}

/// Refuses the first of these keys that is there.
void refuse(const JsonNode& node, std::initializer_list<std::string_view> keys,
            const std::string& with) {
    for (const auto key : keys)
        if (node.has(key))
            node.at(key).fail(Fault::term_keys_clash, {std::string(key), "\"" + with + "\""});
}

/// The three clocks are never mixed: hours, working days, and calendar days.
void check_clock(const JsonNode& node, const Term& term) {
    using Unit = Length::Unit;
    const auto check = [&](const Length& length, bool in_hours, const std::string& calendar) {
        const bool working = !calendar.empty() && calendar != Calendars::law;
        if (working && length.unit != Unit::days)
            (node.has("calendar") ? node.at("calendar") : node)
                .fail(
                    Fault::term_keys_clash,
                    {"calendar", "\"" + std::string(unit_words[std::size_t(length.unit)]) + "\""});
        if ((length.unit == Unit::hours) != in_hours)
            node.fail(Fault::term_keys_clash, {"hours", "\"days\""});
    };
    const bool in_hours = term.readings.front().length.unit == Unit::hours;
    if (term.extend) check(term.extend->by, in_hours, term.calendar);
    for (const auto& reading : term.readings) {
        check(reading.length, in_hours, term.calendar_of(reading));
        for (const auto& suspension : reading.suspended) {
            if (in_hours && (suspension.inclusive || suspension.day_after))
                node.fail(Fault::term_keys_clash, {"hours", "\"inclusive\""});
            if (suspension.at_most && in_hours != (suspension.at_most->unit == Unit::hours))
                node.fail(Fault::term_keys_clash, {"hours", "\"at-most\""});
        }
        if (in_hours && reading.inclusive)
            node.fail(Fault::term_keys_clash, {"hours", "\"inclusive\""});
    }
}

Term read_term(const std::string& id, const JsonNode& node, const Calendars& calendars) {
    node.allow_only({"label", "length", "from", "calendar", "month-end", "inclusive", "suspended",
                     "extend", "backwards", "at-once", "repeats", "told", "readings", "ran-out",
                     "source"});
    Term term;
    term.id = id;
    term.label = node.text_or_empty("label");
    term.from = event_of(node.at("from"));
    term.source = read_sources(node);
    if (node.has("ran-out") && node.at("ran-out").one_of({"keep", "flag"}) == "flag")
        term.ran_out = Term::RanOut::flag;
    term.at_once = flag(node, "at-once");
    if (term.at_once) {
        refuse(node,
               {"length", "calendar", "month-end", "inclusive", "suspended", "extend", "backwards",
                "repeats", "told", "readings", "ran-out"},
               "at-once");
        return term;
    }
    if (node.has("told")) {
        refuse(node,
               {"length", "calendar", "month-end", "inclusive", "suspended", "extend", "backwards",
                "repeats", "readings"},
               "told");
        term.told = node.at("told").id();
        return term;
    }
    if (node.has("repeats")) {
        refuse(node,
               {"length", "calendar", "inclusive", "suspended", "extend", "backwards", "readings"},
               "repeats");
        term.repeats = read_repetition(node.at("repeats"));
        term.month_end = read_month_end(node);
        return term;
    }
    term.backwards = flag(node, "backwards");
    if (term.backwards) refuse(node, {"suspended", "extend", "inclusive", "readings"}, "backwards");
    term.calendar = read_calendar(node, calendars);
    term.readings = read_readings(node, calendars);
    if (node.has("extend")) term.extend = read_extension(node.at("extend"));
    check_clock(node, term);
    return term;
}

} // namespace

Length Length::read(const JsonNode& node) {
    const auto members = node.members();
    if (members.size() != 1) node.fail(Fault::length_malformed);
    const auto unit = std::find(unit_words.begin(), unit_words.end(), members.front().first);
    if (unit == unit_words.end()) node.fail(Fault::length_malformed);
    return {Unit(unit - unit_words.begin()), count_of(members.front().second)};
}

Terms Terms::read(const JsonNode& file, const Calendars& calendars) {
    Terms out;
    out.add(file, calendars);
    return out;
}

void Terms::add(const JsonNode& file, const Calendars& calendars) {
    file.allow_only({"terms"});
    for (const auto& [id, node] : file.at("terms").members()) {
        if (!is_id(id)) node.fail(Fault::id_malformed, {id});
        if (find(id) != nullptr) node.fail(Fault::term_declared_twice, {id});
        all_.push_back(read_term(id, node, calendars));
    }
}

const Term* Terms::find(std::string_view id) const {
    const auto found =
        std::find_if(all_.begin(), all_.end(), [&](const Term& term) { return term.id == id; });
    return found == all_.end() ? nullptr : &*found;
}

} // namespace meldroute::inline v0
