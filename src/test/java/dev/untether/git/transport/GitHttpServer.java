package dev.untether.git.transport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Git's own server for the web, behind a server that can be told to fail in every usual way. */
public final class GitHttpServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Path root;
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Optional<String> password = Optional.empty();
  private volatile Fault fault = Fault.NONE;
  private volatile String elsewhere = "";
  private volatile Consumer<String> afterwards = path -> {};

  /** What goes wrong. */
  public enum Fault {
    NONE,
    /** Everybody is known, and nobody may push. */
    FORBIDDEN,
    /** An answer that never comes. */
    SILENT,
    /** The pack is taken, and the connection ends before the answer. */
    DIES_AFTER_ACTING,
    /** The connection ends before the pack gets anywhere. */
    DIES_BEFORE_ACTING,
    /** Another server has it. */
    MOVED,
    UNAVAILABLE,
  }

  /** Serves the bare repositories below a directory. */
  public GitHttpServer(Path root) throws IOException {
    this.root = root;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Returns where it answers. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Says what goes wrong from now on. */
  public GitHttpServer fault(Fault now) {
    fault = now;
    return this;
  }

  GitHttpServer movedTo(String url) {
    elsewhere = url;
    return fault(Fault.MOVED);
  }

  /** Lets in only those who know a password. */
  public GitHttpServer password(String user, String now) {
    byte[] both = (user + ":" + now).getBytes(StandardCharsets.UTF_8);
    password = Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
    return this;
  }

  /** Has somebody told the path of each request that was answered. */
  public void afterwards(Consumer<String> told) {
    afterwards = told;
  }

  /** Returns what clients have said of themselves. */
  List<String> authorizations() {
    return authorizations;
  }

  /** Returns method and address of what was asked. */
  public List<String> requests() {
    return requests;
  }

  /** Answers one request. */
  public void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      String said = exchange.getRequestHeaders().getFirst("Authorization");
      if (said != null) {
        authorizations.add(said);
      }
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean pushing = exchange.getRequestURI().toString().contains("git-receive-pack");
      boolean posted = exchange.getRequestMethod().equals("POST") && pushing;
      switch (fault) {
        case MOVED -> {
          exchange.getResponseHeaders().add("Location", elsewhere + exchange.getRequestURI());
          exchange.sendResponseHeaders(301, -1);
        }
        case UNAVAILABLE -> exchange.sendResponseHeaders(503, -1);
        case SILENT -> over.await();
        case FORBIDDEN -> refuseOrServe(exchange, body, pushing);
        case DIES_AFTER_ACTING, DIES_BEFORE_ACTING -> {
          if (!posted) {
            serve(exchange, body);
          } else if (fault == Fault.DIES_AFTER_ACTING) {
            cgi(exchange, body);
          }
        }
        case NONE -> {
          if (password.isPresent() && !password.get().equals(said)) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
          } else {
            serve(exchange, body);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void refuseOrServe(HttpExchange exchange, byte[] body, boolean pushing)
      throws IOException, InterruptedException {
    if (pushing) {
      exchange.sendResponseHeaders(403, -1);
    } else {
      serve(exchange, body);
    }
  }

  private void serve(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
    byte[] answer = cgi(exchange, body);
    int end = headerEnd(answer);
    int status = 200;
    for (String line : new String(answer, 0, end, StandardCharsets.UTF_8).split("\r\n", -1)) {
      int colon = line.indexOf(':');
      String value = line.substring(colon + 1).strip();
      if (line.startsWith("Status:")) {
        status = Integer.parseInt(value.substring(0, 3));
      } else if (colon > 0) {
        exchange.getResponseHeaders().add(line.substring(0, colon), value);
      }
    }
    // Before the client knows, so that what it does next finds it done.
    afterwards.accept(exchange.getRequestURI().getPath());
    int length = answer.length - end - 4;
    exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
    if (length > 0) {
      exchange.getResponseBody().write(answer, end + 4, length);
    }
  }

  private static int headerEnd(byte[] answer) {
    for (int i = 0; i + 3 < answer.length; i++) {
      if (answer[i] == '\r' && answer[i + 1] == '\n' && answer[i + 2] == '\r') {
        return i;
      }
    }
    throw new IllegalStateException(new String(answer, StandardCharsets.UTF_8));
  }

  private byte[] cgi(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    Map<String, String> environment = builder.environment();
    environment.put("GIT_PROJECT_ROOT", root.toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put("PATH_INFO", exchange.getRequestURI().getPath());
    environment.put("REMOTE_USER", "tester");
    put(environment, "QUERY_STRING", exchange.getRequestURI().getRawQuery());
    put(environment, "CONTENT_TYPE", exchange.getRequestHeaders().getFirst("Content-Type"));
    put(environment, "GIT_PROTOCOL", exchange.getRequestHeaders().getFirst("Git-Protocol"));
    put(
        environment,
        "HTTP_CONTENT_ENCODING",
        exchange.getRequestHeaders().getFirst("Content-Encoding"));
    environment.put("CONTENT_LENGTH", Integer.toString(body.length));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    Thread reader =
        new Thread(
            () -> {
              try (InputStream in = process.getInputStream()) {
                in.transferTo(answer);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    reader.start();
    try (OutputStream to = process.getOutputStream()) {
      to.write(body);
    }
    reader.join();
    process.waitFor();
    return answer.toByteArray();
  }

  private static void put(Map<String, String> environment, String name, @Nullable String value) {
    environment.put(name, value == null ? "" : value);
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
