// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/case_page.hpp"
#include "command/commands.hpp"
#include "command/drawn.hpp"
#include "command/files.hpp"
#include "command/places.hpp"
#include "command/words.hpp"

#include <meldroute/agenda/words.hpp>
#include <meldroute/desk/pictures.hpp>
#include <meldroute/routes/machines.hpp>

#include <algorithm>
#include <fstream>
#include <ostream>
#include <set>

namespace meldroute::inline v0 {
namespace fs = std::filesystem;
namespace {

struct Shown {
    Scenario story;
    Case report;

    const Moment& until() const { return story.turns.back().telling.at; }
};

void remove_old(const fs::path& file) {
    for (const char* rest : {"", "-wal", "-shm"}) fs::remove(file.string() + rest);
}

void print_story(Page& page, const Shown& shown) {
    page.blank();
    page.title(shown.report.alias() + " · " + page.say(shown.story.title));
    page.blank();
    const Turn& first = shown.story.turns.front();
    page.text(1, page.say(in_words(first.telling.at)) +
                     page.say({", zo kwam het binnen:", ", this is how it came in:"}));
    page.text(3, "«" + page.say(shown.story.quote) + "»");
    print_now(page, shown.report, shown.until());
    print_way(page, shown.report, &shown.story);
    print_plan(page, shown.report, shown.until());
    print_unknown(page, shown.report);
    print_next_question(page, shown.report);
}

std::string duty_label(const Rulebook& rulebook, const WorkView& work, Lang lang) {
    return rulebook.label(work.route + "." + work.step + "." + work.duty, lang);
}

/// A step without duties still has an owner; with duties of his own there that is said already.
bool says_nothing_new(const WorkView& work, const std::vector<WorkView>& all) {
    return work.duty.empty() && std::any_of(all.begin(), all.end(), [&](const WorkView& other) {
               return !other.duty.empty() && other.case_id == work.case_id &&
                      other.step == work.step && other.owner == work.owner;
           });
}

void print_work(Page& page, const Rulebook& rulebook, const WorkView& work) {
    const std::string name = work.alias.empty() ? work.case_id.hex().substr(0, 8) : work.alias;
    const Lang lang = page.lang();
    std::string what =
        work.due ? page.say({"uiterlijk ", "by "}) + page.say(in_words(*work.due)) + ": " : "";
    what += work.duty.empty() ? page.say({"Aan zet: ", "To act: "}) +
                                    place_words(rulebook, work.route, work.step, lang)
                              : duty_label(rulebook, work, lang);
    page.item(3, padded(name, 15), what);
}

/// By role; within a role by due date.
void print_worklist(Page& page, Desk& desk, const Rulebook& rulebook) {
    page.blank();
    page.title(page.say({"Werklijst over alle zaken (zonder gegevens over personen)",
                         "Worklist over all cases (no data on persons)"}));
    const auto all = desk.worklist();
    std::set<std::string> done;
    for (const WorkView& first : all) {
        if (!done.insert(first.owner).second) continue;
        page.blank();
        page.text(1, capital(rulebook.label(first.owner, page.lang())));
        for (const WorkView& work : all)
            if (work.owner == first.owner && !says_nothing_new(work, all))
                print_work(page, rulebook, work);
    }
}

/// One file for each route of the case.
std::vector<fs::path> draw(const fs::path& folder, const Case& report, Lang lang) {
    const Drawing& drawing = drawing_named("svg");
    std::vector<fs::path> files;
    for (const Picture& picture : pictures_of(report, lang)) {
        files.push_back(folder /
                        (report.alias() + "-" + picture.route + std::string(drawing.extension)));
        write_file(files.back(), drawing.draw(picture));
    }
    return files;
}

fs::path given(const Arguments& args, std::string_view option, const std::string& otherwise) {
    return args.has(option) ? fs::path(args.value(option)) : find_ours(otherwise);
}

} // namespace

int command_demo(const Arguments& args, std::ostream& out) {
    args.want(0, 0);
    const auto rulebook = Rulebook::load(given(args, "--rules", "rules/ijsselstreek"));
    const fs::path reports = given(args, "--reports", "examples/reports");
    const fs::path folder = args.has("--out") ? fs::path(args.value("--out")) : "build/demo";
    fs::create_directories(folder);
    const fs::path file = folder / "meldingen.db";
    remove_old(file);

    Desk desk(file.string(), rulebook);
    std::vector<Shown> all;
    for (const fs::path& path : json_files(reports))
        for (Scenario& story : read_scenarios(JsonNode::read(path), *rulebook)) {
            // The case gets the number of the file where the story gives none.
            Telling& first = story.turns.front().telling;
            if (first.key.empty()) first.key = path.stem().string();
            Case report = play(desk, story);
            all.push_back({std::move(story), std::move(report)});
        }

    Page page(out, args.lang());
    page.text(0, page.say({"Regels: ", "Rules: "}) + page.say(rulebook->title()) +
                     page.say({", versie ", ", version "}) + rulebook->version() + " (" +
                     rulebook->status() +
                     page.say({"). De meldingen zijn verzonnen.", "). The reports are made up."}));
    for (const Shown& shown : all) print_story(page, shown);
    print_worklist(page, desk, *rulebook);
    const Verified verified = desk.verify();
    page.blank();
    page.text(1, page.say({"De keten klopt: ", "The chain is whole: "}) +
                     std::to_string(verified.entries) + page.say({" regels in ", " entries in "}) +
                     std::to_string(verified.cases) + page.say({" zaken, in ", " cases, in "}) +
                     file.string() + ".");
    page.text(1, Text{"De routes met de weg van elke zaak, als tekening:",
                      "The routes with the way of each case, drawn:"});
    for (const Shown& shown : all)
        for (const fs::path& drawing : draw(folder, shown.report, args.lang()))
            page.item(3, "•", drawing.string());
    return 0;
}

} // namespace meldroute::inline v0
