package dev.untether.git.transport;

import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.process.ChildProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What git is configured to, and by whom. That of the repository itself may be anybody's: an
 * archive that was unpacked brings a {@code .git/config} with it. It names remotes, and is obeyed
 * in nothing else.
 */
final class Settings {
  private static final int MAX_BYTES = 1 << 22;

  private final List<Setting> all;

  private Settings(List<Setting> all) {
    this.all = List.copyOf(all);
  }

  /**
   * One line of a configuration.
   *
   * @param own whether it is the user's or the machine's, and not the repository's
   * @param key section and name in lower case, and as written what is between them
   */
  record Setting(boolean own, String key, String value) {}

  /** Returns what holds in a repository of the user's. */
  static Settings of(GitRepository place, TransportOptions options)
      throws GitException, InterruptedException {
    GitEnvironment environment = GitEnvironment.of(options).with("GIT_DIR", place.directory());
    return read(environment, options, place.directory().toString());
  }

  /** Returns what holds where git runs for us. */
  static Settings of(GitEnvironment environment, TransportOptions options)
      throws GitException, InterruptedException {
    return read(environment, options, "the user's configuration");
  }

  private static Settings read(GitEnvironment environment, TransportOptions options, String name)
      throws GitException, InterruptedException {
    ChildProcess.Result result =
        environment.run(options, List.of("config", "--null", "--show-scope", "--list"), MAX_BYTES);
    if (!result.isFine() || !result.whole()) {
      throw new GitException(
          GitException.Reason.LOCAL,
          name
              + ": the configuration cannot be read: "
              + result.err().strip()
              + "; `git config --list --show-origin` shows it");
    }
    List<Setting> settings = new ArrayList<>();
    // Scope NUL key LF value NUL, over and over.
    String[] parts = result.text().split("\0", -1);
    for (int i = 0; i + 1 < parts.length; i += 2) {
      int end = parts[i + 1].indexOf('\n');
      String key = end < 0 ? parts[i + 1] : parts[i + 1].substring(0, end);
      String value = end < 0 ? "true" : parts[i + 1].substring(end + 1);
      boolean own = !parts[i].equals("local") && !parts[i].equals("worktree");
      settings.add(new Setting(own, key, value));
    }
    return new Settings(settings);
  }

  /** Returns the values of a setting, the last one last. */
  List<String> values(String key) {
    return all.stream().filter(setting -> setting.key().equals(key)).map(Setting::value).toList();
  }

  /** Returns the value of a setting that counts. */
  Optional<String> value(String key) {
    List<String> values = values(key);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** Returns whether the user or the machine sets it. */
  boolean isOwn(String key) {
    return all.stream().anyMatch(setting -> setting.own() && setting.key().equals(key));
  }

  /** Returns what stands between {@code section} and the name, wherever {@code name} is set. */
  Set<String> inner(String section, String name) {
    Set<String> found = new TreeSet<>();
    for (Setting setting : all) {
      String key = setting.key();
      int start = section.length() + 1;
      int end = key.length() - name.length() - 1;
      if (key.startsWith(section + ".") && key.endsWith("." + name) && end > start) {
        found.add(key.substring(start, end));
      }
    }
    return found;
  }

  /** Returns a setting of the repository's by which git would go to another address than this. */
  Optional<String> rewriting(String address) {
    return all.stream()
        .filter(it -> !it.own() && it.key().startsWith("url."))
        .filter(it -> it.key().endsWith("insteadof") && address.startsWith(it.value()))
        .map(Setting::key)
        .findFirst();
  }

  /**
   * Returns what the user has said for this place alone ({@code includeIf}): it holds here, and not
   * at {@code elsewhere}.
   */
  List<Setting> ownBeyond(Settings elsewhere) {
    List<Setting> beyond = new ArrayList<>(all.stream().filter(Setting::own).toList());
    elsewhere.all.forEach(beyond::remove);
    beyond.removeIf(it -> it.key().startsWith("include") || it.key().startsWith("safe."));
    return beyond;
  }
}
