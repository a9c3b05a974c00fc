package dev.untether.campaign.file;

import dev.untether.campaign.Source;
import dev.untether.recipe.template.Problems;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a list of repositories: an address a line, and after it, if need be, the branch to start
 * from. Empty lines, and what follows a {@code #}, are passed over.
 */
final class RepositoryList {
  private static final int MOST_BYTES = 8 << 20;

  private RepositoryList() {}

  /** Returns the repositories; what is wrong becomes a problem in the list, not in the campaign. */
  static List<Source> read(Path file, Problems problems) throws IOException {
    String path = file.toString();
    String text = new String(BoundedFile.read(file, MOST_BYTES), StandardCharsets.UTF_8);
    List<Source> sources = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String words = (" " + line).split("\\s#", 2)[0].strip();
      if (words.isEmpty()) {
        continue;
      }
      Position position = new Position(number, line.indexOf(words) + 1);
      String[] parts = words.split("\\s+", -1);
      Optional<String> mistake =
          parts.length > 2
              ? Optional.of("has " + parts.length + " words; expected an address and a branch")
              : Addresses.mistakeInRepository(parts[0]);
      if (mistake.isPresent()) {
        problems.add(
            CampaignReader.RULE, path, position, SourceReader.shown(parts[0]) + mistake.get());
      } else {
        sources.add(
            new Source.Remote(
                parts[0], parts.length == 2 ? Optional.of(parts[1]) : Optional.empty()));
      }
    }
    if (sources.isEmpty()) {
      problems.add(
          CampaignReader.RULE,
          path,
          Finding.WHOLE_FILE,
          "no repository; expected the address of one on each line");
    }
    return sources;
  }
}
