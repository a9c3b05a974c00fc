package dev.untether.git;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What the user has told git about names and signatures. Git itself is asked, for it alone knows
 * every way to say it ({@code includeIf}, the environment); without a git on the machine, JGit.
 */
final class GitSettings {
  private static final String WANTED = "^(user|author|committer|gpg)\\.";

  private final Map<String, String> values;
  private final Map<String, String> own;
  private final Map<String, String> environment;

  private GitSettings(
      Map<String, String> values, Map<String, String> own, Map<String, String> environment) {
    this.values = values;
    this.own = own;
    this.environment = environment;
  }

  /**
   * Reads the settings for a repository.
   *
   * @param environment the variables of this process
   */
  static GitSettings of(Repository repository, Map<String, String> environment)
      throws GitException {
    try {
      Map<String, String> values = new TreeMap<>();
      Map<String, String> own = new TreeMap<>();
      Optional<String> said = askGit(repository, environment);
      if (said.isPresent()) {
        parse(said.get(), values, own);
      } else {
        own.putAll(valuesOf(SystemReader.getInstance().getUserConfig()));
        values.putAll(valuesOf(repository.getConfig()));
      }
      return new GitSettings(values, own, environment);
    } catch (IOException | ConfigInvalidException e) {
      throw GitException.of("the configuration of git cannot be read", e);
    }
  }

  private static Optional<String> askGit(Repository repository, Map<String, String> environment)
      throws IOException {
    Program git =
        new Program(
            List.of(
                "git",
                "--git-dir=" + repository.getDirectory(),
                "config",
                "--null",
                "--show-scope",
                "--get-regexp",
                WANTED),
            environment);
    try {
      Program.Result result = git.run(new byte[0]);
      // 1: nothing is set.
      return result.exit() <= 1 ? Optional.of(result.out().toString()) : Optional.empty();
    } catch (Program.NotStartedException e) {
      return Optional.empty();
    }
  }

  /** Reads scope NUL key LF value NUL, over and over. */
  private static void parse(String said, Map<String, String> values, Map<String, String> own) {
    String[] parts = said.split("\0", -1);
    for (int i = 0; i + 1 < parts.length; i += 2) {
      int end = parts[i + 1].indexOf('\n');
      String key = end < 0 ? parts[i + 1] : parts[i + 1].substring(0, end);
      String value = end < 0 ? "true" : parts[i + 1].substring(end + 1);
      // The last one wins, as with git.
      values.put(key, value);
      if (!parts[i].equals("local") && !parts[i].equals("worktree")) {
        own.put(key, value);
      }
    }
  }

  private static Map<String, String> valuesOf(Config config) {
    Map<String, String> values = new TreeMap<>();
    for (String section : List.of("user", "author", "committer", "gpg")) {
      for (String name : config.getNames(section, true)) {
        put(values, section + "." + name, config.getString(section, null, name));
      }
      for (String inner : config.getSubsections(section)) {
        for (String name : config.getNames(section, inner, true)) {
          put(values, section + "." + inner + "." + name, config.getString(section, inner, name));
        }
      }
    }
    return values;
  }

  private static void put(Map<String, String> values, String key, @Nullable String value) {
    if (value != null) {
      values.put(key.toLowerCase(Locale.ROOT), value);
    }
  }

  /** Returns the variables of this process. */
  Map<String, String> environment() {
    return environment;
  }

  /** Returns a setting, named in lower case. */
  Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
  }

  /**
   * Returns a setting of the user's or the machine's. What names a program to run is not taken from
   * the repository: that may be anybody's.
   */
  Optional<String> own(String key) {
    return Optional.ofNullable(own.get(key)).filter(value -> !value.isEmpty());
  }

  /** Returns a variable of the environment. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
