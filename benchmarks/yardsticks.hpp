// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Other ways to take the same decisions: comparisons one after another over typed values, and
// JsonLogic as most libraries run it, a walk over JSON that gives JSON.

#pragma once

#include "workload.hpp"

#include <functional>
#include <unordered_map>

namespace bench {

/// Flat typed code: of each rule its comparisons in a row, until one fails.
class Flat {
public:
    explicit Flat(const std::vector<Rule>& rules) : rules_(rules) {
        for (const auto& rule : rules) {
            for (const auto& test : rule.tests) code_.push_back(compile(test));
            ends_.push_back(code_.size());
        }
    }

    /// Which rules hold, one after another; `each` says whether to go on.
    template <class Each>
    void run(const Record& record, Each each) const {
        std::size_t at = 0;
        for (std::size_t i = 0; i < ends_.size(); ++i) {
            bool holds = true;
            for (; holds && at < ends_[i]; ++at)
                holds = code_[at].holds(record.value[code_[at].field]);
            at = ends_[i];
            if (holds && !each(rules_[i])) return;
        }
    }

private:
    struct Code {
        std::size_t field;
        bool range;
        std::int64_t low, high; ///< of a range; else `low` is a mask
        std::uint64_t member;   ///< of a set

        bool holds(std::int64_t value) const {
            if (range) return value >= low && value <= high;
            if (member != 0) return (std::uint64_t(value) & member) != 0;
            return (std::uint64_t(low) >> value & 1) != 0;
        }
    };

    static Code compile(const Test& test) {
        switch (test.op) {
        case Test::Op::at_least: return {test.field, true, test.value, INT64_MAX, 0};
        case Test::Op::below: return {test.field, true, INT64_MIN, test.value - 1, 0};
        case Test::Op::has: return {test.field, false, 0, 0, std::uint64_t{1} << test.value};
        default: return {test.field, false, std::int64_t(test.mask), 0, 0};
        }
    }

    const std::vector<Rule>& rules_;
    std::vector<Code> code_;
    std::vector<std::size_t> ends_;
};

class JsonLogic {
public:
    static bool truthy(const Json& value) {
        if (value.is_boolean()) return value.get<bool>();
        if (value.is_number()) return value.get<double>() != 0;
        return !value.empty();
    }

    static Json apply(const Json& logic, const Json& data) {
        if (logic.is_array()) {
            Json out = Json::array();
            for (const auto& one : logic) out.push_back(apply(one, data));
            return out;
        }
        if (!logic.is_object()) return logic;
        const auto& name = logic.begin().key();
        const Json& arguments = logic.begin().value();
        if (name == "var") return data.value(arguments.get<std::string>(), Json());
        if (name == "and") {
            Json out = true;
            for (const auto& one : arguments)
                if (!truthy(out = apply(one, data))) return out;
            return out;
        }
        return operators().at(name)(apply(arguments[0], data), apply(arguments[1], data));
    }

private:
    using Operator = std::function<bool(const Json&, const Json&)>;

    static bool contains(const Json& one, const Json& all) {
        for (const auto& each : all)
            if (each == one) return true;
        return false;
    }

    static const std::unordered_map<std::string, Operator>& operators() {
        static const std::unordered_map<std::string, Operator> all{
            {"==", std::equal_to<Json>()},
            {"<", std::less<Json>()},
            {">=", std::greater_equal<Json>()},
            {"in", contains}};
        return all;
    }
};

} // namespace bench
