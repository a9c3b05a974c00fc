package dev.untether.recipe.golang;

import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.GoText;
import dev.untether.golang.Signature;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.golang.draft.ImportNames;
import dev.untether.recipe.golang.draft.PackageDraft;
import dev.untether.recipe.golang.draft.Refusal;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Writes the function that takes the place of one without a body, in the user's own words. */
public final class FunctionWriter {
  // Both speak of code that is elsewhere: the compiler refuses the first on a function with a
  // body, and what the second was for, a stack check, the new code cannot promise.
  // https://github.com/golang/go/blob/go1.27.4/src/cmd/compile/internal/noder/noder.go
  private static final Pattern PRAGMA = Pattern.compile("//go:(noescape|nosplit)\\s*");

  private final CodeAttributes attributes;
  private final PackageDraft draft;
  private final Replacement one;

  /** Prepares to write what takes the place of {@code one}, of which templates are told this. */
  public FunctionWriter(CodeAttributes attributes, PackageDraft draft, Replacement one) {
    this.attributes = attributes;
    this.draft = draft;
    this.one = one;
  }

  /** Prepares to write what takes the place of {@code one}, which a directive fills. */
  public FunctionWriter(Recipe recipe, LinknameMatch match, PackageDraft draft, Replacement one) {
    this(CodeAttributes.of(recipe, match, one.sites().get(0), draft.goPackage()), draft, one);
  }

  /**
   * The parts of the new code, with LF line endings.
   *
   * @param declarations what stands before it; empty or with a blank line at the end
   * @param signature from {@code func} to before the brace
   * @param body the braces and what is between
   */
  public record Parts(String declarations, String signature, String body) {}

  /**
   * Returns the new code.
   *
   * @param destination the name of the file that the code is written to
   * @param packageName gives the name of a package in the file that the code is written to
   */
  public Parts write(String destination, UnaryOperator<String> packageName) throws Refusal {
    LinknameMatch.Target target = one.target();
    attributes.add(target.imports(), packageName);
    // Functions of one file share what they need beside themselves.
    Optional<Map<String, String>> shared = draft.declared(destination, target);
    Map<String, String> names = shared.orElseGet(this::newNames);
    attributes.add(names, name -> name);
    addLocals(attributes);
    List<String> arguments = arguments();
    attributes.addSignature(one, arguments);
    String body = attributes.render(target.template().orElseThrow());
    String declarations = "";
    if (target.declarations().isPresent() && shared.isEmpty()) {
      declarations = attributes.render(target.declarations().get()) + "\n\n";
    }
    Predeclared.requireUnchanged(declarations + body, draft.declaredNames(), arguments);
    if (!declarations.isEmpty()) {
      draft.declare(destination, target, names);
    }
    return new Parts(declarations, signature(arguments), " {\n" + indented(body) + "\n}");
  }

  /** Returns names that are free for what the templates declare. */
  private Map<String, String> newNames() {
    Set<String> taken = new HashSet<>(draft.newNames());
    taken.addAll(identifiers());
    Map<String, String> chosen = new TreeMap<>();
    one.target().names().forEach((key, wanted) -> chosen.put(key, free(taken, wanted)));
    return chosen;
  }

  /** Gives the template of the body names for its variables, which hide nothing. */
  private void addLocals(CodeAttributes attributes) {
    Set<String> taken = identifiers();
    attributes.add(one.target().locals(), wanted -> free(taken, wanted));
  }

  /** Returns {@code wanted}, with a number if the package declares it or {@code taken} has it. */
  private String free(Set<String> taken, String wanted) {
    Set<String> declared = draft.declaredNames();
    return ImportNames.free(
        name -> declared.contains(name) || taken.contains(name), wanted, wanted);
  }

  private Set<String> identifiers() {
    String signature = one.file().text().slice(one.function().span());
    return GoText.of(SourceText.of(signature)).identifiers();
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
    Set<String> taken = new HashSet<>();
    one.signature().parameters().forEach(parameter -> taken.add(parameter.name()));
    List<String> names = new ArrayList<>();
    for (Signature.Parameter parameter : one.signature().parameters()) {
      boolean isNamed = !parameter.name().isEmpty() && !parameter.name().equals("_");
      String name = isNamed ? parameter.name() : free(taken, "x");
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
  public static boolean isPragmaOfBodyless(String line) {
    return PRAGMA.matcher(line.strip()).matches();
  }

  /**
   * Returns the comments above the declaration as they are to stand above the new code: without
   * directives, pragmas, and the blank comment line before them.
   */
  public String comments() {
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
