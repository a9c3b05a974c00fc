package dev.untether.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.Terminal;
import dev.untether.golang.LinkTarget;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.report.IndexJson;
import dev.untether.report.IndexTable;
import dev.untether.report.ReferenceRow;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The commands of golinkname ({@code list}, {@code index}, {@code refs}, {@code related}), so that
 * its users and the editors that call it can switch.
 */
final class IndexCommands {
  private IndexCommands() {}

  /** {@code untether list}: the index as a table. */
  @Command(
      name = "list",
      description = "Shows every linkname, and references of assembly, as a table.",
      mixinStandardHelpOptions = true)
  static final class ListTable implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private final IndexInputs inputs = new IndexInputs();
    @Mixin private final Output output = new Output();

    ListTable(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
      IndexInputs.Index index = output.parallel(inputs::read);
      output.report(terminal, output.mentioned(index.problems()), index::text);
      output.write(terminal, out -> out.write(IndexTable.of(index.rows()).getBytes(UTF_8)));
      return Output.exitCode(index.problems(), ExitCode.OK);
    }
  }

  /** {@code untether index}: all of it. */
  @Command(
      name = "index",
      description = "Prints every linkname, and references of assembly, as a JSON array.",
      mixinStandardHelpOptions = true)
  static final class Whole implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private final Form form = new Form();

    Whole(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
      return form.print(terminal, row -> true);
    }
  }

  /** What the commands about one symbol share. */
  abstract static class AboutSymbol implements Callable<Integer> {
    private final Terminal terminal;
    private final BiPredicate<ReferenceRow, String> isWanted;

    @Parameters(paramLabel = "SYMBOL", description = "import/path.name")
    private String symbol = "";

    @Mixin private final Form form = new Form();

    AboutSymbol(Terminal terminal, BiPredicate<ReferenceRow, String> isWanted) {
      this.terminal = terminal;
      this.isWanted = isWanted;
    }

    @Override
    public final Integer call() throws Exception {
      return form.print(terminal, row -> isWanted.test(row, symbol));
    }
  }

  /** {@code untether refs}: who refers to a symbol. */
  @Command(
      name = "refs",
      description = "Prints as JSON what refers to SYMBOL: linknames whose target it is, assembly.",
      mixinStandardHelpOptions = true)
  static final class Refs extends AboutSymbol {
    Refs(Terminal terminal) {
      super(terminal, IndexCommands::refersTo);
    }
  }

  /** {@code untether related}: who refers to a symbol, and what the symbol refers to. */
  @Command(
      name = "related",
      description = "Prints as JSON what refers to SYMBOL, and what SYMBOL itself refers to.",
      mixinStandardHelpOptions = true)
  static final class Related extends AboutSymbol {
    Related(Terminal terminal) {
      super(terminal, (row, symbol) -> refersTo(row, symbol) || isWithin(row, symbol));
    }
  }

  /** What the commands that print JSON share. */
  static final class Form {
    @Mixin private final IndexInputs inputs = new IndexInputs();
    @Mixin private final Output output = new Output();

    @Option(names = "--pretty", description = "Print one field a line")
    private boolean pretty;

    int print(Terminal terminal, Predicate<ReferenceRow> wanted) throws Exception {
      IndexInputs.Index index = output.parallel(inputs::read);
      List<ReferenceRow> rows = index.rows().stream().filter(wanted).toList();
      output.report(terminal, output.mentioned(index.problems()), index::text);
      output.write(terminal, out -> new IndexJson(pretty, index::asked).write(rows, out));
      return Output.exitCode(index.problems(), ExitCode.OK);
    }
  }

  private static boolean refersTo(ReferenceRow row, String symbol) {
    if (row instanceof ReferenceRow.Directive directive) {
      return directive.reference().target().filter(it -> isNamed(it, symbol)).isPresent();
    }
    return isNamed(LinkTarget.of(row.symbol()), symbol);
  }

  /** Returns whether {@code symbol} is what a row's reference stands in. */
  private static boolean isWithin(ReferenceRow row, String symbol) {
    if (row instanceof ReferenceRow.Directive directive) {
      LinknameReference reference = directive.reference();
      boolean program = reference.packageName().equals("main");
      return isNamed(LinkTarget.of(reference.ownSymbol()), symbol)
          || program && symbol.equals("main." + reference.localName());
    }
    return row instanceof ReferenceRow.Assembly assembly
        && isNamed(LinkTarget.of(assembly.reference().function()), symbol);
  }

  /** Returns whether a person who writes {@code symbol} means {@code target}. */
  private static boolean isNamed(LinkTarget target, String symbol) {
    if (target.raw().equals(symbol)) {
      return true;
    }
    // The linker escapes dots in the last element of a path, which nobody types.
    String unescaped = target.packagePath() + "." + target.name();
    return !target.isExtern() && target.receiver().isEmpty() && unescaped.equals(symbol);
  }
}
