package dev.untether.recipe.golang;

import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.Signature;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Recipe;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Writes the function that takes the place of one without a body, in the user's own words. */
final class FunctionWriter {
  // Both speak of code that is elsewhere: the compiler refuses the first on a function with a
  // body, and what the second was for, a stack check, the new code cannot promise.
  // https://github.com/golang/go/blob/go1.27.4/src/cmd/compile/internal/noder/noder.go
  private static final Pattern PRAGMA = Pattern.compile("//go:(noescape|nosplit)\\s*");

  private final CodeAttributes attributes;
  private final GoPackage goPackage;
  private final Replacement one;

  /** Prepares to write what takes the place of {@code one}, of which templates are told this. */
  FunctionWriter(CodeAttributes attributes, GoPackage goPackage, Replacement one) {
    this.attributes = attributes;
    this.goPackage = goPackage;
    this.one = one;
  }

  /** Prepares to write what takes the place of {@code one}, which a directive fills. */
  FunctionWriter(Recipe recipe, LinknameMatch match, GoPackage goPackage, Replacement one) {
    this(CodeAttributes.of(recipe, match, one.sites().get(0), goPackage), goPackage, one);
  }

  /**
   * The parts of the new code, with LF line endings.
   *
   * @param declarations what stands before it; empty or with a blank line at the end
   * @param signature from {@code func} to before the brace
   * @param body the braces and what is between
   */
  record Parts(String declarations, String signature, String body) {}

  /**
   * Returns the new code.
   *
   * @param packageName gives the name of a package in the file that the code is written to
   */
  Parts write(UnaryOperator<String> packageName) throws Refusal {
    LinknameMatch.Target target = one.target();
    attributes.add(target.imports(), packageName);
    Set<String> taken = goPackage.declaredNames();
    attributes.add(target.names(), wanted -> ImportNames.free(taken, wanted, wanted));
    List<String> arguments = arguments();
    attributes.addSignature(one.function(), one.signature(), arguments);
    String body = attributes.render(target.template().orElseThrow());
    String declarations = "";
    if (target.declarations().isPresent()) {
      declarations = attributes.render(target.declarations().get()) + "\n\n";
    }
    return new Parts(declarations, signature(arguments), " {\n" + indented(body) + "\n}");
  }

  private static String indented(String body) {
    StringBuilder code = new StringBuilder();
    for (String line : body.split("\n", -1)) {
      code.append(code.isEmpty() ? "" : "\n")
          .append(line.isBlank() ? "" : "\t" + line.stripTrailing());
    }
    return code.toString();
  }

  /** Returns the names of the parameters; those that have none get one that is free. */
  private List<String> arguments() {
    Set<String> taken = new TreeSet<>(goPackage.declaredNames());
    one.signature().parameters().forEach(parameter -> taken.add(parameter.name()));
    List<String> names = new ArrayList<>();
    for (Signature.Parameter parameter : one.signature().parameters()) {
      boolean isNamed = !parameter.name().isEmpty() && !parameter.name().equals("_");
      String name = isNamed ? parameter.name() : ImportNames.free(taken, "x", "x");
      taken.add(name);
      names.add(name);
    }
    return names;
  }

  /** Returns the declaration as it stands, with names for parameters that have none. */
  private String signature(List<String> arguments) {
    FunctionDeclaration function = one.function();
    SourceText text = one.file().text();
    StringBuilder code = new StringBuilder();
    int copied = function.span().start();
    List<Signature.Parameter> parameters = one.signature().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Signature.Parameter parameter = parameters.get(i);
      String name = arguments.get(i);
      if (!parameter.name().equals(name)) {
        Span place = parameter.place();
        code.append(text.slice(copied, place.start())).append(name);
        code.append(place.isEmpty() ? " " : "");
        copied = place.end();
      }
    }
    code.append(text.slice(copied, function.span().end()));
    return code.toString().replace("\r\n", "\n");
  }

  /** Returns whether a comment line means nothing, or is wrong, on a function with a body. */
  static boolean isPragmaOfBodyless(String line) {
    return PRAGMA.matcher(line.strip()).matches();
  }

  /**
   * Returns the comments above the declaration as they are to stand above the new code: without
   * directives, pragmas, and the blank comment line before them.
   */
  String comments() {
    String text = one.file().text().slice(one.start(), one.function().span().start());
    List<String> lines = new ArrayList<>();
    for (String line : text.replace("\r\n", "\n").split("\n", -1)) {
      boolean isDirective = line.strip().startsWith("//go:linkname ");
      if (!isDirective && !isPragmaOfBodyless(line)) {
        lines.add(line);
      }
    }
    while (lines.size() > 1 && lines.get(lines.size() - 2).strip().equals("//")) {
      lines.remove(lines.size() - 2);
    }
    return String.join("\n", lines);
  }
}
