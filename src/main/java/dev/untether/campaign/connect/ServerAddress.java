package dev.untether.campaign.connect;

import dev.untether.forge.Project;
import dev.untether.forge.remote.RemoteUrl;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the forge answers whose repositories git finds on a host: said by people, for servers where
 * the one cannot be told from the other.
 *
 * @param gitHost the host in git's addresses, without a port
 * @param server the address of the forge, without a slash at the end
 */
public record ServerAddress(String gitHost, String server) {
  /**
   * Returns what {@code [HOST=]URL} says; without a host, git's addresses have the one of the URL.
   *
   * @throws IllegalArgumentException when it says nothing that can be used
   */
  public static ServerAddress parse(String text) {
    int scheme = text.indexOf("://");
    int equals = text.indexOf('=');
    boolean named = equals > 0 && equals < scheme;
    String url = named ? text.substring(equals + 1) : text;
    String bare = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    boolean web = bare.startsWith("https://") || bare.startsWith("http://");
    Optional<String> host = web ? RemoteUrl.hostOf(bare) : Optional.empty();
    if (host.isEmpty() || bare.contains("@") || bare.contains("?") || bare.contains("#")) {
      // Not quoted: whoever puts a password into an address is not to find it in a log.
      throw new IllegalArgumentException(
          "expected the address of a forge such as https://code.example.com, or"
              + " git.example.com=https://code.example.com, without a user or password");
    }
    String gitHost = named ? text.substring(0, equals).toLowerCase(Locale.ROOT) : host.get();
    return new ServerAddress(gitHost, bare);
  }

  /** Returns the project that an address of git's is of, if it is on this server. */
  Optional<Project> project(RemoteUrl url) {
    return url.on(server, gitHost);
  }
}
