// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is certain about the outcome of a decision, whatever its body is made of.

#pragma once

#include <meldroute/proofs/proofs.hpp>

namespace meldroute::inline v0 {

/// Whether it always says the same, never says something, or decides on a fact being missing.
std::vector<Proof> prove_outcomes(const Decisions& decisions, std::size_t decision);

} // namespace meldroute::inline v0
