package dev.untether.golang.linkname;

import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.GoFile;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.LinknameDirective;
import dev.untether.golang.ValueDeclaration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A well-formed linkname directive and what it refers to.
 *
 * @param file the file with the directive
 * @param directive the directive
 * @param declaration the function or variable of the package that has the directive's first
 *     argument as its name, wherever it is declared
 * @param declaredIn the file of the declaration
 * @param target the symbol of the two-argument form
 * @param accepted whether the compiler takes the directive; the findings of the package say why not
 * @param warnings ids of the rules that it breaks, among them {@code missing-unsafe-import}
 */
public record Linkname(
    GoFile file,
    LinknameDirective directive,
    Optional<Declaration> declaration,
    Optional<GoFile> declaredIn,
    Optional<LinkTarget> target,
    boolean accepted,
    List<String> warnings) {

  /** Copies the list. */
  public Linkname {
    warnings = List.copyOf(warnings);
  }

  /** The number of arguments, and what the second one is. */
  public enum Form {
    /** {@code local} alone: marks its own symbol as one that others may use, or others fill. */
    ONE_ARG,
    /** {@code local path.name}. */
    TWO_ARG,
    /** {@code local name}, a symbol of no Go package. */
    TWO_ARG_EXTERN;

    /** Returns the word that listings print. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Who gives the code or the value, in the words of golinkname. */
  public enum Direction {
    /** Somebody else: the declaration is a hole that the linker fills. */
    PULL,
    /** This package, which has the body or initial value. */
    PUSH;

    /** Returns the word that listings print. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the first argument. */
  public String localName() {
    return directive.local().orElseThrow().text();
  }

  /** Returns the form. */
  public Form form() {
    return target
        .map(symbol -> symbol.isExtern() ? Form.TWO_ARG_EXTERN : Form.TWO_ARG)
        .orElse(Form.ONE_ARG);
  }

  /**
   * Returns the direction as golinkname gives it: always a pull for a symbol of no package; else a
   * push if the declaration has a body or an initial value. See {@link #hasDefinition()}.
   */
  public Direction direction() {
    return form() != Form.TWO_ARG_EXTERN && hasDefinition() ? Direction.PUSH : Direction.PULL;
  }

  /**
   * Returns whether this package gives the body or the initial value. A variable without one is
   * still the definition where nobody else has any: the linker takes the largest.
   */
  public boolean hasDefinition() {
    if (declaration.isEmpty()) {
      return false;
    }
    Declaration declared = declaration.get();
    return declared instanceof FunctionDeclaration function && function.hasBody()
        || declared instanceof ValueDeclaration value && value.hasValue();
  }

  /** Returns whether it is on a variable; else it is on a function or nothing. */
  public boolean isVariable() {
    return declaration.filter(ValueDeclaration.class::isInstance).isPresent();
  }

  /**
   * Returns the symbol that the declaration gets: the second argument, or the one that it would
   * have anyway.
   *
   * @param packagePath the import path of this package, {@code main} for a main package
   */
  public String symbol(String packagePath) {
    return target.map(LinkTarget::raw).orElse(LinkTarget.symbolOf(packagePath, localName()));
  }
}
