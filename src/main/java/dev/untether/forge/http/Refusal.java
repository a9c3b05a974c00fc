package dev.untether.forge.http;

import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.forge.credential.Tokens;
import dev.untether.report.Printable;
import dev.untether.report.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Why a server did not do what it was asked, in its own words. */
final class Refusal {
  private static final int LONGEST = 300;

  private final Endpoint endpoint;
  private final Optional<Credential> credential;

  Refusal(Endpoint endpoint, Optional<Credential> credential) {
    this.endpoint = endpoint;
    this.credential = credential;
  }

  /** Returns the exception for an answer that is no success. */
  ForgeException of(String asked, Transport.Reply reply) {
    int status = reply.status();
    String said = status + words(reply.body());
    return switch (status) {
      case 401 ->
          failure(
              Reason.UNAUTHENTICATED,
              asked,
              said,
              credential.isPresent()
                  ? "the token has expired, was revoked, or is for another server: give a new one"
                  : "there is no token: give one" + by());
      case 403 ->
          failure(Reason.FORBIDDEN, asked, said, "see that the token and its owner may do this");
      case 404, 410 ->
          failure(
              Reason.NOT_FOUND,
              asked,
              said,
              "see that it is spelt right and that the token may see it");
      case 407 -> failure(Reason.UNREACHABLE, asked, said, "the proxy wants a name and a password");
      default ->
          status >= 500
              ? failure(Reason.UNREACHABLE, asked, said, "the server is in trouble: try later")
              : failure(Reason.REFUSED, asked, said, "");
    };
  }

  /** Returns how to give a token, in words. */
  private String by() {
    Optional<String> host = Optional.ofNullable(endpoint.base().getHost());
    return host.flatMap(Tokens::variable)
        .map(name -> " by " + name + " or `git credential`")
        .orElse(" by `git credential`");
  }

  /** Returns the exception for a request without an answer that makes sense. */
  ForgeException unreachable(String asked, String why, String next) {
    return failure(Reason.UNREACHABLE, asked, why, next);
  }

  /** Returns the exception for an answer that must not be followed. */
  ForgeException refused(String asked, String why, String next) {
    return failure(Reason.REFUSED, asked, why, next);
  }

  private ForgeException failure(Reason reason, String asked, String why, String next) {
    return new ForgeException(
        reason, endpoint + ": " + asked + ": " + shown(why) + (next.isEmpty() ? "" : "; " + next));
  }

  /** Returns words of the server, cut to a line, without the token. */
  String shown(String words) {
    // Hidden before it is cut: half a token is a secret too.
    return cut(credential.map(known -> known.hiddenIn(words)).orElse(words));
  }

  private static String words(String body) {
    Json json;
    try {
      json = Json.parse(body);
    } catch (IOException e) {
      // A page for browsers says nothing that fits a line.
      return "";
    }
    List<String> words = new ArrayList<>();
    for (String name : List.of("message", "error", "error_description", "errors")) {
      collect(json.at(name), words);
    }
    return words.isEmpty() ? "" : " " + String.join(": ", words.stream().distinct().toList());
  }

  /** Adds the texts of a value: GitHub nests objects in a list, GitLab lists in an object. */
  private static void collect(Json value, List<String> words) {
    if (words.size() >= 8) {
      return;
    }
    if (value instanceof Json.Items items) {
      items.values().forEach(item -> collect(item, words));
    } else if (value instanceof Json.Fields fields) {
      Optional<String> message = value.at("message").text();
      if (message.isPresent()) {
        words.add(message.get());
      } else if (value.at("code").text().isPresent()) {
        words.add(
            value.at("field").text().orElse(value.at("resource").text().orElse("")).strip()
                + " "
                + value.at("code").text().orElse(""));
      } else {
        Map<String, Json> sorted = new TreeMap<>(fields.values());
        sorted.forEach(
            (name, inner) -> {
              List<String> texts = new ArrayList<>();
              collect(inner, texts);
              texts.forEach(text -> words.add(name + " " + text));
            });
      }
    } else {
      value.text().filter(text -> !text.isBlank()).ifPresent(words::add);
    }
  }

  /** Returns at most a line; the whole is cut before it is looked at: it may be megabytes. */
  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return Printable.line(text);
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return Printable.line(text.substring(0, end)) + "…";
  }
}
