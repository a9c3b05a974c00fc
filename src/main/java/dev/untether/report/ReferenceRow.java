package dev.untether.report;

import dev.untether.module.AssemblyReference;
import dev.untether.module.SourceFile;
import dev.untether.module.linkname.DeclarationPlace;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.text.Position;
import java.util.Comparator;
import java.util.List;
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

  /** Returns rows for both kinds in the order of listings. */
  static List<ReferenceRow> merged(
      List<AssemblyReference> assembly, List<LinknameReference> directives) {
    Stream<ReferenceRow> first = assembly.stream().map(it -> new Assembly(it, List.of()));
    Stream<ReferenceRow> second = directives.stream().map(Directive::new);
    return Stream.concat(first, second).sorted(ORDER).toList();
  }
}
