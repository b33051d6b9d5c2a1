// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/commands.hpp"
#include "command/told.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace meldroute::inline v0 {
namespace {

class Explainer {
public:
    Explainer(const Arguments& args, const Rulebook& rulebook, const Situation& situation)
        : args_(args), rulebook_(rulebook), situation_(situation),
          audience_(audience_of(args, rulebook)) {}

    void print(Page& page, const Ruling& ruling) const {
        page.lines(decisions().reasons(ruling, situation_, audience_).text());
        if (ruling.state == Ruling::State::decided || args_.has("--towards")) {
            page.heading(args_.has("--towards")
                             ? Text{"Wat deze uitkomst zou geven", "What would give this outcome"}
                             : Text{"Wat de uitkomst anders zou maken",
                                    "What would make the outcome another one"});
            page.lines(least(ruling).text());
        }
        print_questions(page, rulebook_, ask(ruling));
    }

    Json json(const Ruling& ruling) const {
        Json out = decisions().reasons(ruling, situation_, audience_).json();
        out["least-change"] = least(ruling).json();
        out["ask"] = Json::array();
        for (const auto& question : ask(ruling))
            out["ask"].push_back(
                {{"fact", question.fact}, {"words", question.words}, {"who", question.who}});
        return out;
    }

private:
    const Decisions& decisions() const { return rulebook_.decisions(); }

    std::vector<Decisions::Question> ask(const Ruling& ruling) const {
        return decisions().ask(ruling, situation_, audience_.lang);
    }

    /// An outcome is written as JSON, or as the bare word of an enum.
    LeastChange least(const Ruling& ruling) const {
        if (!args_.has("--towards")) return decisions().least_change(ruling, situation_, audience_);
        const auto word = args_.value("--towards");
        const auto parsed = Json::parse(word, nullptr, false);
        const Json wanted = parsed.is_discarded() ? Json(word) : parsed;
        return decisions().least_change(ruling, situation_, audience_, &wanted);
    }

    const Arguments& args_;
    const Rulebook& rulebook_;
    const Situation& situation_;
    Audience audience_;
};

void add_once(std::vector<std::string>& all, const std::string& one) {
    if (!one.empty() && std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

/// What a person is advised on at some step, and what sounds an alert.
std::vector<std::string> of_interest(const Rulebook& rulebook) {
    std::vector<std::string> all;
    for (const auto& alert : rulebook.alerts()) add_once(all, alert.decision);
    for (const auto& route : rulebook.routes())
        for (const auto& step : route.steps)
            for (const auto& decides : step.decides) {
                for (const auto& beside : decides.beside) add_once(all, beside);
                add_once(all, decides.advice);
            }
    return all;
}

std::vector<Ruling> rulings(const Arguments& args, const Rulebook& rulebook,
                            const Situation& situation) {
    if (args.has("--receipt")) return {read_receipt(args.value("--receipt"), rulebook, situation)};
    if (args.words().size() > 2) return {rulebook.decisions().rule(args[2], situation)};
    std::vector<Ruling> all;
    for (const auto& decision : of_interest(rulebook))
        all.push_back(rulebook.decisions().rule(decision, situation));
    return all;
}

} // namespace

int command_explain(const Arguments& args, std::ostream& out) {
    args.want(2, 3);
    const auto rulebook = Rulebook::load(args[0]);
    const auto situation = read_situation(*rulebook, args[1]);
    const auto all = rulings(args, *rulebook, situation);
    const Explainer explainer(args, *rulebook, situation);
    if (args.has("--json")) {
        Json json{{"rulebook", identity_of(*rulebook)}, {"decisions", Json::array()}};
        for (const auto& ruling : all) json["decisions"].push_back(explainer.json(ruling));
        out << json.dump(2) << "\n";
        return 0;
    }
    Page page(out, args.lang());
    if (args.has("--receipt"))
        page.text(0, Text{"Het bewijs klopt: met deze feiten en deze regels komt er precies "
                          "hetzelfde uit als toen.",
                          "The receipt holds: these facts and these rules give exactly what they "
                          "gave then."});
    for (const auto& ruling : all) {
        if (&ruling != &all.front()) page.blank();
        explainer.print(page, ruling);
    }
    return 0;
}

} // namespace meldroute::inline v0
