// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "desk/case_state.hpp"
#include "desk/views_of.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/casefile/advice.hpp>
#include <meldroute/casefile/move.hpp>
#include <meldroute/casefile/takers.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {

Written write_down(const Story& story, const Chain& chain, const std::vector<Body>& bodies,
                   Randomness& randomness, const std::shared_ptr<const Rulebook>& rulebook) {
    Written out{story, chain, {}};
    for (const auto& body : bodies) {
        out.entries.push_back(out.chain.add(body, randomness));
        if (body.kind == EntryKind::migrated)
            out.story.move_to(rulebook, body);
        else
            out.story.add(body);
    }
    return out;
}

namespace {

/// A person does: also where the rulebook names no fact that is decided by this event.
bool decides(const Body& body, const Story& story) {
    if (body.decision) return true;
    const auto takers = takers_of(story.here(), body.event);
    return !takers.empty() && takers.front().deciding;
}

} // namespace

// ── Telling ──────────────────────────────────────────────────────────────────────────────────

void Case::State::take(EntryKind kind, std::string_view event, const Telling& telling) {
    if (const auto before = file.story.told_as(telling.key))
        return check_same(*before, kind, event, telling);
    const auto bodies = kind == EntryKind::noted ? tell_note(file.story, telling)
                                                 : tell_event(file.story, event, telling);
    if (decides(bodies.front(), file.story)) check_decider(office->roster().look(), bodies.front());
    if (const auto before = keep(bodies, telling.key)) {
        refresh();
        check_same(*before, kind, event, telling);
    }
}

std::optional<std::int64_t> Case::State::keep(const std::vector<Body>& bodies,
                                              std::string_view key) {
    auto written =
        write_down(file.story, file.chain, bodies, office->randomness(), office->rulebook());
    const auto& rulebook = written.story.shared_rulebook();
    const auto done = office->kept().append(id, file.story.sequence(), written.entries,
                                            work_of(written.story), key, office->to_keep(rulebook));
    if (done.repeated) return done.first;
    office->was_kept(rulebook);
    file.story = std::move(written.story);
    file.chain = std::move(written.chain);
    return {};
}

/// Told again under its key; of an erased entry nothing can be compared.
void Case::State::check_same(std::int64_t sequence, EntryKind kind, std::string_view event,
                             const Telling& telling) const {
    const auto body = office->bodies(id).at(std::size_t(sequence - 1));
    const bool same =
        !body || (body->kind == kind && body->event == event && body->facts == telling.facts);
    if (!same) fail(Fault::key_used_otherwise, {id.hex(), std::to_string(sequence)});
}

void Case::State::refresh() {
    file = office->read(id);
}

Case::Case(std::shared_ptr<State> state) : state_(std::move(state)) {}

void Case::tell(std::string_view event, const Telling& telling) {
    state_->take(EntryKind::told, event, checked(telling, event));
}

void Case::note(const Telling& telling) {
    state_->take(EntryKind::noted, {}, checked(telling));
}

void Case::refresh() {
    state_->refresh();
}

// ── Showing ──────────────────────────────────────────────────────────────────────────────────

const CaseId& Case::id() const {
    return state_->id;
}

std::string Case::alias() const {
    return state_->file.alias;
}

std::int64_t Case::sequence() const {
    return state_->file.story.sequence();
}

std::vector<std::string> Case::here() const {
    std::vector<std::string> out;
    for (const auto& [route, standing] : state_->file.story.here())
        for (auto& leaf : without_idle(route, standing.leaves)) out.push_back(std::move(leaf));
    return out;
}

std::map<std::string, Standing> Case::standing() const {
    return state_->file.story.here();
}

const Situation& Case::facts() const {
    return state_->file.story.situation();
}

const Rulebook& Case::rulebook() const {
    return state_->file.story.rulebook();
}

std::vector<OptionView> Case::options() const {
    return options_of(state_->file.story);
}

std::vector<DutyView> Case::duties(const Moment& at) const {
    auto duties = duties_of(state_->file.story, at);
    const Roster& roster = state_->office->roster().look();
    for (auto& duty : duties) duty.persons = acting(roster, duty.role, at);
    return duties;
}

std::vector<AlertView> Case::alerts() const {
    return alerts_of(state_->file.story);
}

std::vector<QuestionView> Case::questions(Lang lang) const {
    return questions_of(state_->file.story, lang);
}

std::vector<ContactView> Case::contacts(std::string_view role) const {
    return contacts_of(state_->file.story, role);
}

std::vector<OwnerView> Case::owners() const {
    return owners_of(state_->file.story);
}

std::vector<OwnerView> Case::owners(const Moment& at) const {
    auto views = owners();
    const Roster& roster = state_->office->roster().look();
    for (auto& owner : views) owner.persons = acting(roster, owner.role, at);
    return views;
}

std::vector<EntryView> Case::entries() const {
    std::vector<EntryView> out;
    for (auto& body : state_->office->bodies(id())) {
        if (std::int64_t(out.size()) == sequence()) break;
        out.push_back({std::int64_t(out.size()) + 1, std::move(body)});
    }
    return out;
}

Ruling Case::rule(std::string_view decision) const {
    return rulebook().decisions().rule(decision, facts());
}

Reasons Case::reasons(std::string_view decision, const Audience& audience) const {
    return rulebook().decisions().reasons(rule(decision), facts(), audience);
}

std::string Case::why(std::string_view decision, Lang lang) const {
    return reasons(decision, {lang, {}}).text();
}

} // namespace meldroute::inline v0
