// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/exchange/picture.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// Arrows in words.
class Speaker {
public:
    Speaker(const RouteTables& route, const Naming& name, Lang lang)
        : route_(route), name_(name), lang_(lang) {}

    DrawnArrow words(const Arrow& arrow) const {
        DrawnArrow drawn;
        drawn.from = number(arrow.from);
        drawn.to = arrow.to.empty() ? drawn.from : number(arrow.to);
        drawn.event =
            arrow.event.empty() ? say("bij elk bericht", "with any entry") : name_(arrow.event);
        if (arrow.kind == ArrowKind::next_gate)
            drawn.conditions.push_back({Kind::next_gate, {}});
        else if (!arrow.rule.empty())
            drawn.conditions.push_back(condition(arrow));
        if (!arrow.within.empty()) drawn.conditions.push_back({Kind::within, name_(arrow.within)});
        if (drawn.conditions.empty() && comes_after_another(arrow))
            drawn.conditions.push_back({Kind::otherwise, {}});
        return drawn;
    }

private:
    using Kind = DrawnCondition::Kind;

    std::string say(const char* nl, const char* en) const { return lang_ == Lang::en ? en : nl; }

    int number(std::string_view id) const {
        const auto at = std::find_if(route_.steps.begin(), route_.steps.end(),
                                     [&](const StepInfo& s) { return s.id == id; });
        return int(at - route_.steps.begin());
    }

    DrawnCondition condition(const Arrow& arrow) const {
        const bool optional = arrow.kind == ArrowKind::optional;
        return {arrow.kind == ArrowKind::unless ? Kind::no : Kind::yes,
                name_(arrow.rule) + (optional ? say(", waar de gemeente dit kent",
                                                    ", where the municipality has it")
                                              : "")};
    }

    bool comes_after_another(const Arrow& arrow) const {
        for (const Arrow* before = route_.arrows.data(); before != &arrow; ++before)
            if (before->from == arrow.from && before->event == arrow.event) return true;
        return false;
    }

    const RouteTables& route_;
    const Naming& name_;
    Lang lang_;
};

std::string day(Date date) {
    return std::to_string(date.day()) + "-" + std::to_string(date.month()) + "-" +
           std::to_string(date.year());
}

template <class T>
bool holds(const std::vector<T>& all, const T& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

} // namespace

Way way_of(std::string_view route, std::span<const Body> entries) {
    Way way;
    for (const Body& entry : entries) {
        const auto standing = entry.here.find(std::string(route));
        if (standing == entry.here.end()) continue;
        const auto& leaves = standing->second.leaves;
        for (const std::string& leaf : leaves) {
            if (holds(way.now, leaf)) continue;
            auto& days = way.visited[leaf];
            const Date date = amsterdam_date(entry.occurred);
            if (!holds(days, date)) days.push_back(date);
        }
        way.now = leaves;
    }
    return way;
}

Picture picture_of(const RouteTables& route, const Naming& name, Lang lang, Way way) {
    Picture picture{std::string(route.id),
                    name(route.id),
                    lang,
                    {route.steps.begin(), route.steps.end()},
                    {},
                    {},
                    std::move(way)};
    const Speaker speaker(route, name, lang);
    for (const StepInfo& step : route.steps) picture.names.push_back(name(step.id));
    for (const Arrow& arrow : route.arrows) picture.arrows.push_back(speaker.words(arrow));
    return picture;
}

Picture picture_of(const RouteTables& route, const Rulebook& rulebook, Lang lang, Way way) {
    const auto name = [&](std::string_view id) {
        return rulebook.label(std::string(route.id) + "." + std::string(id), lang);
    };
    return picture_of(route, name, lang, std::move(way));
}

std::string in_words(const DrawnArrow& arrow, Lang lang) {
    const auto say = [&](const char* nl, const char* en) { return lang == Lang::en ? en : nl; };
    const auto words = [&](const DrawnCondition& one) -> std::string {
        switch (one.kind) {
        case DrawnCondition::Kind::yes: return one.of;
        case DrawnCondition::Kind::no: return say("niet ", "not ") + one.of;
        case DrawnCondition::Kind::within: return say("terwijl ", "while at ") + one.of;
        case DrawnCondition::Kind::next_gate: return say("nog een weging", "another gate");
        case DrawnCondition::Kind::otherwise: return say("anders", "otherwise");
        }
        return {};
    };
    std::string all;
    for (const DrawnCondition& one : arrow.conditions)
        all += (all.empty() ? " [" : ", ") + words(one);
    return arrow.event + all + (all.empty() ? "" : "]");
}

int Picture::first_of(int stage, int track) const {
    int i = stage + 1;
    while (steps[std::size_t(i)].parent != stage || steps[std::size_t(i)].track != track) ++i;
    return i;
}

bool Picture::is_here(int step) const {
    return holds(way.now, std::string(steps[std::size_t(step)].id));
}

std::string Picture::days(int step) const {
    std::string text;
    const auto days = way.visited.find(steps[std::size_t(step)].id);
    if (days == way.visited.end()) return text;
    for (const Date date : days->second) text += (text.empty() ? "" : ", ") + day(date);
    return text;
}

} // namespace meldroute::inline v0
