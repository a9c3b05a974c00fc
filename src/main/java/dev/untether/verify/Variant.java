package dev.untether.verify;

import dev.untether.module.target.ArchitectureLevel;
import dev.untether.module.target.BuildContext;
import dev.untether.module.target.Target;
import java.util.Optional;
import java.util.Set;

/**
 * A setting beside release and target that decides which files are built and what they say.
 *
 * @param variable the environment variable; empty for none
 * @param value its value
 */
public record Variant(String variable, String value) implements Comparable<Variant> {
  /** Every such setting as the go command has it by itself, and no cgo. */
  public static final Variant NONE = new Variant("", "");

  /** With cgo, which hands C code to a C compiler and links with the system's linker. */
  public static final Variant CGO = new Variant("CGO_ENABLED", "1");

  /** Returns the variant that has an architecture level. */
  static Variant of(ArchitectureLevel level) {
    return new Variant(level.variable(), level.value());
  }

  /** Returns whether cgo is on. */
  public boolean isCgo() {
    return equals(CGO);
  }

  BuildContext context(Target target, int release) {
    Optional<ArchitectureLevel> level =
        ArchitectureLevel.of(target, release).stream().filter(it -> of(it).equals(this)).findAny();
    return new BuildContext(target, isCgo(), Set.of(), release, level);
  }

  /** Orders those without a variable first. */
  @Override
  public int compareTo(Variant other) {
    int order = variable.compareTo(other.variable);
    return order != 0 ? order : value.compareTo(other.value);
  }

  /** Returns it as one would type it before a command; empty for {@link #NONE}. */
  @Override
  public String toString() {
    return variable.isEmpty() ? "" : variable + "=" + value;
  }
}
