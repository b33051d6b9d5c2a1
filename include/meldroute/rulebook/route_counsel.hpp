// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a rulebook tells a route apart from yes and no: which decisions there are, and how many gates.

#pragma once

#include <meldroute/rulebook/rulebook.hpp>
#include <meldroute/rules/counsel.hpp>

#include <string_view>

namespace meldroute::inline v0 {

/// Counsel for all routes of a rulebook, one after the other.
class RouteCounsel : public Counsel {
public:
    explicit RouteCounsel(const Rulebook& rulebook) : rulebook_(rulebook) {}

    /// Whose steps are meant from now on.
    void stand_on(std::string_view route) { route_ = route; }
    int gates(std::string_view step) final;
    bool has(std::string_view decision) override;

protected:
    const Rulebook& rulebook() const { return rulebook_; }

private:
    const Rulebook& rulebook_;
    std::string_view route_;
};

} // namespace meldroute::inline v0
