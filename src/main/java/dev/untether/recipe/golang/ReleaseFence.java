package dev.untether.recipe.golang;

import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.GoComments;
import dev.untether.golang.Signature;
import dev.untether.golang.linkname.Rationale;
import dev.untether.module.target.GoFileName;
import dev.untether.module.target.ReleaseRange;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Option;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.golang.Site.Declared;
import dev.untether.recipe.golang.draft.Lines;
import dev.untether.recipe.golang.draft.NewFile;
import dev.untether.recipe.golang.draft.PackageDraft;
import dev.untether.recipe.golang.draft.PackageFile;
import dev.untether.recipe.golang.draft.Refusal;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps pulls to the releases that are known to accept them, on all targets of their file; the
 * other releases get a file with functions that say so. Of the two every build that took the file
 * takes exactly one.
 */
final class ReleaseFence implements PackageStep {
  private static final String ALLOW = "allow";

  @Override
  public void run(Recipe recipe, Map<String, String> settings, List<Site> sites, PackageDraft draft)
      throws Refusal {
    String template = settings.getOrDefault("fallback", "");
    boolean later =
        recipe
            .option(settings.getOrDefault("future", ""))
            .map(Option::value)
            .filter(ALLOW::equals)
            .isPresent();
    Acceptance.Panels panels = new Acceptance.Panels(draft.goPackage());
    for (List<Site> group : byFile(sites).values()) {
      try {
        new OneFile(recipe, draft, template, later, group).fence(panels);
      } catch (Refusal refusal) {
        Site site = group.get(0);
        draft.refuse(site.file(), site.position(), refusal.reason());
      }
    }
  }

  /** Returns the directives of each file, in the order of the files. */
  static Map<PackageFile, List<Site>> byFile(List<Site> sites) {
    Map<PackageFile, List<Site>> files = new LinkedHashMap<>();
    sites.forEach(site -> files.computeIfAbsent(site.file(), file -> new ArrayList<>()).add(site));
    return files;
  }

  /** The pulls of one file. */
  private static final class OneFile {
    private final Recipe recipe;
    private final PackageDraft draft;
    private final String template;
    private final boolean later;
    private final List<Site> sites;
    private final PackageFile file;

    OneFile(Recipe recipe, PackageDraft draft, String template, boolean later, List<Site> sites) {
      this.recipe = recipe;
      this.draft = draft;
      this.template = template;
      this.later = later;
      this.sites = sites;
      this.file = sites.get(0).file();
    }

    void fence(Acceptance.Panels panels) throws Refusal {
      Acceptance first = panels.of(sites.get(0));
      ReleaseSpans spans = ReleaseSpans.of(first, later);
      boolean alike = true;
      for (Site site : sites) {
        Acceptance acceptance = panels.of(site);
        alike &= ReleaseSpans.of(acceptance, later).equals(spans);
        if (acceptance.built().isEmpty()) {
          draft.skip(file, site.position(), "no release that is known builds the file");
          return;
        }
        requireAccepted(site, acceptance);
      }
      if (!alike) {
        throw new Refusal(
            "the pulls of this file are accepted by different releases; run split-per-target first");
      }
      if (isKept(first)) {
        return;
      }
      List<Replacement> functions = functions();
      write(spans, functions);
      draft.note(
          file,
          sites.get(0).position(),
          "where the linker is not known to accept "
              + sites.get(0).symbol()
              + ", which is outside "
              + ReleaseSpans.words(first.accepted())
              + ", the function is now what the new file "
              + fallbackName()
              + " says: write there what callers can live with");
    }

    private void requireAccepted(Site site, Acceptance acceptance) throws Refusal {
      if (acceptance.accepted().isEmpty()) {
        int newest = acceptance.built().last();
        throw new Refusal(
            "no release known accepts "
                + site.symbol()
                + " on all targets that build the file; by Go 1."
                + newest
                + " it is "
                + acceptance.obstacle(newest));
      }
    }

    /** Returns whether only builds that accept the pulls take the file. */
    private boolean isKept(Acceptance acceptance) {
      boolean now = acceptance.accepted().equals(acceptance.built());
      ReleaseRange next = ReleaseRange.only(acceptance.last() + 1);
      return now && (later || !file.constraint().canHoldIn(next));
    }

    private List<Replacement> functions() throws Refusal {
      Map<Declaration, Replacement> functions = new LinkedHashMap<>();
      for (Site site : sites) {
        if (site.declarations().size() != 1 || !site.declarations().get(0).file().equals(file)) {
          throw new Refusal(
              "the declaration of "
                  + site.local()
                  + " is not in the same file, or not the only one");
        }
        Declared declared = site.declarations().get(0);
        if (!(declared.declaration() instanceof FunctionDeclaration function)) {
          throw new Refusal(
              site.local()
                  + " is a variable: where it is not linked it would be zero, and nothing would say"
                  + " so");
        }
        Signature signature =
            Signature.of(file.text(), function)
                .orElseThrow(() -> new Refusal(function.name() + " has type parameters"));
        LinknameMatch.Target target =
            new LinknameMatch.Target(
                site.symbol(),
                List.of(),
                Optional.of(template),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                /* isLanguage= */ false,
                Optional.empty());
        if (functions.put(
                function, new Replacement(file, function, signature, target, 0, List.of(site)))
            != null) {
          throw new Refusal("there are several directives for " + site.local());
        }
      }
      return List.copyOf(functions.values());
    }

    private void write(ReleaseSpans spans, List<Replacement> functions) throws Refusal {
      if (!file.header().isUnderstood()) {
        throw new Refusal("the build constraint of the file cannot be understood");
      }
      String here = file.header().and(spans.expression());
      NewFile fallback = new NewFile(file, file.header().and(spans.complement().expression()));
      for (Replacement one : functions) {
        fallback.useThoseOf(file, one.function().span());
        fallback.add(fallback(one));
      }
      if (holdsNothingElse(functions)) {
        draft.create(fallbackName(), fallback);
        draft.file(file).add(file.header().edits(here, recipe.id()));
        return;
      }
      String name = name("linkname");
      if (draft.goPackage().has(fallbackName()) || draft.creates(fallbackName())) {
        throw new Refusal("there is a file " + fallbackName() + " already");
      }
      draft.create(name, moved(here, functions));
      draft.create(fallbackName(), fallback);
      for (Replacement one : functions) {
        Span whole = new Span(one.start(), one.function().span().end());
        Site site = one.sites().get(0);
        if (!whole.contains(site.directive().span())) {
          draft.file(file).deleteLine(site.directive().span());
        }
        draft.file(file).deleteLine(whole);
      }
    }

    private NewFile moved(String condition, List<Replacement> functions) {
      NewFile made = new NewFile(file, condition);
      made.use("unsafe", Optional.of("_"));
      for (Replacement one : functions) {
        made.useThoseOf(file, one.function().span());
        Site site = one.sites().get(0);
        Span whole = new Span(one.start(), one.function().span().end());
        String comments = file.text().slice(whole.start(), one.function().span().start());
        boolean inside = whole.contains(site.directive().span());
        String above =
            inside ? comments : NewFile.withDirective(comments, site.directive().text().strip());
        made.add(above + file.text().slice(one.function().span()));
      }
      return made;
    }

    private String fallback(Replacement one) throws Refusal {
      LinknameMatch match = (LinknameMatch) recipe.match();
      FunctionWriter writer = new FunctionWriter(recipe, match, draft, one);
      FunctionWriter.Parts parts =
          writer.write(fallbackName(), path -> path.substring(path.lastIndexOf('/') + 1));
      return withoutRationale(writer.comments()) + parts.signature() + parts.body();
    }

    /** Takes away what speaks of the linkname, which the fallback has none of. */
    private static String withoutRationale(String comments) {
      StringBuilder kept = new StringBuilder(comments);
      List<Rationale> rationales = Rationale.of(GoComments.of(SourceText.of(comments)));
      SourceText text = SourceText.of(comments);
      for (int i = rationales.size() - 1; i >= 0; i--) {
        Span span = rationales.get(i).span();
        String before = text.slice(0, span.start());
        String after = text.slice(Lines.behind(text, span.end()), text.length());
        before = before.endsWith("//\n") ? before.substring(0, before.length() - 3) : before;
        boolean opens = before.isBlank() && after.startsWith("//\n");
        after = opens ? after.substring(3) : after;
        kept = new StringBuilder(before + after);
        text = SourceText.of(kept.toString());
      }
      return kept.toString();
    }

    private boolean holdsNothingElse(List<Replacement> functions) {
      Set<Declaration> mine = new HashSet<>();
      functions.forEach(one -> mine.add(one.function()));
      Set<Span> directives = new HashSet<>();
      sites.forEach(site -> directives.add(site.directive().span()));
      return mine.containsAll(file.facts().declarations())
          && file.facts().directives().stream().allMatch(any -> directives.contains(any.span()));
    }

    private String fallbackName() {
      return name("fallback");
    }

    /** Returns the file's name with another last word; {@code clock_linkname} is a clock's. */
    private String name(String part) {
      GoFileName name = GoFileName.of(file.name());
      String stem = name.stem();
      String own = "_linkname";
      String base = stem.endsWith(own) ? stem.substring(0, stem.length() - own.length()) : stem;
      return new GoFileName(base, name.suffix()).with(part);
    }
  }
}
