package dev.untether.forge.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What an answer says of the limits of a server. GitHub: {@code
 * docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api}; GitLab: {@code
 * docs.gitlab.com/administration/settings/user_and_ip_rate_limits}.
 */
final class RateLimit {
  /** No server means to wait longer, and adding more would leave the range of the calendar. */
  private static final long LONGEST_SECONDS = Duration.ofDays(366).toSeconds();

  /** Numbers above are seconds since 1970; below, seconds from now. GitLab and others differ. */
  private static final long LEAST_EPOCH = 1_000_000_000;

  private static final int TOO_MANY_REQUESTS = 429;

  private RateLimit() {}

  /** Returns whether the request was refused, and not looked at, because of a limit. */
  static boolean isLimited(Transport.Reply reply) {
    return reply.status() == TOO_MANY_REQUESTS
        || (reply.status() == 403
            && (header(reply.headers(), "retry-after").isPresent()
                || isUsedUp(reply.headers())
                || isSecondary(reply.body())));
  }

  /**
   * Returns when a request that was refused because of a limit may be sent again.
   *
   * @param refusals how often it was refused before
   */
  static Instant again(Transport.Reply reply, Instant now, int refusals) {
    Optional<Duration> said = retryAfter(reply.headers(), now);
    if (said.isEmpty() && isUsedUp(reply.headers())) {
      said = reset(reply.headers(), now);
    }
    // Without any word from GitHub: a minute at least, and longer each time.
    Duration pause = isSecondary(reply.body()) ? Duration.ofMinutes(1) : Duration.ofSeconds(5);
    Duration wait = said.orElse(pause.multipliedBy(1L << Math.min(refusals, 6)));
    return now.plus(wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait);
  }

  /** Returns until when there is no use in asking, if the answer was the last one allowed. */
  static Optional<Instant> usedUpUntil(Transport.Reply reply, Instant now) {
    // GitHub counts searches and GraphQL by themselves.
    boolean ofAll = header(reply.headers(), "x-ratelimit-resource").orElse("core").equals("core");
    return ofAll && isUsedUp(reply.headers())
        ? reset(reply.headers(), now).map(now::plus)
        : Optional.empty();
  }

  /** Returns how long to wait, if the server says it in {@code Retry-After}. */
  static Optional<Duration> retryAfter(HttpHeaders headers, Instant now) {
    return header(headers, "retry-after")
        .flatMap(
            value -> {
              Optional<Long> seconds = number(value);
              return seconds.isPresent()
                  ? seconds.map(RateLimit::bounded)
                  : date(value).map(then -> bounded(then.getEpochSecond() - now.getEpochSecond()));
            });
  }

  private static boolean isUsedUp(HttpHeaders headers) {
    return header(headers, "x-ratelimit-remaining")
        .or(() -> header(headers, "ratelimit-remaining"))
        .flatMap(RateLimit::number)
        .filter(left -> left <= 0)
        .isPresent();
  }

  private static Optional<Duration> reset(HttpHeaders headers, Instant now) {
    return header(headers, "x-ratelimit-reset")
        .or(() -> header(headers, "ratelimit-reset"))
        .flatMap(RateLimit::number)
        .map(
            reset -> {
              if (reset < LEAST_EPOCH) {
                return bounded(reset);
              }
              // By the server's clock if it tells: ours may be wrong.
              Instant there = header(headers, "date").flatMap(RateLimit::date).orElse(now);
              return bounded(reset - there.getEpochSecond() + 1);
            });
  }

  private static boolean isSecondary(String body) {
    String lower = body.toLowerCase(Locale.ROOT);
    return lower.contains("secondary rate limit") || lower.contains("abuse detection");
  }

  private static Duration bounded(long seconds) {
    return Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_SECONDS)));
  }

  private static Optional<String> header(HttpHeaders headers, String name) {
    return headers.firstValue(name).map(String::strip);
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
