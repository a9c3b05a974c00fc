package dev.untether.verify;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The Go installations at hand, at most one for each release. Nothing is run to find them. */
public final class Toolchains {
  private final Map<Integer, Toolchain> byRelease;

  private Toolchains(Map<Integer, Toolchain> byRelease) {
    this.byRelease = new TreeMap<>(byRelease);
  }

  /**
   * Returns those in {@code given}, the one on the PATH, and those that the go command has
   * downloaded. For each release what was given wins; then the newest patch does.
   *
   * @param environment the variables of the process
   * @param moduleCaches where downloaded toolchains are
   */
  public static Toolchains find(
      List<Path> given, Map<String, String> environment, List<Path> moduleCaches) {
    Map<Integer, Toolchain> found = new TreeMap<>();
    onPath(environment).forEach(it -> addNewer(found, it));
    moduleCaches.forEach(cache -> downloaded(cache).forEach(it -> addNewer(found, it)));
    Map<Integer, Toolchain> chosen = new TreeMap<>();
    given.forEach(root -> Toolchain.in(root).ifPresent(it -> addNewer(chosen, it)));
    found.putAll(chosen);
    return new Toolchains(found);
  }

  private static void addNewer(Map<Integer, Toolchain> found, Toolchain next) {
    found.merge(next.release(), next, (old, now) -> now.patch() > old.patch() ? now : old);
  }

  private static List<Toolchain> onPath(Map<String, String> environment) {
    List<Toolchain> found = new ArrayList<>();
    String list = environment.getOrDefault("PATH", "");
    for (String name : list.split(Pattern.quote(File.pathSeparator), -1)) {
      for (String program : List.of("go", "go.exe")) {
        if (!name.isEmpty()) {
          rootOf(name, program).flatMap(Toolchain::in).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** A go in some bin directory is often a link to GOROOT/bin/go. */
  private static Optional<Path> rootOf(String directory, String program) {
    try {
      Path go = Path.of(directory).resolve(program);
      return Files.isExecutable(go)
          ? Optional.ofNullable(go.toRealPath().getParent()).map(Path::getParent)
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static List<Toolchain> downloaded(Path moduleCache) {
    List<Toolchain> found = new ArrayList<>();
    Path parent = moduleCache.resolve("golang.org");
    if (!Files.isDirectory(parent)) {
      return found;
    }
    // Those for other systems than this one lie there too, but do not run: go names them by host.
    String host = "." + Host.goos() + "-" + Host.goarch();
    try (DirectoryStream<Path> roots = Files.newDirectoryStream(parent, "toolchain@*")) {
      for (Path root : roots) {
        if (root.toString().endsWith(host)) {
          Toolchain.in(root).ifPresent(found::add);
        }
      }
    } catch (IOException e) {
      return found;
    }
    return found;
  }

  /** Returns these and {@code more}, which replaces what is there of its release. */
  public Toolchains with(Toolchain more) {
    Toolchains result = new Toolchains(byRelease);
    result.byRelease.put(more.release(), more);
    return result;
  }

  /** Returns the one for Go 1.{@code release}. */
  public Optional<Toolchain> of(int release) {
    return Optional.ofNullable(byRelease.get(release));
  }

  /** Returns the releases at hand. */
  public SortedSet<Integer> releases() {
    return new TreeSet<>(byRelease.keySet());
  }

  /** Returns the newest one, which can fetch others. */
  public Optional<Toolchain> newest() {
    return byRelease.values().stream().reduce((first, second) -> second);
  }
}
