// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "exchange/svg_layout.hpp"

#include "exchange/svg_text.hpp"

#include <meldroute/routes/tables.hpp>

#include <algorithm>
#include <map>

namespace meldroute::inline v0 {
namespace {

constexpr int card_width = 250, padding = 9, gap = 16, margin = 20, heading = 18, lane_gap = 9,
              track_gap = 26;
constexpr int title_size = 13, text_size = 12, title_step = 17, text_step = 15;

/// How many of these go into each column, in order, so that the highest column is as low as can be.
std::vector<int> split_evenly(const std::vector<int>& heights, int columns) {
    const auto filled = [&](int limit) {
        std::vector<int> counts{0};
        int height = 0;
        for (const int one : heights) {
            if (counts.back() > 0 && height + one > limit) counts.push_back(0), height = 0;
            ++counts.back();
            height += one;
        }
        return counts;
    };
    int limit = *std::max_element(heights.begin(), heights.end());
    while (int(filled(limit).size()) > columns) ++limit;
    return filled(limit);
}

class Draughtsman {
public:
    Draughtsman(const Picture& picture, int columns)
        : picture_(picture), columns_(columns), numbers_(numbered(picture)),
          card_of_(picture.steps.size(), -1) {}

    SvgLayout draw() {
        const Size size = inside(-1, margin, margin + heading, card_width);
        out_.width = size.width + 2 * margin;
        out_.height = size.height + 2 * margin + heading;
        return std::move(out_);
    }

private:
    struct Size {
        int width = 0, height = 0;
    };
    using Look = TextLine::Look;

    StepList steps() const { return picture_.steps; }
    const StepInfo& step(int i) const { return picture_.steps[std::size_t(i)]; }
    std::string say(const char* nl, const char* en) const {
        return picture_.lang == Lang::en ? en : nl;
    }

    // ── Tracks ───────────────────────────────────────────────────────────────────────────────

    /// What a stage holds, or the machine: its tracks, in order, in columns of like height.
    Size inside(int stage, int x, int y, int width) {
        const int tracks = std::max(1, tracks_of(steps(), stage));
        if (tracks == 1) return track(stage, 0, x, y, width);
        std::vector<int> heights;
        for (int t = 0; t < tracks; ++t) heights.push_back(measured(stage, t).height + track_gap);
        Size all;
        int column_x = x, number = 0;
        for (const int count : split_evenly(heights, columns_)) {
            Size column;
            for (int last = number + count; number < last; ++number) {
                const Size one = track(stage, number, column_x, y + column.height, card_width);
                column.width = std::max(column.width, one.width);
                column.height += one.height + track_gap;
            }
            all.height = std::max(all.height, column.height - track_gap);
            column_x += column.width + track_gap;
        }
        all.width = column_x - track_gap - x;
        return all;
    }

    /// Tried on a sheet of its own.
    Size measured(int stage, int number) const {
        return Draughtsman(*this).track(stage, number, 0, 0, card_width);
    }

    Size track(int stage, int number, int x, int y, int width) {
        const int from = y;
        out_.beginnings.push_back({x + width / 2, y + 5});
        y += 5 + gap;
        Size size{width, 0};
        for (int i = stage + 1; i < int(steps().size()); ++i) {
            if (step(i).parent != stage || step(i).track != number) continue;
            const Size one = place(i, x, y, width);
            size.width = std::max(size.width, one.width);
            y += one.height + gap;
        }
        size.height = y - gap - from;
        if (owns_lanes(stage)) size.width += lanes(stage, number, x + size.width);
        return size;
    }

    /// Arrows of a plain stage run in the lanes of the track that it lies in.
    bool owns_lanes(int stage) const { return stage < 0 || tracks_of(steps(), stage) > 1; }

    // ── Cards ────────────────────────────────────────────────────────────────────────────────

    Size place(int i, int x, int y, int width) {
        const auto index = out_.cards.size();
        card_of_[std::size_t(i)] = int(index);
        if (owns_lanes(i) && !step(i).leaf)
            width = Draughtsman(*this).inside(i, 0, 0, card_width).width + 2 * padding;
        out_.cards.push_back({i, x, y, width, 0, {}});
        int bottom = y + padding;
        write(out_.cards.back(), bottom);
        Size size{width, 0};
        if (!step(i).leaf) {
            const int inner = width - 2 * padding;
            const Size within = inside(i, x + padding, bottom, inner);
            size.width = std::max(width, within.width + 2 * padding);
            bottom += within.height;
        }
        Card& card = out_.cards[index];
        card.width = size.width;
        size.height = card.height = bottom + padding - y;
        return size;
    }

    void write(Card& card, int& y) {
        const StepInfo& s = step(card.step);
        const auto number = numbers_[std::size_t(card.step)];
        const std::string title = (number > 0 ? std::to_string(number) + " · " : "") +
                                  picture_.names[std::size_t(card.step)];
        add(card, y, Look::title, title, 0);
        if (s.idle) add(card, y, Look::state, say("niemand is aan zet", "nobody's turn"), 0);
        if (s.final) add(card, y, Look::state, say("einde", "end"), 0);
        if (const auto days = picture_.days(card.step); !days.empty())
            add(card, y, Look::way, "✓ " + days, 0);
        if (picture_.is_here(card.step))
            add(card, y, Look::way, "▶ " + say("nu hier", "here now"), 0);
        for (const DrawnArrow& arrow : picture_.arrows)
            if (arrow.from == card.step) write_exit(card, y, arrow);
        y += 3;
    }

    void write_exit(Card& card, int& y, const DrawnArrow& arrow) {
        const bool any = !step(card.step).leaf;
        const std::string where =
            arrow.to == arrow.from ? say("blijft hier", "stays here") : "→ " + target(arrow.to);
        exits_.push_back({arrow.from, arrow.to, y + text_size - 4});
        add(card, y, Look::exit,
            (any ? say("steeds: ", "always: ") : "") + arrow.event + " " + where, 0);
        for (const DrawnCondition& condition : arrow.conditions)
            add(card, y, Look::condition, words(condition), 10);
    }

    std::string words(const DrawnCondition& condition) const {
        switch (condition.kind) {
        case DrawnCondition::Kind::yes: return say("als ja: ", "if yes: ") + condition.of;
        case DrawnCondition::Kind::no: return say("als nee: ", "if no: ") + condition.of;
        case DrawnCondition::Kind::within: return say("terwijl: ", "while: ") + condition.of;
        case DrawnCondition::Kind::next_gate:
            return say("als er nog een weging is", "if there is another gate");
        case DrawnCondition::Kind::otherwise: return say("anders", "otherwise");
        }
        return {};
    }

    std::string target(int to) const {
        const int number = numbers_[std::size_t(to)];
        return number > 0 ? std::to_string(number) : picture_.names[std::size_t(to)];
    }

    static void add(Card& card, int& y, Look look, const std::string& text, int indent) {
        const bool title = look == Look::title;
        const int size = title ? title_size : text_size, pitch = title ? title_step : text_step;
        const int room = card.width - 2 * padding - indent;
        for (auto& line : wrapped(text, size, room)) {
            card.lines.push_back({card.x + padding + indent, y + size, look, std::move(line)});
            y += pitch;
        }
    }

    // ── Lanes ────────────────────────────────────────────────────────────────────────────────

    /// Whether this track is the innermost one with lanes around the step.
    bool in_lanes_of(int i, int stage, int number) const {
        int around = step(i).parent, node = i;
        while (!owns_lanes(around)) node = around, around = step(node).parent;
        return around == stage && step(node).track == number;
    }

    /// How wide they are together.
    int lanes(int stage, int number, int x) {
        std::map<int, Rail> by_target;
        for (const Exit& exit : exits_) {
            if (exit.from == exit.to || !in_lanes_of(exit.from, stage, number)) continue;
            const Card& from = card(exit.from);
            Rail& lane = by_target[exit.to];
            lane.to = exit.to;
            lane.from.push_back({from.x + from.width, exit.y});
        }
        for (auto& [to, lane] : by_target) {
            lane.tip_x = card(to).x + card(to).width;
            lane.tip_y = card(to).y + padding + title_size / 2;
        }
        std::vector<std::vector<std::pair<int, int>>> taken;
        int used = 0;
        for (Rail& lane : shortest_first(by_target)) {
            const int at = free_lane(taken, span(lane));
            lane.x = x + (at + 1) * lane_gap + 4;
            used = std::max(used, at + 1);
            out_.lanes.push_back(std::move(lane));
        }
        return used == 0 ? 0 : (used + 1) * lane_gap;
    }

    static std::pair<int, int> span(const Rail& lane) {
        std::pair<int, int> all{lane.tip_y, lane.tip_y};
        for (const auto& feeder : lane.from) {
            all.first = std::min(all.first, feeder.y);
            all.second = std::max(all.second, feeder.y);
        }
        return all;
    }

    /// Short ones lie inside, so that they cross few others.
    static std::vector<Rail> shortest_first(std::map<int, Rail>& by_target) {
        std::vector<Rail> all;
        for (auto& [to, lane] : by_target) all.push_back(std::move(lane));
        const auto length = [](const Rail& lane) { return span(lane).second - span(lane).first; };
        std::stable_sort(all.begin(), all.end(), [&](const Rail& one, const Rail& other) {
            return length(one) < length(other);
        });
        return all;
    }

    static int free_lane(std::vector<std::vector<std::pair<int, int>>>& taken,
                         const std::pair<int, int>& span) {
        for (std::size_t i = 0;; ++i) {
            if (i == taken.size()) taken.emplace_back();
            const bool free = std::none_of(taken[i].begin(), taken[i].end(), [&](const auto& t) {
                return t.first - 4 <= span.second && span.first <= t.second + 4;
            });
            if (!free) continue;
            taken[i].push_back(span);
            return int(i);
        }
    }

    const Card& card(int i) const { return out_.cards[std::size_t(card_of_[std::size_t(i)])]; }

    struct Exit {
        int from, to, y;
    };

    const Picture& picture_;
    int columns_;
    std::vector<int> numbers_;
    std::vector<int> card_of_;
    std::vector<Exit> exits_;
    SvgLayout out_;
};

/// How large the picture can be on a page of A4 with a margin, in hundredths: the larger the better.
int fit(const SvgLayout& layout) {
    const auto on = [&](int width, int height) {
        return std::min(width * 100000 / layout.width, height * 100000 / layout.height);
    };
    return std::max(on(190, 277), on(277, 190));
}

} // namespace

std::vector<int> numbered(const Picture& picture) {
    std::vector<int> numbers;
    int last = 0;
    for (const StepInfo& step : picture.steps) numbers.push_back(step.leaf ? ++last : 0);
    return numbers;
}

SvgLayout laid_out(const Picture& picture) {
    SvgLayout best = Draughtsman(picture, 1).draw();
    for (int columns = 2; columns <= 6; ++columns)
        if (auto other = Draughtsman(picture, columns).draw(); fit(other) > fit(best))
            best = std::move(other);
    return best;
}

} // namespace meldroute::inline v0
