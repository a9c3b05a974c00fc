package dev.untether.report;

import dev.untether.asm.Use;
import dev.untether.module.AssemblyReference;
import dev.untether.module.SourceFile;
import dev.untether.module.linkname.AssemblyPairing;
import dev.untether.module.linkname.DeclarationPlace;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.text.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One row of a listing: a reference of assembly or a linkname directive. */
public sealed interface ReferenceRow {
  /** The order of listings: by file and place. */
  Comparator<ReferenceRow> ORDER =
      Comparator.comparing(ReferenceRow::file).thenComparing(ReferenceRow::position);

  /** Returns the file's path below the one that was looked at. */
  default String file() {
    return source().relative();
  }

  /** Returns the file itself. */
  SourceFile source();

  /** Returns the place in the file. */
  Position position();

  /** Returns the linker's name of the symbol referred to. */
  String symbol();

  /**
   * A reference of assembly.
   *
   * @param reference the reference
   * @param resolved where the symbol is declared in Go, as far as known
   */
  record Assembly(AssemblyReference reference, List<DeclarationPlace> resolved)
      implements ReferenceRow {
    /** Copies the list. */
    public Assembly {
      resolved = List.copyOf(resolved);
    }

    @Override
    public SourceFile source() {
      return reference.file();
    }

    @Override
    public Position position() {
      return reference.reference().position();
    }

    @Override
    public String symbol() {
      return reference.symbol();
    }
  }

  /**
   * A linkname.
   *
   * @param reference the reference
   */
  record Directive(LinknameReference reference) implements ReferenceRow {
    @Override
    public SourceFile source() {
      return reference.file();
    }

    @Override
    public Position position() {
      return reference.position();
    }

    @Override
    public String symbol() {
      return reference.symbol();
    }
  }

  /**
   * Returns rows for both kinds in the order of listings.
   *
   * @param pairs the declarations of what assembly defines, as far as known
   */
  static List<ReferenceRow> merged(
      List<AssemblyReference> assembly,
      List<LinknameReference> directives,
      List<AssemblyPairing.Pair> pairs) {
    Map<Defined, List<DeclarationPlace>> declared = new HashMap<>();
    for (AssemblyPairing.Pair pair : pairs) {
      DeclarationPlace place =
          new DeclarationPlace(pair.file().relative(), pair.position(), /* inModule= */ true);
      for (AssemblyPairing.Text text : pair.texts()) {
        Defined key = new Defined(text.file(), text.position());
        declared.computeIfAbsent(key, k -> new ArrayList<>()).add(place);
      }
    }
    Stream<ReferenceRow> first =
        assembly.stream()
            .map(
                it ->
                    it.reference().use() == Use.DEFINE
                        ? new Assembly(it, declared.getOrDefault(Defined.by(it), List.of()))
                        : new Assembly(it, List.of()));
    Stream<ReferenceRow> second = directives.stream().map(Directive::new);
    return Stream.concat(first, second).sorted(ORDER).toList();
  }

  /** The place of a TEXT. */
  record Defined(SourceFile file, Position position) {
    private static Defined by(AssemblyReference reference) {
      return new Defined(reference.file(), reference.reference().position());
    }
  }
}
