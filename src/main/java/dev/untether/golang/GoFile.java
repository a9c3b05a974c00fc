package dev.untether.golang;

import dev.untether.syntax.TokenBuffer;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What one Go file says at its top level. Holds no part of the file's text, so that the facts of
 * many files fit into memory.
 *
 * @param path the name under which the file is reported
 * @param packageClause the package clause; empty if there is none that can be understood
 * @param imports the imports in the order of the file
 * @param declarations functions, methods, variables, constants and types in the order of the file
 * @param directives the linkname directives in the order of the file, right and wrong ones
 * @param problems what could not be understood, in the order of the file; the rest holds all the
 *     same
 */
public record GoFile(
    String path,
    Optional<PackageClause> packageClause,
    List<Import> imports,
    List<Declaration> declarations,
    List<LinknameDirective> directives,
    List<Finding> problems) {

  /** The rule of {@link #problems}. */
  public static final String RULE = "go-syntax";

  /** Copies the lists. */
  public GoFile {
    imports = List.copyOf(imports);
    declarations = List.copyOf(declarations);
    directives = List.copyOf(directives);
    problems = List.copyOf(problems);
  }

  /** Returns what {@code source} says. Never throws, whatever the bytes are. */
  public static GoFile parse(String path, SourceText source) {
    TokenBuffer tokens = GoLexer.tokens(source);
    return new GoFileParser(path, source, tokens).parse();
  }

  /**
   * Returns whether the file imports package unsafe, in whatever form. For a cgo file the answer is
   * always yes: cgo puts that import where {@code import "C"} stood.
   */
  public boolean importsUnsafe() {
    return imports.stream().anyMatch(one -> one.isUnsafe() || one.isC());
  }

  /** Returns whether the file is one for cgo. */
  public boolean importsC() {
    return imports.stream().anyMatch(Import::isC);
  }
}
