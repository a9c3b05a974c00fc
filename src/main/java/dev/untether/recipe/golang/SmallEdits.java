package dev.untether.recipe.golang;

import dev.untether.recipe.Action;
import dev.untether.recipe.FileAction;
import dev.untether.recipe.GoAction;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.golang.draft.FileDraft;
import dev.untether.recipe.golang.draft.PackageDraft;
import dev.untether.recipe.golang.draft.Refusal;
import java.util.List;

/** The actions that edit a directive or a line or two around it. */
final class SmallEdits {
  private final Recipe recipe;
  private final LinknameMatch match;
  private final PackageDraft draft;

  SmallEdits(Recipe recipe, LinknameMatch match, PackageDraft draft) {
    this.recipe = recipe;
    this.match = match;
    this.draft = draft;
  }

  void run(Action action, List<Site> sites) {
    for (Site site : sites) {
      try {
        run(action, site);
      } catch (Refusal refusal) {
        draft.refuse(site.file(), site.position(), refusal.reason());
      }
    }
  }

  private void run(Action action, Site site) throws Refusal {
    FileDraft file = draft.file(site.file());
    if (action instanceof GoAction.DeleteDirective) {
      file.deleteLine(site.directive().span());
    } else if (action instanceof GoAction.SetDirective set) {
      setDirective(site, render(set.template(), site));
    } else if (action instanceof GoAction.AddImport add) {
      file.want(add.path(), add.name());
    } else if (action instanceof GoAction.Constrain constrain) {
      constrain(site, render(constrain.template(), site));
    } else if (action instanceof GoAction.Comment comment) {
      new CommentBlock(site, comment.marker())
          .set(render(comment.template(), site), draft.file(site.file()));
    } else if (action instanceof FileAction.Create create) {
      String name = render(create.file(), site);
      if (!draft.goPackage().has(name) && !draft.creates(name)) {
        String ending = site.file().text().lineEnding().text();
        draft.create(name, (render(create.template(), site) + "\n").replace("\n", ending));
      }
    }
  }

  private String render(String template, Site site) throws Refusal {
    return CodeAttributes.of(recipe, match, site, draft.goPackage()).render(template);
  }

  private void setDirective(Site site, String text) throws Refusal {
    if (!text.startsWith("//") || text.indexOf('\n') >= 0) {
      throw new Refusal("the template of the directive makes no line comment: " + text);
    }
    if (!text.equals(site.directive().text())) {
      draft.file(site.file()).replace(site.directive().span(), text);
    }
  }

  private void constrain(Site site, String condition) throws Refusal {
    if (!site.file().header().isUnderstood()) {
      throw new Refusal("the build constraint of the file cannot be understood");
    }
    String merged = site.file().header().and(condition);
    draft.file(site.file()).add(site.file().header().edits(merged, recipe.id()));
  }
}
