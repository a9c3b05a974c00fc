package dev.untether.campaign.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Plan;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of one package in many places. */
final class CopiesTest {
  private static final Path FAKECGO = Path.of("samples/fakecgo/internal/fakecgo");
  private static final String LICENCE =
      "// Copyright 2026 Somebody Else. All rights reserved.\n// See LICENSE.\n\n";

  @TempDir Path directory;
  private PlannedRepository repository;

  @BeforeEach
  void repository() {
    repository = new PlannedRepository(directory);
  }

  /** Copies a package under another name and licence, with other white space at line ends. */
  private void fork(String module, String to, String name) throws IOException {
    repository.file(module + "/go.mod", "module example.com/" + module + "\n\ngo 1.22\n");
    try (Stream<Path> files = Files.list(FAKECGO)) {
      for (Path file : files.toList()) {
        String text = Files.readString(file).replace("package fakecgo", "package " + name);
        repository.file(to + "/" + file.getFileName(), LICENCE + text);
      }
    }
  }

  private static List<String> copies(Plan plan) {
    return plan.left().stream()
        .filter(it -> it.rule().equals("copied-package"))
        .map(Finding::message)
        .toList();
  }

  private void threeCopies() throws IOException {
    repository.copyOf(Path.of("samples/fakecgo"), "one");
    fork("two", "two/internal/rt", "rt");
    fork("three", "three/third_party/fakecgo", "fakecgo");
    repository.commit();
  }

  @Test
  void renamedAndRelicensedCopiesGetTheSameFix() throws Exception {
    threeCopies();

    Plan plan = repository.copies(Campaign.Copies.MIGRATE).plan();

    Map<String, Map<String, String>> fixes = new TreeMap<>();
    plan.units()
        .forEach(
            unit ->
                unit.changes()
                    .forEach(
                        (path, change) -> {
                          String name = path.substring(path.lastIndexOf('/') + 1);
                          fixes
                              .computeIfAbsent(name, key -> new TreeMap<>())
                              .put(unit.id(), plain(change.after()));
                        }));
    assertThat(fixes.keySet()).contains("asm_arm64.s", "asm_ppc64le.s", "asm_s390x.s");
    fixes.forEach(
        (file, texts) -> {
          assertThat(texts.keySet()).as(file).containsExactly("one", "three", "two");
          assertThat(texts.values().stream().distinct()).as(file).hasSize(1);
        });
    assertThat(copies(plan))
        .singleElement()
        .asString()
        .contains("in r/one/internal/fakecgo, r/three/third_party/fakecgo, r/two/internal/rt")
        .contains("each is migrated");
  }

  private static String plain(Optional<SourceText> text) {
    return text.orElseThrow()
        .toString()
        .replace(LICENCE, "")
        .replace("package rt\n", "package fakecgo\n");
  }

  @Test
  void otherPeoplesCopiesAreReportedAndLeftAlone() throws Exception {
    threeCopies();

    Plan plan = repository.copies(Campaign.Copies.REPORT).plan();

    assertThat(plan.units()).extracting(it -> it.id()).containsExactly("one", "two");
    assertThat(copies(plan))
        .singleElement()
        .asString()
        .contains("r/three/third_party/fakecgo left alone");
  }

  @Test
  void workspaceSaysWhereACopyIsFrom() throws Exception {
    repository
        .copyOf(Path.of("samples/monorepo"), "")
        .recipe("nanotime-to-time", Map.of())
        .commit();

    Plan plan = repository.plan();

    assertThat(copies(plan).toString())
        .contains("copy of example.org/ticker in r/third_party/ticker, r/vendor/example.org/ticker")
        .contains("all left alone");
  }

  @Test
  void copyAcrossRepositoriesIsFound(@TempDir Path elsewhere) throws Exception {
    repository.copyOf(Path.of("samples/fakecgo"), "one").commit();
    PlannedRepository other =
        new PlannedRepository(elsewhere).copyOf(Path.of("samples/fakecgo"), "").commit();

    Plan plan = repository.plan(List.of(repository.origin("a"), other.origin("b")));

    assertThat(copies(plan))
        .singleElement()
        .asString()
        .startsWith("copy of internal/fakecgo in a/one/internal/fakecgo, b/internal/fakecgo;");
  }

  @Test
  void differentPackagesAreNoCopies() throws Exception {
    repository
        .copyOf(Path.of("samples/fakecgo"), "one")
        .copyOf(Path.of("samples/fastrand"), "two")
        .copyOf(Path.of("samples/legacy-linknames"), "three")
        .commit();

    assertThat(copies(repository.plan())).isEmpty();
  }

  @Test
  void whiteSpaceCommentsAndNamesOfPackagesDoNotCount() {
    SourceText one = SourceText.of("package a\n\nimport \"x.com/a/b\"\n\n" + code(50));
    SourceText other =
        SourceText.of(
            "/* Licence */\n//go:build linux\npackage b // b\nimport \"y.org/c/b\"\n"
                + code(50).replace(" ", "\t  ").replace("\n", "\r\n"));

    assertThat(Sketch.of("a", List.of(one)).likeness(Sketch.of("b", List.of(other)))).isEqualTo(1);
  }

  @Test
  void editedCopiesAreAlikeAndOtherCodeIsNot() {
    Sketch code = Sketch.of("a", List.of(SourceText.of(code(100))));
    Sketch edited = Sketch.of("b", List.of(SourceText.of(code(100).replace("F7", "G7"))));
    Sketch other = Sketch.of("c", List.of(SourceText.of(code(100).replace("F", "H"))));

    assertThat(code.likeness(edited)).isGreaterThan(0.7);
    assertThat(code.likeness(other)).isLessThan(0.5);
  }

  private static String code(int functions) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < functions; i++) {
      code.append("func F").append(i).append("(x int) int { return F").append(i * 7 % functions);
      code.append("(x + ").append(i * i).append(") }\n");
    }
    return code.toString();
  }

  @Test
  void tenThousandCopiesAreGroupedInOneGoTwoByTwoWouldTakeMinutes() {
    List<CopyGroups.Member> members = new ArrayList<>();
    Sketch same = Sketch.of("x", List.of(SourceText.of(code(20))));
    for (int i = 0; i < 10_000; i++) {
      Sketch sketch = new Sketch("p" + i + "/x", same.tokens(), same.least());
      members.add(new CopyGroups.Member("r", sketch, Optional.empty()));
    }

    assertThat(CopyGroups.of(members))
        .singleElement()
        .satisfies(group -> assertThat(group.members()).hasSize(10_000))
        .satisfies(group -> assertThat(group.name()).isEqualTo("x"));
  }
}
