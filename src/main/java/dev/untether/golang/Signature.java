package dev.untether.golang;

import dev.untether.syntax.TokenBuffer;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameters and results of a function that has no type parameters.
 *
 * @param parameters the parameters in order, one for each name
 * @param results the types of the results in normal form, one for each
 * @param hasNames whether the parameters are named
 */
public record Signature(List<Parameter> parameters, List<String> results, boolean hasNames) {
  private static final Pattern ALIAS =
      Pattern.compile("(?<!\\w)(?<!(?<!\\.\\.)\\.)(byte|rune|any)(?!\\w)");

  /** Copies the lists. */
  public Signature {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
  }

  /**
   * One parameter.
   *
   * @param name its name; empty if it has none
   * @param place the name, or the empty place in front of the type
   * @param type its type in normal form
   */
  public record Parameter(String name, Span place, String type) {}

  /** Returns the signature of a function; empty for a generic one. */
  public static Optional<Signature> of(SourceText source, FunctionDeclaration function) {
    if (!function.typeParameters().isEmpty()) {
      return Optional.empty();
    }
    String text = source.slice(function.signatureSpan());
    return new SignatureReader(SourceText.of(text), function.signatureSpan().start()).read();
  }

  /** Returns the signature that {@code text} writes as a type, such as {@code func(int) bool}. */
  public static Optional<Signature> parse(String text) {
    SourceText source =
        SourceText.of("package p\n\n" + text.strip().replaceFirst("^func", "func f"));
    GoFile file = GoFile.parse("signature", source);
    boolean one = file.problems().isEmpty() && file.declarations().size() == 1;
    return one && file.declarations().get(0) instanceof FunctionDeclaration function
        ? of(source, function).filter(any -> !function.hasBody() && function.receiver().isEmpty())
        : Optional.empty();
  }

  /**
   * Returns the type of the function without names, in which {@code byte}, {@code rune} and {@code
   * any} are what they stand for: equal for identical types that are spelled with the same package
   * names.
   */
  public String type() {
    List<String> types = parameters.stream().map(Parameter::type).toList();
    String end =
        switch (results.size()) {
          case 0 -> "";
          case 1 -> " " + results.get(0);
          default -> " (" + String.join(", ", results) + ")";
        };
    String type = "func(" + String.join(", ", types) + ")" + end;
    return ALIAS
        .matcher(type)
        .replaceAll(
            match ->
                switch (match.group(1)) {
                  case "byte" -> "uint8";
                  case "rune" -> "int32";
                  default -> "interface{}";
                });
  }

  /** Reads the parentheses of a signature, cut out of its file. */
  private static final class SignatureReader {
    private final SourceText source;
    private final int offset;
    private final TokenBuffer tokens;
    private final Brackets brackets;

    SignatureReader(SourceText source, int offset) {
      this.source = source;
      this.offset = offset;
      this.tokens = GoLexer.tokens(source);
      this.brackets = new Brackets(tokens);
    }

    Optional<Signature> read() {
      int open = next(0);
      int close = open < tokens.size() && kind(open) == GoKind.LPAREN ? brackets.closeOf(open) : -1;
      if (close < 0) {
        return Optional.empty();
      }
      List<Parameter> parameters = list(open, close);
      int result = next(close + 1);
      int end = tokens.size();
      while (end > result && kind(end - 1).isTrivia()) {
        end--;
      }
      List<String> results = new ArrayList<>();
      if (result < end) {
        boolean inParentheses =
            kind(result) == GoKind.LPAREN && brackets.closeOf(result) == end - 1;
        if (inParentheses) {
          list(result, end - 1).forEach(one -> results.add(one.type()));
        } else {
          results.add(type(result, end));
        }
      }
      boolean named = parameters.stream().anyMatch(one -> !one.name().isEmpty());
      return Optional.of(new Signature(parameters, results, named));
    }

    /** One part between commas, as token indices. */
    private record Part(int from, int to) {}

    private List<Parameter> list(int open, int close) {
      List<Part> parts = parts(open, close);
      boolean named = parts.stream().anyMatch(this::hasNameAndType);
      List<Parameter> parameters = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        if (!named) {
          int start = offset + tokens.start(part.from());
          parameters.add(new Parameter("", Span.at(start), type(part.from(), part.to())));
          continue;
        }
        // "a, b int": a name alone has the type of the next part that has one.
        int typed = i;
        while (typed < parts.size() - 1 && !hasNameAndType(parts.get(typed))) {
          typed++;
        }
        int start = tokens.start(part.from());
        int end = tokens.end(part.from());
        Part last = parts.get(typed);
        parameters.add(
            new Parameter(
                source.slice(start, end),
                new Span(offset + start, offset + end),
                type(next(last.from() + 1), last.to())));
      }
      return parameters;
    }

    private List<Part> parts(int open, int close) {
      List<Part> parts = new ArrayList<>();
      int from = next(open + 1);
      int end = from;
      for (int i = from; i <= close; i++) {
        GoKind kind = kind(i);
        if (kind == GoKind.COMMA || i == close) {
          if (end > from) {
            parts.add(new Part(from, end));
          }
          from = next(i + 1);
          end = from;
        } else if (!kind.isTrivia()) {
          int inner = Brackets.opens(kind) ? brackets.closeOf(i) : i;
          i = Math.max(i, inner);
          end = i + 1;
        }
      }
      return parts;
    }

    private boolean hasNameAndType(Part part) {
      int second = next(part.from() + 1);
      if (kind(part.from()) != GoKind.IDENT || second >= part.to()) {
        return false;
      }
      GoKind kind = kind(second);
      // "a []int" names a parameter, "T[int]" is a type.
      return kind == GoKind.LBRACK
          ? next(brackets.closeOf(second) + 1) < part.to()
          : kind != GoKind.PERIOD;
    }

    private String type(int from, int to) {
      return NormalForm.of(source, tokens, brackets, from, to);
    }

    private int next(int from) {
      int i = from;
      while (i < tokens.size() && kind(i).isTrivia()) {
        i++;
      }
      return i;
    }

    private GoKind kind(int token) {
      return GoKind.of(tokens.kindOrdinal(token));
    }
  }
}
