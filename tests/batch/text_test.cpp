// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "batch/records.hpp"
#include "batch/support.hpp"
#include "catch.hpp"

#include <meldroute/batch/decide_text.hpp>

#include <sstream>

using namespace meldroute;

namespace {

struct Written {
    std::vector<std::string> lines;
    TextProgress done;
};

Written over(TextFormat format, const std::string& text, BatchRequest request) {
    std::istringstream in(text);
    std::ostringstream out;
    const Batch batch(kolommen(), std::move(request));
    Written written{{}, decide_text(batch, format, in, out)};
    std::istringstream lines(out.str());
    for (std::string line; std::getline(lines, line);) written.lines.push_back(line);
    return written;
}

std::string refusal(TextFormat format, const std::string& text) {
    return code_of([&] { over(format, text, asking({"klasse"})); });
}

BatchRequest keeping(std::vector<std::string> decisions, std::vector<std::string> keep) {
    auto request = asking(std::move(decisions));
    request.keep = std::move(keep);
    return request;
}

} // namespace

TEST_CASE("a line of NDJSON is a report, and gives a line", "[batch][text]") {
    const auto written = over(TextFormat::ndjson,
                              "{\"zaak\": \"a\", \"acuut\": true}\n"
                              "{\"zaak\": [1], \"leeftijd\": 12}\r\n"
                              "\n"
                              "{\"leeftijd\": 200}\n"
                              "{\"zaak\": \"d\", \"acuut\": \n"
                              "[]\n"
                              "{\"leeftijt\": 12}\n"
                              "{\"acuut\": {\"unknown\": \"asked\"}}",
                              keeping({"klasse"}, {"zaak"}));
    REQUIRE(written.lines.size() == 7);
    CHECK(written.done.rows == 7);
    CHECK(written.done.faults == 4);
    const auto line = [&](std::size_t i) { return Json::parse(written.lines[i]); };
    CHECK(written.lines[0] ==
          R"({"zaak":"a","klasse":"hoog","klasse:state":"decided","error:code":null,)"
          R"("error:words":null})");
    CHECK(line(1)["zaak"] == Json::array({1}));
    CHECK(line(1)["klasse:state"] == "open");
    CHECK(line(2)["error:code"] == "M1105");
    CHECK(line(2)["klasse:state"] == nullptr);
    CHECK(line(3)["error:code"] == "M1001");
    CHECK(line(3)["zaak"] == nullptr);
    CHECK(line(4)["error:code"] == "M1012");
    CHECK(line(5)["error:code"] == "M1101");
    CHECK(line(6)["klasse:state"] == "open");
}

TEST_CASE("a line that names a key twice does not say what the key was", "[batch][text]") {
    const auto written =
        over(TextFormat::ndjson, R"({"Jan de Vries": 1, "Jan de Vries": 2})", asking({"klasse"}));
    CHECK(Json::parse(written.lines.at(0))["error:code"] == "M1002");
    CHECK(written.lines.at(0).find("Vries") == std::string::npos);
}

TEST_CASE("a CSV with commas or as a Dutch spreadsheet writes it says the same", "[batch][text]") {
    const std::vector<std::string> dutch{
        "zaak;helft;helft:state;wie;wie:state;error:code;error:words",
        "\"a;1\";250,25;decided;inspectie;decided;;",
        "b;;open;politie inspectie;decided;;",
        "c;0;decided;-;decided;;",
    };
    auto request = keeping({"helft", "wie"}, {"zaak"});
    const std::string rows = "zaak;acuut;huur;vorm\r\n\"a;1\";nee;500,5;arbeid seksueel\r\n"
                             "b;ja;;arbeid\r\n\r\nc;false;0;-";
    CHECK(over(TextFormat::csv, rows, request).lines == dutch);
    CHECK(over(TextFormat::csv, "\xEF\xBB\xBF" + rows, request).lines == dutch);

    const auto english = over(TextFormat::csv,
                              "zaak,acuut,huur,vorm\na;1,false,500.5,arbeid seksueel\n"
                              "b,true,,arbeid\nc,false,0.00,-\n",
                              request);
    CHECK(english.lines.at(1) == "a;1,250.25,decided,inspectie,decided,,");
    CHECK(english.lines.at(2) == "b,,open,politie inspectie,decided,,");
}

TEST_CASE("a row that cannot be read keeps its place", "[batch][text]") {
    const auto written = over(TextFormat::csv,
                              "zaak,acuut,toelichting\n"
                              "a,true,\"met een \"\"citaat\"\", een komma\nen twee regels\"\n"
                              "b,misschien,\n"
                              "c,true\n"
                              "d,true,\"x\"y\n"
                              "e,true,5\" breed\n"
                              "f,true,\n",
                              keeping({"klasse"}, {"zaak"}));
    const auto& lines = written.lines;
    REQUIRE(lines.size() == 7);
    CHECK(lines[1] == "a,hoog,decided,,");
    CHECK(lines[2].starts_with("b,,,M1103,"));
    CHECK(lines[3].starts_with(",,,M1909,"));
    CHECK(lines[4].starts_with(",,,M1911,"));
    CHECK(lines[5].starts_with(",,,M1911,"));
    CHECK(lines[6] == "f,hoog,decided,,");
    CHECK(written.done.faults == 4);
}

TEST_CASE("what was looked at stands in two columns", "[batch][text]") {
    const auto written = over(TextFormat::csv,
                              "acuut,tekens.seen,tekens.not-seen\n"
                              "true,schuld geen-pas,\ntrue,,schuld\ntrue,,\ntrue,schuld,schuld\n",
                              asking({"nu"}));
    CHECK(written.lines.at(1) == "false,decided,,");
    CHECK(written.lines.at(2) == "true,decided,,");
    CHECK(written.lines.at(3) == ",open,,");
    CHECK(written.lines.at(4).starts_with(",,M1110,"));
}

TEST_CASE("a head that names what is not there is refused", "[batch][text]") {
    CHECK(refusal(TextFormat::csv, "") == "M1913");
    CHECK(refusal(TextFormat::csv, "leeftijt\n12\n") == "M1901");
    CHECK(refusal(TextFormat::csv, "leeftijd,leeftijd\n12,13\n") == "M1903");
    CHECK(refusal(TextFormat::csv, "leeftijd\n") == "");
    CHECK(refusal(TextFormat::ndjson, "") == "");
}

TEST_CASE("any number of threads writes the same, also over many rows", "[batch][text]") {
    std::string text = "zaak,leeftijd,plaats\n";
    for (int i = 0; i < 5'000; ++i)
        text += std::to_string(i) + "," + std::to_string(i % 130) + ",hotel\n";
    auto request = keeping({"klasse"}, {"zaak"});
    const auto one = over(TextFormat::csv, text, request);
    CHECK(one.lines.size() == 5'001);
    CHECK(one.lines.at(4'321).starts_with("4320,"));
    request.threads = 4;
    CHECK(over(TextFormat::csv, text, request).lines == one.lines);
}

TEST_CASE("a line without end does not fill the memory", "[batch][text]") {
    const std::string endless(3 * RecordReader::longest, 'x');
    const auto written =
        over(TextFormat::ndjson, endless + "\n{\"acuut\": true}\n", asking({"klasse"}));
    CHECK(Json::parse(written.lines.at(0))["error:code"] == "M1910");
    CHECK(Json::parse(written.lines.at(1))["klasse"] == "hoog");
}

TEST_CASE("lines end where they end, wherever the blocks in which they are read do",
          "[batch][text]") {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += std::to_string(i) + "\n";
    std::istringstream in(text);
    RecordReader reader(in);
    int next = 0;
    for (auto records = reader.next(1'000); !records.empty(); records = reader.next(1'000))
        for (const auto& record : records) REQUIRE(record == std::to_string(next++));
    CHECK(next == 100'000);
    CHECK(reader.bytes() == text.size());
}
