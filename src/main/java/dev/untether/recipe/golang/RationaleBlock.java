package dev.untether.recipe.golang;

import dev.untether.access.AccessData;
import dev.untether.access.Configuration;
import dev.untether.access.SourceLine;
import dev.untether.access.view.Replacements;
import dev.untether.access.view.Replacements.Replacement;
import dev.untether.golang.GoComments;
import dev.untether.golang.linkname.Rationale;
import dev.untether.golang.linkname.Rationale.Question;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.golang.draft.FileDraft;
import dev.untether.recipe.golang.draft.GoPackage;
import dev.untether.recipe.golang.draft.Lines;
import dev.untether.recipe.golang.draft.PackageDraft;
import dev.untether.recipe.golang.draft.PackageFile;
import dev.untether.recipe.golang.draft.Refusal;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps a rationale above each directive. What the data knows — where the symbol is defined, which
 * releases accept the reference, what takes its place — is written anew whenever it changed; all
 * else is the owner's from the first time on.
 */
final class RationaleBlock implements PackageStep {
  private static final List<Question> OURS =
      List.of(Question.TARGET_SOURCE, Question.ACCEPTED, Question.REPLACEMENT);
  private static final String TODO = "TODO(owner)";

  @Override
  public void run(Recipe recipe, Map<String, String> settings, List<Site> sites, PackageDraft draft)
      throws Refusal {
    Acceptance.Panels panels = new Acceptance.Panels(draft.goPackage());
    ReleaseFence.byFile(sites)
        .forEach(
            (file, pulls) -> {
              Owned owned = new Owned(file, pulls);
              Set<Integer> places = new HashSet<>();
              for (Site site : pulls) {
                try {
                  keep(site, panels.of(site), owned, places, draft);
                } catch (Refusal refusal) {
                  draft.refuse(file, site.position(), refusal.reason());
                }
              }
            });
  }

  private static void keep(
      Site site, Acceptance acceptance, Owned owned, Set<Integer> places, PackageDraft draft)
      throws Refusal {
    if (site.position().column() > 1) {
      throw new Refusal("the directive is indented; a comment above it would be part of the code");
    }
    if (acceptance.built().isEmpty()) {
      draft.skip(site.file(), site.position(), "no release that is known builds the file");
      return;
    }
    if (acceptance.isUnknown()) {
      draft.skip(site.file(), site.position(), "no package of the standard library has the symbol");
      return;
    }
    Map<Question, String> facts = facts(acceptance, site);
    Optional<Rationale> own = owned.of(site);
    if (own.isEmpty()) {
      add(site, facts, places, draft);
    } else if (owned.isOnlyOf(own.get(), site)) {
      update(site, own.get(), facts, draft);
    } else {
      draft.skip(site.file(), site.position(), "one rationale speaks of several directives");
    }
  }

  /** The rationales of one file, and the pulls that each is about. */
  private static final class Owned {
    private final List<Site> pulls;
    private final Map<String, Rationale> named = new HashMap<>();
    private final NavigableMap<Integer, Rationale> nameless = new TreeMap<>();
    private final Map<Rationale, Integer> neighbours = new HashMap<>();

    Owned(PackageFile file, List<Site> pulls) {
      this.pulls = pulls;
      Set<String> locals = new HashSet<>();
      pulls.forEach(site -> locals.add(site.local()));
      for (Rationale one : Rationale.of(GoComments.of(file.text()))) {
        Set<String> names = one.names();
        names.retainAll(locals);
        names.forEach(name -> named.putIfAbsent(name, one));
        if (names.isEmpty()) {
          nameless.put(one.span().start(), one);
        }
      }
      for (Site site : pulls) {
        if (!named.containsKey(site.local())) {
          beside(site).ifPresent(one -> neighbours.merge(one, 1, Integer::sum));
        }
      }
    }

    /**
     * Returns the rationale of a pull: one that names it, else one at its directive or at its
     * declaration, else one that stands above the first directive for all.
     */
    Optional<Rationale> of(Site site) {
      return Optional.ofNullable(named.get(site.local())).or(() -> beside(site)).or(this::aboveAll);
    }

    private Optional<Rationale> aboveAll() {
      int first = pulls.get(0).directive().span().start();
      return nameless.headMap(first).values().stream()
          .filter(one -> !neighbours.containsKey(one))
          .findFirst();
    }

    /** Returns whether a rationale that was found is about one pull alone. */
    boolean isOnlyOf(Rationale one, Site site) {
      return one.equals(named.get(site.local()))
          || pulls.size() == 1
          || neighbours.getOrDefault(one, 0) == 1;
    }

    private Optional<Rationale> beside(Site site) {
      return anchors(site).stream()
          .map(anchor -> above(site.file(), anchor.start()))
          .flatMap(Optional::stream)
          .findFirst();
    }

    private Optional<Rationale> above(PackageFile file, int anchor) {
      int start = file.tokens().startOfCommentsAbove(anchor);
      return Optional.ofNullable(nameless.lowerEntry(anchor))
          .filter(entry -> entry.getKey() >= start)
          .map(Map.Entry::getValue);
    }

    /** Returns the places that a comment about a directive may stand above. */
    private static List<Span> anchors(Site site) {
      List<Span> anchors = new ArrayList<>(List.of(site.directive().span()));
      site.declarations().stream()
          .filter(one -> one.file().equals(site.file()))
          .forEach(one -> anchors.add(one.declaration().span()));
      return anchors;
    }
  }

  /**
   * Puts a rationale above the directives that stand together, behind those that were put there.
   */
  private static void add(
      Site site, Map<Question, String> facts, Set<Integer> places, PackageDraft draft) {
    Map<Question, String> answers = new EnumMap<>(facts);
    answers.put(Question.WHY, TODO);
    answers.put(Question.MEASURED_GAIN, TODO);
    answers.put(Question.REMOVED_WHEN, trigger(draft.goPackage(), site));
    answers.put(Question.OWNER, TODO);
    SourceText text = site.file().text();
    int top = Lines.startOfDirectives(text, site.directive().span().start());
    StringBuilder block = new StringBuilder();
    if (places.add(top) && Lines.isBelowProse(text, top)) {
      block.append("//\n");
    }
    block.append("// linkname rationale for ").append(site.local()).append(":\n");
    answers.forEach((question, answer) -> block.append(line(question, answer)).append('\n'));
    draft.file(site.file()).insert(top, block.append("//\n").toString());
  }

  private static String line(Question question, String answer) {
    return "// " + question.words() + ": " + answer;
  }

  private static void update(
      Site site, Rationale own, Map<Question, String> facts, PackageDraft draft) {
    FileDraft file = draft.file(site.file());
    Optional<Span> before = Optional.empty();
    for (Question question : Question.values()) {
      Rationale.Answer answer = own.answers().get(question);
      if (OURS.contains(question)) {
        String line =
            Optional.ofNullable(facts.get(question)).map(text -> line(question, text)).orElse("");
        if (answer != null) {
          if (!line.isEmpty() && !answer.text().equals(facts.get(question))) {
            file.replace(answer.span(), line);
          }
        } else if (!line.isEmpty()) {
          int at = before.map(Span::end).orElse(endOfLine(site.file().text(), own.span().start()));
          file.insert(at, "\n" + line);
        }
      }
      if (answer != null && before.filter(it -> it.end() > answer.span().end()).isEmpty()) {
        before = Optional.of(answer.span());
      }
    }
  }

  private static int endOfLine(SourceText text, int offset) {
    int end = Lines.behind(text, offset);
    while (end > offset && (text.bytes()[end - 1] == '\n' || text.bytes()[end - 1] == '\r')) {
      end--;
    }
    return end;
  }

  private static Map<Question, String> facts(Acceptance acceptance, Site site) {
    Map<Question, String> facts = new EnumMap<>(Question.class);
    facts.put(Question.TARGET_SOURCE, source(site, acceptance));
    facts.put(Question.ACCEPTED, accepted(acceptance));
    replacement(site).ifPresent(one -> facts.put(Question.REPLACEMENT, sentence(one)));
    return facts;
  }

  private static String sentence(Replacement one) {
    String sentence = one.sentence();
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static Optional<Replacement> replacement(Site site) {
    return Replacements.of(site.symbol());
  }

  private static String trigger(GoPackage goPackage, Site site) {
    Optional<Replacement> found = replacement(site).filter(Replacement::isPublic);
    if (found.isEmpty()) {
      return TODO + ": nothing public is known to do the same";
    }
    Replacement one = found.get();
    return one.since() > goPackage.language()
        ? "the go line of go.mod is at least 1." + one.since() + ", and callers use the replacement"
        : "callers use the replacement";
  }

  /** Returns the files and lines of the definition, each with the releases that it holds for. */
  private static String source(Site site, Acceptance acceptance) {
    Map<String, SortedSet<Integer>> places = new LinkedHashMap<>();
    for (int release : acceptance.built()) {
      SortedSet<Target> targets =
          site.file().constraint().targets(Targets.known(), ReleaseRange.only(release));
      AccessData.of(release)
          .flatMap(data -> main(data.lines(site.symbol()), targets))
          .ifPresent(place -> places.computeIfAbsent(place, key -> new TreeSet<>()).add(release));
    }
    if (places.isEmpty()) {
      return "not found in " + ReleaseSpans.words(acceptance.built());
    }
    List<String> texts = new ArrayList<>();
    places.forEach(
        (place, releases) -> texts.add(place + " (" + ReleaseSpans.words(releases) + ")"));
    return String.join(", ", texts);
  }

  /** Returns the definition that most of the targets have, and how many others there are. */
  private static Optional<String> main(
      Map<SourceLine, Set<Configuration>> lines, Set<Target> targets) {
    Map<SourceLine, Long> counts = new TreeMap<>();
    lines.forEach(
        (line, where) -> {
          long count =
              where.stream()
                  .map(Configuration::target)
                  .filter(targets::contains)
                  .distinct()
                  .count();
          if (count > 0) {
            counts.put(line, count);
          }
        });
    Optional<SourceLine> most = Optional.empty();
    for (Map.Entry<SourceLine, Long> entry : counts.entrySet()) {
      if (most.isEmpty() || entry.getValue() > counts.getOrDefault(most.get(), 0L)) {
        most = Optional.of(entry.getKey());
      }
    }
    int others = counts.size() - 1;
    String more = others > 0 ? " and " + others + (others > 1 ? " others" : " other") : "";
    return most.map(line -> "src/" + line + more);
  }

  private static String accepted(Acceptance acceptance) {
    SortedSet<Integer> accepted = acceptance.accepted();
    Map<String, SortedSet<Integer>> others = new LinkedHashMap<>();
    for (int release : acceptance.built()) {
      if (!accepted.contains(release)) {
        others.computeIfAbsent(acceptance.obstacle(release), key -> new TreeSet<>()).add(release);
      }
    }
    List<String> parts = new ArrayList<>();
    parts.add(accepted.isEmpty() ? "by no release that is known" : ReleaseSpans.words(accepted));
    others.forEach((what, releases) -> parts.add(what + " by " + ReleaseSpans.words(releases)));
    return String.join("; ", parts);
  }
}
