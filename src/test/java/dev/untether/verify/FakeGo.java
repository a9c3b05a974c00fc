package dev.untether.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A GOROOT whose go command is a shell script: it fails as told, and at once. */
final class FakeGo {
  /**
   * Behaves as far as builds ask: one library m/p for every target. Linking fails if a file of the
   * module says BAD and the target, such as BAD amd64; vet objects to the word VET in assembly.
   */
  static final String ONE_LIBRARY =
      """
      #!/bin/sh
      echo "$GOARCH $*" >> %s/calls
      case "$1" in
      list) echo "m/p|m|p|1|1|0 0|||$PWD/p" ;;
      vet) /bin/grep -l VET p/*.s | /bin/sed 's/$/:3:1: wrong/' ;;
      build)
        case "$*" in *-asmflags*) exit 0 ;; esac
        out=; while [ $# -gt 0 ]; do [ "$1" = -o ] && out=$2; shift; done
        if /bin/grep -rqs "BAD $GOARCH" .; then
          echo "# m/untetherlink0"; echo "link: m/p: invalid reference to BAD"; exit 1
        fi
        echo linked > ${out}untetherlink0 ;;
      esac
      """;

  private FakeGo() {}

  /** Creates a GOROOT of a version below {@code directory}. */
  static Toolchain create(Path directory, String version, String script) throws IOException {
    Path root = Files.createDirectories(directory.resolve(version));
    Files.createDirectories(root.resolve("bin"));
    Files.writeString(root.resolve("VERSION"), version + "\ntime 2026-01-01T00:00:00Z\n");
    Path go = root.resolve("bin/go");
    Files.writeString(go, script.replace("%s", root.toString()));
    Files.setPosixFilePermissions(go, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Toolchain.in(root).orElseThrow();
  }

  /** Returns how often a fake was called with arguments that hold {@code part}. */
  static long calls(Toolchain go, String part) throws IOException {
    Path calls = go.root().resolve("calls");
    try (var lines = Files.lines(calls)) {
      return lines.filter(line -> line.contains(part)).count();
    }
  }
}
