package dev.untether.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.report.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A module in a real repository, and what real git says about it. */
record GitModule(Module module) {

  /** Makes a repository with a commit in which the recipes have one file to change. */
  static GitModule in(Path directory) {
    GitModule made = empty(directory);
    made.module.write("go.mod", "module example.com/m\n\ngo 1.24\n");
    made.module.write("asm_arm64.s", Module.CROSSCALL2);
    made.commit("Start");
    return made;
  }

  /** Makes a repository without a commit. */
  static GitModule empty(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    GitModule made = new GitModule(new Module(directory));
    made.git("init", "--quiet", "--initial-branch=main");
    made.git("config", "user.name", "Gopher Ä");
    made.git("config", "user.email", "gopher@example.com");
    return made;
  }

  Path directory() {
    return module.directory();
  }

  /** Runs git, which must succeed, and returns what it prints, without the last line end. */
  String git(String... arguments) {
    return new String(gitBytes(new byte[0], arguments), UTF_8).stripTrailing();
  }

  byte[] gitBytes(byte[] input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(Arrays.asList(arguments));
    return new Command(directory()).run(input, command.toArray(String[]::new));
  }

  void commit(String message) {
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
  }

  /** Runs {@code untether migrate} on the module with {@code arguments}. */
  CommandRun migrate(String... arguments) {
    List<String> all = new ArrayList<>(List.of("migrate"));
    all.addAll(Arrays.asList(arguments));
    all.add(module.path());
    return CommandRun.of(all.toArray(String[]::new));
  }

  String tree(String revision) {
    return git("rev-parse", revision + "^{tree}");
  }

  String id(String revision) {
    return git("rev-parse", revision);
  }

  /** Returns every file of a directory with its bytes, to compare. */
  static Map<String, List<Byte>> files(Path directory) {
    Map<String, List<Byte>> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        List<Byte> bytes = new ArrayList<>();
        for (byte each : Files.readAllBytes(path)) {
          bytes.add(each);
        }
        files.put(directory.relativize(path).toString(), bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
