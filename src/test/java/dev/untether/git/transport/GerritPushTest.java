package dev.untether.git.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.git.CommitOptions;
import dev.untether.git.GitException;
import dev.untether.git.GitException.Reason;
import dev.untether.git.GitRepository;
import dev.untether.report.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pushes for review, to a remote that answers as Gerrit does. */
final class GerritPushTest {
  private static final GerritPush.Review REVIEW =
      new GerritPush.Review(
          "main", Optional.of("untether-2026"), List.of("gopher@example.com"), "campaign/unit");

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void gerrit() throws IOException {
    Command.assumePresent("perl");
    sandbox = Sandbox.in(directory);
    GerritHook.in(sandbox.remote());
  }

  private List<String> notes() throws IOException {
    return Files.readAllLines(sandbox.remote().resolve("gerrit-notes"));
  }

  @Test
  void aChangeGoesToReviewWithATopicAndReviewers() throws Exception {
    GerritPush.Result result = push("one\n", REVIEW, Sandbox.NOW);

    assertThat(result.outcome()).isEqualTo(Push.Outcome.CREATED);
    assertThat(result.pages()).containsExactly("https://gerrit.example/c/x/+/17");
    assertThat(result.changeIds()).hasSize(1);
    assertThat(notes())
        .singleElement()
        .asString()
        .contains(result.changeIds().get(0))
        .endsWith(" refs/for/main%topic=untether-2026,r=gopher@example.com");
    sandbox.requireWhole();
  }

  @Test
  void theSameContentAtAnotherTimeIsNoNewPatchSet() throws Exception {
    GerritPush.Result first = push("one\n", REVIEW, Sandbox.NOW);

    GerritPush.Result second = push("one\n", REVIEW, Sandbox.NOW.plusSeconds(60));

    assertThat(second.outcome()).isEqualTo(Push.Outcome.UNCHANGED);
    assertThat(second.changeIds()).isEqualTo(first.changeIds());
    assertThat(notes()).hasSize(1);
  }

  @Test
  void otherContentIsAPatchSetOfTheSameChange() throws Exception {
    GerritPush.Result first = push("one\n", REVIEW, Sandbox.NOW);

    GerritPush.Result second = push("two\n", REVIEW, Sandbox.NOW);

    assertThat(second.outcome()).isEqualTo(Push.Outcome.CREATED);
    assertThat(second.changeIds()).isEqualTo(first.changeIds());
    assertThat(notes()).hasSize(2);
  }

  @Test
  void anotherUnitIsAnotherChange() throws Exception {
    assertThat(GerritPush.changeId("a", 0))
        .matches("I[0-9a-f]{40}")
        .isNotEqualTo(GerritPush.changeId("b", 0))
        .isNotEqualTo(GerritPush.changeId("a", 1));
  }

  @Test
  void nothingToChangeIsNotPushed() throws Exception {
    assertThat(push("old\n", REVIEW, Sandbox.NOW).outcome()).isEqualTo(Push.Outcome.NOTHING_TO_DO);
  }

  @Test
  void whatGerritForbidsIsTold() {
    GerritPush.Review other =
        new GerritPush.Review("main2", Optional.empty(), List.of(), "campaign/unit");

    assertThatThrownBy(() -> push("one\n", other, Sandbox.NOW))
        .hasMessageContaining("prohibited by Gerrit: not permitted: create change")
        .extracting(e -> ((GitException) e).reason())
        .isEqualTo(Reason.FORBIDDEN);
  }

  @ParameterizedTest
  @CsvSource({
    "main,a topic,x@e.c,the topic",
    "main,'a,r=evil',x@e.c,the topic",
    "main%private,t,x@e.c,the branch",
    "../x,t,x@e.c,the branch",
    "main,t,'x,submit',the reviewer",
  })
  void wordsThatGerritWouldTakeApartAreRefused(
      String branch, String topic, String reviewer, String what) {
    GerritPush.Review odd =
        new GerritPush.Review(branch, Optional.of(topic), List.of(reviewer), "s");

    assertThatThrownBy(() -> push("one\n", odd, Sandbox.NOW))
        .hasMessageContaining(what)
        .hasMessageContaining("cannot stand in a push to Gerrit");
  }

  private GerritPush.Result push(String text, GerritPush.Review review, Instant now)
      throws GitException, InterruptedException {
    CommitOptions commit = new CommitOptions(false, false, now, ZoneOffset.UTC, Map.of());
    try (GitRepository place = sandbox.open()) {
      return GerritPush.push(
          place,
          place.base(Optional.empty()),
          Remote.at(sandbox.remote().toString()),
          review,
          Sandbox.steps(text),
          commit,
          sandbox.options());
    }
  }
}
