package dev.untether.forge.http;

import dev.untether.forge.ForgeException;
import dev.untether.report.JsonLines;
import dev.untether.report.JsonObjectWriter;
import dev.untether.report.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A server that is spoken to with one token. It waits for the server's limits, tries again what can
 * be repeated, and shows the token to nobody else. Paths begin with a slash and are encoded ({@link
 * UriPart}). Safe for use by several threads, which share the limits.
 */
public final class ForgeClient {
  private static final String JSON = "application/json";

  /** A million items, at 100 a page: an end to a server that has none. */
  private static final int MOST_PAGES = 10_000;

  private final Endpoint endpoint;
  private final Exchange exchange;

  /** Creates one; nothing is sent yet. */
  public ForgeClient(
      Endpoint endpoint, Optional<Credential> credential, Transport transport, Timing timing) {
    this.endpoint = endpoint;
    this.exchange = new Exchange(endpoint, credential, transport, timing);
  }

  /** Returns the JSON at a path. */
  public Answer get(String path) throws ForgeException, InterruptedException {
    return repeated(read(path, JSON));
  }

  /** Returns the JSON at a path; nothing if nothing is there that the token may see. */
  public Optional<Answer> find(String path) throws ForgeException, InterruptedException {
    return find(read(path, JSON));
  }

  /**
   * Returns the text at a path; nothing if nothing is there that the token may see.
   *
   * @param accept the media type to ask for, as the header has it
   */
  public Optional<String> text(String path, String accept)
      throws ForgeException, InterruptedException {
    return find(path, accept).map(Answer::text);
  }

  /** Returns the same, with its headers. */
  public Optional<Answer> find(String path, String accept)
      throws ForgeException, InterruptedException {
    return find(read(path, accept));
  }

  /**
   * Returns the answer to a request that may be repeated: done twice, it does what it does once.
   */
  public Answer send(Method method, String path, Consumer<JsonObjectWriter> fields)
      throws ForgeException, InterruptedException {
    return repeated(
        new Call(method, at(path), Optional.of(body(fields)), JSON, /* repeatable= */ true));
  }

  /**
   * Sends a {@code POST} that makes something, once; again only if the server surely has not looked
   * at it.
   *
   * @throws ForgeException when the server surely did not do it
   */
  public Outcome create(String path, Consumer<JsonObjectWriter> fields)
      throws ForgeException, InterruptedException {
    return exchange.perform(
        new Call(Method.POST, at(path), Optional.of(body(fields)), JSON, /* repeatable= */ false));
  }

  /** Returns the items of a list with pages, those of all pages. */
  public List<Json> pages(String path) throws ForgeException, InterruptedException {
    List<Json> all = new ArrayList<>();
    pages(
        path,
        page -> {
          all.addAll(page);
          return true;
        });
    return all;
  }

  /**
   * Hands over the items of a list page by page, as long as {@code wantsMore} says so. The next
   * page is where the header {@code Link} says.
   */
  public void pages(String path, Predicate<List<Json>> wantsMore)
      throws ForgeException, InterruptedException {
    pages(path, json -> json, wantsMore);
  }

  /** Hands over the same of lists that are a field of an object. */
  public void pages(String path, String field, Predicate<List<Json>> wantsMore)
      throws ForgeException, InterruptedException {
    pages(path, json -> json.at(field), wantsMore);
  }

  private void pages(String path, UnaryOperator<Json> list, Predicate<List<Json>> wantsMore)
      throws ForgeException, InterruptedException {
    Call call = read(path, JSON);
    for (int page = 0; page < MOST_PAGES; page++) {
      Answer answer = repeated(call);
      if (!(list.apply(answer.json()) instanceof Json.Items items)) {
        throw exchange.senseless(call, "the answer is no list");
      }
      Optional<String> next = NextLink.in(answer.headers());
      if (!wantsMore.test(items.values()) || next.isEmpty()) {
        return;
      }
      call = call.at(exchange.sameServer(call, next.get(), "the next page"));
    }
    throw exchange.senseless(call, "the list has no end after " + MOST_PAGES + " pages");
  }

  /** Returns words of the server as they may be shown: cut to a line, without the token. */
  public String shown(String words) {
    return exchange.shown(words);
  }

  private Optional<Answer> find(Call call) throws ForgeException, InterruptedException {
    try {
      return Optional.of(repeated(call));
    } catch (ForgeException e) {
      if (e.reason() == ForgeException.Reason.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Answer repeated(Call call) throws ForgeException, InterruptedException {
    Outcome outcome = exchange.perform(call);
    if (outcome instanceof Outcome.Done done) {
      return done.answer();
    }
    throw ((Outcome.Unknown) outcome).why();
  }

  private Call read(String path, String accept) {
    return new Call(Method.GET, at(path), Optional.empty(), accept, /* repeatable= */ true);
  }

  private URI at(String path) {
    return URI.create(endpoint.base() + path);
  }

  private static String body(Consumer<JsonObjectWriter> fields) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      new JsonLines(line).object(fields);
    } catch (IOException e) {
      throw new UncheckedIOException("an array of bytes takes them all", e);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }
}
