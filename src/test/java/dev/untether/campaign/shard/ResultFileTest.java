package dev.untether.campaign.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run came to survives being written, and many runs become one. */
final class ResultFileTest {
  @TempDir private Path directory;

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Results results = run("2/8", unit("b", "x"), unit("a", "libs/hash"));
    ResultFile.write(results, file("r.jsonl"));

    assertThat(ResultReader.read(file("r.jsonl")).results()).contains(results);
  }

  @Test
  void linesComeInTheOrderOfRepositoryAndUnit() throws IOException {
    assertThat(text(run("2/8", unit("b", "x"), unit("a", "y"), unit("a", "x"))))
        .isEqualTo(
            """
            {"schemaVersion":1,"kind":"run","campaign":"go1.27","command":"apply","digest":"sha256:0","shard":"2/8"}
            {"kind":"unit","repository":"a","unit":"x","state":"opened","branch":"untether/x","reason":"new"}
            {"kind":"unit","repository":"a","unit":"y","state":"opened","branch":"untether/y","reason":"new"}
            {"kind":"unit","repository":"b","unit":"x","state":"opened","branch":"untether/x","reason":"new"}
            {"kind":"end","units":3,"problems":0}
            """);
  }

  @Test
  void writingReplacesWhatWasThereAndLeavesNothingElse() throws IOException {
    Files.writeString(file("r.jsonl"), "old");
    ResultFile.write(run("1/1"), file("r.jsonl"));

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file("r.jsonl"));
    }
    assertThat(ResultReader.read(file("r.jsonl")).results()).isPresent();
  }

  @Test
  void aFileThatIsCutAnywhereIsRefused() throws IOException {
    String whole = text(run("1/2", unit("a", "x"), unit("a", "y")));
    // Without its last line feed, the last object is still whole.
    for (int length = 0; length < whole.length() - 1; length++) {
      Files.writeString(file("cut.jsonl"), whole.substring(0, length));
      ResultReader.Outcome outcome = ResultReader.read(file("cut.jsonl"));
      assertThat(outcome.results()).as("cut at %d", length).isEmpty();
      assertThat(outcome.problem()).isPresent();
    }
  }

  @Test
  void aFileThatLostALineIsRefused() throws IOException {
    List<String> lines = text(run("1/2", unit("a", "x"), unit("a", "y"))).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      List<String> rest = new ArrayList<>(lines);
      rest.remove(i);
      Files.write(file("less.jsonl"), rest);
      assertThat(ResultReader.read(file("less.jsonl")).results()).as("line %d", i).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|1:1: error: no text `kind`",
        "nonsense|1:1: error: not an object of JSON",
        "{\"kind\":\"unit\"}|1:1: error: the kind `unit`; expected `run` first",
        "{\"kind\":\"run\",\"schemaVersion\":2}|1:1: error: schema version 2; this version reads 1",
      })
  void whatIsNoResultIsRefusedWithItsPlace(String text, String message) throws IOException {
    Files.writeString(file("r.jsonl"), text + "\n");

    assertThat(problem("r.jsonl")).startsWith(file("r.jsonl") + ":" + message);
  }

  @Test
  void aUnitThatComesTwiceIsRefused() throws IOException {
    assertThat(
            ResultReader.read(written("r", run("1/1", unit("a", "x"), unit("a", "x")))).problem())
        .get()
        .asString()
        .contains("r:3:1: error: the unit a/x a second time");
  }

  @Test
  void directoriesAndEndlessLinesAndBytesThatAreNoTextAreRefused() throws IOException {
    Files.createDirectory(file("d"));
    Files.writeString(file("long"), "x".repeat((1 << 20) + 1));
    Files.write(file("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe});

    assertThat(problem("d")).contains("not a file");
    assertThat(problem("missing")).contains("not a file");
    assertThat(problem("long")).contains("a line of more than");
    assertThat(problem("bytes")).contains("not UTF-8");
  }

  @Test
  void allShardsTogetherAreTheWholeWhateverTheirOrder() throws IOException {
    List<Results> parts = new ArrayList<>();
    List<Results.Unit> all = new ArrayList<>();
    for (int index = 1; index <= 8; index++) {
      List<Results.Unit> some = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        if (new Shard(index, 8).takes("repo", "m" + i)) {
          some.add(unit("repo", "m" + i));
        }
      }
      all.addAll(some);
      parts.add(run(index + "/8", some.toArray(Results.Unit[]::new)));
    }
    Results whole = run("1/1", all.toArray(Results.Unit[]::new));
    assertThat(whole.units()).hasSize(200);

    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(parts, new Random(seed));
      ResultMerge.Outcome outcome = merge(parts.toArray(Results[]::new));
      assertThat(outcome.missing()).isEmpty();
      assertThat(text(outcome.results().orElseThrow())).isEqualTo(text(whole));
    }
  }

  @Test
  void missingShardsAreSaidAndCanBeAddedLater() {
    ResultMerge.Outcome half = merge(run("4/4", unit("a", "x")), run("2/4", unit("a", "y")));
    assertThat(half.missing()).containsExactly(new Shard(1, 4), new Shard(3, 4));
    Results merged = half.results().orElseThrow();
    assertThat(merged.shards()).containsExactly(new Shard(2, 4), new Shard(4, 4));

    ResultMerge.Outcome rest = merge(run("3/4"), merged, run("1/4", unit("a", "z")));
    assertThat(rest.missing()).isEmpty();
    assertThat(rest.results().orElseThrow().shards()).containsExactly(Shard.WHOLE);
    assertThat(rest.results().orElseThrow().units()).hasSize(3);
  }

  @Test
  void aProblemThatEveryShardMetIsSaidOnce() {
    var problem = new Results.Problem("far", "cannot be cloned");
    ResultMerge.Outcome outcome =
        merge(
            new Results("c", "plan", "", List.of(new Shard(1, 2)), List.of(), List.of(problem)),
            new Results("c", "plan", "", List.of(new Shard(2, 2)), List.of(), List.of(problem)));

    assertThat(outcome.results().orElseThrow().problems()).containsExactly(problem);
  }

  @Test
  void overlapsAreRefused() {
    assertThat(refusals(run("1/2"), run("1/2")))
        .containsExactly(
            "file1: error: holds shard 1/2, and so does file0; give one of them [campaign-results]");
    assertThat(refusals(run("1/2", unit("a", "x")), run("2/2", unit("a", "x"))))
        .singleElement()
        .asString()
        .contains("file1: error: holds the unit a/x, and so does file0: the shards overlap");
    assertThat(refusals(run("1/1"), run("1/2")))
        .singleElement()
        .asString()
        .contains("a number of shards of 2, but file0 about 1");
  }

  @Test
  void resultsOfDifferentRunsAreRefused() {
    List<Shard> second = List.of(new Shard(2, 2));
    assertThat(
            refusals(
                run("1/2"), new Results("other", "plan", "sha256:1", second, List.of(), List.of())))
        .hasSize(3)
        .anyMatch(message -> message.contains("about the campaign other, but file0 about go1.27"))
        .anyMatch(message -> message.contains("about the command plan, but file0 about apply"))
        .anyMatch(message -> message.contains("digest sha256:1, but file0 about sha256:0"));
  }

  private static ResultMerge.Outcome merge(Results... parts) {
    Map<String, Results> named = new LinkedHashMap<>();
    for (Results part : parts) {
      named.put("file" + named.size(), part);
    }
    return ResultMerge.merge(named);
  }

  private static List<String> refusals(Results... parts) {
    ResultMerge.Outcome outcome = merge(parts);
    assertThat(outcome.results()).isEmpty();
    return outcome.refusals().stream().map(Finding::toString).toList();
  }

  private String problem(String name) {
    return ResultReader.read(file(name)).problem().orElseThrow().toString();
  }

  private Path written(String name, Results results) throws IOException {
    ResultFile.write(results, file(name));
    return file(name);
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  private static String text(Results results) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultFile.write(results, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Results run(String shard, Results.Unit... units) {
    return new Results(
        "go1.27", "apply", "sha256:0", List.of(Shard.parse(shard)), List.of(units), List.of());
  }

  private static Results.Unit unit(String repository, String unit) {
    return new Results.Unit(repository, unit, "opened", "untether/" + unit, "", "", "", "new");
  }
}
