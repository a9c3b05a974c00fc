package dev.untether.forge.http;

import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where a server answers and what it wants of each request.
 *
 * @param forge what people call it: {@code GitHub}
 * @param base where paths start, without a slash at the end
 * @param headers sent with each request, besides those of the credential
 * @param betweenWrites the least time between two requests that change something
 */
public record Endpoint(
    String forge, URI base, Map<String, String> headers, Duration betweenWrites) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Copies the headers. */
  public Endpoint {
    headers = Map.copyOf(headers);
  }

  /**
   * Returns the server at an address: {@code https}, or {@code http} if it is this machine or
   * {@code plainAllowed}.
   *
   * @throws ForgeException when the address is not of that form; it is not repeated in the message
   *     when it holds a name or a password
   */
  public static Endpoint of(
      String forge,
      String address,
      Map<String, String> headers,
      Duration betweenWrites,
      boolean plainAllowed)
      throws ForgeException {
    URI uri;
    try {
      uri = new URI(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
    } catch (URISyntaxException e) {
      throw unusable(forge, "it is no address at all");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getRawUserInfo() != null
        || (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@"))) {
      throw unusable(forge, "it holds a name or a password; give the token by itself");
    }
    if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw unusable(forge, "a host is missing, or more than a path follows it");
    }
    if (scheme.equals("http") && !plainAllowed && !LOOPBACK.contains(uri.getHost())) {
      throw unusable(forge, "a token would go to " + uri.getHost() + " unencrypted over http");
    }
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw unusable(forge, "only https is spoken");
    }
    return new Endpoint(forge, uri, headers, betweenWrites);
  }

  private static ForgeException unusable(String forge, String why) {
    return new ForgeException(
        Reason.REFUSED,
        "the address of the "
            + forge
            + " server cannot be used: "
            + why
            + "; expected https://HOST, or https://HOST/PATH");
  }

  /** Returns whether the token may be sent there: same scheme, host and port. */
  boolean isOrigin(URI uri) {
    return base.getScheme().equalsIgnoreCase(uri.getScheme())
        && base.getHost().equalsIgnoreCase(uri.getHost())
        && port(base) == port(uri)
        && uri.getRawUserInfo() == null;
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }

  @Override
  public String toString() {
    return forge + " at " + base;
  }
}
