package dev.untether.forge.http;

import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that git and curl would take: those of {@code https_proxy}, {@code http_proxy} and
 * {@code all_proxy}, but for the hosts of {@code no_proxy}; without these, those of Java's own
 * settings. This machine is always reached directly.
 */
public final class Proxies extends ProxySelector {
  private final Optional<InetSocketAddress> forHttps;
  private final Optional<InetSocketAddress> forHttp;
  private final List<String> without;
  private final ProxySelector others;

  private Proxies(
      Optional<InetSocketAddress> forHttps,
      Optional<InetSocketAddress> forHttp,
      List<String> without,
      ProxySelector others) {
    this.forHttps = forHttps;
    this.forHttp = forHttp;
    this.without = without;
    this.others = others;
  }

  /**
   * Returns the proxies of an environment.
   *
   * @param others asked when the environment names none
   * @throws ForgeException when a variable has a value that cannot be used; it is not repeated in
   *     the message, for it may hold a password
   */
  public static Proxies of(Map<String, String> environment, ProxySelector others)
      throws ForgeException {
    List<String> without = new ArrayList<>();
    String excluded = first(environment, "no_proxy", "NO_PROXY").orElse("");
    for (String host : excluded.split("[,\\s]+", -1)) {
      if (!host.isEmpty()) {
        without.add(host.toLowerCase(Locale.ROOT));
      }
    }
    return new Proxies(
        proxy(environment, "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"),
        // HTTP_PROXY is a header of CGI: https://httpoxy.org.
        proxy(environment, "http_proxy", "all_proxy", "ALL_PROXY"),
        List.copyOf(without),
        others);
  }

  private static Optional<String> first(Map<String, String> environment, String... names) {
    for (String name : names) {
      String value = environment.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static Optional<InetSocketAddress> proxy(Map<String, String> environment, String... names)
      throws ForgeException {
    Optional<String> value = first(environment, names);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String address = value.get().contains("://") ? value.get() : "http://" + value.get();
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      throw unusable(names[0], "it is no address");
    }
    if (uri.getHost() == null || !"http".equalsIgnoreCase(uri.getScheme())) {
      throw unusable(names[0], "only proxies that are spoken to over http are known");
    }
    if (uri.getRawUserInfo() != null) {
      throw unusable(names[0], "proxies that want a name and a password are not known");
    }
    int port = uri.getPort() < 0 ? 80 : uri.getPort();
    return Optional.of(InetSocketAddress.createUnresolved(uri.getHost(), port));
  }

  private static ForgeException unusable(String variable, String why) {
    return new ForgeException(
        Reason.UNREACHABLE,
        "the proxy of the environment ("
            + variable
            + ") cannot be used: "
            + why
            + "; expected http://HOST:PORT, or name the forge's host in no_proxy");
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    if (isLoopback(host)) {
      return List.of(Proxy.NO_PROXY);
    }
    Optional<InetSocketAddress> proxy =
        "https".equalsIgnoreCase(uri.getScheme()) ? forHttps : forHttp;
    if (proxy.isEmpty()) {
      return others.select(uri);
    }
    return List.of(
        isExcluded(host, uri.getPort()) ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, proxy.get()));
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private boolean isExcluded(String host, int port) {
    for (String entry : without) {
      String name = entry.startsWith("*.") ? entry.substring(1) : entry;
      int colon = name.lastIndexOf(':');
      if (colon > 0 && name.indexOf(':') == colon) {
        if (!name.substring(colon + 1).equals(Integer.toString(port))) {
          continue;
        }
        name = name.substring(0, colon);
      }
      String bare = name.startsWith(".") ? name.substring(1) : name;
      if (name.equals("*") || host.equals(bare) || host.endsWith("." + bare)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    others.connectFailed(uri, address, failure);
  }
}
