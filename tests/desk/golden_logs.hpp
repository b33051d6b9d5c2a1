// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Old logs as they are kept in tests/golden/logs: how they are read, and how they were written.

#pragma once

#include "casefile/examples.hpp"
#include "casefile/seen.hpp"
#include "desk/case_state.hpp"
#include "register/files.hpp"

#include <meldroute/casefile/migration.hpp>
#include <meldroute/casefile/move.hpp>
#include <meldroute/casefile/time_out.hpp>
#include <meldroute/desk/stories.hpp>

#include <fstream>
#include <map>
#include <set>
#include <stdexcept>
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
    /// More than one of a case that moved.
    std::set<std::string> rulebooks() const {
        std::set<std::string> digests;
        for (const auto& body : bodies())
            if (body) digests.insert(body->rulebook);
        return digests;
    }
};

inline std::string digest_of(const Rulebook& rulebook) {
    return to_hex(bytes_of(rulebook.digest()));
}

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

/// The rules of the day of each entry, and no others.
inline RulebookOf rulebooks_of(const Log& log) {
    return [folder = log.folder](const std::string& digest) {
        static std::map<std::string, std::shared_ptr<const Rulebook>> known;
        auto& rulebook = known[digest];
        if (!rulebook)
            rulebook = Rulebook::from_bundle(files::contents(bundle_file(folder, digest)));
        if (digest_of(*rulebook) != digest) throw std::runtime_error(digest);
        return rulebook;
    };
}

inline Json expected_of(const Log& log) {
    return Json::parse(std::ifstream(log.folder / (log.name + ".expected.json")));
}

/// What a log comes to: where the case stands, who owns it, what is due, and how its chain ends.
inline Json outcome_of(const Log& log) {
    const Story story = restore(log.case_id, log.bodies(), rulebooks_of(log));
    Json out = seen::of(story);
    const Receipt last = verify(log.register_id, log.case_id, log.entries);
    out["last-digest"] = to_hex(bytes_of(last.digest));
    out["rulebook"] = digest_of(story.rulebook());
    return out;
}

// ── Writing ──────────────────────────────────────────────────────────────────────────────────

/// A story to keep. Of some an entry is erased, as somebody may ask; some move to other rules.
struct Kept {
    std::string name;
    Scenario story;
    std::shared_ptr<const Rulebook> rulebook;
    std::map<std::size_t, std::shared_ptr<const Rulebook>> moves = {}; ///< by turn: to where
    std::vector<std::int64_t> erased = {};
};

/// What happens first by itself until this moment.
inline std::vector<Body> let_pass(const Story& story, const Moment& until) {
    const auto due = time_outs(story, until);
    return due.empty() ? std::vector<Body>{} : tell_time(story, due.front(), until);
}

/// What a turn brings, under the rules to which it moves the case or by which it goes; nothing when
/// it is refused as it must be.
inline std::vector<Body> told(const Story& story, const Kept& kept, const Turn& turn,
                              const std::shared_ptr<const Rulebook>& rulebook) {
    const Telling telling = checked(turn.telling, turn.event);
    try {
        if (story.sequence() == 0) return open_case(rulebook, kept.story.route, telling);
        if (rulebook != story.shared_rulebook())
            return {tell_migration(story, rulebook, {}, telling)};
        if (turn.time_passes) return let_pass(story, telling.at);
        if (turn.event.empty()) return tell_note(story, telling);
        return tell_event(story, turn.event, telling);
    } catch (const Error& error) {
        if (error.code() != turn.refused) throw;
        return {};
    }
}

/// Tells the story into the register, with chance that is the same every time.
inline Log write_story(const Kept& kept, const Path& folder, Register& into) {
    examples::FixedRandomness randomness("golden log " + kept.name + ", ");
    Log log{folder, kept.name, into.id(), CaseId::draw(randomness), {}};
    Story story(kept.rulebook);
    Chain chain(begin_chain(into.id(), log.case_id));
    for (std::size_t i = 0; i < kept.story.turns.size(); ++i) {
        const Turn& turn = kept.story.turns[i];
        const auto rulebook = kept.moves.contains(i) ? kept.moves.at(i) : story.shared_rulebook();
        const auto bodies = told(story, kept, turn, rulebook);
        if (bodies.empty()) continue;
        auto written = write_down(story, chain, bodies, randomness, rulebook);
        const auto work = work_of(written.story);
        const Bundle bundle{rulebook->digest(), rulebook->bundle()};
        const auto& key = turn.telling.key;
        if (story.sequence() == 0)
            into.create_case(log.case_id, kept.name, written.entries, work, key, bundle);
        else
            into.append(log.case_id, story.sequence(), written.entries, work, key, bundle);
        files::write(bundle_file(folder, digest_of(*rulebook)), rulebook->bundle());
        story = std::move(written.story);
        chain = std::move(written.chain);
    }
    if (!kept.erased.empty()) into.erase(log.case_id, kept.erased);
    log.entries = into.read(log.case_id);
    return log;
}

inline void write_log(const Log& log) {
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
    std::ofstream(log.folder / (log.name + ".expected.json")) << outcome_of(log).dump(1) << "\n";
}

/// A register whose id is not drawn, so that the file comes out the same.
inline std::unique_ptr<Register> fresh_register(const std::string& file) {
    open_register(file);
    const auto id = examples::register_id().hex();
    files::tamper(file, ("UPDATE meta SET value = x'" + id + "' WHERE name = 'register'").c_str());
    return open_register(file);
}

} // namespace golden_logs
