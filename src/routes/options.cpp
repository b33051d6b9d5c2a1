// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What may happen next: each event planned with the real counsel and, where that does not know,
// with both answers. Targets come from moving a second route, not from a theory of moving.

#include <meldroute/routes/walker.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

constexpr std::size_t most_unknowns = 8;

struct Assumption {
    std::string_view decision;
    Answer answer;
};

/// The real counsel, but for what is assumed.
class Supposing final : public Counsel {
public:
    explicit Supposing(Counsel& real) : real_(real) {}

    Answer ask(std::string_view decision) override {
        const auto found = std::find_if(assumed.begin(), assumed.end(), [&](const Assumption& a) {
            return a.decision == decision;
        });
        return found == assumed.end() ? real_.ask(decision) : found->answer;
    }
    bool has(std::string_view decision) override { return real_.has(decision); }
    int gates(std::string_view step) override { return real_.gates(step); }

    std::vector<Assumption> assumed;

private:
    Counsel& real_;
};

template <class T>
void add_once(std::vector<T>& all, const T& one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

class Explorer {
public:
    Explorer(const Route& here, Route& scratch, Counsel& counsel)
        : here_(here), scratch_(scratch), standing_(here.standing()), counsel_(counsel) {}

    Option explore(const EventInfo& event) {
        Option option;
        option.event = event.id;
        option.deciding = event.deciding;
        Plan plan = here_.plan(event.id, counsel_);
        option.consulted = plan.consulted;
        follow(plan, option);
        return option;
    }

private:
    void follow(const Plan& plan, Option& option) {
        for (const auto decision : plan.unknown) add_once(option.unknown, decision);
        if (plan.outcome == Plan::Outcome::unknown) return fork(plan, option);
        if (!plan.awaited) return;
        option.possible = true;
        scratch_.restore(standing_);
        scratch_.move(plan);
        add_once(option.targets, scratch_.standing().leaves);
    }

    void fork(const Plan& plan, Option& option) {
        if (counsel_.assumed.size() == most_unknowns) {
            option.complete = false;
            return;
        }
        for (const Answer answer : {Answer::yes, Answer::no}) {
            counsel_.assumed.push_back({plan.unknown.front(), answer});
            follow(here_.plan(plan.event, counsel_), option);
            counsel_.assumed.pop_back();
        }
    }

    const Route& here_;
    Route& scratch_;
    Standing standing_;
    Supposing counsel_;
};

} // namespace

std::vector<Option> Walker::options(Counsel& counsel) const {
    const auto scratch = fresh();
    Explorer explorer(*this, *scratch, counsel);
    std::vector<Option> all;
    for (const EventInfo& event : tables_.events) all.push_back(explorer.explore(event));
    return all;
}

} // namespace meldroute::inline v0
