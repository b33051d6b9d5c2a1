// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/exchange/picture.hpp>
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

/// One edge: arrows between the same two states share it.
struct Edge {
    std::string from, to, label;
    int stage = -1; ///< the innermost stage around both ends
};

class Artist {
public:
    explicit Artist(const Picture& picture) : picture_(picture) {
        for (const DrawnArrow& arrow : picture.arrows) add(arrow);
    }

    std::string draw() {
        out_ = "stateDiagram-v2\n";
        draw_inside(-1, 1);
        draw_classes();
        return std::move(out_);
    }

private:
    StepList steps() const { return picture_.steps; }
    const StepInfo& step(int i) const { return picture_.steps[std::size_t(i)]; }
    std::string name(int i) const { return plain(picture_.names[std::size_t(i)]); }
    std::string say(const char* nl, const char* en) const {
        return picture_.lang == Lang::en ? en : nl;
    }

    void line(int depth, const std::string& text) {
        out_ += std::string(std::size_t(depth) * 4, ' ') + text + "\n";
    }

    // ── Arrows ───────────────────────────────────────────────────────────────────────────────

    void add(const DrawnArrow& arrow) {
        const int from = arrow.from, to = arrow.to;
        Edge edge{state_name(step(from).id), state_name(step(to).id),
                  plain(in_words(arrow, picture_.lang)), step(from).parent};
        if (lies_inside(steps(), to, from)) {
            // Mermaid cannot draw an arrow from a stage into itself.
            edge.from = anywhere_in(from);
            edge.stage = from;
        } else {
            while (edge.stage >= 0 && !lies_inside(steps(), to, edge.stage))
                edge.stage = step(edge.stage).parent;
            edge.to = state_name(step(entrance(to, edge.stage)).id);
        }
        join(edge);
    }

    /// The outermost stage that begins at this step: to enter it is the same.
    int entrance(int to, int around) const {
        while (step(to).parent != around) {
            const int stage = step(to).parent;
            if (tracks_of(steps(), stage) > 1 || picture_.first_of(stage, 0) != to) return to;
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

    // ── States ───────────────────────────────────────────────────────────────────────────────

    void draw_inside(int stage, int depth) {
        const int tracks = std::max(1, tracks_of(steps(), stage));
        for (int track = 0; track < tracks; ++track) {
            if (track > 0) line(depth, "--");
            line(depth, "[*] --> " + state_name(step(picture_.first_of(stage, track)).id));
            for (int i = stage + 1; i < int(steps().size()); ++i)
                if (step(i).parent == stage && step(i).track == track) draw_state(i, depth);
            draw_edges(stage, track, depth);
        }
    }

    void draw_state(int i, int depth) {
        const StepInfo& s = step(i);
        const std::string state = state_name(s.id);
        const std::string words = "state \"" + name(i) + "\" as " + state;
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
        if (s.idle) line(depth, state + " : " + say("(niemand aan zet)", "(nobody's turn)"));
        if (s.final) line(depth, state + " : " + say("(einde)", "(end)"));
        if (const auto days = picture_.days(i); !days.empty()) line(depth, state + " : ✓ " + days);
        if (picture_.is_here(i)) line(depth, state + " : ▶ " + say("nu hier", "here now"));
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
        return step(directly_in(steps(), i, edge.stage)).track;
    }

    void draw_classes() {
        if (picture_.way == Way{}) return;
        line(1, "classDef geweest stroke-width:3px");
        line(1, "classDef hier stroke-width:5px,stroke-dasharray:8 3");
        for (int i = 0; i < int(steps().size()); ++i) {
            if (picture_.is_here(i))
                line(1, "class " + state_name(step(i).id) + " hier");
            else if (picture_.way.visited.contains(step(i).id))
                line(1, "class " + state_name(step(i).id) + " geweest");
        }
    }

    const Picture& picture_;
    std::vector<Edge> edges_;
    std::string out_;
};

} // namespace

std::string mermaid(const Picture& picture) {
    return Artist(picture).draw();
}

} // namespace meldroute::inline v0
