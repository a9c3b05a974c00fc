package dev.untether.recipe.golang;

import dev.untether.golang.Declaration;
import dev.untether.golang.GoComments;
import dev.untether.golang.Import;
import dev.untether.golang.LinkTarget;
import dev.untether.module.target.GoFileName;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Recipe;
import dev.untether.text.Comment;
import dev.untether.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Gives each symbol that a file pulls a file of its own, where not the same releases accept all of
 * them, so that each can have its own build constraint.
 */
final class PullSplit implements PackageStep {
  /** File systems take 255 bytes, of which the old name has its share. */
  private static final int LONGEST_PART = 100;

  @Override
  public void run(Recipe recipe, Map<String, String> settings, List<Site> sites, PackageDraft draft)
      throws Refusal {
    DeclarationMove move = new DeclarationMove(recipe, (LinknameMatch) recipe.match(), draft);
    Acceptance.Panels panels = new Acceptance.Panels(draft.goPackage());
    ReleaseFence.byFile(sites)
        .forEach(
            (file, pulls) -> {
              if (differ(panels, pulls)) {
                split(move, file, pulls, draft);
              }
            });
  }

  private static boolean differ(Acceptance.Panels panels, List<Site> pulls) {
    Set<ReleaseSpans> lives = new HashSet<>();
    for (Site site : pulls) {
      Acceptance acceptance = panels.of(site);
      if (!acceptance.built().isEmpty()) {
        lives.add(ReleaseSpans.of(acceptance, /* later= */ true));
      }
    }
    return lives.size() > 1;
  }

  private static void split(
      DeclarationMove move, PackageFile file, List<Site> pulls, PackageDraft draft) {
    Set<Declaration> moved = new HashSet<>();
    Set<Span> directives = new HashSet<>();
    for (Site site : pulls) {
      try {
        move.move(site, fileName(file, site.target().orElseThrow()));
        site.declarations().forEach(one -> moved.add(one.declaration()));
        directives.add(site.directive().span());
      } catch (Refusal refusal) {
        draft.refuse(file, site.position(), refusal.reason());
      }
    }
    var facts = file.facts();
    boolean empty =
        moved.containsAll(facts.declarations())
            && facts.directives().stream().allMatch(one -> directives.contains(one.span()));
    if (empty && saysNothingElse(file, moved)) {
      draft.delete(file.path());
    }
  }

  /** Returns whether the comments that would be left speak of the file, not of the package. */
  private static boolean saysNothingElse(PackageFile file, Set<Declaration> moved) {
    int clause = file.facts().packageClause().map(it -> it.span().start()).orElse(0);
    int behind = Lines.behind(file.text(), clause);
    int documentation = file.tokens().startOfCommentsAbove(Lines.start(file.text(), clause));
    if (documentation < Lines.start(file.text(), clause)) {
      return false;
    }
    long licence = NewFile.licence(file).lines().count();
    for (Comment comment : GoComments.of(file.text())) {
      boolean isHeader = comment.line() <= licence || isConstraint(comment);
      boolean known = comment.span().start() < behind ? isHeader : goesAlong(file, moved, comment);
      if (!known) {
        return false;
      }
    }
    return true;
  }

  private static boolean isConstraint(Comment comment) {
    return comment.text().startsWith("//go:build ") || comment.content().startsWith("+build ");
  }

  private static boolean goesAlong(PackageFile file, Set<Declaration> moved, Comment comment) {
    Span span = comment.span();
    boolean withImport =
        file.facts().imports().stream()
            .map(Import::declaration)
            .map(it -> new Span(it.start(), Lines.behind(file.text(), it.end())))
            .anyMatch(it -> it.contains(span));
    boolean isDirective =
        file.facts().directives().stream().anyMatch(one -> one.span().start() == span.start());
    return withImport
        || isDirective
        || moved.stream()
            .map(it -> new Span(start(file, it), it.span().end()))
            .anyMatch(it -> it.contains(span));
  }

  private static int start(PackageFile file, Declaration declaration) {
    return file.tokens().startOfCommentsAbove(declaration.span().start());
  }

  /** Returns a name that says which symbol it is about, and changes nothing about the builds. */
  private static String fileName(PackageFile file, LinkTarget target) throws Refusal {
    GoFileName name = GoFileName.of(file.name());
    String path = target.packagePath();
    String words =
        path.substring(path.lastIndexOf('/') + 1)
            + "_"
            + target.receiver().map(type -> type + "_").orElse("")
            + target.name();
    String part = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "_");
    if (part.length() > LONGEST_PART) {
      throw new Refusal("a file named after " + target.raw() + " would have too long a name");
    }
    for (String attempt : List.of(part, part + "_linkname")) {
      String made = name.with(attempt);
      if (GoFileName.of(made).suffix().equals(name.suffix())) {
        return made;
      }
    }
    throw new Refusal("no name for a file about " + target.raw() + " was found; split by hand");
  }
}
