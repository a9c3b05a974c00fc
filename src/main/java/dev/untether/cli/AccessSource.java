package dev.untether.cli;

import dev.untether.access.AccessData;
import dev.untether.access.goroot.GorootImport;
import dev.untether.access.goroot.NotGorootException;
import dev.untether.access.packed.DamagedDataException;
import dev.untether.module.target.ReleaseRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where symbol access data comes from: this program, a Go installation, or a file of import's. */
final class AccessSource {
  private static final int MAX_FILE_BYTES = 1 << 26;

  private final CommandSpec spec;

  AccessSource(CommandSpec spec) {
    this.spec = spec;
  }

  /** Returns the data that {@code word} means: a release, a GOROOT, or a data file. */
  AccessData of(String word) throws IOException {
    Optional<ReleaseRange> release = release(word);
    if (release.isPresent()) {
      if (release.get().first() != release.get().last()) {
        throw new ParameterException(spec.commandLine(), word + ": expected one release, no range");
      }
      return shipped(release.get().first());
    }
    Path path = path(word);
    if (Files.isDirectory(path)) {
      return goroot(path);
    }
    if (!Files.isRegularFile(path)) {
      throw new ParameterException(
          spec.commandLine(),
          word + ": neither a release such as 1.27, nor a GOROOT, nor a file of `access import`");
    }
    return file(path);
  }

  private static Optional<ReleaseRange> release(String word) {
    try {
      return Optional.of(ReleaseRange.parse(word));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new ParameterException(spec.commandLine(), word + ": no release and no path", e);
    }
  }

  /** Returns the data of Go 1.{@code minor} that comes with this program. */
  AccessData shipped(int minor) {
    return AccessData.of(minor)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "no data for Go 1."
                        + minor
                        + ", so all of it is unknown; nearest known: Go 1."
                        + nearest(minor)
                        + " (--goroot DIR or `untether access import` reads other releases)"));
  }

  private static int nearest(int minor) {
    int first = AccessData.releases().first();
    int last = AccessData.releases().last();
    return Math.max(first, Math.min(last, minor));
  }

  /** Returns the data of an installation, read now. */
  AccessData goroot(Path directory) throws IOException {
    try {
      return GorootImport.read(directory);
    } catch (NotGorootException e) {
      throw new ParameterException(
          spec.commandLine(), "no Go installation with its sources: " + e.getMessage(), e);
    }
  }

  /** Returns the data of a file that {@code access import} wrote. */
  private static AccessData file(Path file) throws IOException {
    if (Files.size(file) > MAX_FILE_BYTES) {
      throw new IOException(file + ": too large to be a file of symbol access data");
    }
    try {
      return AccessData.read(Files.readAllBytes(file));
    } catch (DamagedDataException e) {
      throw new IOException(file + ": " + e.getMessage() + "; import it again", e);
    }
  }
}
