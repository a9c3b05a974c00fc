package dev.untether.recipe.golang.reference;

import dev.untether.recipe.Action;
import dev.untether.recipe.GoAction;
import dev.untether.recipe.Match;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.change.Changes;
import dev.untether.recipe.golang.CodeAttributes;
import dev.untether.recipe.golang.Site.Declared;
import dev.untether.recipe.golang.draft.GoPackage;
import dev.untether.recipe.golang.draft.PackageDraft;
import dev.untether.recipe.golang.draft.Refusal;
import dev.untether.recipe.golang.reference.PackageAssembly.Mention;
import dev.untether.text.Edit;
import dev.untether.text.Finding;
import dev.untether.text.OverlappingEditsException;
import dev.untether.text.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs one recipe about references from assembly over one package. */
public final class ReferenceRecipe {
  private final Recipe recipe;
  private final Match.References match;

  /** Prepares a recipe; {@code match} is its match. */
  public ReferenceRecipe(Recipe recipe, Match.References match) {
    this.recipe = recipe;
    this.match = match;
  }

  /** Returns what the recipe does to the package. */
  public Changes apply(GoPackage goPackage) {
    PackageDraft draft = new PackageDraft(recipe.id(), goPackage);
    PackageAssembly assembly = PackageAssembly.of(goPackage, match);
    if (!assembly.mentions().isEmpty()) {
      for (Action action : recipe.actions()) {
        if (action instanceof GoAction.CallFromGo) {
          new CallsFromGo(recipe, draft, assembly).run();
        } else if (action instanceof GoAction.RenameSymbol rename) {
          Jumps jumps = new Jumps(goPackage, assembly);
          assembly
              .mentions()
              .forEach(
                  (place, mentions) -> {
                    try {
                      rename(draft, jumps, rename, place, mentions);
                    } catch (Refusal refusal) {
                      draft.refuse(place.path(), place.position(), refusal.reason());
                    }
                  });
        } else if (action instanceof GoAction.Report report) {
          assembly.mentions().forEach((place, mentions) -> report(draft, report, place, mentions));
        }
      }
    }
    try {
      return draft.finish();
    } catch (OverlappingEditsException e) {
      var place = assembly.mentions().keySet().iterator().next();
      String message =
          "not changed: two actions of this recipe edit the same place; report this to its author";
      Finding finding =
          new Finding(recipe.id(), Severity.WARNING, place.path(), place.position(), message);
      return new Changes(Map.of(), Map.of(), Set.of(), List.of(finding), List.of(), List.of());
    }
  }

  private void report(
      PackageDraft draft,
      GoAction.Report report,
      PackageAssembly.Place place,
      List<Mention> mentions) {
    try {
      CodeAttributes attributes = attributes(recipe, draft.goPackage(), place, mentions.get(0));
      draft.note(place.path(), place.position(), attributes.render(report.template()));
    } catch (Refusal refusal) {
      draft.refuse(place.path(), place.position(), refusal.reason());
    }
  }

  /** Lets a jump lead to another symbol. */
  private void rename(
      PackageDraft draft,
      Jumps jumps,
      GoAction.RenameSymbol action,
      PackageAssembly.Place place,
      List<Mention> mentions)
      throws Refusal {
    Mention first = mentions.get(0);
    jumps.requireReplacement(first.target());
    jumps.requireTailJump(place, mentions);
    for (Mention mention : mentions) {
      var definition = mention.in().orElseThrow();
      for (Declared declared : jumps.declarations(definition.name())) {
        Jumps.requireSize(definition, Jumps.signature(declared, mention.target()));
      }
    }
    CodeAttributes attributes = attributes(recipe, draft.goPackage(), place, first);
    String symbol = Jumps.spelled(attributes.render(action.template()));
    draft.edit(place.path(), new Edit(first.token().span(), symbol, recipe.id()));
  }

  public static CodeAttributes attributes(
      Recipe recipe, GoPackage goPackage, PackageAssembly.Place place, Mention mention) {
    String file = place.path().substring(place.path().lastIndexOf('/') + 1);
    String name = mention.in().map(in -> in.function().symbol().local()).orElse("data");
    return CodeAttributes.of(recipe, mention.target(), file, name, goPackage);
  }
}
