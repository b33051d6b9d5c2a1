// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/exchange/picture.hpp>

#include "exchange/svg_layout.hpp"
#include "exchange/svg_text.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

constexpr const char* style = R"(<style>
@page { margin: 10mm; }
text { font-family: Helvetica, Arial, "Liberation Sans", sans-serif; font-size: 12px; fill: #111; }
.heading { font-size: 16px; font-weight: bold; }
.title { font-size: 13px; font-weight: bold; }
.state, .condition { font-style: italic; fill: #333; }
.way { font-weight: bold; }
rect { fill: #fff; stroke: #444; stroke-width: 1; }
.stage { fill: #f4f4f1; stroke: #777; }
.idle { stroke-dasharray: 4 3; }
.visited { stroke-width: 2.5; }
.here { stroke-width: 4; }
.line { fill: none; stroke: #444; stroke-width: 1.2; }
.tip, .start { fill: #444; }
</style>
)";

std::string attribute(const char* name, int value) {
    return std::string(" ") + name + "=\"" + std::to_string(value) + "\"";
}

class Pen {
public:
    explicit Pen(const Picture& picture) : picture_(picture), layout_(laid_out(picture)) {}

    std::string draw() {
        head();
        out_ += "<text class=\"heading\" x=\"20\" y=\"24\">" + xml(picture_.title) + "</text>\n";
        for (const Card& card : layout_.cards) box(card);
        for (const StartDot& dot : layout_.beginnings) start(dot);
        for (const Rail& lane : layout_.lanes) arrow(lane);
        for (const Card& card : layout_.cards) words(card);
        out_ += "</svg>\n";
        return std::move(out_);
    }

private:
    const StepInfo& step(int i) const { return picture_.steps[std::size_t(i)]; }
    std::string say(const char* nl, const char* en) const {
        return picture_.lang == Lang::en ? en : nl;
    }

    void head() {
        const std::string size =
            std::to_string(layout_.width) + " " + std::to_string(layout_.height);
        out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + "\" lang=\"" +
               say("nl", "en") + "\" role=\"img\" aria-labelledby=\"title desc\">\n" +
               "<title id=\"title\">" + xml(picture_.title) + "</title>\n<desc id=\"desc\">" +
               xml(description()) + "</desc>\n" + style;
    }

    /// The whole picture for who cannot see it.
    std::string description() const {
        const auto numbers = numbered(picture_);
        std::string text;
        for (std::size_t i = 0; i < picture_.steps.size(); ++i) {
            if (!text.empty()) text += " ";
            text += (numbers[i] > 0 ? std::to_string(numbers[i]) + " " : "") + picture_.names[i];
            if (picture_.is_here(int(i))) text += say(" (nu hier)", " (here now)");
            std::string ways;
            for (const DrawnArrow& arrow : picture_.arrows) {
                if (arrow.from != int(i)) continue;
                ways += (ways.empty() ? ": " : "; ") + in_words(arrow, picture_.lang) +
                        say(" naar ", " to ") + picture_.names[std::size_t(arrow.to)];
            }
            text += ways + ".";
        }
        return text;
    }

    std::string looks(const Card& card) const {
        const StepInfo& s = step(card.step);
        std::string names = s.leaf ? "step" : "stage";
        if (s.idle) names += " idle";
        if (picture_.is_here(card.step))
            names += " here";
        else if (picture_.way.visited.contains(s.id))
            names += " visited";
        return names;
    }

    void box(const Card& card) {
        rectangle(card, 0, looks(card));
        if (step(card.step).final) rectangle(card, 3, "step");
    }

    void rectangle(const Card& card, int inset, const std::string& looks) {
        out_ += "<rect class=\"" + looks + "\"" + attribute("x", card.x + inset) +
                attribute("y", card.y + inset) + attribute("width", card.width - 2 * inset) +
                attribute("height", card.height - 2 * inset) + " rx=\"5\"/>\n";
    }

    void start(const StartDot& dot) {
        out_ += "<circle class=\"start\"" + attribute("cx", dot.x) + attribute("cy", dot.y) +
                " r=\"4\"/>\n<path class=\"line\" d=\"M" + point(dot.x, dot.y) + " v12\"/>\n";
        tip(dot.x, dot.y + 16, "-3,-6 h6");
    }

    /// Every feeder runs into the lane; one tip where it ends.
    void arrow(const Rail& lane) {
        std::string path;
        for (const auto& feeder : lane.from)
            path += "M" + point(feeder.x, feeder.y) + " H" + std::to_string(lane.x) + " V" +
                    std::to_string(lane.tip_y) + " ";
        path += "H" + std::to_string(lane.tip_x + 5);
        out_ += "<path class=\"line\" d=\"" + path + "\"/>\n";
        for (const auto& feeder : lane.from)
            if (!is_corner(lane, feeder)) dot_at(lane.x, feeder.y);
        if (comes_from_both_sides(lane)) dot_at(lane.x, lane.tip_y);
        tip(lane.tip_x, lane.tip_y, "6,-3 v6");
    }

    /// Where lines join there is a dot; where they cross there is none, nor in a corner.
    static bool is_corner(const Rail& lane, const Rail::Feeder& feeder) {
        const auto beyond = [&](int y) {
            return feeder.y < lane.tip_y ? y < feeder.y : y > feeder.y;
        };
        return std::none_of(lane.from.begin(), lane.from.end(),
                            [&](const auto& other) { return beyond(other.y); });
    }

    static bool comes_from_both_sides(const Rail& lane) {
        const auto above = [&](const auto& feeder) { return feeder.y < lane.tip_y; };
        return std::any_of(lane.from.begin(), lane.from.end(), above) &&
               !std::all_of(lane.from.begin(), lane.from.end(), above);
    }

    void dot_at(int x, int y) {
        out_ +=
            "<circle class=\"start\"" + attribute("cx", x) + attribute("cy", y) + " r=\"2.4\"/>\n";
    }

    void tip(int x, int y, const std::string& rest) {
        out_ += "<path class=\"tip\" d=\"M" + point(x, y) + " l" + rest + " z\"/>\n";
    }

    static std::string point(int x, int y) { return std::to_string(x) + "," + std::to_string(y); }

    void words(const Card& card) {
        constexpr const char* names[] = {"title", "state", "way", "exit", "condition"};
        for (const TextLine& line : card.lines)
            out_ += "<text class=\"" + std::string(names[std::size_t(line.look)]) + "\"" +
                    attribute("x", line.x) + attribute("y", line.y) + ">" + xml(line.text) +
                    "</text>\n";
    }

    const Picture& picture_;
    SvgLayout layout_;
    std::string out_;
};

} // namespace

std::string svg(const Picture& picture) {
    return Pen(picture).draw();
}

} // namespace meldroute::inline v0
