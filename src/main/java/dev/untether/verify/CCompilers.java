package dev.untether.verify;

import dev.untether.module.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The C compilers of this machine, where packages of Linux systems put them. */
public final class CCompilers {
  private static final List<String> PLACES = List.of("/usr/bin", "/usr/local/bin");

  /** What Debian and Fedora call the cross compilers for Linux, by GOARCH. */
  private static final Map<String, List<String>> CROSS =
      Map.ofEntries(
          Map.entry("386", List.of("i686-linux-gnu-gcc")),
          Map.entry("amd64", List.of("x86_64-linux-gnu-gcc")),
          Map.entry("arm", List.of("arm-linux-gnueabihf-gcc", "arm-linux-gnu-gcc")),
          Map.entry("arm64", List.of("aarch64-linux-gnu-gcc")),
          Map.entry("loong64", List.of("loongarch64-linux-gnu-gcc")),
          Map.entry("mips", List.of("mips-linux-gnu-gcc")),
          Map.entry("mipsle", List.of("mipsel-linux-gnu-gcc")),
          Map.entry("mips64", List.of("mips64-linux-gnuabi64-gcc")),
          Map.entry("mips64le", List.of("mips64el-linux-gnuabi64-gcc")),
          Map.entry("ppc64", List.of("powerpc64-linux-gnu-gcc")),
          Map.entry("ppc64le", List.of("powerpc64le-linux-gnu-gcc")),
          Map.entry("riscv64", List.of("riscv64-linux-gnu-gcc")),
          Map.entry("s390x", List.of("s390x-linux-gnu-gcc")));

  private CCompilers() {}

  /** Returns the compiler that makes programs of a target, if it is installed. */
  public static Optional<Path> of(Target target) {
    if (target.equals(Host.target())) {
      return installed(List.of("gcc", "clang", "cc"));
    }
    return target.goos().equals("linux")
        ? installed(CROSS.getOrDefault(target.goarch(), List.of()))
        : Optional.empty();
  }

  private static Optional<Path> installed(List<String> names) {
    for (String name : names) {
      for (String place : PLACES) {
        Path program = Path.of(place, name);
        if (Files.isExecutable(program)) {
          return Optional.of(program);
        }
      }
    }
    return Optional.empty();
  }
}
