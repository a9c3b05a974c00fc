package dev.untether.module.dependency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Modules that require each other at random, cycles and the main modules included, laid out as a
 * module proxy in a directory; and main modules that use them. A seed always gives the same.
 */
final class RandomModules {
  private static final List<String> PATHS =
      List.of(
          "example.com/a",
          "example.com/B",
          "example.com/c/v2",
          "example.com/c",
          "example.com/dD",
          "example.com/e",
          "gopkg.in/f.v1",
          "example.com/g");
  private static final List<String> GO_LINES =
      List.of("", "go 1.12\n", "go 1.16\n", "go 1.17\n", "go 1.20\n", "go 1.21.0\n");
  private static final List<String> MINORS =
      List.of("0.0", "1.0", "2.0-rc.1", "2.0", "10.0", "10.1-0.20210923205945-b76863e36670");

  private final Random random;
  private final Path proxy;
  private final StringBuilder sums = new StringBuilder();

  RandomModules(long seed, Path proxy) {
    this.random = new Random(seed);
    this.proxy = proxy;
  }

  /** Writes every version of every module, also of those that are to be main modules. */
  void publish(List<String> mains) throws IOException {
    List<String> paths = new ArrayList<>(PATHS);
    paths.addAll(mains);
    for (String path : paths) {
      for (String minor : MINORS) {
        publish(path, version(path, minor));
      }
    }
  }

  private void publish(String path, String version) throws IOException {
    String goMod = "module " + path + "\n" + pick(GO_LINES) + requirements(random.nextInt(3), 0);
    Path directory = proxy.resolve(ModulePath.escape(path)).resolve("@v");
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(version + ".mod"), goMod);
    String info = "{\"Version\":\"" + version + "\",\"Time\":\"2024-01-01T00:00:00Z\"}";
    Files.writeString(directory.resolve(version + ".info"), info);
    sums.append(path).append(' ').append(version).append("/go.mod ");
    sums.append(hash(goMod)).append('\n');
  }

  /** Returns the lines of a go.sum that vouch for every go.mod that was written. */
  String sums() {
    return sums.toString();
  }

  /** Writes a main module, without what makes the go command give up altogether. */
  void main(String path, Path directory, boolean replaces) throws IOException {
    Files.createDirectories(directory);
    StringBuilder goMod = new StringBuilder("module " + path + "\n" + pick(GO_LINES));
    goMod.append(requirements(1 + random.nextInt(4), 3));
    if (random.nextBoolean()) {
      String other = pick(PATHS);
      goMod.append("exclude " + other + " " + version(other, pick(MINORS)) + "\n");
    }
    if (replaces) {
      goMod.append(replacements(directory));
    }
    Files.writeString(directory.resolve("go.mod"), goMod);
    Files.writeString(directory.resolve("go.sum"), sums());
  }

  private String replacements(Path directory) throws IOException {
    StringBuilder lines = new StringBuilder();
    if (random.nextInt(3) == 0) {
      String old = pick(PATHS.subList(0, PATHS.size() - 1));
      String by = pick(PATHS);
      String oldVersion = random.nextBoolean() ? "" : " " + version(old, pick(MINORS));
      lines.append("replace " + old + oldVersion + " => ");
      lines.append(by + " " + version(by, pick(MINORS)) + "\n");
    }
    if (random.nextInt(3) == 0) {
      lines.append("replace example.com/g => ./inner\n");
      Files.createDirectories(directory.resolve("inner"));
      String inner = "module example.com/g\n" + pick(GO_LINES) + requirements(2, 0);
      Files.writeString(directory.resolve("inner").resolve("go.mod"), inner);
    }
    return lines.toString();
  }

  private String requirements(int count, int ofWhichIndirect) {
    StringBuilder lines = new StringBuilder();
    List<String> paths = new ArrayList<>(PATHS);
    Collections.shuffle(paths, random);
    for (String path : paths.subList(0, count)) {
      String comment = random.nextInt(6) < ofWhichIndirect ? " // indirect" : "";
      lines.append("require " + path + " " + version(path, pick(MINORS)) + comment + "\n");
    }
    return lines.toString();
  }

  private static String version(String path, String minor) {
    return (path.endsWith("v2") ? "v2." : path.endsWith("v1") ? "v1." : "v0.") + minor;
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Returns the checksum of a go.mod; see Hash1 of golang.org/x/mod/sumdb/dirhash. */
  private static String hash(String goMod) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String inner = HexFormat.of().formatHex(digest.digest(goMod.getBytes(UTF_8)));
      byte[] outer = digest.digest((inner + "  go.mod\n").getBytes(UTF_8));
      return "h1:" + Base64.getEncoder().encodeToString(outer);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
