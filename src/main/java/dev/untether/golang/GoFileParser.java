package dev.untether.golang;

import dev.untether.syntax.TokenBuffer;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the top level of a Go file and skips what lies deeper by its brackets. After something that
 * is no Go it goes on at the next line that starts with the keyword of a declaration.
 */
final class GoFileParser {
  /** As the go command, which says no more about a file than that there are too many errors. */
  private static final int MAX_PROBLEMS = 10;

  private final String path;
  private final SourceText source;
  private final TokenBuffer tokens;
  private final GoTokens walk;
  private final Brackets brackets;
  private final RunningPosition positions;
  private final DirectiveReader directives;
  private final List<Import> imports = new ArrayList<>();
  private final List<Declaration> declarations = new ArrayList<>();
  private final List<Finding> problems = new ArrayList<>();

  GoFileParser(String path, SourceText source, TokenBuffer tokens) {
    this.path = path;
    this.source = source;
    this.tokens = tokens;
    walk = new GoTokens(source, tokens);
    brackets = new Brackets(tokens);
    positions = new RunningPosition(source);
    directives = new DirectiveReader(source, tokens);
  }

  GoFile parse() {
    directives.read();
    walk.advance();
    Optional<PackageClause> clause = packageClause();
    while (!walk.is(GoKind.END_OF_FILE)) {
      int first = walk.index();
      if (!declaration()) {
        recover(first);
      }
    }
    characters();
    problems.sort(null);
    return new GoFile(path, clause, imports, declarations, directives.linknames(), problems);
  }

  private Optional<PackageClause> packageClause() {
    Optional<PackageClause> clause = PackageClause.of(source);
    while (walk.is(GoKind.SEMICOLON)) {
      walk.advance();
    }
    if (clause.isEmpty()) {
      problem("expected a package clause");
    }
    if (walk.is(GoKind.PACKAGE)) {
      walk.advance();
      if (walk.is(GoKind.IDENT)) {
        walk.advance();
      }
    }
    return clause;
  }

  /** Reads one declaration or semicolon; returns false where that is not possible. */
  private boolean declaration() {
    boolean read =
        switch (walk.kind()) {
          case SEMICOLON -> {
            walk.advance();
            yield true;
          }
          case FUNC -> function();
          case IMPORT -> group(this::importSpecification);
          case VAR -> group(span -> values(span, /* constant= */ false));
          case CONST -> group(span -> values(span, /* constant= */ true));
          case TYPE -> group(this::type);
          default -> false;
        };
    return read;
  }

  private void recover(int first) {
    problem("expected a declaration");
    // At least one token on, or the same mistake would be met forever.
    if (walk.index() <= first && walk.index() < tokens.size()) {
      walk.advance();
    }
    while (!walk.is(GoKind.END_OF_FILE) && !startsDeclaration()) {
      walk.advance();
    }
  }

  private boolean startsDeclaration() {
    return switch (walk.kind()) {
      case FUNC, VAR, CONST, TYPE, IMPORT ->
          walk.index() == 0 || GoKind.of(tokens.kindOrdinal(walk.index() - 1)) == GoKind.NEWLINE;
      default -> false;
    };
  }

  private void problem(String expected) {
    String found = walk.is(GoKind.END_OF_FILE) ? "the end of the file" : shown();
    problem(walk.start(), expected + ", found " + found);
  }

  private void problem(int offset, String message) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(
          new Finding(GoFile.RULE, Severity.WARNING, path, source.positionOf(offset), message));
    }
  }

  /** Looks for what no Go file may hold, be it within bodies, comments or literals. */
  private void characters() {
    for (int i = 0; i < tokens.size() && problems.size() < MAX_PROBLEMS; i++) {
      GoKind kind = GoKind.of(tokens.kindOrdinal(i));
      if (kind == GoKind.UNTERMINATED) {
        problem(tokens.start(i), "a literal or comment without its end");
      } else if (kind == GoKind.OTHER) {
        problem(tokens.start(i), "a character that is no Go");
      }
    }
    if (source.isBinary()) {
      int offset = 0;
      while (source.bytes()[offset] != 0) {
        offset++;
      }
      problem(offset, "a NUL byte");
    }
    if (!source.isUtf8()) {
      problem(0, "not UTF-8");
    }
  }

  private String shown() {
    int newline = walk.text().indexOf('\n');
    if (newline >= 0 && walk.is(GoKind.SEMICOLON)) {
      return "the end of the line";
    }
    String text = newline < 0 ? walk.text() : walk.text().substring(0, newline);
    return "\""
        + text.codePoints().limit(20).mapToObj(Character::toString).reduce("", String::concat)
        + "\"";
  }

  /** Reads one specification of a declaration; its span reaches to the end when that is known. */
  private interface Specification {
    boolean read(GroupSpan group);
  }

  /**
   * Where a declaration stands.
   *
   * @param start its keyword
   * @param close the token that closes a group, {@link Brackets#NONE} where there is no group
   */
  private record GroupSpan(int start, int close) {
    boolean isGroup() {
      return close != Brackets.NONE;
    }
  }

  private boolean group(Specification specification) {
    int start = walk.start();
    walk.advance();
    if (!walk.is(GoKind.LPAREN)) {
      return specification.read(new GroupSpan(start, Brackets.NONE));
    }
    int close = brackets.closeOf(walk.index());
    if (close == Brackets.NONE) {
      return false;
    }
    walk.advance();
    while (walk.index() < close) {
      if (walk.is(GoKind.SEMICOLON)) {
        walk.advance();
      } else if (!specification.read(new GroupSpan(start, close))) {
        return false;
      }
    }
    walk.advance();
    return true;
  }

  private Span spanOf(GroupSpan group, int end) {
    return new Span(group.start(), group.isGroup() ? tokens.end(group.close()) : end);
  }

  private boolean importSpecification(GroupSpan group) {
    int start = walk.start();
    Optional<String> name = Optional.empty();
    if (walk.is(GoKind.IDENT) || walk.is(GoKind.PERIOD)) {
      name = Optional.of(walk.text());
      walk.advance();
    }
    if (!walk.is(GoKind.STRING) && !walk.is(GoKind.RAW_STRING)) {
      return false;
    }
    String imported = StringLiteral.valueOf(walk.text());
    int end = walk.end();
    imports.add(new Import(name, imported, new Span(start, end), spanOf(group, end)));
    walk.advance();
    return true;
  }

  private boolean type(GroupSpan group) {
    if (!walk.is(GoKind.IDENT)) {
      return false;
    }
    Span name = walk.span();
    walk.advance();
    boolean alias = false;
    int end = name.end();
    while (!endsSpecification()) {
      alias |= walk.is(GoKind.ASSIGN);
      end = skipOne();
      if (end < 0) {
        return false;
      }
    }
    declarations.add(
        new TypeDeclaration(
            source.slice(name), name, positions.of(name.start()), spanOf(group, end), alias));
    return true;
  }

  private boolean endsSpecification() {
    return switch (walk.kind()) {
      case SEMICOLON, RPAREN, END_OF_FILE -> true;
      default -> false;
    };
  }

  /**
   * Goes over one token, or over everything in brackets. Returns the offset behind it, negative if
   * a bracket does not match.
   */
  private int skipOne() {
    if (Brackets.closes(walk.kind())) {
      return -1;
    }
    if (Brackets.opens(walk.kind())) {
      int close = brackets.closeOf(walk.index());
      if (close == Brackets.NONE) {
        return -1;
      }
      walk.moveTo(close);
    }
    int end = walk.end();
    walk.advance();
    return end;
  }

  private boolean values(GroupSpan group, boolean constant) {
    int start = walk.start();
    List<Span> names = new ArrayList<>();
    do {
      if (!names.isEmpty()) {
        walk.advance();
      }
      if (!walk.is(GoKind.IDENT)) {
        return false;
      }
      names.add(walk.span());
      walk.advance();
    } while (walk.is(GoKind.COMMA));
    int typeStart = walk.index();
    int end = names.get(names.size() - 1).end();
    while (!endsSpecification() && !walk.is(GoKind.ASSIGN)) {
      end = skipOne();
      if (end < 0) {
        return false;
      }
    }
    String type = walk.index() == typeStart ? "" : normalForm(typeStart, walk.index());
    boolean hasValue = walk.is(GoKind.ASSIGN);
    while (!endsSpecification()) {
      end = skipOne();
      if (end < 0) {
        return false;
      }
    }
    for (Span name : names) {
      declarations.add(
          new ValueDeclaration(
              source.slice(name),
              name,
              positions.of(name.start()),
              spanOf(group, end),
              new Span(start, end),
              constant,
              type,
              hasValue,
              names.size()));
    }
    return true;
  }

  private String normalForm(int from, int to) {
    return NormalForm.of(source, tokens, brackets, from, to);
  }

  private boolean function() {
    int start = walk.start();
    boolean fromHost = directives.isImportedFromHost(endOfLastDeclaration(), start);
    walk.advance();
    Optional<Receiver> receiver = Optional.empty();
    if (walk.is(GoKind.LPAREN)) {
      receiver = receiver();
      if (receiver.isEmpty()) {
        return false;
      }
    }
    if (!walk.is(GoKind.IDENT)) {
      return false;
    }
    Span name = walk.span();
    walk.advance();
    int from = walk.index();
    List<String> typeParameters = typeParameters();
    int signatureStart = from < tokens.size() ? tokens.start(from) : source.length();
    int end = walk.is(GoKind.LPAREN) ? skipOne() : -1;
    while (end >= 0 && isInResult()) {
      end = skipOne();
    }
    if (end < 0) {
      return false;
    }
    String signature = normalForm(from, walk.index());
    Span signatureSpan = new Span(signatureStart, end);
    boolean hasBody = walk.is(GoKind.LBRACE);
    if (hasBody) {
      end = skipOne();
    } else if (!endsSpecification()) {
      return false;
    }
    boolean closed = end >= 0;
    declarations.add(
        new FunctionDeclaration(
            source.slice(name),
            name,
            positions.of(name.start()),
            new Span(start, closed ? end : signatureSpan.end()),
            receiver,
            typeParameters,
            signatureSpan,
            signature,
            hasBody,
            fromHost));
    return closed;
  }

  private Optional<Receiver> receiver() {
    int open = walk.index();
    int close = brackets.closeOf(open);
    if (close == Brackets.NONE) {
      return Optional.empty();
    }
    Position position = positions.of(walk.start());
    Receiver receiver = ReceiverReader.read(source, tokens, open, close, position);
    walk.moveTo(close);
    walk.advance();
    return Optional.of(receiver);
  }

  private int endOfLastDeclaration() {
    return declarations.isEmpty() ? 0 : declarations.get(declarations.size() - 1).span().end();
  }

  /** Reads the names of type parameters; each part between commas starts with one. */
  private List<String> typeParameters() {
    if (!walk.is(GoKind.LBRACK) || brackets.closeOf(walk.index()) == Brackets.NONE) {
      return List.of();
    }
    int close = brackets.closeOf(walk.index());
    List<String> names = new ArrayList<>();
    boolean first = true;
    walk.advance();
    while (walk.index() < close) {
      if (first && walk.is(GoKind.IDENT)) {
        names.add(walk.text());
      }
      first = walk.is(GoKind.COMMA);
      if (skipOne() < 0) {
        break;
      }
    }
    walk.moveTo(close);
    walk.advance();
    return names;
  }

  /** Returns whether the current token belongs to a result; a body's brace does not. */
  private boolean isInResult() {
    return switch (walk.kind()) {
      case IDENT, PERIOD, MUL, ARROW, MAP, CHAN, FUNC, LPAREN, LBRACK -> true;
      case STRUCT, INTERFACE -> {
        // The brace behind the keyword is the type's.
        walk.advance();
        yield walk.is(GoKind.LBRACE);
      }
      default -> false;
    };
  }
}
