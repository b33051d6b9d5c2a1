// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/commands.hpp"
#include "command/files.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/rulebook/rulebook.hpp>
#include <meldroute/rulebook/signature.hpp>

#include <ostream>

namespace meldroute::inline v0 {
namespace {

/// The signature stands beside the bundle, so that the bundle is the bytes that were signed.
std::string signature_of(const std::string& bundle) {
    return bundle + ".sig";
}

std::string about(const Rulebook& rulebook) {
    return rulebook.id() + " " + rulebook.version() + " (" + rulebook.status() + "), digest " +
           to_hex(bytes_of(rulebook.digest()));
}

std::string needed(const Arguments& args, const std::string& option) {
    if (!args.has(option)) throw WrongUse({option + " ontbreekt", option + " is missing"});
    return args.value(option);
}

} // namespace

int command_bundle(const Arguments& args, std::ostream& out) {
    args.want(1, 1);
    const auto file = needed(args, "-o");
    const auto rulebook = Rulebook::load(args[0]);
    if (args.has("--sign")) {
        const auto signature = sign(*rulebook, read_file(args.value("--sign")));
        write_file(file, rulebook->bundle());
        write_file(signature_of(file), signature.json());
        out << args.say({"Ondertekend met sleutel ", "Signed with key "})
            << to_hex(bytes_of(signature.key)) << "\n";
    } else {
        write_file(file, rulebook->bundle());
    }
    out << about(*rulebook) << "\n";
    return 0;
}

int command_verify(const Arguments& args, std::ostream& out) {
    args.want(1, 1);
    const auto key = read_file(needed(args, "--key"));
    const auto signature = Signature::parse(read_file(signature_of(args[0])));
    const auto rulebook = Rulebook::load(args[0]);
    verify(*rulebook, signature, key);
    out << args.say({"De handtekening klopt.\n", "The signature holds.\n"}) << about(*rulebook)
        << "\n";
    return 0;
}

} // namespace meldroute::inline v0
