// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "desk/stories.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

template <class View>
std::vector<std::string> ids_of(const std::vector<View>& views) {
    std::vector<std::string> ids;
    for (const View& view : views) ids.push_back(view.id);
    return ids;
}

/// A duty is called by its own id, or by route.step.duty.
bool is_called(const DutyView& duty, std::string_view id) {
    return duty.id == id || duty.id == duty.route + "." + duty.step + "." + std::string(id) ||
           duty.route + "." + duty.step + "." + duty.id == id;
}

class ScenarioTest {
public:
    ScenarioTest(const std::shared_ptr<const Rulebook>& rulebook, const Scenario& scenario)
        : desk_(":memory:", rulebook), scenario_(scenario), result_{scenario.name, {}} {}

    TestResult run() {
        if (begin())
            for (std::size_t i = 1; i < scenario_.turns.size() && go_on(scenario_.turns[i]); ++i) {}
        return std::move(result_);
    }

private:
    bool begin() {
        when_ = "melding";
        const Turn& turn = scenario_.turns.front();
        try {
            case_.push_back(desk_.report(turn.telling, scenario_.route));
        } catch (const Error& error) {
            differ("melding", "–", error.text(Lang::nl));
            return false;
        }
        look(turn);
        return true;
    }

    /// False when there is no going on.
    bool go_on(const Turn& turn) {
        when_ = name_of(turn) + " (" + amsterdam_date(turn.telling.at).iso() + ")";
        const auto before = now().sequence();
        std::string refused;
        try {
            tell(now(), turn);
        } catch (const Error& error) {
            refused = error.code();
            if (refused != turn.refused) {
                differ("refused", turn.refused.empty() ? "–" : turn.refused, error.text(Lang::nl));
                return false;
            }
        }
        if (refused.empty() && !turn.refused.empty()) differ("refused", turn.refused, "–");
        if (!refused.empty() && now().sequence() != before)
            differ("sequence", std::to_string(before), std::to_string(now().sequence()));
        look(turn);
        return true;
    }

    static std::string name_of(const Turn& turn) {
        if (turn.time_passes) return "tijd";
        return turn.event.empty() ? "notitie" : turn.event;
    }

    Case& now() { return case_.front(); }

    void differ(std::string what, std::string expected, std::string got, Text because = {}) {
        result_.failures.push_back(
            {when_, std::move(what), std::move(expected), std::move(got), std::move(because)});
    }

    /// What the last entry went by.
    Text rulings() {
        std::string all;
        const auto entries = now().entries();
        if (entries.empty() || !entries.back().body) return {};
        for (const KeptRuling& kept : entries.back().body->rulings)
            all += (all.empty() ? "" : ", ") + kept.decision + "=" + show(*kept.outcome);
        return {all, all};
    }

    void look(const Turn& turn) {
        const JsonNode& expected = turn.expected;
        if (expected.has("here")) look_where(expected.at("here"));
        if (expected.has("rulings")) look_at_rulings(expected.at("rulings"));
        if (expected.has("next")) look_at_next(expected.at("next"));
        if (expected.has("alerts"))
            compare("alerts", ids_in(expected.at("alerts")), ids_of(now().alerts()));
        if (expected.has("owner")) look_at_owners(expected.at("owner"));
        look_at_duties(expected, now().duties(turn.telling.at));
        if (scenario_.node.has("never"))
            look_for_never(scenario_.node.at("never"), turn.telling.at);
    }

    void compare(const char* what, std::vector<std::string> expected,
                 std::vector<std::string> got) {
        const std::string wanted = show_list(std::move(expected)),
                          found = show_list(std::move(got));
        if (wanted != found) differ(what, wanted, found, rulings());
    }

    void look_where(const JsonNode& here) { compare("here", ids_in(here), now().here()); }

    void look_at_rulings(const JsonNode& rulings) {
        for (const auto& [decision, outcome] : rulings.members()) {
            const Ruling ruling = now().rule(decision);
            if (outcome_of(ruling) != show(outcome.json()))
                differ(decision, show(outcome.json()), outcome_of(ruling), why(ruling));
        }
    }

    void look_at_next(const JsonNode& next) {
        const auto questions = now().questions(Lang::nl);
        const std::string got = questions.empty() ? "–" : questions.front().fact;
        const std::string expected = next.json().is_null() ? "–" : show(next.json());
        if (got != expected) differ("next", expected, got);
    }

    void look_at_owners(const JsonNode& owners) {
        const auto views = now().owners();
        for (const auto& [step, role] : owners.members()) {
            const auto found =
                std::find_if(views.begin(), views.end(),
                             [&id = step](const OwnerView& view) { return view.step == id; });
            const std::string got = found == views.end() ? "–" : found->role;
            if (got != show(role.json())) differ("owner " + step, show(role.json()), got);
        }
    }

    void look_at_duties(const JsonNode& expected, const std::vector<DutyView>& open) {
        const auto find = [&](std::string_view id) {
            return std::find_if(open.begin(), open.end(),
                                [&](const DutyView& duty) { return is_called(duty, id); });
        };
        if (expected.has("duties"))
            for (const JsonNode& duty : expected.at("duties").items()) {
                duty.allow_only({"id", "due", "readings"});
                const std::string id = duty.at("id").string();
                const auto found = find(id);
                if (found == open.end())
                    differ("duties", id, show_list(ids_of(open)), rulings());
                else
                    look_at_dates(id, duty, *found);
            }
        if (expected.has("not-duties"))
            for (const std::string& id : ids_in(expected.at("not-duties")))
                if (find(id) != open.end()) differ("not-duties", "–", id, rulings());
    }

    /// The date to act on, null for none; and where the law can be read in more ways, each date.
    void look_at_dates(const std::string& id, const JsonNode& expected, const DutyView& duty) {
        if (expected.has("due")) {
            const Json& due = expected.at("due").json();
            look_at_due(id, due.is_null() ? "–" : show(due), duty);
        }
        if (!expected.has("readings")) return;
        std::string wanted, got;
        for (const JsonNode& date : expected.at("readings").items()) wanted += date.string() + " ";
        if (duty.due)
            for (const Due::Reading& reading : duty.due->readings)
                got += (reading.date ? reading.date->iso() : "–") + " ";
        if (got != wanted) differ("readings " + id, wanted, got, {duty.term, duty.term});
    }

    void look_at_due(const std::string& id, const std::string& expected, const DutyView& duty) {
        std::string got = "–";
        if (duty.due && duty.due->moment && expected.size() > 10)
            got = duty.due->moment->iso();
        else if (duty.due && duty.due->date)
            got = duty.due->date->iso();
        if (got != expected) differ("due " + id, expected, got, {duty.term, duty.term});
    }

    void look_for_never(const JsonNode& never, const Moment& at) {
        if (never.has("steps"))
            for (const std::string& step : ids_in(never.at("steps")))
                for (const auto& [route, standing] : now().standing())
                    for (const std::string& leaf : standing.leaves)
                        if (leaf == step) differ("never", "–", step, rulings());
        if (never.has("duties"))
            for (const std::string& id : ids_in(never.at("duties")))
                for (const DutyView& duty : now().duties(at))
                    if (is_called(duty, id)) differ("never", "–", id, rulings());
        if (never.has("alerts"))
            for (const std::string& id : ids_in(never.at("alerts")))
                for (const AlertView& alert : now().alerts())
                    if (alert.id == id) differ("never", "–", id);
    }

    Desk desk_;
    const Scenario& scenario_;
    TestResult result_;
    std::vector<Case> case_; ///< none or one
    std::string when_;
};

} // namespace

TestResult run_story(const Scenario& scenario, const std::shared_ptr<const Rulebook>& rulebook) {
    return ScenarioTest(rulebook, scenario).run();
}

} // namespace meldroute::inline v0
