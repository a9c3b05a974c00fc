package dev.untether.forge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.untether.forge.FakeTime;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.git.Secret;
import dev.untether.report.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again, waited for, followed and shown, without a network. */
final class ForgeClientTest {
  private static final String TOKEN = "t0ken-of-mine";
  private static final String HERE = "https://code.example.com/api";

  private final ScriptedTransport transport = new ScriptedTransport();
  private final FakeTime time = new FakeTime();

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void readIsRepeatedWhileTheServerIsInTrouble(int status) throws Exception {
    transport.answers(status, "").answers(status, "<html>").answers(200, "{\"a\":1}");

    assertThat(client().get("/x").json().at("a").number()).contains(1L);
    assertThat(transport.requests).hasSize(3);
    assertThat(time.slept()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(6));
  }

  @Test
  void connectionThatBreaksIsTriedAgainAndThenGivenUp() {
    transport.fails(new IOException("Connection reset"));

    ForgeException failure = failure(() -> client().get("/x"));

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure).hasMessageContaining("GET /api/x").hasMessageContaining("reset");
    assertThat(transport.requests).hasSize(4);
  }

  @Test
  void certificateThatIsNotTrustedIsNotTriedAgain() {
    transport.fails(new SSLHandshakeException("unable to find valid certification path"));

    assertThat(failure(() -> client().get("/x"))).hasMessageContaining("certificate");
    assertThat(transport.requests).hasSize(1);
  }

  @Test
  void requestThatMakesSomethingIsSentOnceIfItMayHaveArrived() throws Exception {
    for (IOException broken :
        List.of(new HttpTimeoutException("too late"), new IOException("Connection reset"))) {
      ScriptedTransport breaking = new ScriptedTransport().fails(broken);

      assertThat(client(breaking).create("/x", json -> {})).isInstanceOf(Outcome.Unknown.class);
      assertThat(breaking.requests).hasSize(1);
    }
    for (int status : List.of(500, 502, 503, 504)) {
      ScriptedTransport failing = new ScriptedTransport().answers(status, "");

      assertThat(client(failing).create("/x", json -> {})).isInstanceOf(Outcome.Unknown.class);
      assertThat(failing.requests).hasSize(1);
    }
  }

  @Test
  void requestThatMakesSomethingAndGetsNonsenseForAnAnswerMayHaveBeenDone() throws Exception {
    transport.answers(201, "<html>Saved</html>");

    assertThat(client().create("/x", json -> {})).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void requestThatMakesSomethingIsSentAgainIfItSurelyDidNotArrive() throws Exception {
    transport
        .fails(new ConnectException("Connection refused"))
        .answers(429, "", "Retry-After", "3")
        .answers(201, "{\"id\":5}");

    Outcome outcome = client().create("/x", json -> json.string("title", "ä"));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(transport.requests).hasSize(3);
    assertThat(transport.requests.get(2).body()).contains("{\"title\":\"ä\"}");
  }

  @Test
  void requestThatIsRefusedIsNotRepeated() {
    transport.answers(
        422,
        "{\"message\":\"Validation Failed\",\"errors\":[{\"field\":\"head\",\"code\":\"invalid\"}]}");

    ForgeException failure = failure(() -> client().create("/x", json -> {}));

    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure).hasMessageContaining("422 Validation Failed: head invalid");
    assertThat(transport.requests).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | UNAUTHENTICATED",
        "403 | FORBIDDEN",
        "404 | NOT_FOUND",
        "410 | NOT_FOUND",
        "409 | REFUSED",
        "400 | REFUSED",
        "501 | UNREACHABLE",
      })
  void statusSaysWhy(int status, Reason reason) {
    transport.answers(status, "{\"message\":\"No.\"}");

    ForgeException failure = failure(() -> client().get("/x"));

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure).hasMessageStartingWith("Forge at " + HERE + ": GET /api/x: " + status);
    assertThat(failure).hasMessageContaining("No.");
    assertThat(transport.requests).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"message\":{\"base\":[\"is taken\"],\"a\":[\"b\"]}} | a b: base is taken",
        "{\"message\":[\"one\",\"two\"]}                       | one: two",
        "{\"error\":\"insufficient_scope\"}                     | insufficient_scope",
        "{\"message\":\"two\\nlines\\u001b[31m\"}               | two lines\uFFFD[31m",
      })
  void wordsOfTheServerAreOneLine(String body, String words) {
    transport.answers(400, body);

    assertThat(failure(() -> client().get("/x"))).hasMessageEndingWith("400 " + words);
  }

  @Test
  void longWordsOfTheServerAreCut() {
    transport.answers(400, "{\"message\":\"" + "x".repeat(1 << 20) + "\"}");

    assertThat(failure(() -> client().get("/x")).getMessage()).hasSizeLessThan(500);
  }

  @Test
  void tokenThatTheServerRepeatsIsNotShown() {
    // Also where cutting the line would leave half of it.
    for (int before : List.of(0, 285, 290, 295)) {
      ScriptedTransport echo =
          new ScriptedTransport()
              .answers(400, "{\"message\":\"" + "x".repeat(before) + TOKEN + "\"}");

      assertThat(failure(() -> client(echo).get("/x"))).hasMessageNotContaining("t0k");
    }
    transport.answers(302, "", "Location", "https://me:" + TOKEN + "@code.example.com/y");
    assertThat(failure(() -> client().get("/x"))).hasMessageNotContaining(TOKEN);
    assertThat(transport.requests.toString()).doesNotContain(TOKEN);
  }

  @Test
  void primaryLimitIsWaitedForByTheServersClock() throws Exception {
    // The server is five minutes behind; in its time the limit ends in 40 s.
    String reset = Long.toString(FakeTime.START.minusSeconds(300).getEpochSecond() + 40);
    transport
        .answers(
            403,
            "{\"message\":\"API rate limit exceeded\"}",
            "X-RateLimit-Remaining",
            "0",
            "X-RateLimit-Reset",
            reset,
            "Date",
            "Sun, 1 Mar 2026 11:55:00 GMT")
        .answers(200, "{}");

    client().get("/x");

    assertThat(time.slept()).isEqualTo(Duration.ofSeconds(41));
  }

  @Test
  void lastRequestOfALimitMakesTheNextOneWait() throws Exception {
    transport
        .answers(200, "{}", "RateLimit-Remaining", "0", "RateLimit-Reset", "30")
        .answers(200, "{}");
    ForgeClient client = client();

    client.get("/x");
    assertThat(time.slept()).isZero();
    client.get("/x");
    assertThat(time.slept()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void limitOfSomethingElseHoldsNothingUp() throws Exception {
    transport.answers(
        200,
        "{}",
        "X-RateLimit-Remaining",
        "0",
        "X-RateLimit-Reset",
        "4000000000",
        "X-RateLimit-Resource",
        "graphql");
    ForgeClient client = client();

    client.get("/x");
    client.get("/x");
    assertThat(time.slept()).isZero();
  }

  @Test
  void secondaryLimitWithoutATimeIsAMinuteAndThenLonger() throws Exception {
    String body = "{\"message\":\"You have exceeded a secondary rate limit\"}";
    transport.answers(403, body).answers(403, body).answers(200, "{}");

    client().get("/x");

    assertThat(time.slept()).isEqualTo(Duration.ofMinutes(1 + 2));
  }

  @Test
  void timeToRetryMayBeADate() throws Exception {
    transport.answers(429, "", "Retry-After", "Sun, 1 Mar 2026 12:00:25 GMT").answers(200, "{}");

    client().get("/x");

    assertThat(time.slept()).isEqualTo(Duration.ofSeconds(25));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3600", "9223372036854775807", "99999999999999999999 "})
  void limitBeyondOurPatienceIsTheCallersToWaitFor(String seconds) {
    transport.answers(429, "", "Retry-After", seconds);

    ForgeException failure = failure(() -> client().get("/x"));

    assertThat(failure.reason()).isEqualTo(Reason.LIMITED);
    assertThat(failure.again()).isPresent();
  }

  @Test
  void limitThatComesAgainAndAgainEndsWithOurPatience() {
    transport.answers(429, "", "Retry-After", "0");

    assertThat(failure(() -> client().get("/x")).reason()).isEqualTo(Reason.LIMITED);
    assertThat(time.slept()).isLessThanOrEqualTo(Patience.usual().limits());
  }

  @Test
  void forbiddenWithoutAnyLimitIsNotWaitedFor() {
    transport.answers(
        403, "{\"message\":\"Must have admin rights\"}", "X-RateLimit-Remaining", "9");

    assertThat(failure(() -> client().get("/x")).reason()).isEqualTo(Reason.FORBIDDEN);
    assertThat(time.slept()).isZero();
  }

  @Test
  void requestsThatChangeSomethingKeepTheirDistance() throws Exception {
    transport.answers(200, "{}");
    ForgeClient client = client();

    for (int i = 0; i < 4; i++) {
      client.send(Method.PATCH, "/x", json -> {});
      client.get("/y");
    }

    assertThat(time.slept()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void pagesAreFollowedToTheEnd() throws Exception {
    transport
        .answers(
            200,
            "[1,2]",
            "Link",
            "<" + HERE + "/x?page=1>; rel=\"prev\", </api/x?page=2>; rel=next")
        .answers(200, "[3]", "Link", "<" + HERE + "/x?page=1>; rel=\"first\"");

    assertThat(client().pages("/x")).hasSize(3);
    assertThat(transport.requests.get(1).uri()).hasToString(HERE + "/x?page=2");
  }

  @Test
  void pagesAreNotFollowedWhenNoMoreAreWanted() throws Exception {
    transport.answers(200, "[1,2]", "Link", "<" + HERE + "/x?page=2>; rel=\"next\"");

    client().pages("/x", (List<Json> page) -> false);

    assertThat(transport.requests).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example.com/api/x?page=2",
        "http://code.example.com/api/x?page=2",
        "https://code.example.com:8443/api/x?page=2",
        "//evil.example.com/x",
        "https://code.example.com@evil.example.com/x",
        "https://me@code.example.com/x",
        "mailto:me@code.example.com",
        "https://[oops",
      })
  void tokenGoesToNoOtherServer(String elsewhere) {
    transport.answers(200, "[1]", "Link", "<" + elsewhere + ">; rel=\"next\"");
    assertThat(failure(() -> client().pages("/x")).reason()).isEqualTo(Reason.REFUSED);
    assertThat(transport.requests).hasSize(1);

    ScriptedTransport redirect = new ScriptedTransport().answers(307, "", "Location", elsewhere);
    assertThat(failure(() -> client(redirect).get("/x")).reason()).isEqualTo(Reason.REFUSED);
    assertThat(redirect.requests).hasSize(1);
  }

  @Test
  void redirectOnTheSameServerIsFollowed() throws Exception {
    transport.answers(301, "", "Location", HERE + "/repositories/7").answers(200, "{\"id\":7}");

    assertThat(client().get("/x").json().at("id").number()).contains(7L);
  }

  @Test
  void redirectThatWouldMakeAReadOfAWriteIsNotFollowed() {
    transport.answers(302, "", "Location", HERE + "/login").answers(200, "{}");

    assertThat(failure(() -> client().send(Method.PUT, "/x", json -> {})).reason())
        .isEqualTo(Reason.REFUSED);
  }

  @Test
  void redirectsInACircleEnd() {
    transport.answers(302, "", "Location", HERE + "/x");

    assertThat(failure(() -> client().get("/x")).reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(transport.requests).hasSizeLessThan(10);
  }

  @Test
  void pageForBrowsersIsNoAnswer() {
    transport.answers(200, "<html>Log in</html>");

    assertThat(failure(() -> client().get("/x"))).hasMessageContaining("no JSON");
    assertThat(failure(() -> client().pages("/x"))).hasMessageContaining("no JSON");
  }

  @Test
  void listThatIsNoneIsSaidToBe() {
    transport.answers(200, "{}");

    assertThat(failure(() -> client().pages("/x"))).hasMessageContaining("no list");
  }

  @Test
  void whatIsNotThereIsNothing() throws Exception {
    transport.answers(404, "{\"message\":\"Not Found\"}");

    assertThat(client().find("/x")).isEmpty();
    assertThat(client().text("/x", "text/plain")).isEmpty();
  }

  private ForgeClient client() throws ForgeException {
    return client(transport);
  }

  private ForgeClient client(Transport with) throws ForgeException {
    return new ForgeClient(
        Endpoint.of("Forge", HERE, Map.of(), Duration.ofSeconds(1), /* plainAllowed= */ false),
        Optional.of(Credential.bearer(Secret.of(TOKEN))),
        with,
        time.timing(Patience.usual()));
  }

  private interface Asked {
    void ask() throws Exception;
  }

  private static ForgeException failure(Asked asked) {
    ForgeException failure = catchThrowableOfType(ForgeException.class, asked::ask);
    assertThat(failure).isNotNull();
    return failure;
  }
}
