package dev.untether.verify;

import dev.untether.module.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What it takes to run programs of a target on this machine. */
final class TestRunner {
  /** QEMU's names of architectures, by Go's. */
  private static final Map<String, String> QEMU =
      Map.ofEntries(
          Map.entry("386", "i386"),
          Map.entry("amd64", "x86_64"),
          Map.entry("arm", "arm"),
          Map.entry("arm64", "aarch64"),
          Map.entry("loong64", "loongarch64"),
          Map.entry("mips", "mips"),
          Map.entry("mipsle", "mipsel"),
          Map.entry("mips64", "mips64"),
          Map.entry("mips64le", "mips64el"),
          Map.entry("ppc64", "ppc64"),
          Map.entry("ppc64le", "ppc64le"),
          Map.entry("riscv64", "riscv64"),
          Map.entry("s390x", "s390x"));

  private TestRunner() {}

  /** Returns the arguments that make {@code go test} run programs of a target, if it can. */
  static Optional<List<String>> exec(Target target) {
    if (target.equals(Host.target())) {
      return Optional.of(List.of());
    }
    return emulator(target).map(program -> List.of("-exec", program.toString()));
  }

  /** Returns the user-mode emulator for a target, if it is installed where packages put it. */
  static Optional<Path> emulator(Target target) {
    String name = QEMU.get(target.goarch());
    if (name == null || !target.goos().equals("linux") || !Host.goos().equals("linux")) {
      return Optional.empty();
    }
    for (String program : List.of("qemu-" + name + "-static", "qemu-" + name)) {
      Path path = Path.of("/usr/bin").resolve(program);
      if (Files.isExecutable(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }
}
