package dev.untether.campaign.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where campaigns keep what they remember from run to run:
 *
 * <pre>
 * DIR/campaign-NAME/journal.jsonl   what was begun and done, a line each; only ever appended to
 * DIR/campaign-NAME/lock            held while a run changes something; holds who
 * </pre>
 *
 * <p>What else there is in {@code DIR}, clones and caches, belongs to those that made it. All of it
 * may be deleted while nothing runs: forges and remotes know what is there. What is lost then is
 * time.
 */
public final class StateDirectory {
  private final Path directory;

  private StateDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Returns the place of one campaign; nothing is made yet.
   *
   * @param state the directory of all campaigns
   * @throws IOException when the name cannot be that of a directory
   */
  public static StateDirectory of(Path state, String campaign) throws IOException {
    // With something before it, so that no name is `..` or that of a clone.
    String name = "campaign-" + campaign;
    if (campaign.isEmpty() || !campaign.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new IOException(
          "campaign `"
              + campaign
                  .codePoints()
                  .limit(100)
                  .collect(
                      StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              + "`: expected a name of up to 100 letters, digits, dots and dashes");
    }
    return new StateDirectory(state.resolve(name));
  }

  /** Returns the journal's file, which may not be there yet. */
  public Path journal() {
    return directory.resolve("journal.jsonl");
  }

  /** Returns the file that is locked while a run changes something. */
  public Path lock() {
    return directory.resolve("lock");
  }

  /** Makes the directory if it is not there. */
  void make() throws IOException {
    Files.createDirectories(directory);
  }
}
