package dev.untether.recipe.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedFolderTest {
  private static final String NOISE = "<>{}[]()\"'`:,&*!|#-@%\\\n\t \u0000\u00e9\u2028$ax01";

  @TempDir private Path temp;

  @ParameterizedTest
  @Timeout(120)
  @ValueSource(longs = {1, 2, 3})
  void whateverIsInTheFilesLoadingEndsWithARecipeOrWithFindings(long seed) throws IOException {
    var random = new Random(seed);
    FolderBuilder builder = new FolderBuilder(temp);
    for (int round = 0; round < 400; round++) {
      String templates = FolderBuilder.TEMPLATES + "other(x) ::= <<\n<x:{y | <y.k>}; wrap>\n>>\n";
      builder.write("recipe.yaml", damaged(FolderBuilder.DESCRIPTOR, random));
      builder.write("code.stg", random.nextBoolean() ? templates : damaged(templates, random));

      LoadedRecipe loaded = builder.load();

      assertThat(loaded.recipe().isPresent()).isEqualTo(loaded.findings().isEmpty());
      assertThat(loaded.findings())
          .allMatch(finding -> finding.position().line() <= 60)
          .extracting(Finding::path)
          .allMatch(path -> path.contains("sample-recipe"));
    }
  }

  private static String damaged(String text, Random random) {
    var damaged = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int start = random.nextInt(damaged.length());
      int end = Math.min(damaged.length(), start + random.nextInt(6));
      int at = random.nextInt(NOISE.length());
      String noise = NOISE.substring(at, Math.min(NOISE.length(), at + random.nextInt(4)));
      damaged.replace(start, end, noise);
    }
    return damaged.toString();
  }
}
