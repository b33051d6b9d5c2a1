// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "desk/case_state.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/casefile/move.hpp>
#include <meldroute/rulebook/versions.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// The case that this number belongs to, if it was reported so before.
std::optional<CaseId> reported_before(Office& office, std::string_view route,
                                      const Telling& telling) {
    const auto id = office.kept().find(telling.key);
    if (!id) return {};
    const auto body = office.bodies(*id).front();
    const bool same =
        !body || (body->here.contains(std::string(route)) && body->facts == telling.facts);
    if (!same) fail(Fault::report_key_used_otherwise, {id->hex()});
    return id;
}

bool is_hex_id(std::string_view text) {
    return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

std::map<CaseId, std::string> aliases(Register& kept) {
    std::map<CaseId, std::string> out;
    for (auto& line : kept.cases()) out[line.id] = std::move(line.alias);
    return out;
}

} // namespace

Desk::Desk(const std::string& where, std::shared_ptr<const Rulebook> rulebook)
    : office_(std::make_shared<Office>(where, std::move(rulebook))) {}
Desk::~Desk() = default;
Desk::Desk(Desk&&) noexcept = default;

Case Desk::report(const Telling& telling, std::string_view route) {
    const Telling told = checked(telling);
    if (const auto before = reported_before(*office_, route, told)) return show(*before);
    version_in_force({office_->rulebook()}, amsterdam_date(told.at));
    const auto bodies = open_case(office_->rulebook(), route, told);
    if (bodies.front().decision) check_decider(office_->roster().look(), bodies.front());
    const auto id = CaseId::draw(office_->randomness());
    const Chain chain(begin_chain(kept().id(), id));
    auto written = write_down(Story(office_->rulebook()), chain, bodies, office_->randomness(),
                              office_->rulebook());
    try {
        kept().create_case(id, told.key, written.entries, work_of(written.story), told.key,
                           office_->to_keep(office_->rulebook()));
    } catch (const Conflict& conflict) {
        if (conflict.fault() != Fault::alias_taken) throw;
        if (const auto before = reported_before(*office_, route, told)) return show(*before);
        throw;
    }
    office_->was_kept(office_->rulebook());
    File file{std::move(written.story), std::move(written.chain), told.key};
    return Case(std::make_shared<Case::State>(Case::State{office_, id, std::move(file)}));
}

Case Desk::show(const CaseId& id) {
    return Case(std::make_shared<Case::State>(Case::State{office_, id, office_->read(id)}));
}

Case Desk::open(std::string_view id_or_key) {
    if (const auto id = kept().find(id_or_key)) return show(*id);
    if (!is_hex_id(id_or_key)) fail(Fault::case_not_found);
    try {
        return show(CaseId::parse(id_or_key));
    } catch (const Usage& error) {
        if (error.fault() != Fault::case_unknown) throw;
        fail(Fault::case_not_found);
    }
}

std::vector<Case> Desk::cases() {
    std::vector<Case> out;
    each_case([&](Case one) { out.push_back(std::move(one)); });
    return out;
}

void Desk::each_case(const std::function<void(Case)>& each) {
    office_->each_case([&](const CaseId& id) {
        std::optional<Case> one;
        try {
            one = show(id);
        } catch (const Usage& error) {
            if (error.fault() != Fault::case_erased) throw;
        }
        if (one) each(std::move(*one));
    });
}

std::vector<WorkView> Desk::worklist(const WorkFilter& filter, const std::optional<Moment>& at) {
    const auto alias_of = aliases(kept());
    std::vector<WorkView> out;
    for (auto& [id, item] : kept().worklist(filter))
        out.push_back({id,
                       alias_of.at(id),
                       std::move(item.route),
                       std::move(item.step),
                       std::move(item.owner),
                       std::move(item.duty),
                       item.due,
                       {}});
    if (!at) return out;
    const Roster& roster = office_->roster().look();
    for (auto& work : out) work.persons = acting(roster, work.owner, *at);
    return out;
}

Verified Desk::verify() {
    const auto verified = kept().verify();
    office_->roster().look();
    office_->each_case([&](const CaseId& id) {
        const auto bodies = office_->bodies(id);
        if (std::any_of(bodies.begin(), bodies.end(), [](const auto& b) { return b.has_value(); }))
            replay(id, bodies, office_->rulebooks_of(id));
    });
    return verified;
}

Register& Desk::kept() {
    return office_->kept();
}

} // namespace meldroute::inline v0
