package dev.untether.recipe;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The attributes that templates of recipes over Go files are given. */
public final class TemplateNames {
  private static final Pattern NUMBERED = Pattern.compile("(arg|type|result)[0-9]{1,2}");

  private TemplateNames() {}

  /** Returns the attribute that holds the value of an option. */
  public static String ofOption(String option) {
    return option.replace('-', '_');
  }

  /**
   * Returns whether this is a parameter's name ({@code arg0}), its type ({@code type0}) or the type
   * of a result ({@code result0}).
   */
  public static boolean isNumbered(String attribute) {
    return NUMBERED.matcher(attribute).matches();
  }

  /** Returns what templates of one symbol may ask for, besides options and what is numbered. */
  public static Set<String> ofTarget(LinknameMatch.Target target) {
    Set<String> names = new TreeSet<>(ofDirective());
    names.addAll(target.imports().keySet());
    names.addAll(target.names().keySet());
    names.addAll(target.locals().keySet());
    names.addAll(target.attributes().keySet());
    names.addAll(ofFunction());
    return names;
  }

  /** Returns what the template for exported functions may ask for. */
  public static Set<String> ofExported() {
    Set<String> names = new TreeSet<>(ofDirective());
    names.addAll(ofFunction());
    names.add(LinknameMatch.EXPORTING);
    return names;
  }

  private static Set<String> ofFunction() {
    return Set.of("arguments", "return");
  }

  /** Returns what templates of a whole match may ask for. */
  public static Set<String> ofMatch(Match match) {
    List<LinknameMatch.Target> targets;
    if (match instanceof LinknameMatch linkname) {
      targets = linkname.targets();
    } else if (match instanceof Match.References references) {
      targets = references.targets();
    } else {
      return Set.of("module", "go");
    }
    Set<String> names = new TreeSet<>(ofDirective());
    // Those that every symbol has.
    targets.stream()
        .map(target -> target.attributes().keySet())
        .reduce((a, b) -> intersection(a, b))
        .ifPresent(names::addAll);
    return names;
  }

  private static Set<String> ofDirective() {
    return Set.of(
        "name",
        "symbol",
        "symbol_package",
        "symbol_name",
        "package",
        "file",
        "stem",
        "module",
        "go");
  }

  private static Set<String> intersection(Set<String> a, Set<String> b) {
    Set<String> both = new TreeSet<>(a);
    both.retainAll(b);
    return both;
  }
}
