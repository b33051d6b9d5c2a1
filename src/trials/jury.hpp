// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Whether a test notices a change. Situations are decided anew; a story is told anew only where a
// decision would have said another thing at one of its messages.

#pragma once

#include "trials/seen.hpp"
#include "trials/slips.hpp"

#include <meldroute/trials/mutants.hpp>

#include <nlohmann/json.hpp>

#include <optional>

namespace meldroute::inline v0 {

class Jury {
public:
    /// Throws M1809.
    Jury(const std::shared_ptr<const Rulebook>& rulebook, const std::vector<Test>& tests);

    std::vector<Slip> slips() const;
    /// The fate of a change; nothing for one that is refused. For several threads at once.
    std::optional<Mutant> judge(const Slip& slip) const;

private:
    struct Asked {
        const Test* test;
        std::set<std::string> decisions; ///< also those below
    };
    struct Told {
        const Test* test;
        std::vector<Seen> seen;
    };

    void hear(const Test& test);
    const Type* type_of(std::string_view id) const;
    Decisions changed(const Slip& slip) const;
    std::shared_ptr<const Rulebook> changed_rulebook(const Slip& slip) const;
    std::string noticed_by(const Slip& slip, const Decisions& decisions) const;
    /// Whether the bare answer is another one.
    bool answers_otherwise(const Slip& slip, const Decisions& decisions, const Situation& at) const;
    /// Whether, being open, it can still come to something else, or needs other facts for it.
    bool stays_open_otherwise(const Slip& slip, const Decisions& decisions,
                              const Situation& at) const;
    bool goes_otherwise(const Told& story, const Slip& slip, const Decisions& decisions) const;
    void suggest(Mutant& mutant, const Slip& slip, const Decisions& decisions) const;
    std::optional<JsonBox> already_told(const Slip& slip, const Decisions& decisions) const;
    Json test_on(const Slip& slip, const Json& facts) const;

    std::shared_ptr<const Rulebook> rulebook_;
    Json bundle_;
    CodeLists lists_;
    std::vector<Asked> situations_;
    std::vector<Told> stories_;
};

} // namespace meldroute::inline v0
