// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/agenda/calendar.hpp>
#include <meldroute/agenda/holidays.hpp>
#include <meldroute/base/id.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

constexpr std::string_view all_holidays = "feestdagen-wettelijk";
constexpr std::string_view equated_days = "gelijkgestelde-dagen";

/// Good Friday is not among the holidays of article 3, paragraph 1: it is equated with them.
constexpr std::string_view good_friday = "goede-vrijdag";

int year_in(const JsonNode& node) {
    const auto year = node.integer();
    if (year < 1996 || year > 2100) node.fail(Fault::holidays_unknown);
    return int(year);
}

Date date_in(const JsonNode& node) {
    return Date::parse(node.string(), node.place());
}

std::set<Date> dates_in(const JsonNode& owner, std::string_view key) {
    std::set<Date> out;
    if (!owner.has(key)) return out;
    for (const auto& item : owner.at(key).items()) out.insert(date_in(item));
    return out;
}

std::vector<std::string> closing_words() {
    auto words = holiday_ids();
    words.emplace_back(all_holidays);
    words.emplace_back(equated_days);
    return words;
}

} // namespace

EquatedDays EquatedDays::read(const JsonNode& file) {
    file.allow_only({"equated-days"});
    EquatedDays out;
    for (const auto& node : file.at("equated-days").items()) {
        node.allow_only({"from", "to", "source", "days"});
        const Period period{year_in(node.at("from")), year_in(node.at("to")), read_sources(node)};
        for (int year = period.from; year <= period.to; ++year)
            if (out.covers(year)) node.fail(Fault::equated_years_wrong);
        if (period.from > period.to) node.fail(Fault::equated_years_wrong);
        for (const auto& day : node.at("days").items()) {
            day.allow_only({"date", "reason"});
            const Date date = date_in(day.at("date"));
            if (date.year() < period.from || date.year() > period.to)
                day.at("date").fail(Fault::equated_day_outside_years);
            out.days_[date] = day.at("reason").text();
        }
        out.periods_.push_back(period);
    }
    return out;
}

bool EquatedDays::covers(int year) const {
    return std::any_of(periods_.begin(), periods_.end(),
                       [&](const Period& p) { return p.from <= year && year <= p.to; });
}

std::optional<Text> EquatedDays::on(Date date) const {
    const auto found = days_.find(date);
    if (found == days_.end()) return {};
    return found->second;
}

Calendar Calendar::statutory(std::shared_ptr<const EquatedDays> equated) {
    Calendar out;
    std::fill(out.week_ + 1, out.week_ + 6, true);
    out.holidays_.insert(holiday_ids().begin(), holiday_ids().end());
    out.equated_ = std::move(equated);
    out.statutory_ = true;
    return out;
}

Calendar Calendar::working(const JsonNode& node,
                           const std::shared_ptr<const EquatedDays>& equated) {
    node.allow_only({"label", "week", "closed", "also-closed", "also-open"});
    static const std::vector<std::string> week{"ma", "di", "wo", "do", "vr", "za", "zo"};
    Calendar out;
    for (const auto& item : node.at("week").items()) {
        const auto day = std::find(week.begin(), week.end(), item.one_of(week));
        out.week_[day - week.begin() + 1] = true;
    }
    if (std::count(out.week_, out.week_ + 8, true) == 0)
        node.at("week").fail(Fault::calendar_never_open);

    if (node.has("closed"))
        for (const auto& item : node.at("closed").items()) {
            const auto word = item.one_of(closing_words());
            if (word == equated_days)
                out.equated_ = equated;
            else if (word != all_holidays)
                out.holidays_.insert(word);
            else
                for (const auto& id : holiday_ids())
                    if (id != good_friday) out.holidays_.insert(id);
        }

    out.also_closed_ = dates_in(node, "also-closed");
    out.also_open_ = dates_in(node, "also-open");
    for (const Date date : out.also_open_)
        if (out.also_closed_.contains(date))
            node.at("also-open").fail(Fault::day_open_and_closed, {date.iso()});
    return out;
}

std::optional<Text> Calendar::why_closed(Date date) const {
    if (also_open_.contains(date)) return {};
    const int weekday = date.weekday();
    if (!week_[weekday])
        return weekday > 5 ? Text{"weekend", "weekend"} : Text{"geen werkdag", "not a working day"};
    if (!holidays_.empty())
        for (const auto id : holidays_on(date))
            if (holidays_.contains(id)) return holiday_name(id, date.year());
    if (equated_)
        if (auto reason = equated_->on(date)) return reason;
    if (also_closed_.contains(date)) return Text{"gesloten", "closed"};
    return {};
}

bool Calendar::is_certain(Date date) const {
    return !equated_ || equated_->covers(date.year()) || also_open_.contains(date) ||
           !is_open(date);
}

Calendars::Calendars(EquatedDays equated)
    : equated_(std::make_shared<const EquatedDays>(std::move(equated))) {
    by_id_.emplace(law, Calendar::statutory(equated_));
}

void Calendars::add(const JsonNode& file) {
    file.allow_only({"calendars"});
    for (const auto& [id, node] : file.at("calendars").members()) {
        if (!is_id(id)) node.fail(Fault::id_malformed, {id});
        if (find(id) != nullptr) node.fail(Fault::calendar_declared_twice, {id});
        by_id_.emplace(id, Calendar::working(node, equated_));
    }
}

const Calendar* Calendars::find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &found->second;
}

std::vector<std::string> Calendars::ids() const {
    std::vector<std::string> out;
    for (const auto& [id, calendar] : by_id_) out.push_back(id);
    return out;
}

} // namespace meldroute::inline v0
