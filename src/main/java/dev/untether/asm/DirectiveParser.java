package dev.untether.asm;

import dev.untether.syntax.TreeBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Parses the directives of one file, and knows the macros defined so far. Nothing is carried out:
 * both arms of a condition stay in the tree.
 *
 * <p>https://github.com/golang/go/blob/go1.27.4/src/cmd/asm/internal/lex/input.go
 */
final class DirectiveParser {
  private final TokenView tokens;
  private final TreeBuilder builder;
  private final Problems problems;
  private final Set<String> macrosWithArguments = new HashSet<>();
  private final Set<String> macros = new HashSet<>();
  private final Deque<Integer> openConditionals = new ArrayDeque<>();

  /** Prepares to add to the tree and the problems that the rest of the file goes to. */
  DirectiveParser(TokenView tokens, TreeBuilder builder, Problems problems) {
    this.tokens = tokens;
    this.builder = builder;
    this.problems = problems;
  }

  /** Returns whether a macro of that name has been defined so far, with or without arguments. */
  boolean isMacro(String name) {
    return macros.contains(name);
  }

  /** Returns whether a macro of that name with arguments has been defined so far. */
  boolean isMacroWithArguments(String name) {
    return macrosWithArguments.contains(name);
  }

  /** Parses the directive that starts at {@code hash}; returns the index of what ends it. */
  int parse(int hash) {
    int end = definitionEnd(hash);
    int name = tokens.skipBlanks(hash + 1);
    int last = Math.max(hash + 1, tokens.trimEnd(hash, end));
    if (tokens.kind(name) != AsmKind.IDENT) {
      return badDirective(hash, last, end, "expected a directive's name after '#'");
    }
    int argument = tokens.skipBlanks(name + 1);
    switch (tokens.text(name)) {
      case "define" -> {
        return define(hash, argument, last, end);
      }
      case "undef" -> {
        return simple(AsmKind.UNDEF, hash, argument, AsmKind.IDENT, last, end);
      }
      case "include" -> {
        return simple(AsmKind.INCLUDE, hash, argument, AsmKind.STRING, last, end);
      }
      case "ifdef", "ifndef" -> {
        openConditionals.push(hash);
        AsmKind kind = tokens.is(name, "ifdef") ? AsmKind.IFDEF : AsmKind.IFNDEF;
        return simple(kind, hash, argument, AsmKind.IDENT, last, end);
      }
      case "else", "endif" -> {
        boolean isElse = tokens.is(name, "else");
        if (openConditionals.isEmpty()) {
          return badDirective(hash, last, end, "unmatched #" + tokens.text(name));
        }
        if (!isElse) {
          openConditionals.pop();
        }
        if (argument < last) {
          return badDirective(hash, last, end, "expected newline after #" + tokens.text(name));
        }
        builder.node(isElse ? AsmKind.ELSE : AsmKind.ENDIF, hash, last);
        return end;
      }
      case "line" -> {
        builder.node(AsmKind.LINE_DIRECTIVE, hash, last);
        return end;
      }
      default -> {
        return badDirective(
            hash,
            last,
            end,
            "unknown directive #"
                + tokens.text(name)
                + ": the assembler knows define, undef, include, ifdef, ifndef, else, endif, line");
      }
    }
  }

  /** Returns the newline that ends the directive: the first that no backslash continues. */
  private int definitionEnd(int i) {
    boolean continued = false;
    while (i < tokens.count()) {
      AsmKind kind = tokens.kind(i);
      if (kind == AsmKind.CONTINUATION) {
        continued = true;
      } else if (kind == AsmKind.NEWLINE) {
        if (!continued) {
          return i;
        }
        continued = false;
      }
      i++;
    }
    return i;
  }

  private int define(int hash, int name, int last, int end) {
    if (tokens.kind(name) != AsmKind.IDENT || name >= last) {
      return badDirective(hash, last, end, "expected a macro's name after #define");
    }
    int body = name + 1;
    // Parameters only when the parenthesis touches the name.
    boolean withParameters = tokens.kind(body) == AsmKind.LEFT_PAREN;
    if (withParameters) {
      body = afterParameters(body + 1, last);
      if (body < 0) {
        return badDirective(
            hash, last, end, "macro parameters must be names, separated by ',' and closed by ')'");
      }
      macrosWithArguments.add(tokens.text(name));
    }
    builder.start(AsmKind.DEFINE, hash);
    if (withParameters) {
      builder.node(AsmKind.MACRO_PARAMETERS, name + 1, body);
    }
    macros.add(tokens.text(name));
    while (body < last && tokens.kind(body).isTrivia()) {
      body++;
    }
    if (body < last) {
      builder.node(AsmKind.MACRO_BODY, body, last);
    }
    builder.finish(last);
    checkBody(body, last);
    return end;
  }

  /** Returns the index after the parenthesis that closes the parameters; -1 for bad ones. */
  private int afterParameters(int i, int last) {
    boolean nameMayFollow = true;
    for (; i < last; i++) {
      AsmKind kind = tokens.kind(i);
      if (kind == AsmKind.RIGHT_PAREN) {
        return i + 1;
      }
      if (kind == AsmKind.IDENT ? !nameMayFollow : kind == AsmKind.COMMA && nameMayFollow) {
        return -1;
      }
      if (kind == AsmKind.IDENT || kind == AsmKind.COMMA) {
        nameMayFollow = kind == AsmKind.COMMA;
      } else if (!kind.isTrivia()) {
        return -1;
      }
    }
    return -1;
  }

  private void checkBody(int i, int last) {
    for (; i < last; i++) {
      if (tokens.kind(i) == AsmKind.BACKSLASH) {
        int escaped = tokens.skipBlanks(i + 1);
        if (tokens.kind(escaped) == AsmKind.BACKSLASH) {
          i = escaped;
        } else {
          problems.add(i, "a backslash in a macro must be the last thing on its line");
        }
      } else if (tokens.kind(i) == AsmKind.UNTERMINATED) {
        problems.add(i, "literal or comment is not closed");
      }
    }
  }

  private int simple(AsmKind kind, int hash, int argument, AsmKind expected, int last, int end) {
    String what = expected == AsmKind.STRING ? "a quoted file name" : "a macro's name";
    if (argument >= last || tokens.kind(argument) != expected) {
      return badDirective(hash, last, end, "expected " + what);
    }
    if (argument + 1 < last) {
      return badDirective(hash, last, end, "expected newline after " + tokens.text(argument));
    }
    builder.node(kind, hash, last);
    return end;
  }

  private int badDirective(int hash, int last, int end, String message) {
    builder.node(AsmKind.BAD, hash, last);
    problems.add(hash, message);
    return end;
  }

  /** Reports the conditions that the end of the file leaves open. */
  void finish() {
    for (int open : openConditionals) {
      problems.add(open, "#ifdef or #ifndef without #endif: add the missing #endif");
    }
  }
}
