package dev.untether.verify.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.engine.ChangeSet;
import dev.untether.engine.FileChange;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.folder.RecipeCatalogue;
import dev.untether.text.SourceText;
import dev.untether.verify.FileEdit;
import dev.untether.verify.Proof;
import dev.untether.verify.Withdrawn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is left of a migration, and of its first steps, after something was withdrawn. */
final class ProvenChangesTest {
  private static final String ONE = "drop-load-g-from-crosscall2";
  private static final String TWO = "inline-g-in-setg-trampoline";

  private final List<List<String>> runs = new ArrayList<>();

  @Test
  void whatWasNotWithdrawnStaysAsItIs() {
    ChangeSet changes = set(change("a.s", "1", ONE), change("b.s", "2", TWO));
    ProvenChanges kept = new ProvenChanges(List.of(proof(List.of(edit("a.s", "1", ONE)))));

    assertThat(kept.of(changes)).isEqualTo(changes);
    assertThat(kept.isLess()).isFalse();
  }

  @Test
  void aFileThatWasWithdrawnIsRefusedInTheNameOfItsRecipe() {
    ChangeSet changes = set(change("a.s", "1", ONE), change("b.s", "2", TWO));
    ProvenChanges kept =
        new ProvenChanges(List.of(proof(List.of(), withdrawn(edit("a.s", "1", ONE), ONE))));

    ChangeSet left = kept.of(changes);

    assertThat(left.changes()).extracting(FileChange::path).containsExactly("b.s");
    assertThat(left.refused())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.rule()).isEqualTo(ONE);
              assertThat(it.message())
                  .contains("withdrawn", "it breaks")
                  .doesNotContain("in two lines");
            });
    assertThat(kept.isLess()).isTrue();
  }

  @Test
  void aStepHasNothingOfAFileThatWasWithdrawn() throws Exception {
    ProvenChanges kept =
        new ProvenChanges(
            List.of(proof(List.of(), withdrawn(edit("a.s", "12", ONE, TWO), ONE, TWO))));

    ChangeSet step = kept.ofFirst(recipes(ONE), this::migrate);

    assertThat(step.changes()).extracting(FileChange::path).containsExactly("b.s");
  }

  @Test
  void aStepHasWhatTheOtherRecipesMakeOfAFileFromWhichOneWasWithdrawn() throws Exception {
    ProvenChanges kept =
        new ProvenChanges(
            List.of(
                proof(
                    List.of(edit("a.s", TWO, TWO)), withdrawn(edit("a.s", "12", ONE, TWO), ONE))));

    ChangeSet first = kept.ofFirst(recipes(ONE), this::migrate);
    ChangeSet both = kept.ofFirst(recipes(ONE, TWO), this::migrate);

    assertThat(first.changes()).containsExactly(change("b.s", ONE, ONE));
    assertThat(both.changes())
        .containsExactly(change("a.s", TWO, TWO), change("b.s", ONE + TWO, ONE, TWO));
  }

  @Test
  void aStepInWhichTheWithdrawnRecipeHasNoPartRunsOnce() throws Exception {
    ProvenChanges kept =
        new ProvenChanges(
            List.of(
                proof(
                    List.of(edit("a.s", ONE, ONE)), withdrawn(edit("a.s", "12", ONE, TWO), TWO))));

    ChangeSet first = kept.ofFirst(recipes(ONE), this::migrate);

    assertThat(first.changes()).extracting(FileChange::path).containsExactly("a.s", "b.s");
    assertThat(runs).containsExactly(List.of(ONE));
  }

  /** Each recipe adds its id to both files. */
  private ChangeSet migrate(List<Recipe> recipes) {
    String[] ids = recipes.stream().map(Recipe::id).toArray(String[]::new);
    runs.add(List.of(ids));
    if (ids.length == 0) {
      return set();
    }
    String text = String.join("", ids);
    return set(change("a.s", text, ids), change("b.s", text, ids));
  }

  private static List<Recipe> recipes(String... ids) {
    List<Recipe> recipes = new ArrayList<>();
    for (String id : ids) {
      recipes.add(RecipeCatalogue.bundled().folder(id).orElseThrow().load().recipe().orElseThrow());
    }
    return recipes;
  }

  private static Proof proof(List<FileEdit> kept, Withdrawn... withdrawn) {
    return new Proof(Path.of("/m"), List.of(), kept, List.of(withdrawn), new TreeMap<>(), "", "");
  }

  private static Withdrawn withdrawn(FileEdit edit, String... recipes) {
    return new Withdrawn(edit, List.of(recipes), "it breaks\nin two lines");
  }

  private static ChangeSet set(FileChange... changes) {
    return new ChangeSet(List.of(changes), List.of(), List.of(), List.of(), List.of(), 2);
  }

  private static FileChange change(String path, String after, String... recipes) {
    return new FileChange(
        path,
        Path.of("/m").resolve(path),
        Optional.of(SourceText.of("before")),
        Optional.of(SourceText.of(after)),
        List.of(recipes));
  }

  private static FileEdit edit(String path, String after, String... recipes) {
    return FileEdit.of(change(path, after, recipes));
  }
}
