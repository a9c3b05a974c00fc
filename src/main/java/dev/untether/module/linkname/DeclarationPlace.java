package dev.untether.module.linkname;

import dev.untether.text.Position;
import java.util.Comparator;

/**
 * Where a symbol is declared, or given away by a push.
 *
 * @param file the path below the tree's root, with slashes; absolute for files outside the tree
 * @param position the name in the declaration, or the directive that pushes
 * @param inModule whether the file belongs to the module of the reference
 */
public record DeclarationPlace(String file, Position position, boolean inModule)
    implements Comparable<DeclarationPlace> {
  private static final Comparator<DeclarationPlace> ORDER =
      Comparator.comparing(DeclarationPlace::file).thenComparing(DeclarationPlace::position);

  /** Orders by file and place. */
  @Override
  public int compareTo(DeclarationPlace other) {
    return ORDER.compare(this, other);
  }
}
