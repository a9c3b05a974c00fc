package dev.untether.recipe.golang;

import dev.untether.recipe.Action;
import dev.untether.recipe.GoAction;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.change.Changes;
import dev.untether.recipe.golang.draft.GoPackage;
import dev.untether.recipe.golang.draft.PackageDraft;
import dev.untether.recipe.golang.draft.PackageFile;
import dev.untether.recipe.golang.draft.Refusal;
import dev.untether.text.Finding;
import dev.untether.text.OverlappingEditsException;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs one recipe about linknames over one package. */
public final class GoRecipe {
  private final Recipe recipe;
  private final LinknameMatch match;

  /** Prepares a recipe; {@code match} is its match. */
  public GoRecipe(Recipe recipe, LinknameMatch match) {
    this.recipe = recipe;
    this.match = match;
  }

  /** Returns what the recipe does to the package. */
  public Changes apply(GoPackage goPackage) {
    PackageDraft draft = new PackageDraft(recipe.id(), goPackage);
    SiteFinder finder = new SiteFinder(goPackage, match);
    List<Site> sites = new ArrayList<>();
    for (Site site : finder.matching()) {
      try {
        requireEditable(goPackage, site.file());
        sites.add(site);
      } catch (Refusal refusal) {
        draft.refuse(site.file(), site.position(), refusal.reason());
      }
    }
    if (!sites.isEmpty()) {
      for (Action action : recipe.actions()) {
        run(action, finder, sites, draft);
      }
    }
    try {
      return draft.finish();
    } catch (OverlappingEditsException e) {
      PackageFile file = sites.get(0).file();
      String message =
          "not changed: two actions of this recipe edit the same place; report this to its author";
      Finding finding =
          new Finding(recipe.id(), Severity.WARNING, file.path(), sites.get(0).position(), message);
      return new Changes(Map.of(), Map.of(), Set.of(), List.of(finding), List.of(), List.of());
    }
  }

  public static void requireEditable(GoPackage goPackage, PackageFile file) throws Refusal {
    requireEditable(goPackage, file.text(), file.generator());
    if (!file.facts().problems().isEmpty()) {
      throw new Refusal(
          "the file is no Go that can be understood: " + file.facts().problems().get(0).message());
    }
  }

  public static void requireEditable(
      GoPackage goPackage, SourceText text, Optional<String> generator) throws Refusal {
    if (goPackage.vendored()) {
      throw new Refusal(
          "the file is a vendored copy; change the module that it comes from, and vendor that");
    }
    if (generator.isPresent() && !goPackage.generatedToo()) {
      throw new Refusal(
          "the file is generated; change the generator "
              + generator.get()
              + ", or say --include-generated");
    }
    if (!text.isUtf8()) {
      throw new Refusal("the file is not UTF-8, and such files are never edited");
    }
  }

  private void run(Action action, SiteFinder finder, List<Site> sites, PackageDraft draft) {
    if (action instanceof GoAction.ReplaceDeclaration replace) {
      new DeclarationReplacement(recipe, match, replace, draft).run(finder.all(), sites);
    } else if (action instanceof Action.Run run) {
      try {
        PackageStep.named(run.name()).run(recipe, run.settings(), sites, draft);
      } catch (Refusal refusal) {
        Site site = sites.get(0);
        draft.refuse(site.file(), site.position(), refusal.reason());
      }
    } else if (action instanceof GoAction.MoveDeclaration move) {
      new DeclarationMove(recipe, match, draft).run(move, sites);
    } else {
      new SmallEdits(recipe, match, draft).run(action, sites);
    }
  }
}
