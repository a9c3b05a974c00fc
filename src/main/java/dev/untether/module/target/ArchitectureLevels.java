package dev.untether.module.target;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The values of GOAMD64, GOARM and their kin, as sets of build tags: which of them can hold
 * together. From Go's internal/buildcfg.
 */
final class ArchitectureLevels {
  private ArchitectureLevels() {}

  /** Returns whether {@code tag} has the form {@code goarch.level} of some architecture. */
  static boolean isTag(String tag) {
    int dot = tag.indexOf('.');
    return dot > 0 && Platforms.isArchitecture(tag.substring(0, dot));
  }

  /**
   * Returns every set of level tags that a build for {@code target} by Go 1.{@code minor} can have;
   * at least one set, which may be empty.
   */
  static List<Set<String>> settings(Target target, int minor) {
    String arch = target.goarch();
    Set<String> byDefault = new LinkedHashSet<>(ToolTags.of(target, minor));
    byDefault.removeIf(tag -> !isTag(tag));
    if (arch.equals("wasm")) {
      return wasm(byDefault);
    }
    if (byDefault.isEmpty()) {
      // The release has no such tags yet: arm64 and riscv64 have them since Go 1.23.
      return List.of(Set.of());
    }
    return switch (arch) {
      case "amd64" -> growing(arch, List.of("v1", "v2", "v3", "v4"));
      case "arm" -> growing(arch, List.of("5", "6", "7"));
      case "arm64" -> arm64();
      case "ppc64", "ppc64le" -> growing(arch, List.of("power8", "power9", "power10"));
      case "riscv64" -> growing(arch, List.of("rva20u64", "rva22u64", "rva23u64"));
      case "386" -> either(arch, "sse2", "softfloat");
      case "mips", "mipsle", "mips64", "mips64le" -> either(arch, "hardfloat", "softfloat");
      default -> List.of(Set.copyOf(byDefault));
    };
  }

  /** Levels of which each includes those before it. */
  private static List<Set<String>> growing(String arch, List<String> levels) {
    List<Set<String>> settings = new ArrayList<>();
    for (int count = 1; count <= levels.size(); count++) {
      Set<String> tags = new LinkedHashSet<>();
      for (String level : levels.subList(0, count)) {
        tags.add(arch + "." + level);
      }
      settings.add(tags);
    }
    return settings;
  }

  private static List<Set<String>> either(String arch, String one, String other) {
    return List.of(Set.of(arch + "." + one), Set.of(arch + "." + other));
  }

  /** v8.0 to v8.9 and v9.0 to v9.5; v9.N includes v8.(N+5). */
  private static List<Set<String>> arm64() {
    List<Set<String>> settings = new ArrayList<>();
    for (int minor = 0; minor <= 9; minor++) {
      Set<String> tags = new LinkedHashSet<>();
      addArm64(tags, 8, minor);
      settings.add(tags);
    }
    for (int minor = 0; minor <= 5; minor++) {
      Set<String> tags = new LinkedHashSet<>();
      addArm64(tags, 9, minor);
      addArm64(tags, 8, Math.min(minor + 5, 9));
      settings.add(tags);
    }
    return settings;
  }

  private static void addArm64(Set<String> tags, int major, int upTo) {
    for (int minor = 0; minor <= upTo; minor++) {
      tags.add("arm64.v" + major + "." + minor);
    }
  }

  private static List<Set<String>> wasm(Set<String> byDefault) {
    Set<String> both = Set.of("wasm.satconv", "wasm.signext");
    if (byDefault.containsAll(both)) {
      // GOWASM can no longer turn them off.
      return List.of(both);
    }
    return List.of(Set.of(), Set.of("wasm.satconv"), Set.of("wasm.signext"), both);
  }
}
