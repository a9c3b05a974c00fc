package dev.untether.recipe.golang;

import dev.untether.recipe.GoAction;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.golang.PackageAssembly.Mention;
import dev.untether.recipe.golang.PackageAssembly.Place;
import dev.untether.recipe.golang.Site.Declared;
import dev.untether.text.Edit;
import java.util.List;

/** Lets jumps of assembly lead to another symbol of the standard library. */
final class SymbolRenaming {
  private final Recipe recipe;
  private final PackageDraft draft;
  private final PackageAssembly assembly;
  private final Jumps jumps;

  SymbolRenaming(Recipe recipe, PackageDraft draft, PackageAssembly assembly) {
    this.recipe = recipe;
    this.draft = draft;
    this.assembly = assembly;
    this.jumps = new Jumps(draft.goPackage(), assembly);
  }

  void run(GoAction.RenameSymbol action) {
    assembly
        .mentions()
        .forEach(
            (place, mentions) -> {
              try {
                rename(action, place, mentions);
              } catch (Refusal refusal) {
                draft.refuse(place.path(), place.position(), refusal.reason());
              }
            });
  }

  private void rename(GoAction.RenameSymbol action, Place place, List<Mention> mentions)
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
    CodeAttributes attributes = ReferenceRecipe.attributes(recipe, draft.goPackage(), place, first);
    String symbol = Jumps.spelled(attributes.render(action.template()));
    draft.edit(place.path(), new Edit(first.token().span(), symbol, recipe.id()));
  }
}
