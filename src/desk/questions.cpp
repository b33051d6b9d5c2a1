// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "desk/views_of.hpp"

#include <meldroute/casefile/advice.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// While somebody is here, 112 goes first and nothing else is asked.
constexpr std::string_view danger = "acuut";

class Questions {
public:
    Questions(const Story& story, Lang lang) : story_(story), lang_(lang) {}

    std::vector<QuestionView> all() {
        for (const auto* step : steps())
            for (const auto& fact : step->asks) ask(fact);
        for (const auto* step : steps())
            for (const auto& decides : step->decides) {
                settle(decides.advice);
                for (const auto& beside : decides.beside) settle(beside);
            }
        for (const auto* step : steps())
            for (const auto& start : step->starts)
                if (!story_.here().contains(start.route)) settle(start.when, start.route);
        return std::move(questions_);
    }

private:
    std::vector<const StepRules*> steps() const {
        std::vector<const StepRules*> out;
        for (const auto& [route, standing] : story_.here())
            for (const auto& leaf : standing.leaves)
                out.push_back(&story_.rulebook().step(route, leaf));
        return out;
    }

    void ask(const std::string& fact) {
        const auto slot = story_.situation().vocabulary().find(fact);
        if (!slot) return settle(fact);
        if (!is_open(*slot)) return;
        const Fact& declared = story_.situation().vocabulary()[*slot];
        const Text& words = declared.question.empty() ? declared.label : declared.question;
        add({fact, words.in(lang_), declared.who, {}});
    }

    /// What would decide this, the most deciding first.
    void settle(const std::string& decision) { settle(decision, decision); }

    void settle(const std::string& decision, const std::string& what_for) {
        if (decision.empty()) return;
        const Rulebook& rulebook = story_.rulebook();
        const auto ruling = ruling_of(rulebook, decision, story_.situation());
        if (ruling.needed.empty()) return;
        for (auto& question : rulebook.decisions().ask(ruling, story_.situation(), lang_)) {
            const auto slot = story_.situation().vocabulary().find(question.fact);
            if (slot && is_open(*slot))
                add({std::move(question.fact), std::move(question.words), std::move(question.who),
                     what_for});
        }
    }

    /// What was asked and is not known, or will not be said, is not asked again.
    bool is_open(std::size_t slot) const {
        return !story_.situation().known(slot) &&
               story_.situation()[slot].why == Unknown::not_asked;
    }

    void add(QuestionView question) {
        if (std::none_of(questions_.begin(), questions_.end(),
                         [&](const QuestionView& q) { return q.fact == question.fact; }))
            questions_.push_back(std::move(question));
    }

    const Story& story_;
    Lang lang_;
    std::vector<QuestionView> questions_;
};

bool stands_in_danger(const Story& story) {
    return std::any_of(story.here().begin(), story.here().end(), [](const auto& route) {
        const auto& leaves = route.second.leaves;
        return std::find(leaves.begin(), leaves.end(), danger) != leaves.end();
    });
}

} // namespace

std::vector<QuestionView> questions_of(const Story& story, Lang lang) {
    if (stands_in_danger(story)) return {};
    return Questions(story, lang).all();
}

} // namespace meldroute::inline v0
