package dev.untether.access.goroot;

import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.GoFile;
import dev.untether.golang.PackageClause;
import dev.untether.golang.TypeDeclaration;
import dev.untether.golang.ValueDeclaration;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.BuildContext;
import dev.untether.text.SourceText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Go file of the library.
 *
 * @param constraint when it is built
 * @param file what it declares
 * @param usesStackArguments the functions pinned to ABI0 by {@code //go:cgo_unsafe_args}
 * @param initialValues the text of each variable's initial value, where it has one of its own
 * @param typeTexts the start of what each type stands for, without comments
 * @param usersByLine the packages that a comment says pull what stands on a line
 */
record GoSource(
    BuildConstraint constraint,
    GoFile file,
    Set<String> usesStackArguments,
    Map<String, String> initialValues,
    Map<String, String> typeTexts,
    Map<Integer, List<String>> usersByLine) {
  private static final Pattern UNSAFE_ARGS =
      Pattern.compile("^//go:cgo_unsafe_args[ \\t\\r]*$", Pattern.MULTILINE);
  private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int MAX_TYPE_TEXT = 2000;
  private static final int MAX_COMPACT = 80;
  private static final int MAX_VALUE_TEXT = 200;

  GoSource {
    usesStackArguments = Set.copyOf(usesStackArguments);
    initialValues = Map.copyOf(initialValues);
    typeTexts = Map.copyOf(typeTexts);
    usersByLine = Map.copyOf(usersByLine);
  }

  static GoSource of(String path, SourceText text) {
    GoFile file = GoFile.parse(path, text);
    Set<String> pinned = new HashSet<>();
    Map<String, String> values = new HashMap<>();
    Map<String, String> types = new HashMap<>();
    int end = 0;
    for (Declaration declaration : file.declarations()) {
      if (declaration instanceof FunctionDeclaration function) {
        String before = text.slice(Math.min(end, function.span().start()), function.span().start());
        Matcher pragma = UNSAFE_ARGS.matcher(before);
        if (pragma.find()) {
          pinned.add(function.name());
        }
      } else if (declaration instanceof ValueDeclaration value && !value.constant()) {
        if (value.hasValue() && value.nameCount() == 1) {
          String specification = text.slice(value.specification());
          String initial = specification.substring(specification.indexOf('=') + 1).strip();
          values.put(
              value.name(), initial.substring(0, Math.min(initial.length(), MAX_VALUE_TEXT)));
        }
      } else if (declaration instanceof TypeDeclaration type) {
        int start = type.nameSpan().end();
        int stop = Math.min(start + MAX_TYPE_TEXT, type.span().end());
        String rest = COMMENT.matcher(text.slice(start, Math.max(start, stop))).replaceAll("");
        String compact = BLANKS.matcher(rest).replaceAll("");
        types.put(type.name(), compact.substring(0, Math.min(compact.length(), MAX_COMPACT)));
      }
      end = Math.max(end, declaration.span().end());
    }
    return new GoSource(
        BuildConstraint.of(path, text),
        file,
        pinned,
        values,
        types,
        KnownUsers.byLine(text.slice(0, text.length())));
  }

  /** Files are compared by identity: their content is large and never read twice. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  boolean isBuilt(BuildContext context) {
    return (context.cgo() || !file.importsC()) && constraint.matches(context);
  }

  boolean isProgram() {
    return file.packageClause().map(PackageClause::name).filter("main"::equals).isPresent();
  }

  boolean isDocumentation() {
    return file.packageClause()
        .map(PackageClause::name)
        .orElse("documentation")
        .equals("documentation");
  }
}
