package dev.untether.campaign.file;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says what is wrong with an address. It goes to git as an argument, and into logs and pull
 * requests: neither a program to run nor a secret may be in it.
 */
final class Addresses {
  private static final Pattern SCP =
      Pattern.compile("(?:([^@/:\\s]+)@)?[^@/:\\s-][^@/:\\s]*:[^:@][^@]*");
  private static final Set<String> TRANSPORTS = Set.of("https", "http", "ssh", "git", "file");
  private static final Set<String> WEB = Set.of("https", "http");
  private static final int LONGEST = 2_000;
  private static final String SECRET =
      "holds a user name or password; tokens come from the environment or git credential";

  private Addresses() {}

  /** Returns what is wrong with the address of a repository; nothing if it can be cloned. */
  static Optional<String> mistakeInRepository(String address) {
    if (address.length() > LONGEST || address.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
      return Optional.of("expected an address without spaces, of at most " + LONGEST + " letters");
    }
    // An option of git's, or a transport that is a command to run (git-remote-ext).
    if (address.startsWith("-") || address.contains("::")) {
      return Optional.of("is no address; expected such as https://host/owner/name.git");
    }
    if (!address.contains("://")) {
      return SCP.matcher(address).matches()
          ? Optional.empty()
          : Optional.of(
              "is no address; expected such as https://host/owner/name.git or"
                  + " git@host:owner/name.git; what is on this machine goes under `path`");
    }
    return mistake(address, TRANSPORTS);
  }

  /** Returns what is wrong with the address of a server; nothing if it can be asked. */
  static Optional<String> mistakeInServer(String address) {
    if (address.length() > LONGEST || !address.contains("://")) {
      return Optional.of("is no address; expected such as https://code.example.com");
    }
    return mistake(address, WEB);
  }

  private static Optional<String> mistake(String address, Set<String> schemes) {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      return Optional.of("is no address: " + e.getReason());
    }
    String scheme = uri.getScheme();
    if (scheme == null || !schemes.contains(scheme)) {
      return Optional.of("is no address that we know; expected one that starts with https://");
    }
    String user = uri.getRawAuthority() == null ? "" : userOf(uri.getRawAuthority());
    // ssh needs the name of a user, and has no secret there.
    if (!user.isEmpty() && (!scheme.equals("ssh") || user.contains(":"))) {
      return Optional.of(SECRET);
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return Optional.of("has a query or fragment, where secrets hide; expected a path at its end");
    }
    boolean isLocal = scheme.equals("file");
    String host = uri.getHost();
    if (!isLocal && (host == null || host.isEmpty() || host.startsWith("-"))) {
      return Optional.of("has no host; expected such as https://host/owner/name.git");
    }
    return Optional.empty();
  }

  private static String userOf(String authority) {
    int at = authority.lastIndexOf('@');
    return at < 0 ? "" : authority.substring(0, at + 1);
  }
}
