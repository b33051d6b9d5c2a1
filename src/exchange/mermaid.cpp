// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/exchange/mermaid.hpp>
#include <meldroute/routes/tables.hpp>

#include <algorithm>
#include <iterator>

namespace meldroute::inline v0 {
namespace {

/// Mermaid reads a hyphen in the name of a state as a part of an arrow.
std::string state_name(std::string_view id) {
    std::string name(id);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

/// What ends or opens something in Mermaid's own grammar is not for labels.
std::string plain(std::string text) {
    for (const char special : {':', ';', '"', '#', '{', '}', '\n'})
        std::replace(text.begin(), text.end(), special, special == '"' ? '\'' : ' ');
    return text;
}

std::string day(Date date) {
    return std::to_string(date.day()) + "-" + std::to_string(date.month()) + "-" +
           std::to_string(date.year());
}

/// One edge: arrows between the same two states share it.
struct Edge {
    std::string from, to, label;
    int stage = -1; ///< the innermost stage around both ends
};

class Artist {
public:
    Artist(const RouteTables& route, const Naming& name, Lang lang, const Way& way)
        : route_(route), name_(name), lang_(lang), way_(way) {
        for (const Arrow& arrow : route.arrows) add(arrow);
    }

    std::string draw() {
        out_ = "stateDiagram-v2\n";
        draw_inside(-1, 1);
        draw_classes();
        return std::move(out_);
    }

private:
    const StepInfo& step(int i) const { return route_.steps[std::size_t(i)]; }
    std::string say(const char* nl, const char* en) const { return lang_ == Lang::en ? en : nl; }

    void line(int depth, const std::string& text) {
        out_ += std::string(std::size_t(depth) * 4, ' ') + text + "\n";
    }

    int number(std::string_view id) const {
        const auto at = std::find_if(route_.steps.begin(), route_.steps.end(),
                                     [&](const StepInfo& s) { return s.id == id; });
        return int(std::distance(route_.steps.begin(), at));
    }

    /// Where a stage begins in this track; -1 stands for the machine.
    int first_of(int stage, int track) const {
        int i = stage + 1;
        while (step(i).parent != stage || step(i).track != track) ++i;
        return i;
    }

    // ── Arrows ───────────────────────────────────────────────────────────────────────────────

    void add(const Arrow& arrow) {
        const int from = number(arrow.from);
        const int to = arrow.to.empty() ? from : number(arrow.to);
        Edge edge{state_name(arrow.from), state_name(arrow.to.empty() ? arrow.from : arrow.to),
                  label_of(arrow), step(from).parent};
        if (lies_inside(route_.steps, to, from)) {
            // Mermaid cannot draw an arrow from a stage into itself.
            edge.from = anywhere_in(from);
            edge.stage = from;
        } else {
            while (edge.stage >= 0 && !lies_inside(route_.steps, to, edge.stage))
                edge.stage = step(edge.stage).parent;
            edge.to = state_name(step(entrance(to, edge.stage)).id);
        }
        join(edge);
    }

    /// The outermost stage that begins at this step: to enter it is the same.
    int entrance(int to, int around) const {
        while (step(to).parent != around) {
            const int stage = step(to).parent;
            if (tracks_of(route_.steps, stage) > 1 || first_of(stage, 0) != to) return to;
            to = stage;
        }
        return to;
    }

    static std::string anywhere_in(std::string_view stage) { return state_name(stage) + "_overal"; }
    std::string anywhere_in(int stage) const { return anywhere_in(step(stage).id); }

    void join(const Edge& edge) {
        for (Edge& other : edges_)
            if (other.from == edge.from && other.to == edge.to) {
                other.label += " / " + edge.label;
                return;
            }
        edges_.push_back(edge);
    }

    std::string label_of(const Arrow& arrow) const {
        std::string label =
            arrow.event.empty() ? say("bij elk bericht", "with any entry") : name_(arrow.event);
        std::vector<std::string> conditions;
        if (arrow.kind == ArrowKind::next_gate)
            conditions.push_back(say("nog een weging", "another gate"));
        else if (!arrow.rule.empty())
            conditions.push_back(condition(arrow));
        if (!arrow.within.empty())
            conditions.push_back(say("terwijl ", "while at ") + name_(arrow.within));
        if (conditions.empty() && comes_after_another(arrow))
            conditions.push_back(say("anders", "otherwise"));
        for (std::size_t i = 0; i < conditions.size(); ++i)
            label += (i ? ", " : " [") + conditions[i];
        return plain(label + (conditions.empty() ? "" : "]"));
    }

    bool comes_after_another(const Arrow& arrow) const {
        for (const Arrow* before = route_.arrows.data(); before != &arrow; ++before)
            if (before->from == arrow.from && before->event == arrow.event) return true;
        return false;
    }

    std::string condition(const Arrow& arrow) const {
        switch (arrow.kind) {
        case ArrowKind::unless: return say("niet ", "not ") + name_(arrow.rule);
        case ArrowKind::optional:
            return name_(arrow.rule) +
                   say(", waar de gemeente dit kent", ", where the municipality has it");
        default: return name_(arrow.rule);
        }
    }

    // ── States ───────────────────────────────────────────────────────────────────────────────

    void draw_inside(int stage, int depth) {
        const int tracks = std::max(1, tracks_of(route_.steps, stage));
        for (int track = 0; track < tracks; ++track) {
            if (track > 0) line(depth, "--");
            line(depth, "[*] --> " + state_name(step(first_of(stage, track)).id));
            for (int i = stage + 1; i < int(route_.steps.size()); ++i)
                if (step(i).parent == stage && step(i).track == track) draw_state(i, depth);
            draw_edges(stage, track, depth);
        }
    }

    void draw_state(int i, int depth) {
        const StepInfo& s = step(i);
        const std::string name = state_name(s.id);
        const std::string words = "state \"" + plain(name_(s.id)) + "\" as " + name;
        if (!s.leaf) {
            line(depth, words + " {");
            if (leads_from(anywhere_in(i)))
                line(depth + 1, "state \"" +
                                    say("(vanuit elke stap hier)", "(from any step here)") +
                                    "\" as " + anywhere_in(i));
            draw_inside(i, depth + 1);
            line(depth, "}");
            return;
        }
        line(depth, words);
        if (s.idle) line(depth, name + " : " + say("(niemand aan zet)", "(nobody's turn)"));
        if (s.final) line(depth, name + " : " + say("(einde)", "(end)"));
        draw_marks(s, name, depth);
    }

    void draw_marks(const StepInfo& s, const std::string& name, int depth) {
        const auto days = way_.visited.find(s.id);
        if (days != way_.visited.end()) {
            std::string text;
            for (const Date date : days->second) text += (text.empty() ? "" : ", ") + day(date);
            line(depth, name + " : ✓ " + text);
        }
        if (is_here(s)) line(depth, name + " : ▶ " + say("nu hier", "here now"));
    }

    bool is_here(const StepInfo& s) const {
        return std::find(way_.now.begin(), way_.now.end(), s.id) != way_.now.end();
    }

    bool leads_from(const std::string& name) const {
        return std::any_of(edges_.begin(), edges_.end(),
                           [&](const Edge& edge) { return edge.from == name; });
    }

    void draw_edges(int stage, int track, int depth) {
        for (const Edge& edge : edges_)
            if (edge.stage == stage && track_of(edge) == track)
                line(depth, edge.from + " --> " + edge.to + " : " + edge.label);
    }

    int track_of(const Edge& edge) const {
        int i = 0;
        while (state_name(step(i).id) != edge.to) ++i;
        return step(directly_in(route_.steps, i, edge.stage)).track;
    }

    void draw_classes() {
        if (way_.visited.empty() && way_.now.empty()) return;
        line(1, "classDef geweest stroke-width:3px");
        line(1, "classDef hier stroke-width:5px,stroke-dasharray:8 3");
        for (const StepInfo& s : route_.steps) {
            if (is_here(s))
                line(1, "class " + state_name(s.id) + " hier");
            else if (way_.visited.contains(s.id))
                line(1, "class " + state_name(s.id) + " geweest");
        }
    }

    const RouteTables& route_;
    const Naming& name_;
    Lang lang_;
    const Way& way_;
    std::vector<Edge> edges_;
    std::string out_;
};

} // namespace

Way way_of(std::string_view route, std::span<const Body> entries) {
    Way way;
    for (const Body& entry : entries) {
        const auto standing = entry.here.find(std::string(route));
        if (standing == entry.here.end()) continue;
        const auto& leaves = standing->second.leaves;
        for (const std::string& leaf : leaves) {
            if (std::find(way.now.begin(), way.now.end(), leaf) != way.now.end()) continue;
            auto& days = way.visited[leaf];
            const Date date = amsterdam_date(entry.occurred);
            if (std::find(days.begin(), days.end(), date) == days.end()) days.push_back(date);
        }
        way.now = leaves;
    }
    return way;
}

std::string mermaid(const RouteTables& route, const Naming& name, Lang lang, const Way& way) {
    return Artist(route, name, lang, way).draw();
}

std::string mermaid(const RouteTables& route, const Rulebook& rulebook, Lang lang, const Way& way) {
    const auto name = [&](std::string_view id) { return rulebook.label(id, lang); };
    return mermaid(route, name, lang, way);
}

} // namespace meldroute::inline v0
