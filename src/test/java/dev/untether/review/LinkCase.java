package dev.untether.review;

import dev.untether.module.ModuleTree;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small module, and what is to be found in it.
 *
 * @param directory where it is
 */
record LinkCase(Path directory) {
  private static final Path ROOT = Path.of("src/test/resources/dev/untether/review/link-cases");
  static final String EXPECTED = "expected.txt";

  static Stream<LinkCase> all() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.sorted().map(LinkCase::new).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String expected() {
    try {
      return Files.readString(directory.resolve(EXPECTED));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<CheckFinding> findings() {
    var releases = new ReleaseRange(21, 27);
    var targets = Targets.known().of(releases);
    Judging.Result judged =
        new Judging(ModuleTree.discover(directory), targets, releases, ReleaseData.shipped()).run();
    List<CheckFinding> found = new ArrayList<>();
    found.addAll(new LinkRules(Advice.none()).check(judged.facts()));
    found.addAll(new SignatureRule(ReleaseData.shipped(), Advice.none()).check(judged.facts()));
    Collections.sort(found);
    return found;
  }

  @Override
  public String toString() {
    return String.valueOf(directory.getFileName());
  }
}
