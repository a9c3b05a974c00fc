package dev.untether.asm.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTableTest {

  @Test
  void readsSectionsAndComments() {
    ArchitectureTable table =
        ArchitectureTable.parse(
            "t",
            """
            # a comment: not a section
            jumps:
              B BL  # links
            calls:
              BL
            jumps:
              JMP
            """);

    assertThat(table.words("jumps")).containsExactly("B", "BL", "JMP");
    assertThat(table.words("calls")).containsExactly("BL");
    assertThat(table.words("links")).isEmpty();
  }

  @Test
  void expandsRangesInStep() {
    ArchitectureTable table =
        ArchitectureTable.parse("t", "aliases:\nA{0-2}=X{10-12} CR{0-1}LT=CR{0-1} Y{8-9}=Z\n");

    assertThat(table.mapping("aliases"))
        .isEqualTo(
            Map.of(
                "A0", "X10", "A1", "X11", "A2", "X12", "CR0LT", "CR0", "CR1LT", "CR1", "Y8", "Z",
                "Y9", "Z"));
  }

  @Test
  void prefersTheFactOfOneGoarch() {
    ArchitectureTable table =
        ArchitectureTable.parse("t", "facts:\nendian=little endian@mips=big size@mips=4\n");

    assertThat(table.fact("endian", "mips")).contains("big");
    assertThat(table.fact("endian", "mipsle")).contains("little");
    assertThat(table.fact("size", "mipsle")).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> table.requiredFact("size", "mipsle"))
        .withMessageContaining("mipsle lacks size");
  }

  @Test
  void includesAnotherTable() {
    ArchitectureTable table = ArchitectureTable.parse("t", "include mipsx\nregisters:\nR28\n");

    assertThat(table.words("registers")).contains("R28", "R27", "g").doesNotContain("RSB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"include nowhere", "R0\nregisters:\n", "aliases:\nA{0-1}=X{0-2}\n"})
  void refusesMalformedTables(String text) {
    assertThatIllegalStateException().isThrownBy(() -> ArchitectureTable.parse("t", text));
  }

  @Test
  void saysWhereATableIsMalformed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ArchitectureTable.parse("t", "registers:\n\nR{0-} R1\n"))
        .withMessage("t.txt:3: malformed item R{0-}");
  }

  @Test
  void expandsRangesInsideNames() {
    assertThat(NameRange.expand("R{9-11}")).containsExactly("R9", "R10", "R11");
    assertThat(NameRange.expand("DBGBCR{0-1}_EL1")).containsExactly("DBGBCR0_EL1", "DBGBCR1_EL1");
    assertThat(NameRange.expand("R({2-3})")).containsExactly("R(2)", "R(3)");
    assertThat(NameRange.expand("R{5-5}B")).containsExactly("R5B");
    assertThat(NameRange.expand("R5")).containsExactly("R5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"R{3-1}", "R{0-", "R0-3}", "R{0}", "R{a-b}", "R{0-1}{0-1}", "R}0-1{", "{-}"})
  void refusesMalformedRanges(String item) {
    assertThatIllegalArgumentException().isThrownBy(() -> NameRange.expand(item));
  }
}
