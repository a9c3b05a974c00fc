package dev.untether.module.target;

import java.util.Optional;
import java.util.Set;

/**
 * One way to build: the settings that decide which files belong to a package. The compiler is
 * always gc, whose linker this program is about.
 *
 * @param target the operating system and architecture
 * @param cgo whether cgo is enabled
 * @param tags the tags given with {@code -tags}; also {@code race}, and architecture levels and
 *     experiments beyond the defaults ({@code amd64.v3}, {@code goexperiment.arenas})
 * @param release the N of the Go release, Go 1.N
 * @param level the architecture level; empty for the one that the release assumes
 */
public record BuildContext(
    Target target, boolean cgo, Set<String> tags, int release, Optional<ArchitectureLevel> level) {

  public BuildContext {
    tags = Set.copyOf(tags);
  }

  /** A context of the architecture level that the release assumes. */
  public BuildContext(Target target, boolean cgo, Set<String> tags, int release) {
    this(target, cgo, tags, release, Optional.empty());
  }

  /** A context of the newest release known. */
  public BuildContext(Target target, boolean cgo, Set<String> tags) {
    this(target, cgo, tags, Targets.known().releases().last());
  }

  /** Returns whether {@code tag} holds, by the rules of go/build's Context. */
  public boolean isSet(String tag) {
    if (Platforms.sets(target, tag)) {
      return true;
    }
    if (tag.equals("cgo") && cgo) {
      return true;
    }
    if (tag.equals("gc") || ReleaseTag.isSet(tag, release)) {
      return true;
    }
    if (level.isPresent() && ArchitectureLevels.isTag(tag)) {
      return level.get().tags().contains(tag);
    }
    String name = tag.equals("boringcrypto") ? "goexperiment.boringcrypto" : tag;
    return tags.contains(name) || ToolTags.of(target, release).contains(name);
  }
}
