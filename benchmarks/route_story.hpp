// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is told in the measurements of routes: the six tracks of the step plan go round, one event
// after another, in an order that no processor learns by heart.

#pragma once

#include "dice.hpp"

#include <meldroute/rules/counsel.hpp>

#include <array>
#include <string_view>
#include <vector>

namespace bench {

/// Track by track; at the end of each it stands where it began.
inline constexpr std::array<std::string_view, 24> story_events{
    "veiligheid-beoordeeld",  "veiligheidsplan-gemaakt", "veiligheid-gewijzigd",
    "opvang-begonnen",        "opvang-beeindigd",        "zorg-begonnen",
    "zorg-beeindigd",         "herstelplan-gemaakt",     "uitgestroomd",
    "herstel-weer-nodig",     "bedenktijd-aangeboden",   "bedenktijd-aanvaard",
    "bedenktijd-geeindigd",   "aangifte-gedaan",         "verblijf-verleend",
    "verblijf-geeindigd",     "toestemming-gevraagd",    "toestemming-gegeven",
    "aangemeld-bij-comensha", "toestemming-ingetrokken", "plaats-onderzocht",
    "plaats-afgewogen",       "maatregel-uitgevoerd",    "plaats-opnieuw-gezien"};
inline constexpr std::array<int, 7> story_tracks{0, 3, 7, 10, 16, 20, 24};

/// Indexes into story_events: so many rounds of all tracks, shuffled anew in each.
inline std::vector<int> make_story(int rounds) {
    std::vector<int> story;
    meldroute::Dice dice(20261127);
    for (int round = 0; round < rounds; ++round) {
        std::array<int, 6> at{};
        for (int left = int(story_events.size()); left > 0; --left) {
            int pick = dice.below(left);
            for (std::size_t track = 0; track < at.size(); ++track) {
                const int events = story_tracks[track + 1] - story_tracks[track] - at[track];
                if (pick < events) {
                    story.push_back(story_tracks[track] + at[track]++);
                    break;
                }
                pick -= events;
            }
        }
    }
    return story;
}

/// Everybody and every place is in view, everything is decided for, nobody is in danger.
class StoryCounsel final : public meldroute::Counsel {
public:
    meldroute::Answer ask(std::string_view decision) override {
        return decision == "gevaar.nu" ? meldroute::Answer::no : meldroute::Answer::yes;
    }
    bool has(std::string_view) override { return true; }
};

} // namespace bench
