package dev.untether.asm;

import dev.untether.asm.ExpandedToken.MacroCall;
import dev.untether.asm.ExpandedToken.Unit;
import dev.untether.syntax.Node;
import dev.untether.syntax.SyntaxTree;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The view of a file that the assembler's parser has: macros expanded, headers read, one arm of
 * each conditional taken. It works on tokens, like the assembler and unlike a C preprocessor.
 *
 * <p>https://github.com/golang/go/blob/go1.27.4/src/cmd/asm/internal/lex/input.go
 */
public final class Preprocessor {
  static final String INCLUDE = "asm-include";
  static final String EXPANSION = "asm-macro";

  /** The assembler gives up at the same depth ("input recursion"). */
  private static final int MAX_DEPTH = 100;

  /**
   * Macros of a few lines can stand for more tokens than there is memory, headers too: refuse,
   * never hang.
   */
  private static final int MAX_EXPANDED_TOKENS = 4_000_000;

  private final AsmFile main;
  private final Headers headers;
  private final Set<String> predefined;
  private final Map<String, Macro> macros = new HashMap<>();
  private final Deque<Reader> readers = new ArrayDeque<>();
  private final Deque<Boolean> conditionals = new ArrayDeque<>();
  private final Set<Finding> problems = new LinkedHashSet<>();

  /** Macros and headers that were seen to call themselves; they stand for nothing from then on. */
  private final Set<String> endlessMacros = new HashSet<>();

  private final Set<String> endlessHeaders = new HashSet<>();

  private int disabledArms;
  private int expandedTokens;
  private @Nullable ExpandedToken peeked;

  /**
   * Prepares one pass.
   *
   * @param predefined the names that {@code go build} would define with {@code -D}
   */
  public Preprocessor(AsmFile main, Headers headers, Set<String> predefined) {
    this.main = main;
    this.headers = headers;
    this.predefined = new HashSet<>(predefined);
    if (main.dialect() == AsmFile.Dialect.GO) {
      readers.push(new FileReader(new Unit(main, null)));
    }
  }

  /** Returns what went wrong so far: missing headers, runaway macros. */
  public List<Finding> problems() {
    return List.copyOf(problems);
  }

  static String normalised(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '·' || c == '∕') {
        return text.replace('·', '.').replace('∕', '/');
      }
    }
    return text;
  }

  /** Returns the next token of an arm that is taken; null at the end of the file. */
  @Nullable ExpandedToken next() {
    while (true) {
      if (peeked != null) {
        ExpandedToken token = peeked;
        peeked = null;
        return token;
      }
      ExpandedToken token = read();
      if (token == null) {
        return null;
      }
      if (token.kind() == AsmKind.HASH && token.via() != null) {
        directive(token);
        continue;
      }
      if (disabledArms > 0) {
        continue;
      }
      if (token.kind() != AsmKind.IDENT) {
        return token;
      }
      // Only what stands in a file still has its middots; what came out of a macro does not.
      String name = token.text();
      Macro macro = macros.get(token.via() == null ? spelled(name) : name);
      if (macro == null) {
        return predefined.contains(name)
            ? new ExpandedToken(AsmKind.INT, "1", token.unit(), token.index(), token.via())
            : token;
      }
      ExpandedToken unexpanded = invoke(macro, token);
      if (unexpanded != null) {
        return unexpanded;
      }
    }
  }

  private static String spelled(String name) {
    return name.indexOf('.') < 0 && name.indexOf('/') < 0
        ? name
        : name.replace('.', '·').replace('/', '∕');
  }

  private @Nullable ExpandedToken read() {
    while (!readers.isEmpty()) {
      ExpandedToken token = readers.peek().next();
      if (token != null) {
        return token;
      }
      readers.pop();
    }
    return null;
  }

  // Macros.

  /**
   * Pushes the expansion; returns the name itself when a macro with parameters has no arguments.
   */
  private @Nullable ExpandedToken invoke(Macro macro, ExpandedToken site) {
    List<ExpandedToken> body = macro.body();
    if (macro.parameters() != null) {
      ExpandedToken token = read();
      if (token == null || token.kind() != AsmKind.LEFT_PAREN) {
        peeked = token;
        return site;
      }
      List<List<ExpandedToken>> arguments = arguments();
      if (arguments == null) {
        problem(EXPANSION, site, "the arguments of macro " + macro.name() + " leave its line");
        return null;
      }
      body = substitute(macro, arguments, site);
    }
    if (isTooDeep(site)) {
      endlessMacros.add(macro.name());
      problem(EXPANSION, site, "macro " + macro.name() + " calls itself without end; cut short");
    }
    if (!endlessMacros.contains(macro.name()) && hasRoomFor(body.size() + 1, site)) {
      readers.push(new MacroReader(body, new MacroCall(macro.name(), site)));
    }
    return null;
  }

  /**
   * Returns whether {@code site} is nested as deep as no honest file is. Its own chain counts too:
   * what comes last in a macro or header outlives the reader it came from.
   */
  private boolean isTooDeep(ExpandedToken site) {
    int depth = 0;
    for (ExpandedToken outer = site.cause(); outer != null; outer = outer.cause()) {
      if (++depth > MAX_DEPTH) {
        return true;
      }
    }
    return readers.size() > MAX_DEPTH;
  }

  private boolean hasRoomFor(int tokens, ExpandedToken site) {
    expandedTokens += tokens;
    if (expandedTokens > MAX_EXPANDED_TOKENS) {
      problem(EXPANSION, site, "macros expand to too much; the rest of the file was not read");
      readers.clear();
      return false;
    }
    return true;
  }

  /** Returns the tokens of each argument; null when no parenthesis closes them on their line. */
  private @Nullable List<List<ExpandedToken>> arguments() {
    List<List<ExpandedToken>> arguments = new ArrayList<>();
    List<ExpandedToken> argument = new ArrayList<>();
    int nesting = 0;
    while (true) {
      ExpandedToken token = read();
      if (token == null || token.kind() == AsmKind.NEWLINE) {
        // "unterminated arg list": the assembler stops; the line is lost, the file is not.
        peeked = token;
        return null;
      }
      AsmKind kind = token.kind();
      if (nesting == 0 && (kind == AsmKind.RIGHT_PAREN || kind == AsmKind.COMMA)) {
        arguments.add(argument);
        argument = new ArrayList<>();
        if (kind == AsmKind.RIGHT_PAREN) {
          return arguments;
        }
      } else {
        nesting += kind == AsmKind.LEFT_PAREN ? 1 : kind == AsmKind.RIGHT_PAREN ? -1 : 0;
        argument.add(token);
      }
    }
  }

  private List<ExpandedToken> substitute(
      Macro macro, List<List<ExpandedToken>> arguments, ExpandedToken site) {
    List<String> parameters = macro.parameters();
    if (parameters == null) {
      return macro.body();
    }
    boolean none = parameters.isEmpty() && arguments.size() == 1 && arguments.get(0).isEmpty();
    if (!none && parameters.size() != arguments.size()) {
      problem(
          EXPANSION,
          site,
          "macro "
              + macro.name()
              + " takes "
              + parameters.size()
              + " arguments, not "
              + arguments.size());
    }
    List<ExpandedToken> body = new ArrayList<>(macro.body().size());
    for (ExpandedToken token : macro.body()) {
      int formal = token.kind() == AsmKind.IDENT ? parameters.indexOf(token.text()) : -1;
      if (formal < 0 || formal >= arguments.size()) {
        body.add(token);
      } else {
        body.addAll(arguments.get(formal));
      }
    }
    return body;
  }

  // Directives.

  private void directive(Node node, Unit unit) {
    switch ((AsmKind) node.kind()) {
      case IFDEF -> startArm(isDefined(argument(node)));
      case IFNDEF -> startArm(!isDefined(argument(node)));
      case ELSE -> otherArm();
      case ENDIF -> endArm();
      case DEFINE -> define(Macro.of(node, unit));
      case UNDEF -> undefine(argument(node));
      case INCLUDE -> {
        String quoted = argument(node);
        include(new ExpandedToken(AsmKind.STRING, quoted, unit, lastToken(node), null));
      }
      default -> {}
    }
  }

  /**
   * Carries out a directive that came out of a macro: bodies may hold any, each on a continued line
   * of its own, and they count when the macro is called.
   */
  private void directive(ExpandedToken hash) {
    ExpandedToken word = read();
    List<ExpandedToken> line = new ArrayList<>();
    ExpandedToken token = word;
    while (token != null && token.kind() != AsmKind.NEWLINE) {
      token = read();
      if (token != null && token.kind() != AsmKind.NEWLINE) {
        line.add(token);
      }
    }
    String name = word == null ? "" : word.text();
    String argument = line.isEmpty() ? "" : line.get(0).text();
    switch (name) {
      case "ifdef" -> startArm(isDefined(argument));
      case "ifndef" -> startArm(!isDefined(argument));
      case "else" -> otherArm();
      case "endif" -> endArm();
      case "undef" -> undefine(argument);
      case "define" -> {
        if (!line.isEmpty()) {
          define(Macro.of(line));
        }
      }
      case "include" -> {
        if (!line.isEmpty() && line.get(0).kind() == AsmKind.STRING) {
          include(line.get(0));
        }
      }
      case "line" -> {}
      default ->
          problem(
              EXPANSION, hash, "a macro expands to the unknown directive #" + name + "; skipped");
    }
  }

  private void startArm(boolean wanted) {
    boolean taken = disabledArms == 0 && wanted;
    conditionals.push(taken);
    disabledArms += taken ? 0 : 1;
  }

  /** Goes to the other arm; within an arm that is not taken, both stay closed. */
  private void otherArm() {
    if (conditionals.isEmpty()) {
      return;
    }
    boolean taken = conditionals.pop();
    int outer = disabledArms - (taken ? 0 : 1);
    boolean now = outer == 0 && !taken;
    conditionals.push(now);
    disabledArms = outer + (now ? 0 : 1);
  }

  private void endArm() {
    if (!conditionals.isEmpty()) {
      disabledArms -= conditionals.pop() ? 0 : 1;
    }
  }

  private void define(Macro macro) {
    if (disabledArms == 0) {
      macros.put(macro.name(), macro);
      endlessMacros.remove(macro.name());
    }
  }

  private void undefine(String name) {
    if (disabledArms == 0) {
      macros.remove(name);
      predefined.remove(name);
    }
  }

  private void include(ExpandedToken quoted) {
    if (disabledArms > 0) {
      return;
    }
    String name = quoted.text().substring(1, quoted.text().length() - 1);
    Optional<AsmFile> header = headers.find(name);
    if (header.isEmpty()) {
      String message = "header \"" + name + "\" was not found; what it defines is not known";
      problem(INCLUDE, quoted, message);
    } else if (isTooDeep(quoted)) {
      endlessHeaders.add(name);
      problem(INCLUDE, quoted, "headers include each other without end; cut short");
    } else if (!endlessHeaders.contains(name)
        && hasRoomFor(header.get().tree().tokenCount() + 1, quoted)) {
      readers.push(new FileReader(new Unit(header.get(), quoted)));
    }
  }

  private boolean isDefined(String name) {
    return macros.containsKey(name) || predefined.contains(name);
  }

  private static int lastToken(Node node) {
    return node.endToken() - 1;
  }

  private static String argument(Node node) {
    return node.tree().tokenText(lastToken(node));
  }

  private void problem(String rule, ExpandedToken site, String message) {
    ExpandedToken place = site.outermost();
    problems.add(new Finding(rule, Severity.WARNING, main.path(), place.ownPosition(), message));
  }

  // Readers.

  private sealed interface Reader {
    @Nullable ExpandedToken next();
  }

  /** The tokens of a macro's expansion, each stamped with the call. */
  private static final class MacroReader implements Reader {
    private final List<ExpandedToken> tokens;
    private final MacroCall call;
    private int at;

    MacroReader(List<ExpandedToken> tokens, MacroCall call) {
      this.tokens = tokens;
      this.call = call;
    }

    @Override
    public @Nullable ExpandedToken next() {
      if (at == tokens.size()) {
        return null;
      }
      ExpandedToken token = tokens.get(at++);
      return new ExpandedToken(token.kind(), token.text(), token.unit(), token.index(), call);
    }
  }

  /** The tokens of a file without trivia; directives are carried out on the way. */
  private final class FileReader implements Reader {
    private final Unit unit;
    private final SyntaxTree tree;
    private final Iterator<Node> nodes;
    private @Nullable Node node;
    private int at;

    FileReader(Unit unit) {
      this.unit = unit;
      this.tree = unit.file().tree();
      this.nodes = tree.root().nodes().iterator();
      advance();
    }

    private void advance() {
      node = nodes.hasNext() ? nodes.next() : null;
    }

    @Override
    public @Nullable ExpandedToken next() {
      while (at < tree.tokenCount()) {
        AsmKind kind = (AsmKind) tree.tokenKind(at);
        if (kind.isTrivia() && kind != AsmKind.NEWLINE) {
          at++;
          continue;
        }
        while (node != null && node.endToken() <= at) {
          advance();
        }
        if (kind == AsmKind.HASH && node != null && node.firstToken() == at) {
          Node directive = node;
          at = directive.endToken();
          directive(directive, unit);
          if (readers.peek() != this) {
            // An include: its file comes first.
            return new ExpandedToken(AsmKind.NEWLINE, "\n", unit, directive.firstToken(), null);
          }
          continue;
        }
        int index = at++;
        String text = kind == AsmKind.NEWLINE ? "\n" : normalised(tree.tokenText(index));
        return new ExpandedToken(kind, text, unit, index, null);
      }
      return null;
    }
  }
}
