// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a route costs, beside the same machine written by hand on bare Boost.Statechart. Usage:
// bench_routes.

#include "bare_plan.hpp"
#include "printed.hpp"
#include "route_story.hpp"

#include <meldroute/routes/machines.hpp>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {
std::atomic<std::int64_t> allocations{0};
} // namespace

void* operator new(std::size_t bytes) {
    allocations.fetch_add(1, std::memory_order_relaxed);
    if (void* memory = std::malloc(bytes == 0 ? 1 : bytes)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace bench {
namespace {

using meldroute::make_route;
using meldroute::Plan;
using meldroute::Route;
using meldroute::Standing;

constexpr int turns = 21;
constexpr const char* route_id = "stappenplan";

// ── The bare machine ─────────────────────────────────────────────────────────────────────────

template <int Number>
void happens(bare::Plan& machine) {
    machine.process_event(bare::Happens<Number>());
}

template <int... Numbers>
constexpr auto table_of(std::integer_sequence<int, Numbers...>) {
    return std::array{&happens<Numbers>...};
}

/// As messages come in: by number, at run time.
void tell(bare::Plan& machine, int event) {
    static constexpr auto all =
        table_of(std::make_integer_sequence<int, int(story_events.size())>());
    all[std::size_t(event)](machine);
}

template <class Leaf>
bool is_at(const bare::Plan& machine) {
    return machine.state_downcast<const Leaf*>() != nullptr;
}

/// Where it stands, in the words of the route.
std::vector<std::string> leaves_of(const bare::Plan& m) {
    using namespace bare;
    const std::pair<bool, const char*> all[]{
        {is_at<SafetyUnknown>(m), "veiligheid-onbekend"},
        {is_at<SafetyPlanDue>(m), "veiligheidsplan-te-maken"},
        {is_at<Safeguarded>(m), "veiligheid-geborgd"},
        {is_at<CareToOffer>(m), "zorg-aan-te-bieden"},
        {is_at<InShelter>(m), "in-opvang"},
        {is_at<InCare>(m), "in-zorg"},
        {is_at<RecoveryToPlan>(m), "herstel-te-plannen"},
        {is_at<Recovering>(m), "herstel-loopt"},
        {is_at<AfterCare>(m), "nazorg"},
        {is_at<StayToExamine>(m), "verblijf-na-te-gaan"},
        {is_at<ReflectionOnOffer>(m), "bedenktijd-voorgelegd"},
        {is_at<Reflection>(m), "bedenktijd"},
        {is_at<StayAppliedFor>(m), "verblijfsaanvraag"},
        {is_at<StayArranged>(m), "verblijf-geregeld"},
        {is_at<RegistrationToExamine>(m), "registratie-na-te-gaan"},
        {is_at<ConsentAwaited>(m), "toestemming-afgewacht"},
        {is_at<RegistrationDue>(m), "registratie-te-doen"},
        {is_at<KnownAtComensha>(m), "bekend-bij-comensha"},
        {is_at<PlaceToExamine>(m), "plaats-na-te-gaan"},
        {is_at<PlaceToWeigh>(m), "plaats-af-te-wegen"},
        {is_at<MeasureDue>(m), "maatregel-uit-te-voeren"},
        {is_at<PlaceWatched>(m), "plaats-gevolgd"}};
    std::vector<std::string> leaves;
    for (const auto& [here, id] : all)
        if (here) leaves.emplace_back(id);
    return leaves;
}

// ── What is measured ─────────────────────────────────────────────────────────────────────────

/// One event of the story an operation, round and round.
template <class Each>
Work through(const std::vector<int>& story, Each each) {
    return [&story, each, at = std::size_t{0}](std::size_t times) mutable {
        for (std::size_t i = 0; i < times; ++i) {
            each(at);
            at = at + 1 < story.size() ? at + 1 : 0;
        }
        return std::int64_t(at);
    };
}

struct Subject {
    std::vector<int> story = make_story(16);
    StoryCounsel counsel;
    std::vector<Plan> plans;         ///< one for each event of the story
    std::vector<Standing> standings; ///< after each

    /// Ends the program where the two machines part.
    Subject() {
        const auto route = make_route(route_id);
        bare::Plan machine(counsel);
        machine.initiate();
        for (const int event : story) {
            plans.push_back(route->plan(id_of(event), counsel));
            route->move(plans.back());
            standings.push_back(route->standing());
            tell(machine, event);
            machine.process_event(bare::AnyEntry());
            if (plans.back().arrows.size() != 1 || leaves_of(machine) != route->standing().leaves)
                part(event);
        }
    }

    static std::string_view id_of(int event) { return story_events[std::size_t(event)]; }

    [[noreturn]] static void part(int event) {
        std::printf("another place after %s\n", std::string(id_of(event)).c_str());
        std::exit(1);
    }
};

void moves(Subject& s) {
    bare::Plan one(s.counsel), other(s.counsel);
    one.initiate();
    other.initiate();
    const auto mover = make_route(route_id), planner = make_route(route_id);
    Plan plan;
    const auto consult = [&](std::size_t i) {
        planner->plan(Subject::id_of(s.story[i]), s.counsel, plan);
    };
    const auto both = [&](std::size_t i) {
        consult(i);
        planner->move(plan);
    };
    print("An event of the step plan, six tracks side by side",
          rounds({{"bare Boost.Statechart, free list",
                   through(s.story, [&](std::size_t i) { tell(one, s.story[i]); })},
                  {"the same, then what any entry may move", through(s.story,
                                                                     [&](std::size_t i) {
                                                                         tell(other, s.story[i]);
                                                                         other.process_event(
                                                                             bare::AnyEntry());
                                                                     })},
                  {"meldroute, a move",
                   through(s.story, [&](std::size_t i) { mover->move(s.plans[i]); })},
                  {"meldroute, plan and move", through(s.story, both)}},
                 turns));
    planner->restore(s.standings.back());
    const auto before = allocations.load();
    for (int round = 0; round < 100; ++round)
        for (std::size_t i = 0; i < s.story.size(); ++i) both(i);
    std::printf("\nHeap allocations in %zu events planned and moved: %lld.\n", 100 * s.story.size(),
                static_cast<long long>(allocations - before));
}

/// From its first steps through so many events.
Work replay(Subject& s, std::size_t events) {
    return [&s, events](std::size_t times) {
        std::int64_t sum = 0;
        Plan plan;
        for (std::size_t i = 0; i < times; ++i) {
            const auto route = make_route(route_id);
            for (std::size_t at = 0; at < events; ++at) {
                route->plan(Subject::id_of(s.story[at % s.story.size()]), s.counsel, plan);
                route->move(plan);
            }
            sum += std::int64_t(plan.arrows.size());
        }
        return sum;
    };
}

Work restore(Subject& s, std::size_t events) {
    return [&place = s.standings[(events - 1) % s.story.size()]](std::size_t times) {
        for (std::size_t i = 0; i < times; ++i) make_route(route_id)->restore(place);
        return std::int64_t(times);
    };
}

void restoring(Subject& s) {
    std::vector<Variant> all;
    for (const std::size_t events : {10U, 100U, 1000U}) {
        const auto many = std::to_string(events) + " events";
        all.push_back({"a new route, restored as " + many + " left it", restore(s, events)});
        all.push_back({"a new route, replayed through " + many, replay(s, events)});
    }
    print("Where a case stands on its route", rounds(all, 9));
}

void options(Subject& s) {
    const auto route = make_route(route_id);
    Plan plan;
    const auto one = [&](std::size_t times) {
        for (std::size_t i = 0; i < times; ++i)
            route->plan(Subject::id_of(int(i % story_events.size())), s.counsel, plan);
        return std::int64_t(plan.arrows.size());
    };
    const auto every = [&](std::size_t times) {
        std::size_t sum = 0;
        for (std::size_t i = 0; i < times; ++i) sum += route->options(s.counsel).size();
        return std::int64_t(sum);
    };
    const auto title = "What may happen next, of " + std::to_string(route->events().size()) +
                       " events, at the first steps";
    print(title.c_str(), rounds({{"one plan", one}, {"options(), all events", every}}, 9));
}

} // namespace
} // namespace bench

int main() {
    bench::Subject subject;
    bench::moves(subject);
    bench::restoring(subject);
    bench::options(subject);
}
