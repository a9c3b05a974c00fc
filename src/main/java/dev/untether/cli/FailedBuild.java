package dev.untether.cli;

import dev.untether.cli.option.Inputs;
import dev.untether.cli.option.Prefixed;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.dependency.BuildList;
import dev.untether.module.dependency.BuildModule;
import dev.untether.module.dependency.GoEnvironment;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.report.explanation.BuildExplanation;
import dev.untether.review.JudgedReference;
import dev.untether.review.Judging;
import dev.untether.review.ReleaseData;
import dev.untether.review.buildlog.BuildFailure;
import dev.untether.review.buildlog.BuildLog;
import dev.untether.review.buildlog.Diagnoses;
import dev.untether.review.buildlog.Diagnosis;
import dev.untether.review.buildlog.Owner;
import dev.untether.review.explain.Remedy;
import dev.untether.text.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds what is behind the failures of a build: in trees, or in what they are built from. */
final class FailedBuild {
  private final List<Inputs.Root> roots;
  private final SortedSet<Target> targets;
  private final ReleaseRange releases;
  private final ReleaseData data;

  /** The directories of dependencies that were looked into, and what to call them. */
  private final Map<Path, String> dependencies = new HashMap<>();

  private final Map<Path, List<JudgedReference>> judged = new HashMap<>();

  /**
   * Prepares to look below the PATHs.
   *
   * @param targets the targets asked for
   * @param releases the releases asked for
   * @param data what is known of the releases
   */
  FailedBuild(
      List<Inputs.Root> roots, SortedSet<Target> targets, ReleaseRange releases, ReleaseData data) {
    this.roots = roots;
    this.targets = targets;
    this.releases = releases;
    this.data = data;
  }

  /**
   * Returns what is behind the failures that {@code log} reports.
   *
   * @param remedies says what to do about references to a symbol
   * @param problems where findings about inputs are added
   */
  BuildExplanation explain(
      BuildLog log, Function<String, Remedy> remedies, List<Finding> problems) {
    ReleaseRange range = log.within(releases);
    SortedSet<Target> built = new TreeSet<>(targets);
    log.target().filter(it -> targets.contains(it)).ifPresent(it -> built.retainAll(List.of(it)));
    List<JudgedReference> references = new ArrayList<>();
    for (Inputs.Root root : roots) {
      Judging.Result result = new Judging(root.tree(), built, range, data).run();
      references.addAll(result.facts().references());
      problems.addAll(Prefixed.findings(root.prefix(), result.problems()));
    }
    List<ModuleTree> trees = roots.stream().map(Inputs.Root::tree).toList();
    var scope = new Diagnoses.Scope(trees, references, range, built);
    Diagnoses diagnoses = Diagnoses.of(log.failures(), scope);
    Map<Diagnosis, Owner> owners = new HashMap<>();
    for (Diagnosis diagnosis : diagnoses.all()) {
      if (diagnosis.references().isEmpty() && isAboutReference(diagnosis)) {
        owner(diagnosis.failure(), scope).ifPresent(owner -> owners.put(diagnosis, owner));
      }
    }
    return new BuildExplanation(diagnoses, scope, owners, remedies, this::path);
  }

  private static boolean isAboutReference(Diagnosis diagnosis) {
    return diagnosis.failure().kind().isOfLinker() && !diagnosis.failure().symbol().isEmpty();
  }

  /**
   * Returns the dependency behind a failure: the one that holds the package which refers, or, where
   * inlining has hidden that, the first that refers to the symbol at all.
   */
  private Optional<Owner> owner(BuildFailure failure, Diagnoses.Scope scope) {
    String packagePath = Diagnoses.packageOf(failure);
    for (Inputs.Root root : roots) {
      Path home = Path.of(System.getProperty("user.home", "."));
      BuildList list = BuildList.read(root.tree().root(), GoEnvironment.of(System.getenv(), home));
      Optional<BuildModule> holder =
          list.moduleOfPackage(packagePath).filter(module -> !module.isMain());
      if (holder.isPresent()) {
        return Optional.of(owner(holder.get(), failure, scope));
      }
      for (BuildModule module : list.modules()) {
        if (!module.isMain() && module.isRelevant()) {
          Owner owner = owner(module, failure, scope);
          if (!owner.references().isEmpty()) {
            return Optional.of(owner);
          }
        }
      }
    }
    return Optional.empty();
  }

  private Owner owner(BuildModule module, BuildFailure failure, Diagnoses.Scope scope) {
    List<JudgedReference> references =
        module.directory().stream()
            .flatMap(directory -> references(directory, module, scope).stream())
            .filter(it -> it.symbol().equals(failure.symbol()))
            .toList();
    return new Owner(module.module(), module.why(), references);
  }

  private List<JudgedReference> references(
      Path directory, BuildModule module, Diagnoses.Scope scope) {
    return judged.computeIfAbsent(
        directory,
        path -> {
          ModuleTree tree = ModuleTree.discover(path);
          dependencies.put(tree.root(), module.module().toString());
          return new Judging(tree, scope.targets(), scope.releases(), data)
              .run()
              .facts()
              .references();
        });
  }

  /** Returns a path from where output starts, or below the dependency that the file belongs to. */
  private String path(SourceFile file) {
    for (Map.Entry<Path, String> dependency : dependencies.entrySet()) {
      if (file.absolute().startsWith(dependency.getKey())) {
        return dependency.getValue() + "/" + file.relative();
      }
    }
    Path base = roots.get(0).base();
    Path shown =
        file.absolute().startsWith(base) ? base.relativize(file.absolute()) : file.absolute();
    return shown.toString().replace('\\', '/');
  }
}
