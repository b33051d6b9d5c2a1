// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What comes in over the Arrow interface is memory of others. What contradicts the specification is
// refused; under the address sanitizer this shows that nothing is read that is not there.

#include "batch/support.hpp"
#include "catch.hpp"
#include "dice.hpp"

#include <cstring>

using namespace meldroute;

namespace {

using List = std::vector<std::string>;

Given sound() {
    return table(columns(texts("plaats", {"hotel", {}, "woning"}),
                         numbers("leeftijd", "i", 4, {12, {}, 40}),
                         booleans("acuut", {true, {}, {}}),
                         lists("vorm", {List{"arbeid", "seksueel"}, {}, List{}})),
                 3);
}

/// The fault that comes of a table to which this was done. What was done is undone before release,
/// for what it holds is our own.
std::string after(const std::function<void(ArrowSchema&, ArrowArray&)>& harm) {
    const Batch batch(kolommen(), asking({"klasse"}));
    Given whole = sound();
    harm(*whole.schema.get(), *whole.array.get());
    // Release callbacks free by private_data alone, so harm to counts and buffers frees the same.
    return code_of([&] { decide(batch, std::move(whole)); });
}

std::string after_array(const std::function<void(ArrowArray&)>& harm) {
    return after([&](ArrowSchema&, ArrowArray& array) { harm(array); });
}

ArrowArray& child(ArrowArray& array, int i) {
    return *array.children[i];
}

template <class T>
void write(const void* buffer, std::size_t i, T value) {
    std::memcpy(static_cast<std::byte*>(const_cast<void*>(buffer)) + i * sizeof value, &value,
                sizeof value);
}

} // namespace

TEST_CASE("a table that contradicts the specification is refused", "[batch][arrow]") {
    CHECK(after_array([](ArrowArray&) {}) == "");
    using Harm = std::function<void(ArrowArray&)>;
    const std::vector<Harm> harms{
        [](ArrowArray& a) { a.length = -1; },
        [](ArrowArray& a) { a.length = 4; },
        [](ArrowArray& a) { a.offset = -1; },
        [](ArrowArray& a) { a.offset = 1; },
        [](ArrowArray& a) { a.length = std::numeric_limits<std::int64_t>::max(); },
        [](ArrowArray& a) { a.offset = std::numeric_limits<std::int64_t>::max(); },
        [](ArrowArray& a) { a.n_children = 3; },
        [](ArrowArray& a) { a.n_children = -1; },
        [](ArrowArray& a) { a.children = nullptr; },
        [](ArrowArray& a) { a.children[1] = nullptr; },
        [](ArrowArray& a) { a.n_buffers = 0; },
        [](ArrowArray& a) { a.null_count = 4; },
        [](ArrowArray& a) { a.null_count = -2; },
        [](ArrowArray& a) { child(a, 0).length = 2; },
        [](ArrowArray& a) { child(a, 0).n_buffers = 2; },
        [](ArrowArray& a) { child(a, 0).buffers = nullptr; },
        [](ArrowArray& a) { child(a, 0).buffers[0] = nullptr; },
        [](ArrowArray& a) { child(a, 0).buffers[1] = nullptr; },
        [](ArrowArray& a) { child(a, 0).buffers[2] = nullptr; },
        [](ArrowArray& a) { child(a, 1).buffers[1] = nullptr; },
        [](ArrowArray& a) { child(a, 1).n_buffers = 3; },
        [](ArrowArray& a) { child(a, 2).n_children = 1; },
        [](ArrowArray& a) { child(a, 2).dictionary = &child(a, 0); },
        [](ArrowArray& a) { child(a, 3).n_children = 0; },
        [](ArrowArray& a) { child(a, 3).children[0]->length = 1; },
        [](ArrowArray& a) { write(child(a, 0).buffers[1], 0, std::int32_t{-1}); },
        [](ArrowArray& a) { write(child(a, 0).buffers[1], 1, std::int32_t{100}); },
        [](ArrowArray& a) { write(child(a, 3).buffers[1], 3, std::int32_t{100}); },
        [](ArrowArray& a) { write(child(a, 3).buffers[1], 1, std::int32_t{-4}); },
    };
    for (std::size_t i = 0; i < harms.size(); ++i) {
        INFO("harm " << i);
        CHECK(after_array(harms[i]) == "M1905");
    }
}

TEST_CASE("a schema that contradicts the specification is refused", "[batch][arrow]") {
    // A lie about the width of values cannot be seen: the interface does not say how long buffers are.
    using Harm = std::function<void(ArrowSchema&)>;
    const std::vector<std::pair<Harm, std::string>> harms{
        {[](ArrowSchema& s) { s.format = nullptr; }, "M1905"},
        {[](ArrowSchema& s) { s.format = "l"; }, "M1905"},
        {[](ArrowSchema& s) { s.n_children = -1; }, "M1905"},
        {[](ArrowSchema& s) { s.children = nullptr; }, "M1905"},
        {[](ArrowSchema& s) { s.children[2] = nullptr; }, "M1905"},
        {[](ArrowSchema& s) { s.children[0]->name = nullptr; }, "M1901"},
        {[](ArrowSchema& s) { s.children[0]->name = "acuut"; }, "M1903"},
        {[](ArrowSchema& s) { s.children[0]->format = "??"; }, "M1902"},
        {[](ArrowSchema& s) { s.children[0]->format = ""; }, "M1902"},
        {[](ArrowSchema& s) { s.children[1]->format = "d:"; }, "M1902"},
        {[](ArrowSchema& s) { s.children[1]->format = "d:5"; }, "M1902"},
        {[](ArrowSchema& s) { s.children[1]->format = "d:5,-2"; }, "M1902"},
        {[](ArrowSchema& s) { s.children[1]->format = "d:5,2,256"; }, "M1902"},
        {[](ArrowSchema& s) { s.children[3]->n_children = 0; }, "M1905"},
        {[](ArrowSchema& s) { s.children[3]->format = "+w:2"; }, "M1902"},
        {[](ArrowSchema& s) { s.children[3]->dictionary = s.children[0]; }, "M1905"},
    };
    for (std::size_t i = 0; i < harms.size(); ++i) {
        INFO("harm " << i);
        CHECK(after([&](ArrowSchema& schema, ArrowArray&) { harms[i].first(schema); }) ==
              harms[i].second);
    }
}

TEST_CASE("texts that stand in views are read within their blocks only", "[batch][arrow]") {
    const std::string block = "een toelichting die langer is dan twaalf";
    struct View {
        std::int32_t size;
        char start[4];
        std::int32_t block, offset;
    };
    const auto views = [&](View second, std::int64_t size) {
        View first{6, {'n', 'i', 'e', 't'}, 0, 0};
        std::memcpy(&first.block, "s\0\0", 4);
        std::vector<Buffer> buffers(1);
        buffers.emplace_back(2 * sizeof(View));
        write(buffers[1].data(), 0, first);
        write(buffers[1].data(), 1, second);
        buffers.emplace_back(block.size());
        std::memcpy(buffers[2].data(), block.data(), block.size());
        buffers.emplace_back(sizeof size);
        write(buffers[3].data(), 0, size);
        return Given{make_schema("vu", "toelichting"), make_array(2, 0, std::move(buffers))};
    };
    const Batch batch(kolommen(), asking({"tekst"}));
    const auto size = std::int64_t(block.size());
    const View good{std::int32_t(size), {}, 0, 0};
    const auto ruled = decide(batch, table(columns(views(good, size)), 2));
    CHECK(ruled.parts().front()->columns.front().outcomes == std::vector<std::int64_t>{1, 1});

    const auto refused = [&](View view, std::int64_t bytes) {
        return code_of([&] { decide(batch, table(columns(views(view, bytes)), 2)); });
    };
    CHECK(refused(good, size) == "");
    CHECK(refused(good, size - 1) == "M1905");
    CHECK(refused({-1, {}, 0, 0}, size) == "M1905");
    CHECK(refused({20, {}, 1, 0}, size) == "M1905");
    CHECK(refused({20, {}, -1, 0}, size) == "M1905");
    CHECK(refused({20, {}, 0, -1}, size) == "M1905");
    CHECK(refused({20, {}, 0, std::int32_t(size) - 19}, size) == "M1905");
}

TEST_CASE("harm done at random is refused or does no harm", "[batch][arrow]") {
    Dice dice(3);
    for (int round = 0; round < 2'000; ++round)
        static_cast<void>(after_array([&](ArrowArray& array) {
            ArrowArray& target = dice.below(5) == 0 ? array : child(array, dice.below(4));
            // Only what can be seen to be wrong: longer buffers than there are cannot.
            switch (dice.below(5)) {
            case 0: target.n_buffers = dice.below(8) - 3; break;
            case 1: target.n_children = dice.below(8) - 3; break;
            case 2: target.null_count = dice.below(9) - 4; break;
            case 3: target.length = dice.below(4) - 2; break;
            default:
                if (target.n_children > 0)
                    target.children = nullptr;
                else
                    target.buffers[dice.below(int(target.n_buffers))] = nullptr;
            }
        }));
}

TEST_CASE("a source that fails is told of, and let go of once", "[batch][arrow]") {
    const Batch batch(kolommen(), asking({"klasse"}));
    Given whole = sound();
    std::vector<OwnedArray> arrays;
    arrays.push_back(std::move(whole.array));
    Stream stream(std::move(whole.schema), std::move(arrays));
    stream.failing = 5;
    CHECK(code_of([&] { decide_table(batch, *stream); }) == "M1906");
    CHECK(stream.released == 1);
    CHECK((*stream).release == nullptr);
    CHECK(code_of([&] { decide_table(batch, *stream); }) == "M1905");
}

TEST_CASE("what is given outlives all that it came from, and may be taken apart",
          "[batch][arrow]") {
    ArrowArrayStream stream;
    {
        auto request = asking({"klasse", "wie", "helft", "geen"});
        request.keep = {"vorm", "plaats"};
        request.needed = true;
        const Batch batch(kolommen(), request);
        decide(batch, sound()).stream(stream);
    }
    const ArrowOwned<ArrowArrayStream> owner(stream);
    auto* const it = const_cast<ArrowArrayStream*>(owner.get());
    ArrowSchema schema;
    REQUIRE(it->get_schema(it, &schema) == 0);
    ArrowArray array;
    REQUIRE(it->get_next(it, &array) == 0);
    ArrowArray end;
    REQUIRE(it->get_next(it, &end) == 0);
    CHECK(end.release == nullptr);

    const OwnedSchema types(schema);
    std::vector<std::string> names;
    for (std::int64_t i = 0; i < types->n_children; ++i)
        names.emplace_back(types->children[i]->name);
    CHECK(names == std::vector<std::string>{
                       "vorm", "plaats", "klasse", "klasse:state", "klasse:needed", "wie",
                       "wie:state", "wie:needed", "helft", "helft:state", "helft:needed", "geen",
                       "geen:state", "geen:needed", "error:code", "error:words"});
    CHECK(array.n_children == types->n_children);
    // A child that was moved out is its new owner's, also the items of a list of others.
    const OwnedArray items(*array.children[0]->children[0]);
    array.release(&array);
    CHECK(items->length == 2);
    CHECK(std::string(static_cast<const char*>(items->buffers[2]), 6) == "arbeid");
}
