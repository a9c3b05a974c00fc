package dev.untether.campaign.connect;

import dev.untether.campaign.Origin;
import dev.untether.git.BaseCheckout;
import dev.untether.git.Change;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.TreeListing;
import dev.untether.module.ModuleTree;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.report.Refusals;
import dev.untether.review.JudgedReference;
import dev.untether.review.Judging;
import dev.untether.review.ReleaseData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the linkers of Go's releases say of changed packages, before and after. */
public final class Judgements {
  private final ReleaseRange releases;
  private final SortedSet<Target> targets;

  /** Creates judgements of some releases and targets. */
  public Judgements(ReleaseRange releases, SortedSet<Target> targets) {
    this.releases = releases;
    this.targets = new TreeSet<>(targets);
  }

  /**
   * Returns what there is to say of the packages that changes are in. What cannot be read is not
   * said: the plan has told of it.
   */
  public UnitWords.Verdicts of(Origin origin, SortedMap<String, Change> changes) {
    SortedSet<String> directories = new TreeSet<>();
    changes.keySet().forEach(path -> directories.add(directory(path)));
    try (GitRepository repository = GitRepository.containing(origin.place());
        BaseCheckout checkout =
            BaseCheckout.of(repository, origin.base(), existing(repository, origin, directories))) {
      String before = table(checkout.root());
      for (Map.Entry<String, Change> change : changes.entrySet()) {
        write(checkout.root().resolve(change.getKey()), change.getValue());
      }
      return new UnitWords.Verdicts(before, table(checkout.root()));
    } catch (GitException | IOException e) {
      return UnitWords.Verdicts.NONE;
    }
  }

  private static SortedSet<String> existing(
      GitRepository repository, Origin origin, SortedSet<String> directories) throws GitException {
    SortedSet<String> there = new TreeSet<>();
    TreeListing listing = TreeListing.of(repository, origin.base());
    for (String directory : directories) {
      if (directory.isEmpty() || listing.tree(directory).isPresent()) {
        there.add(directory);
      }
    }
    return there;
  }

  private static String directory(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static void write(Path file, Change change) throws IOException {
    if (change.after().isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    Files.createDirectories(file.resolveSibling(""));
    try (OutputStream out = Files.newOutputStream(file)) {
      change.after().get().writeTo(out);
    }
  }

  private String table(Path root) {
    ModuleTree tree = ModuleTree.discover(root);
    Refusals refusals = new Refusals();
    for (JudgedReference each :
        new Judging(tree, targets, releases, ReleaseData.shipped()).run().facts().references()) {
      if (!each.verdicts().isEmpty()) {
        refusals.add(each.symbol(), each.verdicts());
      }
    }
    return refusals.markdown();
  }
}
