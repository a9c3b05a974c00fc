package dev.untether.module;

import dev.untether.module.GoModLexer.Word;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the directives of a {@code go.mod} or {@code go.work}, alone or in blocks. */
final class GoModReader {
  static final String RULE = "go-mod";

  // A file that is something else entirely must not fill memory and screen.
  private static final int MAX_PROBLEMS = 100;
  private static final String MODULE = "module";
  private static final String GO = "go";
  private static final String TOOLCHAIN = "toolchain";
  private static final Set<String> ONCE = Set.of(MODULE, GO, TOOLCHAIN);
  private static final Set<String> OF_DEPENDENCIES =
      Set.of(MODULE, GO, "require", "retract", "ignore");
  private static final Set<String> OF_WORKSPACES =
      Set.of(GO, TOOLCHAIN, "use", "replace", "godebug");
  private static final Pattern VERSION =
      Pattern.compile("[1-9][0-9]*\\.(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))?([a-z]+[0-9]+)?");
  // Such as 1.9.x, which older releases of Go let pass; see laxGoVersionRE of modfile.
  private static final Pattern LAX_VERSION =
      Pattern.compile("v?([1-9][0-9]*\\.(?:0|[1-9][0-9]*))[^0-9].*");
  private static final Pattern TOOLCHAIN_NAME = Pattern.compile("default|go1(\\..+)?");

  private final String shownAs;
  private final SourceText text;
  private final Dialect dialect;
  private final GoModLexer lexer;
  private final GoModDirectiveReader reader;
  private final List<Finding> problems = new ArrayList<>();
  private final Map<String, String> values = new HashMap<>();
  private final List<GoModDirective> directives = new ArrayList<>();
  // The directive of the block that is open; empty outside blocks.
  private String block = "";

  GoModReader(String shownAs, SourceText text, Dialect dialect) {
    this.shownAs = shownAs;
    this.text = text;
    this.dialect = dialect;
    this.lexer = new GoModLexer(text, this::report);
    this.reader = new GoModDirectiveReader(text, this::report);
  }

  /** Which directives count where, after modfile's Parse, ParseLax and ParseWork. */
  enum Dialect {
    GO_MOD,
    DEPENDENCY,
    GO_WORK;

    private boolean has(String directive) {
      return switch (this) {
        case GO_MOD -> !directive.equals("use");
        case DEPENDENCY -> OF_DEPENDENCIES.contains(directive);
        case GO_WORK -> OF_WORKSPACES.contains(directive);
      };
    }
  }

  GoMod readGoMod() {
    read();
    // The go.mod of a directory that replaces a module need not name one.
    if (dialect == Dialect.GO_MOD && !values.containsKey(MODULE)) {
      problems.add(
          new Finding(RULE, Severity.ERROR, shownAs, Finding.WHOLE_FILE, "no module line"));
    }
    return new GoMod(value(MODULE), value(GO), value(TOOLCHAIN), directives, problems);
  }

  GoWork readGoWork() {
    read();
    return new GoWork(value(GO), value(TOOLCHAIN), directives, problems);
  }

  private void read() {
    while (!lexer.atEnd()) {
      GoModLexer.Line line = lexer.line();
      if (!line.words().isEmpty()) {
        directive(line.words(), line.comment());
      }
    }
    if (!block.isEmpty()) {
      report(text.length(), "the block of " + block + " is not closed");
    }
  }

  private Optional<String> value(String directive) {
    return Optional.ofNullable(values.get(directive));
  }

  private void directive(List<Word> words, String comment) {
    Word first = words.get(0);
    Word last = words.get(words.size() - 1);
    if (!block.isEmpty()) {
      if (first.is(")")) {
        block = "";
      } else {
        take(block, first, words, comment);
      }
    } else if (words.size() == 2 && last.is("(")) {
      block = first.value();
      if (block.equals(GO) || block.equals(TOOLCHAIN)) {
        report(first.start(), "Go does not allow a block of " + block + " lines");
      }
    } else if (words.size() == 3 && words.get(1).is("(") && last.is(")")) {
      return;
    } else {
      take(first.value(), first, words.subList(1, words.size()), comment);
    }
  }

  private void take(String name, Word at, List<Word> arguments, String comment) {
    if (!dialect.has(name)) {
      return;
    }
    if (ONCE.contains(name)) {
      assign(name, at, arguments);
    } else {
      reader.read(name, at.start(), arguments, comment).ifPresent(directives::add);
    }
  }

  private void assign(String directive, Word at, List<Word> arguments) {
    if (arguments.size() != 1 || arguments.get(0).value().isEmpty()) {
      report(at.start(), directive + " wants exactly one argument");
      return;
    }
    Word argument = arguments.get(0);
    String value = mended(directive, argument.value());
    if (values.containsKey(directive)) {
      report(at.start(), "a second " + directive + " line; the first one counts");
    } else if (!isAllowed(directive, value)) {
      report(argument.start(), "not what " + directive + " wants: " + value);
    } else {
      values.put(directive, value);
    }
  }

  private String mended(String directive, String value) {
    if (dialect == Dialect.DEPENDENCY && directive.equals(GO)) {
      Matcher lax = LAX_VERSION.matcher(value);
      if (!VERSION.matcher(value).matches() && lax.matches()) {
        return lax.group(1);
      }
    }
    return value;
  }

  private static boolean isAllowed(String directive, String value) {
    if (directive.equals(GO)) {
      return VERSION.matcher(value).matches();
    }
    return directive.equals(MODULE) || TOOLCHAIN_NAME.matcher(value).matches();
  }

  private void report(int offset, String message) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new Finding(RULE, Severity.ERROR, shownAs, text.positionOf(offset), message));
    } else if (problems.size() == MAX_PROBLEMS) {
      String rest = "and more; only the first " + MAX_PROBLEMS + " problems are listed";
      problems.add(new Finding(RULE, Severity.ERROR, shownAs, text.positionOf(offset), rest));
    }
  }
}
