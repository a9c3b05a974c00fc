package dev.untether.forge.connect;

import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.forge.ForgeKind;
import dev.untether.forge.http.Endpoint;
import dev.untether.forge.http.Method;
import dev.untether.forge.http.Transport;
import dev.untether.forge.http.Transport.Reply;
import dev.untether.report.Printable;
import dev.untether.report.json.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which forge is at an address that nobody has said anything of. */
final class Guess {
  private static final Map<String, ForgeKind> KNOWN =
      Map.of(
          "github.com", ForgeKind.GITHUB,
          "www.github.com", ForgeKind.GITHUB,
          "gitlab.com", ForgeKind.GITLAB,
          "codeberg.org", ForgeKind.GITEA,
          "gitea.com", ForgeKind.GITEA);

  /** For each question; whoever takes longer has to be named. */
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private static final int LONGEST_ANSWER = 1 << 16;

  private final Transport transport;
  private final boolean plainAllowed;

  Guess(Transport transport, boolean plainAllowed) {
    this.transport = transport;
    this.plainAllowed = plainAllowed;
  }

  /** A question, and how to tell from the answer that it was asked of the right kind. */
  private enum Question {
    GITLAB(ForgeKind.GITLAB, "/api/v4/version") {
      @Override
      boolean isYes(Reply reply, Json json) {
        // docs.gitlab.com/api/version; it wants a token, and says so in words of its own.
        return switch (reply.status()) {
          case 200 -> has(json, "version") && has(json, "revision");
          case 401 -> json.at("message").text().orElse("").equals("401 Unauthorized");
          default -> false;
        };
      }
    },
    GITEA(ForgeKind.GITEA, "/api/v1/version") {
      @Override
      boolean isYes(Reply reply, Json json) {
        // For everybody, unless the server shows nothing at all to those who are not signed in.
        return switch (reply.status()) {
          case 200 -> has(json, "version") && !has(json, "revision");
          case 401, 403 -> json.at("url").text().orElse("").endsWith("/api/swagger");
          default -> false;
        };
      }
    },
    GITHUB(ForgeKind.GITHUB, "/api/v3/meta") {
      @Override
      boolean isYes(Reply reply, Json json) {
        // docs.github.com/rest/meta; a server in private mode wants a token.
        return switch (reply.status()) {
          case 200 ->
              has(json, "installed_version")
                  || json.at("verifiable_password_authentication") instanceof Json.Scalar scalar
                      && scalar.kind() == Json.Kind.BOOL;
          case 401, 403 -> json.at("documentation_url").text().orElse("").contains("github");
          default -> false;
        };
      }
    };

    private final ForgeKind kind;
    private final String path;

    Question(ForgeKind kind, String path) {
      this.kind = kind;
      this.path = path;
    }

    abstract boolean isYes(Reply reply, Json json);

    private static boolean has(Json json, String name) {
      return json.at(name).text().isPresent();
    }
  }

  ForgeKind kind(String address) throws ForgeException, InterruptedException {
    String bare = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    Endpoint endpoint = Endpoint.of("forge", bare, Map.of(), Duration.ZERO, plainAllowed);
    String host = endpoint.base().getHost().toLowerCase(Locale.ROOT);
    ForgeKind known = KNOWN.get(host);
    if (known != null) {
      return known;
    }
    // docs.github.com/enterprise-cloud@latest/admin/data-residency
    if (host.endsWith(".ghe.com")) {
      return ForgeKind.GITHUB;
    }
    Optional<String> trouble = Optional.empty();
    boolean answered = false;
    for (Question question : Question.values()) {
      try {
        Reply reply = asked(endpoint, question);
        answered = true;
        if (question.isYes(reply, json(reply))) {
          return question.kind;
        }
      } catch (IOException e) {
        trouble = Optional.of(e.getMessage() == null ? "" : e.getMessage());
      }
    }
    throw unknown(endpoint, answered ? Optional.empty() : trouble);
  }

  private Reply asked(Endpoint endpoint, Question question)
      throws IOException, InterruptedException {
    return transport.exchange(
        new Transport.Request(
            Method.GET,
            URI.create(endpoint.base() + question.path),
            Map.of("Accept", "application/json", "User-Agent", "untether"),
            /* credential= */ Optional.empty(),
            /* body= */ Optional.empty(),
            WITHIN,
            LONGEST_ANSWER));
  }

  private static Json json(Reply reply) {
    try {
      return Json.parse(reply.body());
    } catch (IOException e) {
      // A page for browsers: not the interface that was asked for.
      return Json.nothing();
    }
  }

  private static ForgeException unknown(Endpoint endpoint, Optional<String> trouble) {
    String asked =
        String.join(
            ", ", List.of(Question.values()).stream().map(question -> question.path).toList());
    String why =
        trouble
            .map(text -> "it cannot be reached" + (text.isEmpty() ? "" : ": " + cut(text)))
            .orElse("none of " + asked + " answers as a forge would");
    return new ForgeException(
        trouble.isPresent() ? Reason.UNREACHABLE : Reason.REFUSED,
        "which forge is at "
            + endpoint.base()
            + " cannot be told: "
            + why
            + "; say it with --forge github|gitlab|gitea|gerrit, or where the forge answers with --server URL");
  }

  private static String cut(String text) {
    return Printable.line(text.substring(0, Math.min(text.length(), 200)));
  }
}
