package dev.untether.campaign.connect;

import dev.untether.campaign.Origin;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Proved;
import dev.untether.campaign.UnitProver;
import dev.untether.git.BaseCheckout;
import dev.untether.git.Change;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.TreeListing;
import dev.untether.module.ModuleTree;
import dev.untether.recipe.Recipe;
import dev.untether.report.proof.ProofMarkdown;
import dev.untether.verify.FileEdit;
import dev.untether.verify.Proof;
import dev.untether.verify.Prover;
import dev.untether.verify.Withdrawn;
import dev.untether.verify.change.ProofScope;
import dev.untether.verify.change.TreeProver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Proves units with the real Go toolchain, on the base of their origin, one at a time. */
public final class ToolchainProver implements UnitProver {
  private final Prover prover;
  private final ProofScope scope;
  private final List<Recipe> recipes;
  private boolean withdrawn;

  /** Prepares proofs; {@code prover} stays the caller's to close. */
  public ToolchainProver(Prover prover, ProofScope scope, List<Recipe> recipes) {
    this.prover = prover;
    this.scope = scope;
    this.recipes = List.copyOf(recipes);
  }

  @Override
  public synchronized Proved prove(Origin origin, PlannedUnit unit)
      throws IOException, InterruptedException {
    try (GitRepository repository = GitRepository.containing(origin.place());
        BaseCheckout checkout = checkout(repository, origin, unit)) {
      Path root = checkout.root();
      List<FileEdit> edits = new ArrayList<>();
      List<String> ids = unit.recipes().stream().map(it -> it.id()).toList();
      unit.changes()
          .forEach(
              (path, change) ->
                  edits.add(
                      new FileEdit(root.resolve(path), change.before(), change.after(), ids)));
      List<Recipe> used = recipes.stream().filter(it -> ids.contains(it.id())).toList();
      var proved =
          new TreeProver(prover, scope.within(root))
              .changes(ModuleTree.discover(root), edits, used);
      Proved result = result(root, unit, proved);
      withdrawn |= !result.withdrawn().isEmpty();
      return result;
    } catch (GitException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Returns whether something of some unit was taken back. */
  public synchronized boolean hasWithdrawn() {
    return withdrawn;
  }

  private static BaseCheckout checkout(GitRepository repository, Origin origin, PlannedUnit unit)
      throws GitException {
    Set<String> needed =
        ProofFiles.of(TreeListing.of(repository, origin.base()), unit.changes().keySet());
    BaseCheckout some = BaseCheckout.of(repository, origin.base(), needed);
    if (needed.contains("") || some.findings().isEmpty()) {
      return some;
    }
    // Perhaps a link that leads into another module.
    some.close();
    return BaseCheckout.of(repository, origin.base(), Set.of(""));
  }

  private static Proved result(
      Path root, PlannedUnit unit, dev.untether.verify.change.Proved proved) throws IOException {
    if (!proved.notProven().isEmpty()) {
      var first = proved.notProven().get(0);
      throw new IOException(root.relativize(first.place()) + ": " + first.reason());
    }
    SortedMap<String, Change> kept = new TreeMap<>();
    Set<String> withdrawn = new LinkedHashSet<>();
    StringBuilder evidence = new StringBuilder();
    for (Proof proof : proved.proofs()) {
      for (FileEdit edit : proof.kept()) {
        kept.put(name(root, edit.file()), new Change(edit.before(), edit.after()));
      }
      for (Withdrawn each : proof.withdrawn()) {
        String reason = each.reason().lines().findFirst().orElse("");
        withdrawn.add(
            name(root, each.edit().file())
                + " ("
                + String.join(", ", each.recipes())
                + "): "
                + reason);
      }
      evidence.append(ProofMarkdown.of(name(root, proof.module()), proof)).append('\n');
    }
    kept.keySet().retainAll(unit.changes().keySet());
    return new Proved(kept, evidence.toString().strip(), List.copyOf(withdrawn));
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }
}
