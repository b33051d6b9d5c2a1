// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/exchange/picture.hpp>

#include <meldroute/routes/tables.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

std::string in_quotes(const std::string& text) {
    std::string out = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') out += '\\';
        out += letter == '\n' ? ' ' : letter;
    }
    return out + "\"";
}

class Scribe {
public:
    explicit Scribe(const Picture& picture) : picture_(picture) {}

    std::string draw() {
        out_ = "digraph route {\n    label=" + in_quotes(picture_.title) +
               "; labelloc=t; compound=true; fontname=\"Helvetica\";\n"
               "    node [shape=box, style=rounded, fontname=\"Helvetica\"];\n"
               "    edge [fontname=\"Helvetica\", fontsize=10];\n";
        inside(-1, 1);
        for (const DrawnArrow& arrow : picture_.arrows) edge(arrow);
        return std::move(out_) + "}\n";
    }

private:
    const StepInfo& step(int i) const { return picture_.steps[std::size_t(i)]; }
    std::string id(int i) const { return in_quotes(std::string(step(i).id)); }
    std::string say(const char* nl, const char* en) const {
        return picture_.lang == Lang::en ? en : nl;
    }

    void line(int depth, const std::string& text) {
        out_ += std::string(std::size_t(depth) * 4, ' ') + text + "\n";
    }

    void inside(int stage, int depth) {
        for (int i = stage + 1; i < int(picture_.steps.size()); ++i) {
            if (step(i).parent != stage) continue;
            if (step(i).leaf) {
                line(depth, id(i) + " [label=" + in_quotes(label(i)) + looks(i) + "];");
                continue;
            }
            line(depth, "subgraph " + in_quotes("cluster_" + std::string(step(i).id)) + " {");
            line(depth + 1, "label=" + in_quotes(picture_.names[std::size_t(i)]) + ";");
            inside(i, depth + 1);
            line(depth, "}");
        }
    }

    std::string label(int i) const {
        std::string text = picture_.names[std::size_t(i)];
        if (step(i).idle) text += say(" (niemand is aan zet)", " (nobody's turn)");
        if (step(i).final) text += say(" (einde)", " (end)");
        if (const auto days = picture_.days(i); !days.empty()) text += " ✓ " + days;
        if (picture_.is_here(i)) text += say(" ▶ nu hier", " ▶ here now");
        return text;
    }

    std::string looks(int i) const {
        std::string out;
        if (step(i).idle) out += ", style=\"rounded,dashed\"";
        if (step(i).final) out += ", peripheries=2";
        if (picture_.is_here(i))
            out += ", penwidth=4";
        else if (!picture_.days(i).empty())
            out += ", penwidth=2.5";
        return out;
    }

    /// A stage has no node of its own: its arrows leave from its first step, at its border.
    int inmost(int i) const {
        while (!step(i).leaf) i = picture_.first_of(i, 0);
        return i;
    }

    void edge(const DrawnArrow& arrow) {
        std::string more = " [label=" + in_quotes(in_words(arrow, picture_.lang));
        const bool inward = lies_inside(picture_.steps, arrow.to, arrow.from);
        if (!step(arrow.from).leaf && !inward)
            more += ", ltail=" + in_quotes("cluster_" + std::string(step(arrow.from).id));
        line(1, id(inmost(arrow.from)) + " -> " + id(inmost(arrow.to)) + more + "];");
    }

    const Picture& picture_;
    std::string out_;
};

} // namespace

std::string dot(const Picture& picture) {
    return Scribe(picture).draw();
}

} // namespace meldroute::inline v0
