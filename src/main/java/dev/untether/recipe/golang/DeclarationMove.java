package dev.untether.recipe.golang;

import dev.untether.golang.ValueDeclaration;
import dev.untether.recipe.GoAction;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.golang.Site.Declared;
import dev.untether.text.Span;
import java.util.List;
import java.util.Optional;

/** Moves declarations, with directive and comments, to other files of their directory. */
final class DeclarationMove {
  private final Recipe recipe;
  private final LinknameMatch match;
  private final PackageDraft draft;

  DeclarationMove(Recipe recipe, LinknameMatch match, PackageDraft draft) {
    this.recipe = recipe;
    this.match = match;
    this.draft = draft;
  }

  void run(GoAction.MoveDeclaration action, List<Site> sites) {
    for (Site site : sites) {
      try {
        String name =
            CodeAttributes.of(recipe, match, site, draft.goPackage()).render(action.file());
        if (!name.equals(site.file().name())) {
          move(site, name);
        }
      } catch (Refusal refusal) {
        draft.refuse(site.file(), site.position(), refusal.reason());
      }
    }
  }

  /** Moves the declaration of one directive to the file of that name. */
  void move(Site site, String name) throws Refusal {
    PackageFile from = site.file();
    if (!name.endsWith(".go") || name.indexOf('/') >= 0) {
      throw new Refusal("the template of the file's name makes no name of a Go file: " + name);
    }
    if (site.declarations().size() != 1 || !site.declarations().get(0).file().equals(from)) {
      throw new Refusal("its declaration is not in the same file, or there are several");
    }
    if (!from.header().isUnderstood()) {
      throw new Refusal("the build constraint of the file cannot be understood");
    }
    Declared declared = site.declarations().get(0);
    Span span = declared.declaration().span();
    if (declared.declaration() instanceof ValueDeclaration value
        && (value.nameCount() > 1 || !value.specification().equals(tail(from, value)))) {
      throw new Refusal(site.local() + " is declared together with others; declare it alone first");
    }
    int start = from.tokens().startOfCommentsAbove(span.start());
    Span whole = new Span(start, span.end());
    boolean outside = !whole.contains(site.directive().span());
    String comments = from.text().slice(start, span.start());
    String above =
        outside ? NewFile.withDirective(comments, site.directive().text().strip()) : comments;
    String code = above + from.text().slice(span);
    put(site, name, span, code.replace("\r\n", "\n"));
    if (outside) {
      draft.file(from).deleteLine(site.directive().span());
    }
    draft.file(from).deleteLine(whole);
  }

  /** Returns the declaration without its keyword: what a specification alone covers. */
  private static Span tail(PackageFile file, ValueDeclaration value) {
    boolean group = file.text().slice(value.span()).endsWith(")") && !value.hasValue();
    return group ? value.span() : new Span(value.specification().start(), value.span().end());
  }

  private void put(Site site, String name, Span span, String code) throws Refusal {
    PackageFile from = site.file();
    String path = draft.goPackage().directory() + name;
    Optional<PackageFile> there =
        draft.goPackage().goFiles().stream().filter(one -> one.path().equals(path)).findFirst();
    String condition = from.header().expression();
    if (there.isPresent()) {
      PackageFile to = there.get();
      if (!to.packageName().equals(from.packageName())
          || !to.header().expression().equals(condition)) {
        throw new Refusal(path + " has another package or build constraint than this file");
      }
      FileDraft draftOfTarget = draft.file(to);
      draftOfTarget.insert(to.text().length(), "\n" + code.strip() + "\n");
      draftOfTarget.want("unsafe", Optional.of("_"));
      NewFile.importsOf(from, span).forEach(draftOfTarget::want);
      return;
    }
    Optional<NewFile> made = draft.made(name);
    if (made.isPresent() && !made.get().condition().equals(condition)) {
      throw new Refusal(path + " takes code of files with another build constraint");
    }
    NewFile file = made.orElseGet(() -> new NewFile(from, condition));
    if (made.isEmpty()) {
      draft.create(name, file);
      file.use("unsafe", Optional.of("_"));
    }
    file.useThoseOf(from, span);
    file.add(code);
  }
}
