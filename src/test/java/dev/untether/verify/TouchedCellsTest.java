package dev.untether.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.target.Target;
import dev.untether.text.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which builds see a change: by release, target, architecture level and cgo. */
final class TouchedCellsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arm     | a_arm.s   | //go:build arm.7            | GOARM=5",
        "arm     | a_arm.s   | //go:build arm.6 && !arm.7  | GOARM=6",
        "arm     | a_arm.s   | #ifdef GOARM_6              | GOARM=5",
        "amd64   | a_amd64.s | //go:build amd64.v3         | GOAMD64=v3",
        "amd64   | a_amd64.s | #ifdef GOAMD64_v4           | GOAMD64=v4",
        "386     | a_386.s   | #ifndef GO386_softfloat     | GO386=softfloat",
        "mips    | a_mips.s  | //go:build !mips.softfloat  | GOMIPS=softfloat",
        "mips64le | a.s      | #ifdef GOMIPS64_softfloat   | GOMIPS64=softfloat",
        "arm64   | a_arm64.s | #ifdef GOARM64_LSE          | GOARM64=v8.1",
        "riscv64 | a.s       | //go:build riscv64.rva22u64 | GORISCV64=rva22u64",
        "ppc64le | a.s       | #ifdef GOPPC64_power9       | GOPPC64=power9",
        "amd64   | a.go      | //go:build amd64.v2         | GOAMD64=v2",
      })
  void aLevelThatMakesADifferenceIsBuiltToo(
      String goarch, String name, String line, String setting) {
    assertThat(levels(goarch, 26, edit(name, line)))
        .containsExactly("linux/" + goarch, "linux/" + goarch + " (" + setting + ")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arm   | a_arm.s   | // nothing to choose",
        "arm64 | a_arm.s   | //go:build arm.7",
        "amd64 | a_amd64.s | //go:build arm.5 || amd64",
        "amd64 | a.go      | // GOAMD64_v3 says nothing to Go",
        "s390x | a_s390x.s | #ifdef GOS390X_vx",
        "amd64 | embed.txt | //go:build amd64.v3",
      })
  void aLevelThatMakesNoneIsNot(String goarch, String name, String line) {
    assertThat(levels(goarch, 26, edit(name, line))).containsExactly("linux/" + goarch);
  }

  @Test
  void eachDifferenceIsBuiltOnce() {
    assertThat(
            levels(
                "amd64",
                26,
                edit("a_amd64.s", "//go:build amd64.v2"),
                edit("b_amd64.s", "#ifdef GOAMD64_v4")))
        .containsExactly("linux/amd64", "linux/amd64 (GOAMD64=v2)", "linux/amd64 (GOAMD64=v4)");
  }

  @Test
  void aHeaderOfGoMakesNamesOfEveryLevel() {
    assertThat(levels("amd64", 26, edit("a_amd64.s", "#include \"asm_amd64.h\""))).hasSize(4);
  }

  @Test
  void aReleaseThatDoesNotKnowTheLevelIsNotBuiltWithIt() {
    assertThat(levels("arm64", 22, edit("a_arm64.s", "#ifdef GOARM64_LSE")))
        .containsExactly("linux/arm64");
    assertThat(levels("arm", 21, edit("a_arm.s", "#ifdef GOARM_7"))).containsExactly("linux/arm");
  }

  @Test
  void whatIsBuiltForALevelOnlyIsSeenThereOnly() {
    FileEdit edit = edit("a_amd64.s", "//go:build amd64.v3");
    Cell plain = new Cell(26, new Target("linux", "amd64"));
    Cell third = new Cell(26, plain.target(), new Variant("GOAMD64", "v3"));

    assertThat(TouchedCells.touching(plain, List.of(edit))).isEmpty();
    assertThat(TouchedCells.touching(third, List.of(edit))).containsExactly(edit);
  }

  @Test
  void whatNoBuildTakesIsNotProven() {
    SortedSet<Cell> cells = cells("amd64", 26);
    FileEdit cgo = edit("a_amd64.s", "//go:build cgo");
    FileEdit other = edit("b_arm64.s", "");
    FileEdit seen = edit("c_amd64.s", "");

    var unseen = TouchedCells.unseen(cells, List.of(cgo, other, seen));

    assertThat(unseen.get(cgo.file())).contains("built with cgo only", "--cgo");
    assertThat(unseen.get(other.file())).contains("none of these builds");
    assertThat(unseen).hasSize(2);
  }

  @Test
  void withCgoItIs() {
    SortedSet<Cell> cells = cells("amd64", 26);
    cells.add(new Cell(26, new Target("linux", "amd64"), Variant.CGO));

    assertThat(TouchedCells.unseen(cells, List.of(edit("a_amd64.s", "//go:build cgo")))).isEmpty();
  }

  @Test
  void aHeaderIsSeenWhereAssemblyBesideItIs() throws Exception {
    Files.writeString(directory.resolve("a_arm.s"), "//go:build arm.7\n");

    assertThat(levels("arm", 26, edit("defs.h", "#define X 1"))).hasSize(2);
    assertThat(levels("arm64", 26, edit("defs.h", "#define X 1"))).hasSize(1);
  }

  private static List<String> levels(String goarch, int release, FileEdit... edits) {
    return TouchedCells.withLevels(cells(goarch, release), List.of(edits)).stream()
        .map(Cell::place)
        .toList();
  }

  private static SortedSet<Cell> cells(String goarch, int release) {
    return new TreeSet<>(List.of(new Cell(release, new Target("linux", goarch))));
  }

  private FileEdit edit(String name, String line) {
    String code = name.endsWith(".go") ? "\n\npackage p\n" : "\n\n#endif\n";
    return new FileEdit(
        directory.resolve(name),
        Optional.of(SourceText.of(line + code)),
        Optional.of(SourceText.of(line + code + "// changed\n")),
        List.of());
  }
}
