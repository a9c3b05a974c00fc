package dev.untether.cli.option;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where programs keep files of a user, as the <a
 * href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directories</a> and
 * Windows have it.
 */
public final class UserDirectories {
  private UserDirectories() {}

  /** Returns the directory for what may be deleted at any time. */
  public static Path cache(Map<String, String> environment) {
    return directory(environment, "XDG_CACHE_HOME", ".cache");
  }

  /** Returns the directory for what is to be remembered. */
  public static Path state(Map<String, String> environment) {
    return directory(environment, "XDG_STATE_HOME", ".local/state");
  }

  private static Path directory(Map<String, String> environment, String variable, String usual) {
    String named = environment.getOrDefault(variable, "");
    if (!named.isEmpty() && Path.of(named).isAbsolute()) {
      return Path.of(named);
    }
    String local = environment.getOrDefault("LOCALAPPDATA", "");
    return local.isEmpty()
        ? Path.of(System.getProperty("user.home", ".")).resolve(usual)
        : Path.of(local);
  }
}
