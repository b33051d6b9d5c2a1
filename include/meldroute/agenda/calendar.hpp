// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Which days count. The law's own calendar («wettelijk») moves the end of a legal term; a
// municipality's working days are a calendar of its own, as data. The two are never mixed.

#pragma once

#include <meldroute/base/date.hpp>
#include <meldroute/base/json.hpp>
#include <meldroute/base/source.hpp>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// Days that royal decrees equate with holidays (Algemene termijnenwet, article 3, paragraph 3),
/// for the years whose decree is known. A year that is not covered is unknown, not without such days.
class EquatedDays {
public:
    struct Period {
        int from = 0, to = 0; ///< years, both in
        std::vector<Source> source;
    };

    /// {"equated-days": [{"from": 2026, "to": 2028, "source": […],
    ///                    "days": [{"date": "2026-05-15", "reason": {"nl": …}}]}]}.
    /// Throws M1409 for a day outside its years, M1410 for years that overlap.
    static EquatedDays read(const JsonNode& file);

    bool covers(int year) const;
    /// Why this day is equated, or nothing.
    std::optional<Text> on(Date date) const;
    const std::vector<Period>& periods() const { return periods_; }

private:
    std::vector<Period> periods_;
    std::map<Date, Text> days_;
};

class Calendar {
public:
    /// Every day but Saturday, Sunday, the recognised holidays, Good Friday and equated days.
    static Calendar statutory(std::shared_ptr<const EquatedDays> equated);
    /// {"week": ["ma", "di", …], "closed": ["feestdagen-wettelijk", "goede-vrijdag", …],
    ///  "also-closed": [dates], "also-open": [dates]}. `closed` names the holidays of article 3,
    /// paragraph 1, together or one by one, and «gelijkgestelde-dagen».
    static Calendar working(const JsonNode& node,
                            const std::shared_ptr<const EquatedDays>& equated);

    bool is_statutory() const { return statutory_; }
    /// Whether its day of the week is one that is open.
    bool is_in_week(Date date) const { return week_[date.weekday()]; }
    bool is_open(Date date) const { return !why_closed(date).has_value(); }
    /// «Goede Vrijdag», «weekend», …; nothing on an open day.
    std::optional<Text> why_closed(Date date) const;
    /// False for an open day in a year whose equated days matter and are unknown: it may be closed.
    bool is_certain(Date date) const;

private:
    bool week_[8] = {}; ///< by ISO weekday
    std::set<std::string, std::less<>> holidays_;
    std::shared_ptr<const EquatedDays> equated_; ///< null where equated days play no part
    std::set<Date> also_closed_, also_open_;
    bool statutory_ = false;
};

/// The law's calendar and those of the rulebook, by id.
class Calendars {
public:
    /// The id of the law's calendar.
    static constexpr std::string_view law = "wettelijk";

    explicit Calendars(EquatedDays equated = {});

    /// Adds those of a file: {"calendars": {id: …}}. Throws M1403 for an id that is taken.
    void add(const JsonNode& file);

    const Calendar& statutory() const { return by_id_.find(law)->second; }
    /// Null where there is none of that name.
    const Calendar* find(std::string_view id) const;
    std::vector<std::string> ids() const;
    const EquatedDays& equated() const { return *equated_; }

private:
    std::shared_ptr<const EquatedDays> equated_;
    std::map<std::string, Calendar, std::less<>> by_id_;
};

} // namespace meldroute::inline v0
