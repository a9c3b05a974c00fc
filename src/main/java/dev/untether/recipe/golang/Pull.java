package dev.untether.recipe.golang;

import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.Signature;
import dev.untether.golang.ValueDeclaration;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.golang.Site.Declared;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A function or variable that the linker fills with something of another package.
 *
 * @param file the file that declares it, or has the directive if nothing does
 * @param line the line of the directive, counted from 1
 * @param name the local name
 * @param symbol what the linker fills it with
 * @param path the import path of the package that has the symbol
 * @param variable whether it is a variable
 * @param type the type that it is declared with, empty if that cannot be told
 */
public record Pull(
    PackageFile file,
    int line,
    String name,
    String symbol,
    String path,
    boolean variable,
    String type) {

  private static final LinknameMatch ANY_PULL =
      new LinknameMatch(
          LinknameMatch.Direction.PULL,
          LinknameMatch.Kind.ANY,
          LinknameMatch.Tests.INCLUDE,
          LinknameMatch.Directives.WORKING,
          LinknameMatch.Scope.ALL,
          List.of(),
          Optional.empty());

  /** Returns the pulls of a package in all builds, by file and place. */
  public static List<Pull> of(GoPackage goPackage) {
    List<Pull> pulls = new ArrayList<>();
    new SiteFinder(goPackage, ANY_PULL).matching().forEach(site -> pulls.addAll(of(site)));
    return pulls;
  }

  /** Returns one for each declaration that a directive may speak of. */
  static List<Pull> of(Site site) {
    if (site.declarations().isEmpty()) {
      return List.of(of(site, site.file(), ""));
    }
    List<Pull> pulls = new ArrayList<>();
    for (Declared declared : site.declarations()) {
      if (!declared.hasDefinition()) {
        pulls.add(of(site, declared.file(), type(declared)));
      }
    }
    return pulls;
  }

  private static Pull of(Site site, PackageFile file, String type) {
    return new Pull(
        file,
        site.position().line(),
        site.local(),
        site.symbol(),
        site.target().map(LinkTarget::packagePath).orElse(""),
        site.isVariable(),
        type);
  }

  private static String type(Declared declared) {
    if (declared.declaration() instanceof FunctionDeclaration function) {
      return Signature.of(declared.file().text(), function).map(Signature::type).orElse("");
    }
    return declared.declaration() instanceof ValueDeclaration value ? value.type() : "";
  }

  /** Returns whether the symbol is one of the standard library. */
  public boolean isOfStandardLibrary() {
    return !path.isEmpty() && ImportEdits.isStandard(path);
  }

  /** Returns what templates see of it. */
  Map<String, Object> attributes() {
    return new TreeMap<>(
        Map.of(
            "name", name,
            "title", capitalised(name),
            "symbol", symbol,
            "variable", variable,
            "type", type,
            "key", symbol + " " + type));
  }

  /** Returns a name as other packages can use it. */
  static String capitalised(String name) {
    int start = 0;
    while (start < name.length() - 1 && name.charAt(start) == '_') {
      start++;
    }
    int first = name.codePointAt(start);
    return Character.toString(Character.toTitleCase(first))
        + name.substring(start + Character.charCount(first));
  }

  /** Returns pulls that fill the same name of the same file once. */
  static List<Pull> distinct(List<Pull> pulls) {
    Set<List<String>> seen = new HashSet<>();
    return pulls.stream()
        .filter(pull -> seen.add(List.of(pull.file().path(), pull.name())))
        .toList();
  }
}
