package dev.untether.forge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.untether.report.JsonLines;
import dev.untether.report.JsonObjectWriter;
import dev.untether.report.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A server on this machine that answers as a forge would. What it knows of its interface is in the
 * classes that extend it; here are the wire, the faults and the memory of what was asked.
 */
public abstract class LoopbackForge implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private volatile Optional<HttpHandler> git = Optional.empty();

  /** What goes wrong with a request. */
  public enum Harm {
    /** 502 from something in between; the server has not seen the request. */
    BAD_GATEWAY,
    /** 502 from something in between; the server has acted. */
    BAD_GATEWAY_AFTER,
    /** The connection ends without an answer; the server has acted. */
    CUT_AFTER,
    /** The answer never comes; the server has acted. */
    SILENT_AFTER,
    /** The headers come and the body never ends; the server has acted. */
    SLOW_BODY,
    /** What the forge answers when it wants less of us, with {@code Retry-After: 7}. */
    LIMITED,
    /** 401: the token has expired since. */
    EXPIRED,
    /** A redirect to another host. */
    ELSEWHERE,
    /** Far more than anybody reads. */
    HUGE_BODY,
  }

  /** A fault that befalls the next requests whose line contains {@code of}. */
  private record Fault(String of, Harm harm, AtomicInteger left) {}

  /**
   * A request as the server sees it.
   *
   * @param segments the parts of the path, decoded
   */
  public record Call(
      String method,
      List<String> segments,
      Map<String, String> query,
      Map<String, String> headers,
      Json body) {

    /** Returns a value of the query, or what holds if it is not there. */
    public String asked(String name, String otherwise) {
      return query.getOrDefault(name, otherwise);
    }

    /** Returns whether method and path are these; {@code *} is any segment. */
    public boolean is(String wanted, String... path) {
      if (!wanted.equals(method) || path.length != segments.size()) {
        return false;
      }
      for (int i = 0; i < path.length; i++) {
        if (!path[i].equals("*") && !path[i].equals(segments.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** An answer. */
  public record Reply(int status, Map<String, String> headers, String body) {
    /** Returns an answer without headers of its own. */
    public static Reply of(int status, String body) {
      return new Reply(status, Map.of(), body);
    }
  }

  /** Starts it. */
  protected LoopbackForge() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Returns where it answers, without a slash at the end. */
  public final String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns the requests so far: method, path and query, headers, body, one string each. */
  public final synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  /** Makes the next {@code times} requests fail whose method and path contain {@code of}. */
  public final synchronized void fault(String of, Harm harm, int times) {
    faults.add(new Fault(of, harm, new AtomicInteger(times)));
  }

  /** Has repositories answered for by somebody else, as a forge has them beside its interface. */
  public final void git(HttpHandler handler) {
    git = Optional.of(handler);
  }

  /** Does what is asked and says so. Called by one thread at a time. */
  protected abstract Reply answer(Call call);

  @Override
  public final void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestURI().toString();
    if (git.isPresent() && (asked.contains("/info/refs?") || asked.contains("/git-"))) {
      git.get().handle(exchange);
      return;
    }
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      Call call = call(exchange, sent);
      Optional<Harm> harm;
      Reply reply;
      synchronized (this) {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(
            line
                + " "
                + exchange.getRequestHeaders().entrySet()
                + " "
                + new String(sent, StandardCharsets.UTF_8));
        harm = harm(line);
        reply = harm.map(this::instead).orElseGet(() -> Reply.of(0, ""));
        if (reply.status() == 0) {
          reply = answer(call);
        }
        if (harm.equals(Optional.of(Harm.BAD_GATEWAY_AFTER))) {
          reply = Reply.of(502, "<html><title>502 Bad Gateway</title></html>");
        }
      }
      if (!harm.equals(Optional.of(Harm.CUT_AFTER))) {
        send(exchange, reply, harm);
      }
    }
  }

  private Optional<Harm> harm(String line) {
    for (Fault fault : faults) {
      if (line.contains(fault.of()) && fault.left().getAndDecrement() > 0) {
        return Optional.of(fault.harm());
      }
    }
    return Optional.empty();
  }

  private Reply instead(Harm harm) {
    return switch (harm) {
      case BAD_GATEWAY -> Reply.of(502, "<html><title>502 Bad Gateway</title></html>");
      case LIMITED -> limited();
      case EXPIRED -> Reply.of(401, "{\"message\":\"401 Unauthorized\"}");
      case ELSEWHERE ->
          new Reply(302, Map.of("Location", "http://127.0.0.2:9/api/v4/elsewhere"), "");
      case HUGE_BODY -> Reply.of(200, "[" + " ".repeat(17 << 20) + "]");
      case BAD_GATEWAY_AFTER, CUT_AFTER, SILENT_AFTER, SLOW_BODY -> Reply.of(0, "");
    };
  }

  /** Returns what the forge answers when it wants less of us. */
  protected Reply limited() {
    return new Reply(429, Map.of("Retry-After", "7"), "{\"message\":\"Too Many Requests\"}");
  }

  private static void send(HttpExchange exchange, Reply reply, Optional<Harm> harm)
      throws IOException {
    if (harm.equals(Optional.of(Harm.SILENT_AFTER))) {
      stall();
      return;
    }
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    // On a connection that is kept, each answer would wait 40 ms for the acknowledgement of its
    // headers: this server sends them by themselves, and a property of the process says how.
    exchange.getResponseHeaders().set("Connection", "close");
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    boolean isSlow = harm.equals(Optional.of(Harm.SLOW_BODY));
    if (reply.status() == 204 || (body.length == 0 && !isSlow)) {
      exchange.sendResponseHeaders(reply.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(reply.status(), isSlow ? body.length + 1 : body.length);
    OutputStream out = exchange.getResponseBody();
    out.write(body);
    out.flush();
    if (isSlow) {
      stall();
    }
  }

  private static void stall() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Call call(HttpExchange exchange, byte[] sent) {
    List<String> segments =
        Arrays.stream(exchange.getRequestURI().getRawPath().substring(1).split("/"))
            .map(LoopbackForge::decoded)
            .toList();
    Map<String, String> query = new LinkedHashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    Json body = Json.nothing();
    if (sent.length > 0) {
      try {
        body = Json.parse(new String(sent, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Call(exchange.getRequestMethod(), segments, query, headers, body);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Returns a page of values, with the headers that tell where the others are. */
  protected final <T> Page<T> page(Call call, List<T> all, String sizeName, int most, String path) {
    int size = Math.min(most, Integer.parseInt(call.asked(sizeName, String.valueOf(most))));
    int number = Integer.parseInt(call.asked("page", "1"));
    int from = Math.min(all.size(), (number - 1) * size);
    int to = Math.min(all.size(), from + size);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Total-Count", String.valueOf(all.size()));
    if (to < all.size()) {
      StringBuilder next = new StringBuilder(address()).append(path).append('?');
      call.query().forEach((name, value) -> append(next, name, value));
      next.append("page=").append(number + 1);
      headers.put(
          "Link", "<" + next + ">; rel=\"next\", <" + address() + path + "?page=9>; rel=\"last\"");
      headers.put("X-Next-Page", String.valueOf(number + 1));
    }
    return new Page<>(all.subList(from, to), headers);
  }

  private static void append(StringBuilder query, String name, String value) {
    if (!name.equals("page")) {
      query
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
          .append('&');
    }
  }

  /** A page and its headers. */
  public record Page<T>(List<T> values, Map<String, String> headers) {}

  /** Returns a JSON object. */
  protected static String object(Consumer<JsonObjectWriter> fields) {
    var out = new ByteArrayOutputStream();
    try {
      new JsonLines(out).object(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  /** Returns a JSON array of objects. */
  protected static String array(List<String> objects) {
    return "[" + String.join(",", objects) + "]";
  }
}
