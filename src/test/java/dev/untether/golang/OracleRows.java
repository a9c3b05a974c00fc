package dev.untether.golang;

import dev.untether.syntax.TokenBuffer;
import dev.untether.text.Position;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What this package sees in a file, in the rows of src/test/go/declsoracle. */
final class OracleRows {
  private final SourceText source;
  private final TokenBuffer tokens;
  private final GoFile file;

  OracleRows(String path, SourceText source) {
    this.source = source;
    tokens = GoLexer.tokens(source);
    file = GoFile.parse(path, source);
  }

  /** FNV-1a. */
  private static final class Hash {
    private long sum = 0xcbf29ce484222325L;

    void add(String text) {
      for (int i = 0; i < text.length(); i++) {
        sum = (sum ^ text.charAt(i)) * 1099511628211L;
      }
    }

    String hex() {
      return String.format(Locale.ROOT, "%016x", sum);
    }
  }

  String tokens() {
    GoTokens walk = new GoTokens(source, tokens);
    Hash hash = new Hash();
    int count = 0;
    for (walk.advance(); !walk.is(GoKind.END_OF_FILE); walk.advance()) {
      GoKind kind = walk.kind();
      switch (kind) {
        case SEMICOLON -> hash.add(";");
        case RAW_STRING -> hash.add("RAW_STRING" + walk.start());
        case IDENT, INT, FLOAT, IMAG, CHAR, STRING ->
            hash.add(kind.name() + walk.start() + " " + walk.span().length());
        default -> hash.add(walk.text() + walk.start());
      }
      count++;
    }
    return row("T", count, hash.hex());
  }

  String comments() {
    Hash hash = new Hash();
    int count = 0;
    for (int i = 0; i < tokens.size(); i++) {
      GoKind kind = GoKind.of(tokens.kindOrdinal(i));
      if (kind == GoKind.LINE_COMMENT || kind == GoKind.BLOCK_COMMENT) {
        hash.add(String.valueOf(tokens.start(i)));
        count++;
      }
    }
    return row("C", count, hash.hex());
  }

  /** Returns all rows but those of tokens and comments. */
  List<String> facts() {
    List<String> rows = new ArrayList<>();
    file.packageClause()
        .ifPresent(clause -> rows.add(row("P", clause.name(), clause.span().start())));
    for (Import one : file.imports()) {
      rows.add(row("I", one.name().orElse(""), one.path().replace('\n', ' '), one.span().start()));
    }
    file.declarations().forEach(declaration -> rows.add(row(declaration)));
    for (LinknameDirective directive : file.directives()) {
      if (directive.text().startsWith(directive.word() + " ")) {
        String where =
            directive.shape() == LinknameDirective.Shape.BEHIND_CODE ? "behind" : "first";
        String words = String.join(" ", directive.text().strip().split("\\s+"));
        rows.add(row("L", place(directive.span(), directive.position()), where, words));
      }
    }
    file.problems().forEach(problem -> rows.add("problem: " + problem));
    return rows;
  }

  private static String row(Declaration declaration) {
    String place = place(declaration.nameSpan(), declaration.position());
    String name = declaration.name();
    String span = span(declaration.span());
    if (declaration instanceof FunctionDeclaration function) {
      return row(
          "func",
          name,
          place,
          span,
          function.receiver().map(OracleRows::receiver).orElse(""),
          String.join(",", function.typeParameters()),
          function.hasBody(),
          dense(function.signature()));
    }
    if (declaration instanceof ValueDeclaration value) {
      return row(
          value.constant() ? "const" : "var",
          name,
          place,
          span,
          span(value.specification()),
          dense(value.type()),
          value.hasValue(),
          value.nameCount());
    }
    return row("type", name, place, span, ((TypeDeclaration) declaration).alias());
  }

  private static String receiver(Receiver receiver) {
    String parameters = String.join(",", receiver.typeParameters());
    return (receiver.pointer() ? "*" : "")
        + (receiver.type().isEmpty() ? "?" : receiver.type())
        + (parameters.isEmpty() ? "" : "[" + parameters + "]");
  }

  private static String place(Span span, Position position) {
    return row(span.start(), position.line(), position.column());
  }

  private static String span(Span span) {
    return row(span.start(), span.end());
  }

  private static String dense(String normalForm) {
    return normalForm.replaceAll("[ \t\n]", "");
  }

  private static String row(Object... fields) {
    List<String> texts = new ArrayList<>();
    for (Object field : fields) {
      texts.add(String.valueOf(field));
    }
    return String.join("\t", texts);
  }
}
