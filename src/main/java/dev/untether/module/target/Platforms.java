package dev.untether.module.target;

import java.util.Map;
import java.util.Set;

/**
 * The names that mean an operating system or an architecture in file names and constraints, past
 * and present: a port that was dropped goes on excluding its files. Kept as in Go's
 * internal/syslist; names are added there and never removed.
 */
final class Platforms {
  private static final Set<String> SYSTEMS =
      Set.of(
          "aix",
          "android",
          "darwin",
          "dragonfly",
          "freebsd",
          "hurd",
          "illumos",
          "ios",
          "js",
          "linux",
          "nacl",
          "netbsd",
          "openbsd",
          "plan9",
          "solaris",
          "wasip1",
          "windows",
          "zos");

  private static final Set<String> UNIX_SYSTEMS =
      Set.of(
          "aix",
          "android",
          "darwin",
          "dragonfly",
          "freebsd",
          "hurd",
          "illumos",
          "ios",
          "linux",
          "netbsd",
          "openbsd",
          "solaris");

  private static final Set<String> ARCHITECTURES =
      Set.of(
          "386",
          "amd64",
          "amd64p32",
          "arm",
          "armbe",
          "arm64",
          "arm64be",
          "loong64",
          "mips",
          "mipsle",
          "mips64",
          "mips64le",
          "mips64p32",
          "mips64p32le",
          "ppc",
          "ppc64",
          "ppc64le",
          "riscv",
          "riscv64",
          "s390",
          "s390x",
          "sparc",
          "sparc64",
          "wasm");

  // Systems that also answer to the name of the one they grew out of.
  private static final Map<String, String> ALSO =
      Map.of("android", "linux", "illumos", "solaris", "ios", "darwin");

  private Platforms() {}

  static boolean isSystem(String name) {
    return SYSTEMS.contains(name);
  }

  static boolean isArchitecture(String name) {
    return ARCHITECTURES.contains(name);
  }

  /** Returns whether {@code tag} is decided by the target alone, whatever flags are given. */
  static boolean isTag(String tag) {
    return isSystem(tag) || isArchitecture(tag) || tag.equals("unix");
  }

  /** Returns whether building for {@code target} sets {@code tag}, one of {@link #isTag}. */
  static boolean sets(Target target, String tag) {
    return tag.equals(target.goos())
        || tag.equals(target.goarch())
        || tag.equals(ALSO.get(target.goos()))
        || (tag.equals("unix") && UNIX_SYSTEMS.contains(target.goos()));
  }
}
