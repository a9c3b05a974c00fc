package dev.untether.review.buildlog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line by which tools report a failure. Other programs may have put something in front of it,
 * such as the time of day.
 *
 * @param kind what the line means
 * @param pattern the line, with groups {@code p} for who refers, {@code s} for the symbol, {@code
 *     f} for the file and {@code n} for the line in it, as far as it has them
 */
record LinePattern(FailureKind kind, Pattern pattern) {
  /** Only where words start, or a long line without any match would cost its length squared. */
  private static final String WORD = "(?<!\\S)";

  private static final String PLACE =
      WORD + "(?<f>(?:[A-Za-z]:)?[^\\s:]++):(?<n>[0-9]{1,9}):(?:[0-9]{1,9}:)? ";

  /** What cmd/link, cmd/compile, cmd/asm, cmd/go and foreign linkers print. */
  static final List<LinePattern> ALL =
      List.of(
          of(FailureKind.INVALID_REFERENCE, "link: (?<p>\\S+): invalid reference to (?<s>\\S++)"),
          of(
              FailureKind.OTHER_ABI,
              WORD
                  + "(?<p>\\S+): relocation target (?<s>\\S++) not defined for \\S++ \\(but is defined"),
          of(
              FailureKind.NOT_DEFINED,
              WORD + "(?<p>\\S+): relocation target (?<s>\\S++) not defined"),
          of(
              FailureKind.NOT_DEFINED,
              "undefined reference to [`'\"](?<s>[^\\s'`\"]+\\.[^\\s'`\"]+)['`\"]"),
          of(
              FailureKind.DUPLICATE_DEFINITION,
              "duplicated definition of symbol (?<s>[^\\s,]++)(?:, from (?<p>\\S++))?"),
          of(
              FailureKind.VARIABLE_FOR_FUNCTION,
              "non-function sym [0-9]{1,19}/(?<s>\\S++) .*passed to GetFuncDwarfAuxSyms"),
          of(
              FailureKind.LINKER_CRASH,
              "cmd/link/internal/loader\\.\\(\\*Loader\\)\\.checkLinkname\\("),
          of(FailureKind.MISSING_BODY, PLACE + "missing function body"),
          of(
              FailureKind.UNSAFE_NOT_IMPORTED,
              PLACE + "//go:linkname only allowed in Go files that import \"unsafe\""),
          of(
              FailureKind.NOT_DECLARED,
              PLACE + "//go:linkname must refer to declared function or variable"),
          of(FailureKind.DUPLICATE_DIRECTIVE, PLACE + "duplicate //go:linkname for (?<s>\\S++)"),
          of(FailureKind.MISPLACED_DIRECTIVE, PLACE + "misplaced compiler directive"),
          of(FailureKind.DIRECTIVE_USAGE, PLACE + "usage: //go:linkname"),
          of(
              FailureKind.INSTANTIATION,
              PLACE + "//go:linkname reference of an instantiation is not allowed"),
          of(
              FailureKind.ABI_SELECTOR,
              PLACE
                  + "ABI selector only permitted when compiling runtime, reference was to"
                  + " \"(?<s>[^\"]++)\""),
          of(
              FailureKind.UNKNOWN_FLAG,
              "flag provided but not defined: -checklinkname(?![A-Za-z0-9])"),
          of(
              FailureKind.ASSEMBLY_BESIDE_CGO,
              WORD + "(?<p>\\S+): package using cgo has Go assembly file (?<f>\\S++)"));

  private static LinePattern of(FailureKind kind, String regex) {
    return new LinePattern(kind, Pattern.compile(regex));
  }

  /** Returns the failure that {@code line} reports, if it has this form. */
  Optional<BuildFailure> read(String line, String program) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String number = group(matcher, "n");
    return Optional.of(
        new BuildFailure(
            kind,
            line.strip(),
            program,
            group(matcher, "p"),
            group(matcher, "s"),
            group(matcher, "f").replace('\\', '/'),
            number.isEmpty() ? 0 : Integer.parseInt(number)));
  }

  private String group(Matcher matcher, String name) {
    if (!pattern.pattern().contains("(?<" + name + ">")) {
      return "";
    }
    String text = matcher.group(name);
    return text == null ? "" : text;
  }
}
