// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// All of a route but its moving: it plans over the tables of a machine, from the leaves where the
// machine stands. It knows no Boost, so it is compiled once for all machines.

#pragma once

#include <meldroute/routes/tables.hpp>

namespace meldroute::inline v0 {

class Walker : public Route {
public:
    using Route::overhear;
    using Route::plan;

    std::string_view id() const final { return tables_.id; }
    std::span<const StepInfo> steps() const final { return tables_.steps; }
    std::span<const EventInfo> events() const final { return tables_.events; }
    std::span<const Arrow> arrows() const final { return tables_.arrows; }
    bool knows(std::string_view event) const final;

    Standing standing() const final;
    std::vector<std::string> here() const final;

    void plan(std::string_view event, Counsel& counsel, Plan& into) const final;
    void overhear(Counsel& counsel, Plan& into) const final;
    void move(const Plan& plan) final;
    void restore(const Standing& standing) final;
    std::vector<Option> options(Counsel& counsel) const final;

protected:
    explicit Walker(const MachineTables& tables) : tables_(tables) {}

    /// To be called once the machine stands at its first steps.
    void look();

private:
    /// Takes one arrow.
    virtual void take(int arrow) = 0;
    /// Starts anew and stands at these leaves; they fit the machine.
    virtual void stand_at(const StepSet& leaves) = 0;
    /// The leaves where the machine stands now.
    virtual StepSet leaves() const = 0;
    /// The same route, at its first steps.
    virtual std::unique_ptr<Route> fresh() const = 0;

    bool is_active(int step) const;
    int gate_after(int arrow) const;

    const MachineTables& tables_;
    StepSet here_;
    int gate_ = 0;
};

} // namespace meldroute::inline v0
