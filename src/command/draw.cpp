// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/commands.hpp"
#include "command/drawn.hpp"
#include "command/files.hpp"
#include "command/kept.hpp"

#include <meldroute/desk/pictures.hpp>
#include <meldroute/routes/machines.hpp>

#include <filesystem>
#include <ostream>

namespace meldroute::inline v0 {
namespace {

namespace fs = std::filesystem;

/// In ids: no rulebook gives names.
std::vector<Picture> without_rules(const Arguments& args) {
    args.want(1, 1);
    const auto id = [](std::string_view name) { return std::string(name); };
    return {picture_of(describe(args[0]), id, args.lang())};
}

std::vector<Picture> of_rules(const Arguments& args) {
    args.want(1, 2);
    const auto rulebook = Rulebook::load(args[0]);
    std::vector<Picture> pictures;
    if (args.words().size() == 2) return {picture_of(describe(args[1]), *rulebook, args.lang())};
    for (const RouteRules& route : rulebook->routes())
        pictures.push_back(picture_of(describe(route.route), *rulebook, args.lang()));
    return pictures;
}

/// The way of a case, on each of its routes or on one.
std::vector<Picture> of_case(const Arguments& args) {
    args.want(2, 3);
    auto kept = open_existing(args[0]);
    Desk desk(args[0], rulebook_of(*kept, args[1]));
    const Case report = desk.open(args[1]);
    auto pictures = pictures_of(report, args.lang());
    if (args.words().size() == 2) return pictures;
    std::erase_if(pictures, [&](const Picture& one) { return one.route != args[2]; });
    if (pictures.empty())
        throw WrongUse({std::string(describe(args[2]).id) + " is geen route van deze zaak",
                        std::string(describe(args[2]).id) + " is no route of this case"});
    return pictures;
}

std::vector<Picture> pictures_for(const Arguments& args) {
    args.want(1, 3);
    if (!fs::exists(args[0])) return without_rules(args);
    if (is_register(args[0])) return of_case(args);
    return of_rules(args);
}

} // namespace

int command_draw(const Arguments& args, std::ostream& out) {
    const Drawing drawing = drawing_named(args.has("--as") ? args.value("--as") : "svg");
    const auto pictures = pictures_for(args);
    if (!args.has("-o")) {
        if (pictures.size() != 1)
            throw WrongUse({"dit zijn meer tekeningen: noem één route, of met -o een map",
                            "these are several drawings: name one route, or a folder with -o"});
        out << drawing.draw(pictures.front());
        return 0;
    }
    const fs::path where = args.value("-o");
    if (pictures.size() == 1 && !fs::is_directory(where)) {
        write_file(where, drawing.draw(pictures.front()));
        return 0;
    }
    fs::create_directories(where);
    for (const Picture& picture : pictures)
        write_file(where / (picture.route + std::string(drawing.extension)), drawing.draw(picture));
    return 0;
}

} // namespace meldroute::inline v0
