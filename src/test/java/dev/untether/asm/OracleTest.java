package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.asm.OracleTables.Assembled;
import dev.untether.asm.OracleTables.Row;
import dev.untether.asm.SymbolReference.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The references we see are those that the real assembler sees, in all of Go's own assembly. */
final class OracleTest {
  /** The uses that each kind of the oracle may be called by us. */
  private static final Map<String, Set<Use>> USES =
      Map.ofEntries(
          Map.entry("text-def", Set.of(Use.DEFINE)),
          Map.entry("globl-def", Set.of(Use.DEFINE_DATA)),
          Map.entry("data-def", Set.of(Use.DEFINE_DATA)),
          Map.entry("$data-ref", Set.of(Use.DATA)),
          Map.entry("data-ref", Set.of(Use.DATA)),
          Map.entry("funcdata-ref", Set.of(Use.FUNCDATA)),
          Map.entry("call", Set.of(Use.CALL)),
          Map.entry("jump", Set.of(Use.JUMP)),
          Map.entry("tailjump-ret", Set.of(Use.JUMP)),
          Map.entry("*call", Set.of(Use.LOAD)),
          Map.entry("*jump", Set.of(Use.LOAD)),
          Map.entry("$addr", Set.of(Use.ADDRESS)),
          Map.entry("mem", Set.of(Use.LOAD, Use.STORE, Use.ADDRESS)));

  /** Kinds whose function we name otherwise: the symbol that is filled, not the TEXT before it. */
  private static final Set<String> OWNERLESS =
      Set.of("text-def", "globl-def", "data-def", "$data-ref", "data-ref");

  @TestFactory
  Stream<DynamicTest> everyTargetHasTheReferencesThatTheAssemblerSees() throws IOException {
    Path sources = GoRelease.require().sources();
    return GoRelease.require().tables().stream()
        .map(tables -> DynamicTest.dynamicTest(tables.target(), () -> compare(tables, sources)));
  }

  private static void compare(OracleTables tables, Path sources) throws IOException {
    List<String> differences = new ArrayList<>();
    int seen = 0;
    for (var file : tables.rowsByFile("asm-refs").entrySet()) {
      Map<String, Set<String>> theirs = theirs(file.getValue());
      Map<String, Set<Use>> ours = ours(file.getKey(), tables, sources);
      seen += theirs.size();
      for (String key : theirs.keySet()) {
        Set<Use> uses = ours.getOrDefault(key, Set.of());
        for (String kind : theirs.getOrDefault(key, Set.of())) {
          if (uses.stream().noneMatch(USES.getOrDefault(kind, Set.of())::contains)) {
            differences.add(file.getKey().name() + ": " + key + " is " + kind + ", not " + uses);
          }
        }
      }
      for (String key : ours.keySet()) {
        if (file.getKey().complete() && !theirs.containsKey(key)) {
          differences.add(file.getKey().name() + ": " + key + " is nothing, not " + ours.get(key));
        }
      }
    }
    System.out.printf("%s: %d references compared%n", tables.target(), seen);
    assertThat(seen).as("references of %s", tables.target()).isPositive();
    assertThat(differences).isEmpty();
  }

  private static Map<String, Set<String>> theirs(List<Row> rows) {
    Map<String, Set<String>> references = new TreeMap<>();
    for (Row row : rows) {
      String kind = row.get("kind");
      if (kind.startsWith("$arg-")) {
        continue;
      }
      String function = OWNERLESS.contains(kind) ? "-" : row.get("function");
      String key =
          String.join(
              " ",
              row.get("line") + ":" + row.get("column"),
              row.get("symbol"),
              row.get("abi"),
              "in " + function,
              "from " + row.get("origin"),
              "via " + row.get("macro"));
      references.computeIfAbsent(key, k -> new TreeSet<>()).add(kind);
    }
    return references;
  }

  private static Map<String, Set<Use>> ours(Assembled file, OracleTables tables, Path sources)
      throws IOException {
    Map<String, Set<Use>> references = new TreeMap<>();
    ReferenceReader.read(
        file.parse(sources),
        file.headers(sources),
        tables.architecture(),
        file.predefined(),
        reference ->
            references
                .computeIfAbsent(key(reference, file), k -> new TreeSet<>())
                .add(reference.use()));
    return references;
  }

  private static String key(SymbolReference reference, Assembled file) {
    SymbolName symbol = reference.symbol();
    Use use = reference.use();
    Origin origin = reference.origin().orElse(new Origin(file.name(), reference.position()));
    String function = new SymbolName(reference.function(), "", false).qualified(file.prefix());
    return String.join(
        " ",
        reference.position().toString(),
        symbol.qualified(file.prefix()),
        symbol.isStatic() ? "static" : symbol.abi(),
        "in " + (use.isDefinition() || use == Use.DATA ? "-" : function),
        "from " + origin.file() + ":" + origin.position(),
        "via " + String.join(",", reference.macros()));
  }
}
