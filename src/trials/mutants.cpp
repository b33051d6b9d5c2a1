// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/trials/mutants.hpp>

#include "trials/jury.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace meldroute::inline v0 {
namespace {

/// Each change is judged by whichever thread comes to it first; its verdict has its own place.
class Court {
public:
    Court(const Jury& jury, const Trying& trying)
        : jury_(jury), trying_(trying), slips_(jury.slips()), verdicts_(slips_.size()) {}

    Mutants sit() {
        std::vector<std::thread> others;
        for (int i = 1; i < trying_.threads; ++i) others.emplace_back([this] { work(); });
        work();
        for (std::thread& other : others) other.join();
        if (failure_) std::rethrow_exception(failure_);
        Mutants out;
        for (auto& verdict : verdicts_)
            if (verdict)
                out.all.push_back(std::move(*verdict));
            else
                ++out.refused;
        return out;
    }

private:
    void work() {
        for (auto i = next_++; i < slips_.size(); i = next_++) {
            try {
                verdicts_[i] = jury_.judge(slips_[i]);
            } catch (...) {
                const std::lock_guard one_at_a_time(mutex_);
                if (!failure_) failure_ = std::current_exception();
                next_ = slips_.size();
            }
            const std::lock_guard one_at_a_time(mutex_);
            ++tried_;
            if (trying_.progress) trying_.progress(tried_, int(slips_.size()));
        }
    }

    const Jury& jury_;
    const Trying& trying_;
    const std::vector<Slip> slips_;
    std::vector<std::optional<Mutant>> verdicts_;
    std::atomic<std::size_t> next_{0};
    std::mutex mutex_;
    std::exception_ptr failure_;
    int tried_ = 0;
};

} // namespace

int Mutants::count(Mutant::Fate fate) const {
    return int(std::count_if(all.begin(), all.end(),
                             [&](const Mutant& mutant) { return mutant.fate == fate; }));
}

Mutants mutants_of(const std::shared_ptr<const Rulebook>& rulebook, const std::vector<Test>& tests,
                   const Trying& trying) {
    const Jury jury(rulebook, tests);
    return Court(jury, trying).sit();
}

} // namespace meldroute::inline v0
