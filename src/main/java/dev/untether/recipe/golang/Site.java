package dev.untether.recipe.golang;

import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.LinknameDirective;
import dev.untether.golang.ValueDeclaration;
import dev.untether.recipe.golang.draft.PackageFile;
import dev.untether.text.Position;
import java.util.List;
import java.util.Optional;

/**
 * A well-formed linkname directive, with the declarations that it may speak of in some build.
 *
 * @param file the file with the directive
 * @param directive the directive
 * @param target the symbol; empty for a directive with one argument
 * @param declarations those of its own file, else those of other files of the same package
 */
public record Site(
    PackageFile file,
    LinknameDirective directive,
    Optional<LinkTarget> target,
    List<Declared> declarations) {

  /** Copies the list. */
  public Site {
    declarations = List.copyOf(declarations);
  }

  /** A function or variable, and the file that declares it. */
  public record Declared(PackageFile file, Declaration declaration) {

    boolean hasDefinition() {
      return declaration instanceof FunctionDeclaration function && function.hasBody()
          || declaration instanceof ValueDeclaration value && value.hasValue();
    }
  }

  public String local() {
    return directive.local().map(LinknameDirective.Argument::text).orElse("");
  }

  public String symbol() {
    return target.map(LinkTarget::raw).orElse("");
  }

  public Position position() {
    return directive.position();
  }

  /** Returns whether this package has the code or the value, in every build. */
  public boolean isPush() {
    return !declarations.isEmpty() && declarations.stream().allMatch(Declared::hasDefinition);
  }

  public boolean isVariable() {
    return declarations.stream().anyMatch(one -> one.declaration() instanceof ValueDeclaration);
  }
}
