package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ConditionalsTest {
  private static final Set<String> LINUX = Set.of("GOOS_linux", "GOARCH_amd64");

  private static Conditionals of(Assembly assembly) {
    return Conditionals.of(assembly.file(), assembly.headers());
  }

  /** Returns the opcodes that some world reaches. */
  private static Set<String> reached(Assembly assembly, Set<String> target) {
    Set<String> reached = new TreeSet<>();
    for (Set<String> world : of(assembly).worlds(target)) {
      for (Statement s : assembly.defining(world.toArray(String[]::new)).statements()) {
        reached.add(s.opcode());
      }
    }
    return reached;
  }

  @Test
  void withoutConditionalsThereIsOneWorldThePlainBuild() {
    assertThat(of(Assembly.of("\tRET")).worlds(LINUX)).containsExactly(LINUX);
    assertThat(of(Assembly.of("\tRET")).isCovered(LINUX)).isTrue();
  }

  @Test
  void theFirstWorldIsThePlainBuild() {
    assertThat(of(Assembly.of("#ifdef A", "#endif")).worlds(LINUX).get(0)).isEqualTo(LINUX);
  }

  @Test
  void bothArmsOfAFreeNameAreReached() {
    assertThat(reached(Assembly.of("#ifdef FREE", "\tA", "#else", "\tB", "#endif"), LINUX))
        .containsExactly("A", "B");
    assertThat(reached(Assembly.of("#ifndef FREE", "\tA", "#else", "\tB", "#endif"), LINUX))
        .containsExactly("A", "B");
  }

  @Test
  void nestedArmsAreReached() {
    Assembly assembly =
        Assembly.of(
            "#ifdef X",
            "#ifndef Y",
            "\tA",
            "#else",
            "\tB",
            "#endif",
            "#else",
            "#ifdef Z",
            "\tC",
            "#endif",
            "#endif");
    assertThat(reached(assembly, LINUX)).containsExactly("A", "B", "C");
  }

  @Test
  void theTargetDecidesItsOwnNames() {
    Assembly assembly =
        Assembly.of(
            "#ifdef GOOS_windows",
            "\tW",
            "#else",
            "\tL",
            "#endif",
            "#ifdef GOARCH_arm",
            "\tA",
            "#endif");
    assertThat(reached(assembly, LINUX)).containsExactly("L");
    assertThat(reached(assembly, Set.of("GOOS_windows", "GOARCH_arm"))).containsExactly("A", "W");
    assertThat(of(assembly).targetNames()).containsExactly("GOARCH_arm", "GOOS_windows");
    assertThat(of(assembly).freeNames()).isEmpty();
  }

  @Test
  void aFreeNameWithinAnArmTheTargetRefusesAddsNoWorld() {
    Assembly assembly =
        Assembly.of("#ifdef GOOS_windows", "#ifdef FREE", "\tA", "#endif", "#endif");
    assertThat(of(assembly).worlds(LINUX)).containsExactly(LINUX);
    assertThat(reached(assembly, LINUX)).isEmpty();
  }

  @Test
  void namesThatTheFileOrAHeaderDefinesAreNotFree() {
    Assembly assembly =
        Assembly.of(
                "#include \"a.h\"",
                "#define OWN",
                "#ifdef OWN",
                "\tA",
                "#endif",
                "#ifdef THEIRS",
                "\tB",
                "#endif",
                "#ifdef FREE",
                "#endif")
            .with("a.h", "#ifdef GOAMD64_v3", "#define THEIRS", "#endif");
    assertThat(of(assembly).freeNames()).containsExactly("FREE", "GOAMD64_v3");
    assertThat(reached(assembly, LINUX)).containsExactly("A", "B");
  }

  @Test
  void conditionalsOfHeadersCount() {
    Assembly assembly =
        Assembly.of("#include \"asm_amd64.h\"", "#ifdef hasAVX512F", "\tA", "#endif");
    assertThat(of(assembly).freeNames()).containsExactly("GOAMD64_v2", "GOAMD64_v3", "GOAMD64_v4");
    assertThat(reached(assembly, LINUX)).containsExactly("A");
  }

  @Test
  void conditionalsWithinMacrosCount() {
    Assembly assembly =
        Assembly.of(
            "#define M \\",
            "#ifdef FREE \\",
            "\tA \\",
            "#else \\",
            "\tB \\",
            "#endif \\",
            "",
            "\tM");
    assertThat(of(assembly).freeNames()).containsExactly("FREE");
    assertThat(reached(assembly, LINUX)).containsExactly("A", "B");
  }

  @Test
  void headersThatIncludeEachOtherAreReadOnce() {
    Assembly assembly =
        Assembly.of("#include \"a.h\"")
            .with("a.h", "#include \"b.h\"", "#ifdef A", "#endif")
            .with("b.h", "#include \"a.h\"", "#ifdef B", "#endif");
    assertThat(of(assembly).freeNames()).containsExactly("A", "B");
  }

  @Test
  void everyWorldIsEverySettingOfTheFreeNames() {
    Conditionals conditionals =
        of(Assembly.of("#ifdef A", "#endif", "#ifdef B", "#endif", "#ifdef GOOS_linux", "#endif"));
    List<Set<String>> worlds = conditionals.everyWorld(Set.of("T"), 4).orElseThrow();
    assertThat(new HashSet<>(worlds))
        .isEqualTo(Set.of(Set.of("T"), Set.of("T", "A"), Set.of("T", "B"), Set.of("T", "A", "B")));
    assertThat(conditionals.everyWorld(Set.of("T"), 3)).isEmpty();
  }

  @Test
  void filesWithVeryManyArmsAreNotCoveredAndSaySo() {
    String[] lines = new String[400];
    for (int i = 0; i < 200; i++) {
      lines[2 * i] = "#ifdef FREE" + i;
      lines[2 * i + 1] = "#endif";
    }
    Conditionals conditionals = of(Assembly.of(lines));
    assertThat(conditionals.isCovered(LINUX)).isFalse();
    assertThat(conditionals.worlds(LINUX)).hasSize(64);
  }

  @Test
  void unbalancedConditionalsAreHarmless() {
    assertThat(of(Assembly.of("#endif", "#else", "#ifdef A", "#endif", "#endif")).freeNames())
        .containsExactly("A");
  }
}
