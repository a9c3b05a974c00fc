package dev.untether.recipe.assembly;

import dev.untether.asm.AsmFile;
import dev.untether.asm.Conditionals;
import dev.untether.asm.Headers;
import java.util.List;

/**
 * A file that recipes may look at.
 *
 * @param file the parsed file
 * @param headers where its includes are found
 * @param conditionals the conditionals of both
 * @param builds every way in which it is assembled
 */
public record AssemblySource(
    AsmFile file, Headers headers, Conditionals conditionals, List<Build> builds) {

  /** Copies the list. */
  public AssemblySource {
    builds = List.copyOf(builds);
  }
}
