package dev.untether.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Go installation that can build.
 *
 * @param release the N of Go 1.N
 * @param version what it calls itself, such as {@code go1.26.8}
 * @param root its GOROOT
 */
public record Toolchain(int release, String version, Path root) {
  private static final int MAX_VERSION_BYTES = 4096;
  private static final Pattern VERSION =
      Pattern.compile("(?:devel )?go1\\.(\\d{1,4})(?:\\.(\\d{1,6}))?.*");

  /** Returns the installation in a directory; empty if there is none that can be run. */
  public static Optional<Toolchain> in(Path root) {
    Path file = root.resolve("VERSION");
    if (!Files.isRegularFile(file) || !Files.isExecutable(program(root))) {
      return Optional.empty();
    }
    try {
      if (Files.size(file) > MAX_VERSION_BYTES) {
        return Optional.empty();
      }
      String version =
          Files.readString(file, StandardCharsets.ISO_8859_1)
              .lines()
              .findFirst()
              .orElse("")
              .strip();
      Matcher matcher = VERSION.matcher(version);
      return matcher.matches()
          ? Optional.of(new Toolchain(Integer.parseInt(matcher.group(1)), version, root))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns its go command. */
  public Path program() {
    return program(root);
  }

  private static Path program(Path root) {
    Path plain = root.resolve("bin").resolve("go");
    return Files.exists(plain) ? plain : root.resolve("bin").resolve("go.exe");
  }

  /** Returns the P of Go 1.N.P; -1 for what is not a release, which any release wins over. */
  int patch() {
    Matcher matcher = VERSION.matcher(version);
    boolean isRelease = matcher.matches() && version.matches("go1\\.\\d+(?:\\.\\d+)?");
    if (!isRelease) {
      return -1;
    }
    String patch = matcher.group(2);
    return patch == null ? 0 : Integer.parseInt(patch);
  }
}
