package dev.untether.forge.http;

import dev.untether.forge.http.Transport.Reply;
import dev.untether.forge.http.Transport.Request;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The transport over the network. Certificates are checked, redirects are never followed here. Safe
 * for use by several threads.
 */
public final class HttpTransport implements Transport {
  private final HttpClient client;

  /** Creates one that connects within that time, through those proxies. */
  public HttpTransport(Duration connect, ProxySelector proxies) {
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connect)
            .proxy(proxies)
            .build();
  }

  @Override
  public Reply exchange(Request request) throws IOException, InterruptedException {
    // The timeout of HttpRequest ends with the headers; a body that trickles would go on for ever.
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(asHttp(request), info -> new BoundedBody(request.bodyBytes()));
    try {
      HttpResponse<byte[]> response =
          answer.get(request.within().toMillis(), TimeUnit.MILLISECONDS);
      return new Reply(
          response.statusCode(),
          response.headers(),
          // The refusal of a proxy to make a tunnel has none, not even an empty one.
          Optional.ofNullable(response.body())
              .map(body -> new String(body, StandardCharsets.UTF_8))
              .orElse(""));
    } catch (TimeoutException e) {
      throw new HttpTimeoutException(
          "no whole answer within " + request.within().toMillis() + " ms");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static HttpRequest asHttp(Request request) {
    HttpRequest.Builder http = HttpRequest.newBuilder(request.uri());
    request.headers().forEach(http::setHeader);
    request
        .credential()
        .ifPresent(
            credential ->
                http.setHeader(
                    credential.header(), credential.prefix() + credential.token().reveal()));
    return http.method(
            request.method().name(),
            request.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody))
        .build();
  }
}
