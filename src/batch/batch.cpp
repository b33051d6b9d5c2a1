// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/batch/batch.hpp>

#include "rules/model.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <exception>
#include <thread>

namespace meldroute::inline v0 {
namespace {

constexpr int most_threads = 64;

void check(const BatchRequest& request) {
    if (request.decisions.empty()) fail(Fault::batch_without_decisions);
    if (request.threads < 1 || request.threads > most_threads)
        fail(Fault::batch_threads_unfit, {std::to_string(most_threads)});
    auto names = column_names(request);
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    if (twice != names.end()) fail(Fault::batch_column_twice, {*twice});
}

bool is_open(const std::optional<Ruling::State>& state) {
    return state == Ruling::State::open || state == Ruling::State::bound;
}

} // namespace

std::vector<std::string> column_names(const BatchRequest& request) {
    std::vector<std::string> names = request.keep;
    for (const auto& decision : request.decisions) {
        names.push_back(decision);
        names.push_back(decision + std::string(state_suffix));
        if (request.needed) names.push_back(decision + std::string(needed_suffix));
    }
    names.emplace_back(error_code_column);
    names.emplace_back(error_words_column);
    return names;
}

std::string_view word_of(Ruling::State state) {
    constexpr std::array<std::string_view, 5> words{"decided", "open", "none", "conflict", "bound"};
    return words[std::size_t(state)];
}

Json OutcomeType::json(std::int64_t value) const {
    return named.empty() ? type.to_json(value) : *named.at(std::size_t(value));
}

Batch::Batch(std::shared_ptr<const Rulebook> rulebook, BatchRequest request)
    : rulebook_(std::move(rulebook)), request_(std::move(request)) {
    check(request_);
    for (const auto& id : request_.decisions) {
        const Decision& decision = rulebook_->decisions().at(id);
        if (decision.open) decision.node().fail(Fault::decision_open, {id});
        decisions_.push_back(&decision);
        outcomes_.push_back({id, decision.type, decision.named});
    }
}

Rulings Batch::blank(std::size_t rows) const {
    Rulings out;
    out.rows = rows;
    out.columns.resize(decisions_.size());
    for (auto& column : out.columns) {
        column.states.resize(rows);
        column.outcomes.resize(rows);
        if (request_.needed) column.needed.resize(rows);
    }
    return out;
}

Rulings Batch::decide(std::size_t rows, const Fill& fill) const {
    Rulings out = blank(rows);
    const Situation nothing(rulebook_->vocabulary());
    Situation situation = nothing;
    for (std::size_t row = 0; row < rows; ++row) try {
            situation = nothing;
            fill(row, situation);
            decide_row(row, situation, out);
            ask_needed(row, situation, out);
        } catch (const Error& error) {
            out.faults.emplace(row, fault(error));
        }
    return out;
}

void Batch::decide_row(std::size_t row, const Situation& situation, Rulings& into) const {
    for (std::size_t i = 0; i < decisions_.size(); ++i) try {
            const Outcome outcome = rulebook_->decisions().decide(*decisions_[i], situation);
            into.columns[i].states[row] = outcome.state;
            into.columns[i].outcomes[row] = outcome.value;
        } catch (const Error& error) {
            into.faults.emplace(row, fault(error)); // of several the first
        }
}

Rulings Batch::decide(const Columns& columns, std::map<std::size_t, RowFault> faults,
                      const Fill& fill) const {
    Rulings out = blank(columns.records);
    for (std::size_t i = 0; i < decisions_.size(); ++i) decide_column(i, columns, out);
    for (auto& [row, fault] : faults) {
        for (auto& column : out.columns) {
            column.states[row].reset();
            column.outcomes[row] = 0;
        }
        out.faults.insert_or_assign(row, std::move(fault));
    }
    const Situation nothing(rulebook_->vocabulary());
    for (std::size_t row = 0; request_.needed && row < out.rows; ++row) {
        const auto open = [&](const RulingColumn& column) { return is_open(column.states[row]); };
        if (std::none_of(out.columns.begin(), out.columns.end(), open)) continue;
        Situation situation = nothing;
        fill(row, situation);
        ask_needed(row, situation, out);
    }
    return out;
}

void Batch::decide_column(std::size_t decision, const Columns& columns, Rulings& into) const {
    RulingColumn& column = into.columns[decision];
    std::vector<Outcome> outcomes(columns.records);
    const auto faults = rulebook_->decisions().decide(*decisions_[decision], columns, outcomes);
    for (std::size_t row = 0; row < columns.records; ++row) {
        column.states[row] = outcomes[row].state;
        column.outcomes[row] = outcomes[row].value;
    }
    for (const auto& each : faults) {
        column.states[each.record].reset();
        into.faults.emplace(each.record, fault(Error(each.fault, {}, {})));
    }
}

void Batch::ask_needed(std::size_t row, const Situation& situation, Rulings& into) const {
    for (std::size_t i = 0; request_.needed && i < decisions_.size(); ++i) {
        RulingColumn& column = into.columns[i];
        if (!is_open(column.states[row])) continue;
        const Ruling ruling = rulebook_->decisions().rule(outcomes_[i].decision, situation);
        for (const auto& needed : ruling.needed) column.needed[row].push_back(needed.fact);
    }
}

void in_parallel(std::size_t count, int threads, const std::function<void(std::size_t)>& work) {
    std::vector<std::exception_ptr> thrown(count);
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++) try {
                work(i);
            } catch (...) {
                thrown[i] = std::current_exception();
            }
    };
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min(std::size_t(threads), count); ++i)
        others.emplace_back(run);
    run();
    others.clear(); // waits for each
    for (const auto& each : thrown)
        if (each) std::rethrow_exception(each);
}

} // namespace meldroute::inline v0
