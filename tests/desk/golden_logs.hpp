// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Old logs as they are kept in tests/golden/logs: how they are read, and how they were written.

#pragma once

#include "casefile/examples.hpp"
#include "casefile/seen.hpp"
#include "desk/case_state.hpp"
#include "register/files.hpp"

#include <meldroute/casefile/move.hpp>
#include <meldroute/casefile/time_out.hpp>
#include <meldroute/desk/stories.hpp>

#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace golden_logs {

using namespace meldroute;

using Path = std::filesystem::path;

/// A folder for each version that wrote logs: a later one only adds.
inline std::vector<Path> versions() {
    std::vector<Path> all;
    for (const auto& entry :
         std::filesystem::directory_iterator(MELDROUTE_SOURCE_DIR "/tests/golden/logs"))
        if (entry.is_directory()) all.push_back(entry.path());
    return all;
}

inline const std::string register_name = "register-format-1.db";

struct Log {
    Path folder;
    std::string name;
    RegisterId register_id;
    CaseId case_id;
    std::vector<Entry> entries;

    std::vector<std::optional<Body>> bodies() const {
        std::vector<std::optional<Body>> all;
        for (const auto& entry : entries)
            all.push_back(entry.erased() ? std::nullopt : std::optional(read_body(entry)));
        return all;
    }
    std::string rulebook() const {
        for (const auto& body : bodies())
            if (body) return body->rulebook;
        return {};
    }
};

inline Path bundle_file(const Path& folder, const std::string& digest) {
    return folder / ("rulebook-" + digest.substr(0, 16) + ".json");
}

// ── Reading ──────────────────────────────────────────────────────────────────────────────────

/// A line holds the bytes of frame and body as they are; they are cut out, never written anew.
inline Entry read_entry(const std::string& line) {
    const std::string frame = "\"frame\":", body = ",\"body\":", key = "{\"key\":\"";
    Entry entry;
    const auto from = line.find(frame) + frame.size(), to = line.find('}', from) + 1;
    entry.frame = line.substr(from, to - from);
    if (line.compare(to, body.size(), body) == 0)
        entry.body = line.substr(to + body.size(), line.size() - 1 - to - body.size());
    if (line.starts_with(key)) {
        const auto bytes = from_hex(line.substr(key.size(), 64));
        std::copy(bytes.begin(), bytes.end(), entry.key.emplace().begin());
    }
    return entry;
}

inline Log read_log(const Path& path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    const Json head = Json::parse(line);
    Log log{path.parent_path(),
            path.stem(),
            RegisterId::parse(head["register"].get<std::string>()),
            CaseId::parse(head["case"].get<std::string>()),
            {}};
    while (std::getline(file, line)) log.entries.push_back(read_entry(line));
    return log;
}

inline std::vector<Log> read_logs() {
    std::vector<Log> logs;
    for (const auto& version : versions())
        for (const auto& file : std::filesystem::directory_iterator(version))
            if (file.path().extension() == ".jsonl") logs.push_back(read_log(file.path()));
    return logs;
}

inline Json expected_of(const Log& log) {
    return Json::parse(std::ifstream(log.folder / (log.name + ".expected.json")));
}

/// What a log comes to: where the case stands, who owns it, what is due, and how its chain ends.
inline Json outcome_of(const Log& log, const std::shared_ptr<const Rulebook>& rulebook) {
    Json out = seen::of(restore(log.case_id, log.bodies(), rulebook));
    const Receipt last = verify(log.register_id, log.case_id, log.entries);
    out["last-digest"] = to_hex(bytes_of(last.digest));
    out["rulebook"] = log.rulebook();
    return out;
}

// ── Writing ──────────────────────────────────────────────────────────────────────────────────

/// A story to keep. Of some an entry is erased, as somebody may ask.
struct Kept {
    std::string name;
    Scenario story;
    std::vector<std::int64_t> erased = {};
};

/// What happens first by itself until this moment.
inline std::vector<Body> let_pass(const Story& story, const Moment& until) {
    const auto due = time_outs(story, until);
    return due.empty() ? std::vector<Body>{} : tell_time(story, due.front(), until);
}

/// Tells the story into the register, with chance that is the same every time.
inline Log write_story(const Kept& kept, const std::shared_ptr<const Rulebook>& rulebook,
                       const Path& folder, Register& into) {
    examples::FixedRandomness randomness("golden log " + kept.name + ", ");
    Log log{folder, kept.name, into.id(), CaseId::draw(randomness), {}};
    Story story(rulebook);
    Chain chain(begin_chain(into.id(), log.case_id));
    for (const Turn& turn : kept.story.turns) {
        const Telling telling = checked(turn.telling, turn.event);
        std::vector<Body> bodies;
        try {
            bodies = story.sequence() == 0 ? open_case(rulebook, kept.story.route, telling)
                     : turn.time_passes    ? let_pass(story, telling.at)
                     : turn.event.empty()  ? tell_note(story, telling)
                                           : tell_event(story, turn.event, telling);
            if (bodies.empty()) continue;
        } catch (const Error& error) {
            if (error.code() != turn.refused) throw;
            continue;
        }
        auto written = write_down(story, chain, bodies, randomness, rulebook);
        const auto work = work_of(written.story);
        if (story.sequence() == 0)
            into.create_case(log.case_id, kept.name, written.entries, work, telling.key,
                             Bundle{rulebook->digest(), rulebook->bundle()});
        else
            into.append(log.case_id, story.sequence(), written.entries, work, telling.key);
        story = std::move(written.story);
        chain = std::move(written.chain);
    }
    if (!kept.erased.empty()) into.erase(log.case_id, kept.erased);
    log.entries = into.read(log.case_id);
    return log;
}

inline void write_log(const Log& log, const Json& outcome) {
    std::ofstream file(log.folder / (log.name + ".jsonl"));
    file << "{\"register\":\"" << log.register_id.hex() << "\",\"case\":\"" << log.case_id.hex()
         << "\"}\n";
    for (const auto& entry : log.entries) {
        file << "{";
        if (entry.key) {
            const std::string_view key(reinterpret_cast<const char*>(entry.key->data()), 32);
            file << "\"key\":\"" << to_hex(key) << "\",";
        }
        file << "\"frame\":" << entry.frame;
        if (!entry.erased()) file << ",\"body\":" << entry.body;
        file << "}\n";
    }
    std::ofstream(log.folder / (log.name + ".expected.json")) << outcome.dump(1) << "\n";
}

/// A register whose id is not drawn, so that the file comes out the same.
inline std::unique_ptr<Register> fresh_register(const std::string& file) {
    open_register(file);
    const auto id = examples::register_id().hex();
    files::tamper(file, ("UPDATE meta SET value = x'" + id + "' WHERE name = 'register'").c_str());
    return open_register(file);
}

} // namespace golden_logs
