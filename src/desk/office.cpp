// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "desk/office.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/casefile/duties.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

std::vector<std::optional<Body>> read_bodies(const std::vector<Entry>& entries) {
    std::vector<std::optional<Body>> out;
    for (const auto& entry : entries) {
        out.emplace_back();
        if (!entry.erased()) out.back() = read_body(entry);
    }
    return out;
}

void check_readable(const CaseId& case_id, Bodies bodies) {
    const bool any = std::any_of(bodies.begin(), bodies.end(),
                                 [](const auto& body) { return body.has_value(); });
    if (!any) fail(Fault::case_erased, {case_id.hex()});
}

std::optional<std::string> bundle_of(Register& kept, const std::string& digest) {
    Digest raw{};
    try {
        const auto bytes = from_hex(digest);
        if (bytes.size() != raw.size()) return {};
        std::copy(bytes.begin(), bytes.end(), raw.begin());
    } catch (const std::invalid_argument&) {
        return {};
    }
    return kept.get_bundle(raw);
}

} // namespace

Office::Office(const std::string& where, std::shared_ptr<const Rulebook> rulebook)
    : kept_(open_register(where)), roster_(*kept_), rulebook_(std::move(rulebook)) {}

void Office::each_case(const std::function<void(const CaseId&)>& each) {
    constexpr std::int64_t handful = 256;
    std::optional<CaseId> last;
    for (;;) {
        const auto lines = kept_->cases(last, handful);
        for (const auto& line : lines) each(line.id);
        if (lines.empty()) return;
        last = lines.back().id;
    }
}

File Office::read(const CaseId& case_id) {
    const auto entries = kept_->read(case_id);
    auto chain = Chain::of(kept_->id(), case_id, entries);
    const auto bodies = read_bodies(entries);
    check_readable(case_id, bodies);
    return {restore(case_id, bodies, rulebooks_of(case_id)), std::move(chain),
            bodies.front() ? bodies.front()->key : std::string()};
}

std::vector<std::optional<Body>> Office::bodies(const CaseId& case_id) {
    return read_bodies(kept_->read(case_id));
}

RulebookOf Office::rulebooks_of(const CaseId& case_id) {
    return [this, case_id](const std::string& digest) {
        auto& rulebook = rulebooks_[digest];
        if (rulebook) return rulebook;
        const auto bundle = bundle_of(*kept_, digest);
        if (!bundle) fail(Fault::bundle_missing, {case_id.hex(), digest});
        if (*bundle != rulebook_->bundle()) return rulebook = Rulebook::from_bundle(*bundle);
        keeps_ours_ = true;
        return rulebook = rulebook_;
    };
}

std::optional<Bundle> Office::to_keep(const std::shared_ptr<const Rulebook>& rulebook) const {
    if (keeps_ours_ || rulebook != rulebook_) return {};
    return Bundle{rulebook_->digest(), rulebook_->bundle()};
}

void Office::was_kept(const std::shared_ptr<const Rulebook>& rulebook) {
    if (keeps_ours_ || rulebook != rulebook_) return;
    keeps_ours_ = true;
    rulebooks_[to_hex(bytes_of(rulebook->digest()))] = rulebook;
}

Telling checked(const Telling& telling, std::string_view event) {
    Telling out = telling;
    try {
        const Json text{telling.by.person, telling.by.role, telling.because, telling.key, event};
        canonical(text);
        out.facts =
            telling.facts->is_null() ? Json::object() : Json::parse(canonical(*telling.facts));
    } catch (const Json::exception&) {
        fail(Fault::telling_not_text);
    } catch (const Error&) {
        fail(Fault::telling_not_text);
    }
    if (!out.facts->is_object()) fail(Fault::facts_not_an_object);
    return out;
}

std::vector<WorkItem> work_of(const Story& story) {
    std::vector<WorkItem> work;
    for (const auto& owner : owners(story))
        work.push_back({owner.route, owner.step, owner.role, {}, {}, {}});
    for (const auto& open : open_duties(story)) {
        WorkItem item{open.route, open.step, open.role, open.duty->id, {}, {}};
        if (open.due) item.due = open.due->date, item.at = open.due->moment;
        work.push_back(std::move(item));
    }
    return work;
}

} // namespace meldroute::inline v0
