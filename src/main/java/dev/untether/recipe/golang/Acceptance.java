package dev.untether.recipe.golang;

import dev.untether.access.AccessData;
import dev.untether.access.Configuration;
import dev.untether.access.Judgement;
import dev.untether.access.Outcome;
import dev.untether.access.Panel;
import dev.untether.access.Reference;
import dev.untether.access.Reference.FunctionPull;
import dev.untether.access.Reference.Mention;
import dev.untether.access.Reference.VariablePull;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.ValueDeclaration;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.BuildContext;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the linkers of the releases known make of one pull, on all targets that build its file. A
 * release accepts it only if it does so on each of them, for certain.
 *
 * @param first the oldest release asked, the N of Go 1.N
 * @param last the newest release known
 * @param outcomes for each release from the first to the last that builds the file, what happens,
 *     and on which targets
 */
record Acceptance(
    int first, int last, SortedMap<Integer, SortedMap<Outcome, SortedSet<Target>>> outcomes) {

  Acceptance {
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
  }

  /**
   * Asks about the pulls of one package; what is the same for all pulls of a file is asked once.
   */
  static final class Panels {
    private final GoPackage goPackage;
    private final int first;
    private final int last;
    private final Map<PackageFile, SortedMap<Integer, Panel>> ofFiles = new HashMap<>();
    private final Map<Question, Acceptance> answers = new HashMap<>();

    private record Question(PackageFile file, Reference reference) {}

    Panels(GoPackage goPackage) {
      this.goPackage = goPackage;
      SortedSet<Integer> releases = AccessData.releases();
      this.last = releases.last();
      this.first = Math.min(last, Math.max(releases.first(), goPackage.language()));
    }

    /** Returns what is known about {@code site}, in releases that the go line allows. */
    Acceptance of(Site site) {
      Question question = new Question(site.file(), reference(goPackage, site));
      return answers.computeIfAbsent(question, this::answer);
    }

    private Acceptance answer(Question question) {
      SortedMap<Integer, SortedMap<Outcome, SortedSet<Target>>> outcomes = new TreeMap<>();
      ofFiles
          .computeIfAbsent(question.file(), this::panels)
          .forEach((release, panel) -> outcomes.put(release, ask(panel, question.reference())));
      return new Acceptance(first, last, outcomes);
    }

    private SortedMap<Integer, Panel> panels(PackageFile file) {
      SortedMap<Integer, Panel> panels = new TreeMap<>();
      for (int release = first; release <= last; release++) {
        Set<Configuration> configurations =
            configurations(
                file.constraint(),
                file.constraint().targets(Targets.known(), ReleaseRange.only(release)),
                release);
        Optional<AccessData> data = AccessData.of(release);
        if (!configurations.isEmpty() && data.isPresent()) {
          panels.put(release, data.get().panel(configurations));
        }
      }
      return panels;
    }
  }

  private static SortedMap<Outcome, SortedSet<Target>> ask(Panel panel, Reference reference) {
    SortedMap<Outcome, SortedSet<Target>> outcomes = new TreeMap<>();
    for (Judgement judgement : panel.judge(reference)) {
      SortedSet<Target> where =
          outcomes.computeIfAbsent(judgement.verdict().outcome(), key -> new TreeSet<>());
      judgement.where().forEach(configuration -> where.add(configuration.target()));
    }
    return outcomes;
  }

  /** Returns the ways to build the file: with cgo, without it, or both if tags decide. */
  private static Set<Configuration> configurations(
      BuildConstraint constraint, Collection<Target> targets, int release) {
    Set<Configuration> configurations = new TreeSet<>();
    for (Target target : targets) {
      boolean with = constraint.matches(new BuildContext(target, true, Set.of(), release));
      boolean without = constraint.matches(new BuildContext(target, false, Set.of(), release));
      if (with || !without) {
        configurations.add(new Configuration(target, /* cgo= */ true));
      }
      if (without || !with) {
        configurations.add(new Configuration(target, /* cgo= */ false));
      }
    }
    return configurations;
  }

  private static Reference reference(GoPackage goPackage, Site site) {
    String referrer = site.file().packageName();
    if (!referrer.equals("main")) {
      referrer = goPackage.path();
    }
    LinkTarget target = site.target().orElseThrow();
    if (site.isVariable()) {
      String type =
          site.declarations().stream()
              .map(Site.Declared::declaration)
              .filter(ValueDeclaration.class::isInstance)
              .map(value -> ((ValueDeclaration) value).type())
              .findFirst()
              .orElse("");
      return new VariablePull(referrer, site.symbol(), site.isPush(), type);
    }
    String inAssembly = target.packagePath().replace('/', '∕') + "·" + target.name() + "(SB)";
    boolean alsoInAssembly =
        goPackage.assembly().values().stream().anyMatch(it -> it.toString().contains(inAssembly));
    boolean isImported =
        goPackage.goFiles().stream()
            .flatMap(file -> file.facts().imports().stream())
            .anyMatch(one -> one.path().equals(target.packagePath()));
    Mention mention =
        target.receiver().isPresent() && isImported ? Mention.RECEIVER_TYPE : Mention.NONE;
    return new FunctionPull(referrer, site.symbol(), alsoInAssembly, mention);
  }

  /** Returns whether Go 1.{@code release} takes it wherever it builds the file. */
  boolean accepts(int release) {
    return outcomes.containsKey(release)
        && outcomes.get(release).keySet().equals(Set.of(Outcome.ACCEPTED));
  }

  /** Returns the releases that take it wherever they build the file. */
  SortedSet<Integer> accepted() {
    SortedSet<Integer> accepted = new TreeSet<>(outcomes.keySet());
    accepted.removeIf(release -> !accepts(release));
    return accepted;
  }

  /** Returns whether no release says anything about it, on any target. */
  boolean isUnknown() {
    return outcomes.values().stream()
        .allMatch(where -> where.keySet().equals(Set.of(Outcome.UNKNOWN)));
  }

  /** Returns the releases that build the file. */
  SortedSet<Integer> built() {
    return new TreeSet<>(outcomes.keySet());
  }

  /** Returns, for a reader, what stands against a release. */
  String obstacle(int release) {
    SortedMap<Outcome, SortedSet<Target>> there = outcomes.getOrDefault(release, new TreeMap<>());
    for (Outcome outcome :
        List.of(Outcome.REJECTED, Outcome.UNDEFINED, Outcome.UNCERTAIN, Outcome.UNKNOWN)) {
      SortedSet<Target> where = there.get(outcome);
      if (where != null) {
        boolean everywhere = there.size() == 1;
        return word(outcome) + (everywhere ? " on every target" : " on " + targets(where));
      }
    }
    return "";
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case REJECTED -> "rejected";
      case UNDEFINED -> "not defined";
      case ACCEPTED -> "accepted";
      default -> "not known to be accepted";
    };
  }

  /** Returns at most three targets by name. */
  private static String targets(SortedSet<Target> targets) {
    List<String> names = targets.stream().limit(3).map(Target::toString).toList();
    int more = targets.size() - names.size();
    return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
  }
}
