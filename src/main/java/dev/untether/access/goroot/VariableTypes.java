package dev.untether.access.goroot;

import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.GoFile;
import dev.untether.golang.Import;
import dev.untether.golang.ValueDeclaration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The types of the library's variables, as far as names tell: enough to find those of zero size,
 * for which every variable of a user is the larger one and wins.
 */
final class VariableTypes {
  private static final int MAX_DEPTH = 8;
  private static final Pattern LITERAL =
      Pattern.compile("(&?)(struct *\\{ *\\}|[\\w.*\\[\\]]+)\\{.*", Pattern.DOTALL);
  private static final Pattern NAMED_RESULT = Pattern.compile("\\(\\w+ ([\\w.]+)\\)");
  private static final Pattern EMBEDDED = Pattern.compile("struct\\{([\\w.]+)\\}.*");
  private static final Pattern NAME = Pattern.compile("[\\w.]+");
  private static final Pattern CALL = Pattern.compile("([\\w.]+)\\(.*", Pattern.DOTALL);

  private final Map<String, Names> library;
  private final String ownPath;
  private final Collection<GoSource> ownSources;
  // Few builds have a variable whose type takes more than its declaration.
  private @Nullable Names own;

  private VariableTypes(
      Map<String, Names> library, String ownPath, Collection<GoSource> ownSources) {
    this.library = library;
    this.ownPath = ownPath;
    this.ownSources = ownSources;
  }

  /** Returns the types of all packages, each with all its files. */
  static VariableTypes of(Collection<LibraryPackage> packages) {
    Map<String, Names> library = new ConcurrentHashMap<>();
    packages.parallelStream().forEach(one -> library.put(one.path(), names(one.sources())));
    return new VariableTypes(library, "", List.of());
  }

  /** What a package declares, on whatever target. */
  private record Names(
      Map<String, String> types, Map<String, Variable> variables, Map<String, String> results) {}

  private record Variable(GoSource source, ValueDeclaration declaration) {}

  /** A type as a package writes it. */
  private record Type(String packagePath, GoFile file, String text) {}

  /**
   * Returns these types with one package as a build sees it, in which a name may have another
   * meaning than elsewhere.
   */
  VariableTypes inBuildOf(String path, Collection<GoSource> sources) {
    return new VariableTypes(library, path, sources);
  }

  private @Nullable Names names(String path) {
    if (!path.equals(ownPath) || path.isEmpty()) {
      return library.get(path);
    }
    if (own == null) {
      own = names(ownSources);
    }
    return own;
  }

  private static Names names(Collection<GoSource> sources) {
    Names names = new Names(new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (GoSource source : sources) {
      source.typeTexts().forEach(names.types()::putIfAbsent);
      for (Declaration declaration : source.file().declarations()) {
        if (declaration instanceof ValueDeclaration value && !value.constant()) {
          names.variables().putIfAbsent(value.name(), new Variable(source, value));
        } else if (declaration instanceof FunctionDeclaration function) {
          String owner = function.receiver().map(type -> type.type() + ".").orElse("");
          names.results().putIfAbsent(owner + function.name(), resultOf(function.signature()));
        }
      }
    }
    return names;
  }

  /** Returns the type of a single result, named or not; empty if there is none or several. */
  private static String resultOf(String signature) {
    int depth = 0;
    for (int i = 0; i < signature.length(); i++) {
      char c = signature.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        String result = signature.substring(i + 1).strip();
        Matcher named = NAMED_RESULT.matcher(result);
        return named.matches() ? named.group(1) : result;
      }
    }
    return "";
  }

  /** Returns the type of a variable as written or as its initial value shows; empty if neither. */
  String typeOf(String path, GoSource source, ValueDeclaration variable) {
    if (!variable.type().isEmpty()) {
      return variable.type();
    }
    String initial = source.initialValues().getOrDefault(variable.name(), "");
    if (initial.startsWith("errors.New(") || initial.startsWith("fmt.Errorf(")) {
      return "error";
    }
    if (initial.startsWith("\"") || initial.startsWith("`")) {
      return "string";
    }
    if (initial.equals("true") || initial.equals("false")) {
      return "bool";
    }
    return literal(initial).orElse("");
  }

  private static Optional<String> literal(String initial) {
    Matcher literal = LITERAL.matcher(initial);
    if (!literal.matches()) {
      return Optional.empty();
    }
    String type = literal.group(2).replace(" ", "");
    return Optional.of(literal.group(1).isEmpty() ? type : "*" + type);
  }

  /** Returns whether a variable certainly is of zero size. */
  boolean isZeroSized(String path, GoSource source, ValueDeclaration variable) {
    return typeOf(new Variable(source, variable), path, 0)
        .filter(type -> isZeroSized(type, 0))
        .isPresent();
  }

  private Optional<Type> typeOf(Variable variable, String path, int depth) {
    String written = typeOf(path, variable.source(), variable.declaration());
    GoFile file = variable.source().file();
    if (!written.isEmpty()) {
      return Optional.of(new Type(path, file, written));
    }
    String initial =
        variable.source().initialValues().getOrDefault(variable.declaration().name(), "");
    if (depth > MAX_DEPTH) {
      return Optional.empty();
    }
    if (NAME.matcher(initial).matches()) {
      return variable(path, file, initial)
          .flatMap(found -> typeOf(found.variable(), found.path(), depth + 1));
    }
    Matcher call = CALL.matcher(initial);
    return call.matches() ? result(path, file, call.group(1), depth) : Optional.empty();
  }

  private record Found(String path, Variable variable) {}

  private Optional<Found> variable(String path, GoFile file, String name) {
    int dot = name.indexOf('.');
    String owner = dot < 0 ? path : imported(file, name.substring(0, dot));
    Names names = names(owner);
    Variable found = names == null ? null : names.variables().get(name.substring(dot + 1));
    return Optional.ofNullable(found).map(variable -> new Found(owner, variable));
  }

  /** Follows {@code f(…)}, {@code pkg.F(…)} and {@code pkg.V.M(…)}. */
  private Optional<Type> result(String path, GoFile file, String called, int depth) {
    String[] parts = called.split("\\.", -1);
    String owner = parts.length == 1 ? path : imported(file, parts[0]);
    Names names = names(owner);
    if (names == null || parts.length > 3) {
      return Optional.empty();
    }
    String key = parts[parts.length - 1];
    if (parts.length == 3) {
      Variable variable = names.variables().get(parts[1]);
      Optional<Type> type =
          variable == null ? Optional.empty() : typeOf(variable, owner, depth + 1);
      key = type.map(Type::text).orElse("") + "." + key;
    }
    String result = names.results().get(key);
    // A result of another file's package would need that file's imports.
    return result == null || result.isEmpty() || result.indexOf('.') >= 0
        ? Optional.empty()
        : Optional.of(new Type(owner, file, result));
  }

  private static String imported(GoFile file, String name) {
    for (Import one : file.imports()) {
      String last = one.path().substring(one.path().lastIndexOf('/') + 1);
      if (one.name().orElse(last).equals(name)) {
        return one.path();
      }
    }
    return "";
  }

  private boolean isZeroSized(Type type, int depth) {
    String text = type.text();
    if (text.startsWith("struct{}") || text.startsWith("[0]")) {
      return true;
    }
    Matcher embedded = EMBEDDED.matcher(text);
    if (embedded.matches()) {
      text = embedded.group(1);
    }
    if (depth > MAX_DEPTH || !NAME.matcher(text).matches()) {
      return false;
    }
    int dot = text.indexOf('.');
    String owner = dot < 0 ? type.packagePath() : imported(type.file(), text.substring(0, dot));
    Names names = names(owner);
    String underlying = names == null ? null : names.types().get(text.substring(dot + 1));
    return underlying != null && isZeroSized(new Type(owner, type.file(), underlying), depth + 1);
  }
}
