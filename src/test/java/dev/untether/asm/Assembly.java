package dev.untether.asm;

import dev.untether.asm.arch.Architecture;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A few lines of assembly and the questions that tests ask about them. */
final class Assembly {
  private final AsmFile file;
  private final Map<String, AsmFile> headers;
  private final Set<String> predefined;

  private Assembly(AsmFile file, Map<String, AsmFile> headers, Set<String> predefined) {
    this.file = file;
    this.headers = headers;
    this.predefined = predefined;
  }

  /** Returns a file named {@code a.s} that consists of {@code lines}. */
  static Assembly of(String... lines) {
    return new Assembly(parse("a.s", lines), Map.of(), Set.of());
  }

  private static AsmFile parse(String path, String... lines) {
    return AsmFile.parse(path, SourceText.of(String.join("\n", lines) + "\n"));
  }

  /** Returns the same file beside a header. */
  Assembly with(String header, String... lines) {
    Map<String, AsmFile> more = new HashMap<>(headers);
    more.put(header, parse(header, lines));
    return new Assembly(file, more, predefined);
  }

  /** Returns the same file as it is assembled with {@code -D} names. */
  Assembly defining(String... names) {
    return new Assembly(file, headers, Set.of(names));
  }

  AsmFile file() {
    return file;
  }

  Headers headers() {
    Headers own = name -> Optional.ofNullable(headers.get(name));
    return own.orGo();
  }

  List<Statement> statements() {
    return new StatementReader(file, headers(), predefined).readAll();
  }

  /** Returns each statement as its parts, separated by single blanks where the tree has tokens. */
  List<String> lines() {
    return statements().stream().map(Assembly::line).toList();
  }

  static String line(Statement statement) {
    StringBuilder line = new StringBuilder();
    statement.labels().forEach(label -> line.append(label.text()).append(": "));
    line.append(statement.opcode());
    statement.suffixes().forEach(suffix -> line.append('.').append(suffix));
    String operands =
        statement.operands().stream().map(Assembly::text).collect(Collectors.joining(", "));
    return operands.isEmpty() ? line.toString() : line + " " + operands;
  }

  static String text(List<ExpandedToken> operand) {
    return operand.stream().map(ExpandedToken::text).collect(Collectors.joining());
  }

  /** Returns the problems that expanding the file meets. */
  List<String> problems() {
    StatementReader reader = new StatementReader(file, headers(), predefined);
    reader.readAll();
    return reader.problems().stream().map(Finding::toString).toList();
  }

  List<SymbolReference> references(String goarch) {
    List<SymbolReference> references = new ArrayList<>();
    ReferenceReader.read(file, headers(), architecture(goarch), predefined, references::add);
    return references;
  }

  /** Returns the functions of the file. */
  List<Function> functions(String goarch) {
    return Function.of(statements(), new OperandParser(architecture(goarch)));
  }

  /** Returns the flow of the first function. */
  ControlFlow flow(String goarch) {
    Architecture architecture = architecture(goarch);
    return new ControlFlow(functions(goarch).get(0), architecture, new OperandParser(architecture));
  }

  static Architecture architecture(String goarch) {
    return Architecture.forGoarch(goarch).orElseThrow();
  }

  /** Returns what an operand means. */
  static Operand operand(String goarch, String text) {
    Statement statement = of("\tX " + text).statements().get(0);
    return new OperandParser(architecture(goarch)).parse(statement.operands().get(0));
  }
}
