package dev.untether.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.verify.code.Listing;
import org.junit.jupiter.api.Test;

/** The judge of machine code must not be blind itself. */
final class MachineCodeDiffTest {
  private static final String BEFORE =
      listing(
          "00000 (a.s:4)\tBNE\t8",
          "00004 (a.s:5)\tCALL\truntime.load_g(SB)",
          "00008 (a.s:6)\tCALL\truntime.cgocallback(SB)",
          "00012 (a.s:7)\tADD\t$32, R13");

  @Test
  void aCallThatIsGoneIsTheOnlyDifferenceAllowed() {
    MachineCodeDiff diff =
        compare(
            listing(
                "00000 (a.s:4)\tBNE\t4",
                "00004 (a.s:5)\tCALL\truntime.cgocallback(SB)",
                "00008 (a.s:6)\tADD\t$32, R13"));

    assertThat(diff.problems()).isEmpty();
    assertThat(diff.removed()).isEqualTo(1);
    assertThat(diff.replaced()).isZero();
  }

  @Test
  void aLoadOfGInItsPlaceIsCountedApart() {
    MachineCodeDiff diff = compare(BEFORE.replace("CALL\truntime.load_g(SB)", "MOVW\t8(R13), g"));

    assertThat(diff.problems()).isEmpty();
    assertThat(diff.replaced()).isEqualTo(1);
    assertThat(diff.removed()).isZero();
  }

  @Test
  void anotherRegisterLoadedInItsPlaceIsReported() {
    assertThat(compare(BEFORE.replace("CALL\truntime.load_g(SB)", "MOVW\t8(R13), R1")).problems())
        .isNotEmpty();
  }

  @Test
  void anotherInstructionThatIsGoneIsReported() {
    assertThat(
            compare(
                    listing(
                        "00000 (a.s:4)\tBNE\t4", "00004 (a.s:5)\tCALL\truntime.cgocallback(SB)"))
                .problems())
        .hasSize(1);
  }

  @Test
  void anInstructionAtTheEndIsReported() {
    assertThat(
            compare(BEFORE.replace("\t0x0000 00 01", "\t0x0010 00016 (a.s:8)\tRET\n\t0x0000 00 01"))
                .problems())
        .hasSize(1);
  }

  @Test
  void aBranchThatLeadsElsewhereIsReported() {
    assertThat(compare(BEFORE.replace("BNE\t8", "BNE\t12")).problems()).isNotEmpty();
  }

  @Test
  void anotherEncodingOfTheSameTextIsReported() {
    assertThat(compare(BEFORE.replace("0c 0d 0e 0f", "0c 0d 0e ff")).problems()).hasSize(1);
  }

  @Test
  void anotherFrameIsReported() {
    assertThat(compare(BEFORE.replace("locals=0x0", "locals=0x8")).problems()).hasSize(1);
  }

  private static MachineCodeDiff compare(String after) {
    return MachineCodeDiff.of(Listing.parse("arm64", BEFORE), Listing.parse("arm64", after));
  }

  private static String listing(String... code) {
    StringBuilder text = new StringBuilder("f STEXT nosplit size=16 args=0x0 locals=0x0\n");
    for (String line : code) {
      text.append("\t0x0000 ").append(line).append('\n');
    }
    if (code.length == 4) {
      text.append("\t0x0000 00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f  ........\n");
    } else if (code.length == 3) {
      text.append("\t0x0000 f0 01 02 03 08 09 0a 0b 0c 0d 0e 0f              ........\n");
    } else {
      text.append("\t0x0000 f0 01 02 03 08 09 0a 0b                          ........\n");
    }
    return text.toString();
  }
}
