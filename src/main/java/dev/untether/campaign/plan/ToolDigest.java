package dev.untether.campaign.plan;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tells this program from others that could come to other results: the SHA-256 of the jar, or
 * of the classes and data, that it runs from. A version number would not do: between releases, and
 * on the desks of those who work on it, one number has many programs.
 */
final class ToolDigest {
  private ToolDigest() {}

  /** Returns the digest; empty if the program cannot find itself, and so should keep nothing. */
  static Optional<String> ofThisProgram() {
    @Nullable CodeSource source = ToolDigest.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(Path.of(source.getLocation().toURI())));
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String of(Path place) throws IOException {
    MessageDigest digest = Hash.sha256();
    byte[] buffer = new byte[1 << 16];
    List<Path> files;
    try (Stream<Path> walk = Files.walk(place)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      digest.update(place.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        int count = in.read(buffer);
        while (count >= 0) {
          count = in.read(buffer);
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
