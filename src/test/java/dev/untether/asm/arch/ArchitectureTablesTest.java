package dev.untether.asm.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables against the assembler of the Go release they follow, name by name. The names asked
 * about are those of every architecture together, so that a name too many is found as well.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTablesTest {
  private ArchitectureOracle go;

  @BeforeAll
  void askGo(@TempDir Path scratch) throws IOException {
    Optional<Path> goroot = ArchitectureOracle.goroot();
    if (goroot.isEmpty()) {
      String message = "ARCHITECTURE TABLES NOT CHECKED: the Go release they follow is not here";
      System.err.println(message);
      if ("1".equals(System.getenv("UNTETHER_REQUIRE_GO"))) {
        fail(message);
      }
      abort(message);
    }
    go = ArchitectureOracle.ask(goroot.orElseThrow(), scratch);
  }

  static List<String> goarches() {
    return Architecture.goarches();
  }

  private static Architecture architecture(String goarch) {
    return Architecture.forGoarch(goarch).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("goarches")
  void sameOpcodesTakeJumpOperands(String goarch) {
    Map<String, String> words = go.facts(goarch, "word");
    Set<String> jumps = new TreeSet<>(words.keySet());
    jumps.removeIf(word -> !"jump".equals(words.get(word)));

    assertThat(words).hasSizeGreaterThan(6000);
    assertThat(accepted(words.keySet(), architecture(goarch)::isJump)).isEqualTo(jumps);
  }

  @ParameterizedTest
  @MethodSource("goarches")
  void sameNamesAreRegisters(String goarch) {
    Set<String> universe = everywhere("register");
    universe.addAll(everywhere("special"));
    universe.addAll(everywhere("word"));

    assertThat(accepted(universe, architecture(goarch)::isRegister))
        .isEqualTo(go.facts(goarch, "register").keySet());
    assertThat(ArchitectureTable.load(family(goarch)).words("registers"))
        .containsExactlyInAnyOrderElementsOf(go.facts(goarch, "register").keySet());
  }

  @ParameterizedTest
  @MethodSource("goarches")
  void samePrefixesTakeTheSameNumbers(String goarch) {
    Architecture architecture = architecture(goarch);
    Set<String> forms = everywhere("numbered");

    assertThat(accepted(everywhere("prefix"), architecture::isRegisterPrefix))
        .isEqualTo(go.facts(goarch, "prefix").keySet());
    assertThat(accepted(forms, form -> numbered(architecture, form).isPresent()))
        .isEqualTo(go.facts(goarch, "numbered").keySet());
  }

  @ParameterizedTest
  @MethodSource("goarches")
  void sameNamesAreSpecialOperands(String goarch) {
    Set<String> universe = everywhere("special");
    universe.addAll(everywhere("register"));

    assertThat(accepted(universe, architecture(goarch)::isSpecialOperand))
        .isEqualTo(go.facts(goarch, "special").keySet());
  }

  @ParameterizedTest
  @MethodSource("goarches")
  void namesOfOneRegisterHaveOneCanonicalName(String goarch) {
    Architecture architecture = architecture(goarch);
    Map<String, Set<String>> canonicalByNumber = new TreeMap<>();
    go.facts(goarch, "register")
        .forEach(
            (name, number) ->
                canonicalByNumber
                    .computeIfAbsent(number, key -> new TreeSet<>())
                    .add(architecture.canonicalRegister(name).orElseThrow()));
    go.facts(goarch, "numbered")
        .forEach(
            (form, number) ->
                canonicalByNumber
                    .computeIfAbsent(number, key -> new TreeSet<>())
                    .add(numbered(architecture, form).orElseThrow()));

    assertThat(canonicalByNumber).allSatisfy((number, names) -> assertThat(names).hasSize(1));
  }

  @ParameterizedTest
  @MethodSource("goarches")
  void numbersAreThoseOfGo(String goarch) {
    Architecture architecture = architecture(goarch);
    Map<String, String> ours = new HashMap<>();
    ours.put("pointer-size", String.valueOf(architecture.pointerSize()));
    ours.put("fixed-frame", String.valueOf(architecture.fixedFrame()));
    ours.put("big-endian", architecture.bigEndian() ? "1" : "0");
    ours.put("suffixes", architecture.acceptsSuffixes() ? "1" : "0");

    assertThat(ours).isEqualTo(go.facts(goarch, "number"));
  }

  @ParameterizedTest
  @MethodSource("goarches")
  void everyListedOpcodeExists(String goarch) {
    ArchitectureTable table = ArchitectureTable.load(family(goarch));
    Set<String> listed = new TreeSet<>();
    for (String section :
        List.of(
            "jumps",
            "calls",
            "possible-calls",
            "returns",
            "unconditional-jumps",
            "ends",
            "readers",
            "plain-moves")) {
      listed.addAll(table.words(section));
    }

    assertThat(go.facts(goarch, "instruction").keySet()).containsAll(listed);
  }

  @ParameterizedTest
  @MethodSource("goarches")
  void noReaderWritesItsOnlyOperand(String goarch) {
    Set<String> writers = new TreeSet<>(go.facts(goarch, "writes-only-operand").keySet());
    // SWI is in that list of the assembler for the sake of its encoding; its operand is a constant.
    writers.remove("SWI");

    assertThat(accepted(writers, architecture(goarch)::readsLastOperand)).isEmpty();
  }

  private Set<String> everywhere(String kind) {
    Set<String> names = new TreeSet<>();
    goarches().forEach(goarch -> names.addAll(go.facts(goarch, kind).keySet()));
    return names;
  }

  private static Set<String> accepted(Set<String> universe, Predicate<String> predicate) {
    Set<String> names = new TreeSet<>(universe);
    names.removeIf(predicate.negate());
    return names;
  }

  private static Optional<String> numbered(Architecture architecture, String form) {
    int open = form.indexOf('(');
    int number = Integer.parseInt(form, open + 1, form.length() - 1, 10);
    return architecture.numberedRegister(form.substring(0, open), number);
  }

  /** Little-endian MIPS and POWER share the table of their big-endian siblings. */
  private static String family(String goarch) {
    return goarch.endsWith("le") ? goarch.substring(0, goarch.length() - 2) : goarch;
  }
}
