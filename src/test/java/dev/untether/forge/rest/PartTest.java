package dev.untether.forge.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.report.json.Json;
import java.io.IOException;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class PartTest {
  private static Part part(String json) throws IOException {
    return new Part("merge request", Json.parse(json));
  }

  @Test
  void timesOfAnyOffsetAreRead() throws Exception {
    Instant expected = Instant.parse("2026-02-01T10:00:00.120Z");

    assertThat(part("{\"at\":\"2026-02-01T10:00:00.12Z\"}").time("at")).isEqualTo(expected);
    assertThat(part("{\"at\":\"2026-02-01T12:00:00.120+02:00\"}").time("at")).isEqualTo(expected);
  }

  @Test
  void partsAreReadAndNamed() throws Exception {
    Part part = part("{\"head\":{\"ref\":\"main\"},\"iid\":7,\"page\":\"https://h/1\"}");

    assertThat(part.at("head").text("ref")).isEqualTo("main");
    assertThat(part.number("iid")).isEqualTo(7);
    assertThat(part.page("page")).hasToString("https://h/1");
  }

  @Test
  void whatIsMissingOrOfAnotherKindIsNamed() throws Exception {
    Part part = part("{\"text\":7,\"at\":\"yesterday\",\"page\":\"not an address\",\"iid\":\"7\"}");

    assertSenseless(() -> part.text("text"), "field text of a merge request");
    assertSenseless(() -> part.time("at"), "expected a time in field at");
    assertSenseless(() -> part.page("page"), "expected an address in field page");
    assertSenseless(() -> part.number("iid"), "expected a number in field iid");
    assertSenseless(() -> part.text("none"), "field none");
    assertSenseless(() -> part.at("head").text("ref"), "field ref of a merge request.head");
  }

  private static void assertSenseless(ThrowingCallable read, String message) {
    ForgeException failure = catchThrowableOfType(ForgeException.class, read);
    assertThat(failure).isNotNull().hasMessageContaining(message);
    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
  }
}
