package dev.untether.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small module on disk, written by a test. */
record Module(Path directory) {
  static final String LOAD = "\tBL\truntime·load_g(SB)\n";

  /** A file from which the recipes remove one line: {@link #LOAD}. */
  static final String CROSSCALL2 =
      """
      TEXT crosscall2(SB), 4|512, $0
      \tMOVD\tR30, R19
      \tBL\truntime·load_g(SB)
      \tBL\truntime·cgocallback(SB)
      \tMOVD\tR19, R30
      \tRET
      """;

  static final String MIGRATED = CROSSCALL2.replace(LOAD, "");

  /** Makes the directory, and a go.mod in it. */
  static Module in(Path directory) {
    Module module = new Module(directory);
    module.write("go.mod", "module example.com/m\n\ngo 1.24\n");
    return module;
  }

  /** Makes a module in {@code parent} whose path from the current directory is short. */
  static Module belowCurrentDirectory() {
    try {
      return in(Files.createTempDirectory(Path.of("target"), "cli"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path write(String name, String text) {
    return write(name, text.getBytes(UTF_8));
  }

  Path write(String name, byte[] bytes) {
    Path file = directory.resolve(name);
    try {
      Files.createDirectories(file.resolveSibling(""));
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) {
    try {
      return Files.readString(directory.resolve(name), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String path() {
    return directory.toString();
  }

  String path(String name) {
    return directory.resolve(name).toString();
  }
}
