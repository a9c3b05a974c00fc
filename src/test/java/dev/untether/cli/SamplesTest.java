package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import dev.untether.report.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the READMEs of the samples say, done. The expected output in src/test/resources/samples was
 * read line by line before it was put there; a change of it wants the same care.
 */
final class SamplesTest {
  private static final Path EXPECTED = Path.of("src/test/resources/samples");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"linkname-repro", "fakecgo"})
  void migrateShowsTheExpectedDiffAndChangesNothing(String sample) throws IOException {
    CommandRun run = migrate(sample);

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).isEqualTo(Files.readString(EXPECTED.resolve(sample + ".diff")));
    assertThat(run.err()).contains("8 files would change, 0 places refused", "Nothing was written");
  }

  @ParameterizedTest
  @ValueSource(strings = {"linkname-repro", "fakecgo"})
  void gitAppliesTheDiffAndNothingIsLeftToDo(String sample) {
    CommandRun.copy(Path.of("samples", sample), directory);

    new Command(directory).run(migrate(sample).bytes(), "git", "apply");

    CommandRun again = CommandRun.of("migrate", "--check", directory.toString());
    assertThat(again.exit()).isEqualTo(ExitCode.OK);
    assertThat(again.bytes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"linkname-repro", "fakecgo"})
  void scanListsTheExpectedReferences(String sample) throws IOException {
    CommandRun run = CommandRun.of("scan", "--format", "jsonl", sampleDirectory(sample));

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).isEqualTo(Files.readString(EXPECTED.resolve(sample + ".jsonl")));
    assertThat(run.err()).contains("18 references");
  }

  @ParameterizedTest
  @ValueSource(strings = {"linkname-repro", "fakecgo"})
  void afterTheMigrationNothingRefersToLoadG(String sample) {
    CommandRun.copy(Path.of("samples", sample), directory);
    CommandRun.of("migrate", "--write", directory.toString());

    CommandRun run = CommandRun.of("scan", directory.toString());

    assertThat(run.out()).contains("runtime.cgocallback").doesNotContain("load_g");
  }

  private static CommandRun migrate(String sample) {
    String[] recipes =
        sample.equals("fakecgo")
            ? new String[] {
              "--recipe", "drop-load-g-from-crosscall2", "--recipe", "inline-g-in-setg-trampoline"
            }
            : new String[] {"--recipe", "drop-load-g-from-crosscall2"};
    String[] args = new String[recipes.length + 2];
    args[0] = "migrate";
    System.arraycopy(recipes, 0, args, 1, recipes.length);
    args[args.length - 1] = sampleDirectory(sample);
    return CommandRun.of(args);
  }

  /** An absolute PATH gives names relative to it, as if the program ran in the directory. */
  private static String sampleDirectory(String sample) {
    return Path.of("samples", sample).toAbsolutePath().toString();
  }
}
