// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The same decisions on many reports at once. Order is kept, no row is lost, and any number of
// threads gives the same answer as one.

#pragma once

#include <meldroute/batch/rulings.hpp>
#include <meldroute/rulebook/rulebook.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

struct BatchRequest {
    std::vector<std::string> decisions; ///< at least one
    std::vector<std::string> keep;      ///< columns that are no facts, to be passed on as they are
    bool needed = false;                ///< also the facts that could still change each outcome
    Lang lang = Lang::nl;               ///< of the words of errors
    int threads = 1;
};

/// Of what a batch gives, in order.
std::vector<std::string> column_names(const BatchRequest& request);

class Batch {
public:
    /// Throws Usage 19xx, and RulebookError M1201 or M1217 for a decision that cannot be asked.
    Batch(std::shared_ptr<const Rulebook> rulebook, BatchRequest request);

    const Rulebook& rulebook() const { return *rulebook_; }
    const BatchRequest& request() const { return request_; }
    /// What each decision can say, in the order in which they were asked.
    const std::vector<OutcomeType>& outcomes() const { return outcomes_; }

    /// Fills a blank situation with what is known of one row; an Error that it throws is the row's.
    using Fill = std::function<void(std::size_t row, Situation&)>;

    /// Decides rows one after the other, in this thread.
    Rulings decide(std::size_t rows, const Fill& fill) const;
    /// The same of rows that stand in columns: faster. `faults` are rows that could not be read; for
    /// what is still needed of a row it is filled as well.
    Rulings decide(const Columns& columns, std::map<std::size_t, RowFault> faults,
                   const Fill& fill) const;

    RowFault fault(const Error& error) const { return {error.code(), error.text(request_.lang)}; }

private:
    Rulings blank(std::size_t rows) const;
    void decide_row(std::size_t row, const Situation& situation, Rulings& into) const;
    void decide_column(std::size_t decision, const Columns& columns, Rulings& into) const;
    void ask_needed(std::size_t row, const Situation& situation, Rulings& into) const;

    std::shared_ptr<const Rulebook> rulebook_;
    BatchRequest request_;
    std::vector<const Decision*> decisions_;
    std::vector<OutcomeType> outcomes_;
};

/// Does `work(i)` for every i below `count`, on as many threads as asked. What one of them throws
/// is thrown here, the lowest i first.
void in_parallel(std::size_t count, int threads, const std::function<void(std::size_t)>& work);

} // namespace meldroute::inline v0
