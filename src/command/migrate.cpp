// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Moves the open cases of a register to another rulebook; without a person only says what that would
// do.

#include "command/commands.hpp"
#include "command/kept.hpp"
#include "command/page.hpp"
#include "command/times.hpp"
#include "command/words.hpp"

#include <meldroute/agenda/words.hpp>

#include <nlohmann/json.hpp>

#include <ostream>

namespace meldroute::inline v0 {
namespace {

Json as_json(const std::optional<Date>& date) {
    return date ? Json(date->iso()) : Json();
}

Json as_json(const MigrationView& one) {
    Json json{{"case", one.case_id.hex()},  {"key", one.alias},
              {"from", one.from},           {"moved", one.moved},
              {"obstacles", Json::array()}, {"changes", Json::array()}};
    for (const Obstacle& obstacle : one.migration.obstacles)
        json["obstacles"].push_back({{"code", obstacle.code}, {"about", obstacle.about}});
    for (const DutyChange& change : one.migration.changes)
        json["changes"].push_back({{"duty", change.id},
                                   {"role-before", change.role_before.value_or("")},
                                   {"role-after", change.role_after.value_or("")},
                                   {"due-before", as_json(change.due_before)},
                                   {"due-after", as_json(change.due_after)},
                                   {"over", change.over}});
    return json;
}

std::string date_words(const Page& page, const std::optional<Date>& date) {
    return date ? page.say(in_words(*date)) : page.say({"geen datum", "no date"});
}

std::string words(const Page& page, const Rulebook& rulebook, const DutyChange& change) {
    const auto role = [&](const std::string& id) { return rulebook.label(id, page.lang()); };
    if (!change.role_before)
        return page.say({"nieuw, voor ", "new, for "}) + role(*change.role_after) + ", " +
               date_words(page, change.due_after);
    if (!change.role_after) return page.say({"vervalt", "is dropped"});
    std::string all;
    if (change.role_before != change.role_after)
        all = page.say({"van ", "from "}) + role(*change.role_before) +
              page.say({" naar ", " to "}) + role(*change.role_after);
    if (change.due_before != change.due_after)
        all += (all.empty() ? "" : "; ") + date_words(page, change.due_before) +
               page.say({" wordt ", " becomes "}) + date_words(page, change.due_after);
    return all;
}

void print(Page& page, const Rulebook& rulebook, const MigrationView& one) {
    page.blank();
    page.item(2, one.migration.obstacles.empty() ? "•" : "✗",
              (one.alias.empty() ? one.case_id.hex() : one.alias) +
                  page.say({", nu versie ", ", now version "}) + one.from);
    for (const Obstacle& obstacle : one.migration.obstacles)
        page.item(4, page.say({"kan niet:", "cannot:"}), page.say(obstacle.words));
    for (const DutyChange& change : one.migration.changes) {
        page.item(4, "–", after_label(change.id, words(page, rulebook, change)));
        if (change.over)
            page.text(6, Text{"Die datum is al voorbij.", "That date has passed already."});
    }
    if (one.migration.obstacles.empty() && one.migration.changes.empty())
        page.text(4, Text{"Geen taak of datum verandert.", "No duty or date changes."});
}

/// Writes each case as it comes, and holds none. Begins with the first, so that a refusal of it all
/// stands alone.
class Printed {
public:
    Printed(std::ostream& out, const Rulebook& rulebook, const Arguments& args, bool moves)
        : out_(out), page_(out, args.lang()), rulebook_(rulebook), json_(args.has("--json")),
          moves_(moves) {}

    void add(const MigrationView& one) {
        if (json_) {
            out_ << (any_ ? ",\n  " : "[\n  ") << indented(as_json(one).dump(2));
        } else {
            begin();
            print(page_, rulebook_, one);
        }
        any_ = true;
        all_can_ = all_can_ && one.migration.obstacles.empty();
    }

    void end() {
        if (json_) {
            out_ << (any_ ? "\n]\n" : "[]\n");
        } else {
            begin();
            say_end();
        }
    }

    bool all_can() const { return all_can_; }

private:
    static std::string indented(const std::string& lines) {
        std::string out;
        for (const char one : lines) out += one == '\n' ? "\n  " : std::string(1, one);
        return out;
    }

    void begin() {
        if (any_) return;
        page_.title(
            (moves_ ? page_.say({"Verhuisd naar ", "Moved to "})
                    : page_.say({"Wat verhuizen zou doen: naar ", "What moving would do: to "})) +
            rulebook_.id() + " " + rulebook_.version());
    }

    void say_end() {
        if (!any_)
            page_.text(2, Text{"Geen open zaak gaat nog volgens andere regels.",
                               "No open case goes by other rules."});
        if (!any_ || moves_) return;
        page_.blank();
        page_.text(
            2, Text{"Er is niets veranderd. Wie het besluit, vult --by, --role en --because in.",
                    "Nothing changed. Who decides fills in --by, --role and --because."});
    }

    std::ostream& out_;
    Page page_;
    const Rulebook& rulebook_;
    bool json_, moves_, any_ = false, all_can_ = true;
};

Moves moves_of(const Arguments& args) {
    return args.has("--moves") ? Moves::read(JsonNode::read(args.value("--moves"))) : Moves{};
}

} // namespace

int command_migrate(const Arguments& args, std::ostream& out) {
    args.want(3, 3);
    open_existing(args[1]);
    const auto rulebook = Rulebook::load(args[2]);
    Desk desk(args[1], rulebook);
    const bool moves = args.has("--by") || args.has("--role") || args.has("--because");
    Telling telling;
    telling.at = moment_or_now(args, "--at");
    telling.by = {args.value("--by"), args.value("--role")};
    telling.because = args.value("--because");
    Printed printed(out, *rulebook, args, moves);
    const auto add = [&](const MigrationView& one) { printed.add(one); };
    if (moves)
        desk.migrate(telling, moves_of(args), add);
    else
        desk.look_ahead(telling.at, moves_of(args), add);
    printed.end();
    return printed.all_can() ? 0 : 1;
}

} // namespace meldroute::inline v0
