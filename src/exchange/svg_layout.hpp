// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Where everything stands in a picture of a route. A step is a card that lists its ways out; cards
// of a track stand under each other, tracks side by side. An arrow leaves its line to the right,
// runs down or up a lane, and comes in at the top of its card; arrows to one card share a lane.

#pragma once

#include <meldroute/exchange/picture.hpp>

#include <string>
#include <vector>

namespace meldroute::inline v0 {

struct TextLine {
    enum class Look { title, state, way, exit, condition };

    int x = 0, y = 0; ///< of its baseline
    Look look = Look::exit;
    std::string text;
};

/// A step, or a stage with everything in it.
struct Card {
    int step = 0;
    int x = 0, y = 0, width = 0, height = 0;
    std::vector<TextLine> lines;
};

/// Everything that leads to one step: from each of `from` into a lane, and along it to the arrow.
struct Rail {
    int to = 0; ///< step
    int x = 0;
    int tip_x = 0, tip_y = 0; ///< where the arrow ends
    struct Feeder {
        int x = 0, y = 0;
    };
    std::vector<Feeder> from;
};

struct StartDot {
    int x = 0, y = 0; ///< the dot above the first card of a track
};

struct SvgLayout {
    int width = 0, height = 0;
    std::vector<Card> cards; ///< stages before what is in them
    std::vector<Rail> lanes;
    std::vector<StartDot> beginnings;
};

/// The picture at the number of columns that fills a page of A4 best.
SvgLayout laid_out(const Picture& picture);

/// How a step is referred to in the picture: its place in the list, from 1, stages not counted.
std::vector<int> numbered(const Picture& picture);

} // namespace meldroute::inline v0
