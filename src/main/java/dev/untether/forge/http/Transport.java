package dev.untether.forge.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One request and its answer, once, without any judgement of the answer. */
@FunctionalInterface
public interface Transport {
  /**
   * Returns the answer, whatever its status.
   *
   * @throws java.net.ConnectException when the request was not sent
   * @throws java.net.http.HttpConnectTimeoutException when the request was not sent in time
   * @throws IOException when there is no whole answer; the server may have acted
   */
  Reply exchange(Request request) throws IOException, InterruptedException;

  /**
   * A request.
   *
   * @param credential what shows who we are; nothing else holds it
   * @param body JSON
   * @param within how long it may take, to the last byte of the answer
   * @param bodyBytes how long the answer may be
   */
  record Request(
      Method method,
      URI uri,
      Map<String, String> headers,
      Optional<Credential> credential,
      Optional<String> body,
      Duration within,
      int bodyBytes) {
    /** Copies the headers. */
    public Request {
      headers = Map.copyOf(headers);
    }
  }

  /** An answer, as it came. */
  record Reply(int status, HttpHeaders headers, String body) {}

  /** An answer is longer than we are willing to read. */
  final class TooLongException extends IOException {
    private static final long serialVersionUID = 1;

    TooLongException(int bodyBytes) {
      super("the answer is longer than " + bodyBytes + " bytes");
    }
  }
}
