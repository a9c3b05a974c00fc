package dev.untether.module.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A value of GOARM, GOAMD64 and their kin: what an architecture may take for granted. It decides by
 * build tags which files belong to a package, and by names for {@code #ifdef} what assembly says.
 * From Go's internal/buildcfg and cmd/go/internal/work; {@code ArchitectureLevelTest} asks the real
 * toolchain.
 *
 * @param variable the environment variable, such as {@code GOARM}
 * @param value its value, such as {@code 5}
 * @param tags the build tags that it sets, of all that have the form {@code goarch.level}
 * @param defines the names that the assembler is given
 */
public record ArchitectureLevel(
    String variable, String value, Set<String> tags, Set<String> defines) {
  /** The first release whose go command tells the assembler of GOARM. */
  private static final int ARM_DEFINES = 22;

  /** The first release that knows GORISCV64=rva23u64. */
  private static final int RVA23 = 25;

  /** Copies the sets. */
  public ArchitectureLevel {
    tags = Set.copyOf(tags);
    defines = Set.copyOf(defines);
  }

  /** Returns the levels that Go 1.{@code release} knows for a target, the lowest first. */
  public static List<ArchitectureLevel> of(Target target, int release) {
    List<ArchitectureLevel> levels = new ArrayList<>();
    for (Set<String> tags : ArchitectureLevels.settings(target, release)) {
      if (!tags.isEmpty() && (release >= RVA23 || !tags.contains("riscv64.rva23u64"))) {
        level(target.goarch(), tags, release).ifPresent(levels::add);
      }
    }
    return levels;
  }

  /** Returns the level that Go 1.{@code release} assumes when nobody names one. */
  public static Optional<ArchitectureLevel> byDefault(Target target, int release) {
    Set<String> tags = new HashSet<>(ToolTags.of(target, release));
    tags.removeIf(tag -> !ArchitectureLevels.isTag(tag));
    return of(target, release).stream().filter(level -> level.tags().equals(tags)).findFirst();
  }

  /** Returns the prefix of all names that the assembler is given for an architecture's levels. */
  public static Optional<String> definePrefix(Target target) {
    return variable(target.goarch()).map(name -> name + "_");
  }

  private static Optional<ArchitectureLevel> level(String arch, Set<String> tags, int release) {
    Optional<String> variable = variable(arch);
    List<String> values = new ArrayList<>();
    tags.forEach(tag -> values.add(tag.substring(arch.length() + 1)));
    return variable.map(name -> named(name, arch, tags, values, release));
  }

  private static ArchitectureLevel named(
      String variable, String arch, Set<String> tags, List<String> values, int release) {
    // Each level sets the tags of those that it includes, also arm64's: v9.1 sets v8.6's.
    String value =
        values.stream().max(Comparator.comparingInt(ArchitectureLevel::rank)).orElseThrow();
    Set<String> defines = new HashSet<>();
    switch (arch) {
      case "arm" -> {
        if (release >= ARM_DEFINES) {
          values.forEach(each -> defines.add(variable + "_" + each));
        }
      }
      case "ppc64", "ppc64le" -> values.forEach(each -> defines.add(variable + "_" + each));
      case "arm64" -> {
        if (!value.equals("v8.0")) {
          defines.add(variable + "_LSE");
        }
      }
      default -> defines.add(variable + "_" + value);
    }
    return new ArchitectureLevel(variable, value, tags, defines);
  }

  /** Orders the values of one architecture by all digits in them. */
  private static int rank(String value) {
    String digits = value.replaceAll("u64$|\\D", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static Optional<String> variable(String arch) {
    return switch (arch) {
      case "386", "amd64", "arm", "arm64", "mips", "mips64", "ppc64", "riscv64" ->
          Optional.of("GO" + arch.toUpperCase(Locale.ROOT));
      case "mipsle", "mips64le", "ppc64le" -> variable(arch.substring(0, arch.length() - 2));
      default -> Optional.empty();
    };
  }
}
