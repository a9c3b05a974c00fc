package dev.untether.forge.http;

import dev.untether.forge.ForgeException;
import dev.untether.forge.http.Transport.Reply;
import dev.untether.report.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/** Sends a request until there is something to say about it. */
final class Exchange {
  private static final int MOST_REDIRECTS = 3;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final Endpoint endpoint;
  private final Optional<Credential> credential;
  private final Transport transport;
  private final Timing timing;
  private final Pace pace;
  private final Refusal refusal;

  Exchange(Endpoint endpoint, Optional<Credential> credential, Transport transport, Timing timing) {
    this.endpoint = endpoint;
    this.credential = credential;
    this.transport = transport;
    this.timing = timing;
    this.pace = new Pace(endpoint, timing);
    this.refusal = new Refusal(endpoint, credential);
  }

  /**
   * Returns what came of a call; of one that can be repeated it is always {@link Outcome.Done}.
   *
   * @throws ForgeException when it surely was not done, or can be repeated and had no success
   */
  Outcome perform(Call call) throws ForgeException, InterruptedException {
    Instant deadline = timing.clock().instant().plus(timing.patience().limits());
    int failures = 0;
    int refusals = 0;
    while (true) {
      pace.await(call.method() != Method.GET);
      Reply reply;
      try {
        reply = followed(call);
      } catch (IOException e) {
        failures++;
        ForgeException why = unreachable(call, e);
        if (!call.repeatable() && !isUnsent(e)) {
          return new Outcome.Unknown(why);
        }
        if (!isWorthAnotherTry(e) || failures >= timing.patience().tries()) {
          throw why;
        }
        timing.sleeper().sleep(pause(failures));
        continue;
      }
      Instant now = timing.clock().instant();
      RateLimit.usedUpUntil(reply, now).ifPresent(pace::blockUntil);
      if (RateLimit.isLimited(reply)) {
        Instant again = RateLimit.again(reply, now, refusals++);
        pace.blockUntil(again);
        if (again.isAfter(deadline)) {
          throw pace.limited(again);
        }
        continue;
      }
      if (isTrouble(reply.status())) {
        failures++;
        ForgeException why = refusal.of(call.shown(), reply);
        if (!call.repeatable()) {
          return new Outcome.Unknown(why);
        }
        Duration pause = RateLimit.retryAfter(reply.headers(), now).orElse(pause(failures));
        if (failures >= timing.patience().tries() || now.plus(pause).isAfter(deadline)) {
          throw why;
        }
        timing.sleeper().sleep(pause);
        continue;
      }
      return judged(call, reply);
    }
  }

  private Outcome judged(Call call, Reply reply) throws ForgeException {
    if (reply.status() < 200 || reply.status() >= 300) {
      throw refusal.of(call.shown(), reply);
    }
    Json json = Json.nothing();
    if (call.wantsJson() && !reply.body().isBlank()) {
      try {
        json = Json.parse(reply.body());
      } catch (IOException e) {
        ForgeException why =
            refusal.unreachable(
                call.shown(),
                "the answer is no JSON",
                "see that the address is that of the interface, and that no proxy answers instead");
        if (call.repeatable()) {
          throw why;
        }
        return new Outcome.Unknown(why);
      }
    }
    return new Outcome.Done(new Answer(reply.status(), reply.headers(), reply.body(), json));
  }

  /** Returns the answer behind the redirects, as far as they stay on this server. */
  private Reply followed(Call first) throws IOException, ForgeException, InterruptedException {
    Call call = first;
    for (int redirects = 0; ; redirects++) {
      Reply reply = transport.exchange(request(call));
      if (!REDIRECTS.contains(reply.status())) {
        return reply;
      }
      // The others make a GET of it, which would look like success.
      boolean keepsMethod = reply.status() == 307 || reply.status() == 308;
      Optional<String> location = reply.headers().firstValue("location");
      if (location.isEmpty() || (call.method() != Method.GET && !keepsMethod)) {
        throw refusal.refused(
            first.shown(),
            reply.status() + " points elsewhere",
            "see that the address and the name of the project are those of today");
      }
      if (redirects == MOST_REDIRECTS) {
        throw refusal.unreachable(first.shown(), "redirects go on and on", "see the address");
      }
      call = call.at(sameServer(call, location.get(), "a redirect"));
    }
  }

  /**
   * Returns the address that an answer to {@code call} gives.
   *
   * @throws ForgeException when it is on another server: the token would go there
   */
  URI sameServer(Call call, String address, String what) throws ForgeException {
    URI uri;
    try {
      uri = call.uri().resolve(address);
    } catch (IllegalArgumentException e) {
      throw refusal.refused(call.shown(), what + " leads to no address", "see the server");
    }
    if (uri.getHost() == null || !endpoint.isOrigin(uri)) {
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String there =
          uri.getHost() == null
              ? "no server"
              : uri.getScheme() + "://" + uri.getHost() + port + ", where the token does not go";
      throw refusal.refused(
          call.shown(),
          what + " leads to " + there,
          "see that the address is that of the interface");
    }
    return uri;
  }

  /** Returns the exception for an answer to {@code call} that is JSON and makes no sense. */
  ForgeException senseless(Call call, String why) {
    return refusal.unreachable(call.shown(), why, "see that the address is that of the interface");
  }

  /** Returns words of the server, cut to a line, without the token. */
  String shown(String words) {
    return refusal.shown(words);
  }

  private Transport.Request request(Call call) {
    Map<String, String> headers = new HashMap<>(endpoint.headers());
    headers.put("User-Agent", "untether");
    // What a server wants instead of plain JSON is in the headers of the endpoint.
    if (!call.wantsJson() || !headers.containsKey("Accept")) {
      headers.put("Accept", call.accept());
    }
    if (call.body().isPresent()) {
      headers.put("Content-Type", "application/json; charset=utf-8");
    }
    return new Transport.Request(
        call.method(),
        call.uri(),
        headers,
        credential,
        call.body(),
        timing.patience().request(),
        timing.patience().bodyBytes());
  }

  private ForgeException unreachable(Call call, IOException e) {
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String next =
        e instanceof SSLException
            ? "see the certificate of the server, and which authorities this Java trusts"
            : "see the address, the network and the proxy, or try later";
    return refusal.unreachable(call.shown(), why, next);
  }

  private static boolean isUnsent(IOException e) {
    return e instanceof ConnectException
        || e instanceof HttpConnectTimeoutException
        || e instanceof javax.net.ssl.SSLHandshakeException;
  }

  private static boolean isWorthAnotherTry(IOException e) {
    return !(e instanceof SSLException) && !(e instanceof Transport.TooLongException);
  }

  private static boolean isTrouble(int status) {
    return status >= 500 && status != 501;
  }

  /** Returns twice as long each time, between half and all of it. */
  private Duration pause(int failures) {
    long most = FIRST_PAUSE.toMillis() << Math.min(failures, 6);
    return Duration.ofMillis(most / 2 + timing.random().nextLong(most / 2 + 1));
  }
}
