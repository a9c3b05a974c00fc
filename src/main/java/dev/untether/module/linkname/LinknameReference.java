package dev.untether.module.linkname;

import dev.untether.golang.Declaration;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.linkname.Linkname;
import dev.untether.module.SourceFile;
import dev.untether.module.target.Target;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A linkname directive, placed in its package and on its targets.
 *
 * @param file the file with the directive
 * @param packagePath the import path of its package; that of an external test ends in {@code _test}
 * @param packageName the name in the package clause
 * @param position the comment
 * @param std whether the word is {@code go:linknamestd}
 * @param form the number of arguments
 * @param direction who gives the code or the value
 * @param localName the first argument
 * @param kind what the package declares under that name
 * @param target the second argument
 * @param declaration what the package declares under the first argument, if anything
 * @param importsUnsafe whether the file imports unsafe
 * @param targets the targets on which some build takes the file; shared and not copied, must not
 *     change
 * @param generated whether the file says that a generator wrote it
 * @param remarks what the compiler says about it, in its words; errors are what it refuses
 * @param resolved where the target is declared; empty before it is looked for, and if not found
 */
public record LinknameReference(
    SourceFile file,
    String packagePath,
    String packageName,
    Position position,
    boolean std,
    Linkname.Form form,
    Linkname.Direction direction,
    String localName,
    Kind kind,
    Optional<LinkTarget> target,
    Optional<Declaration> declaration,
    boolean importsUnsafe,
    SortedSet<Target> targets,
    boolean generated,
    List<Finding> remarks,
    List<DeclarationPlace> resolved) {

  /** The order of listings: by file and place. */
  static final Comparator<LinknameReference> ORDER =
      Comparator.comparing((LinknameReference r) -> r.file().relative())
          .thenComparing(LinknameReference::position);

  /** Copies the lists. */
  public LinknameReference {
    remarks = List.copyOf(remarks);
    resolved = List.copyOf(resolved);
  }

  /** What a directive's first argument names. */
  public enum Kind {
    FUNC,
    VAR,
    /** Nothing that a linkname can refer to. */
    NONE;

    /** Returns the word that listings print. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns what the compiler says about it, in its words. */
  public List<String> warnings() {
    return remarks.stream().map(Finding::message).distinct().toList();
  }

  /** Returns whether it ties the package to a symbol that is not its own. */
  public boolean isForeign() {
    if (target.isEmpty()) {
      return false;
    }
    String named = target.get().packagePath();
    boolean ownProgram = packageName.equals("main") && named.equals("main");
    return !named.equals(packagePath) && !ownProgram;
  }

  /** Returns the symbol that the declaration would have without the directive. */
  public String ownSymbol() {
    return LinkTarget.symbolOf(packagePath, localName);
  }

  /** Returns the symbol that the directive is about: its target, or its own one. */
  public String symbol() {
    return target.map(LinkTarget::raw).orElseGet(this::ownSymbol);
  }

  LinknameReference withResolved(List<DeclarationPlace> places) {
    return new LinknameReference(
        file,
        packagePath,
        packageName,
        position,
        std,
        form,
        direction,
        localName,
        kind,
        target,
        declaration,
        importsUnsafe,
        targets,
        generated,
        remarks,
        places);
  }
}
