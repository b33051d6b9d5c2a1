// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Danger, which every route that somebody can report to has as a track of its own: it goes first, and
// the route beside it has not moved and is there to come back to.

#pragma once

#include <meldroute/routes/machine.hpp>

namespace meldroute::inline v0 {

using DangerSeen = Event<"gevaar-gezien">;
using DangerPassed = Event<"gevaar-geweken">;

// clang-format off

/// Whatever is told: if it brings danger, danger goes first. (Wegwijzer mensenhandel: bel 112)
template <class D, class Track, class Danger>
using NoDangerStep = Idle<D, "geen-acuut-gevaar", Track,
    On<DangerSeen, To<Danger>>,
    Whenever<If<"gevaar.nu", Danger>>>;

/// 112 first. (Wegwijzer mensenhandel; Wmo 2015 art. 2.3.3)
template <class D, class Track, class NoDanger>
using DangerStep = Step<D, "acuut", Track,
    On<DangerPassed, If<"gevaar.geweken", NoDanger>>>;

// clang-format on

} // namespace meldroute::inline v0
