package dev.untether.recipe.golang;

import dev.untether.golang.Declaration;
import dev.untether.module.target.GoFileName;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Recipe;
import dev.untether.text.Span;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Splits functions between two files, of which every build takes at most one: the new code for
 * releases that can compile it, the directive for those before.
 */
final class FilePair {
  private final Recipe recipe;
  private final LinknameMatch match;
  private final PackageDraft draft;
  private final PackageFile file;
  private final String tag;
  private final String part;

  FilePair(Recipe recipe, LinknameMatch match, PackageDraft draft, PackageFile file, int since) {
    this.recipe = recipe;
    this.match = match;
    this.draft = draft;
    this.file = file;
    this.tag = "go1." + since;
    this.part = "go1" + since;
  }

  /** Writes the files; the file that there is keeps the rest, or is the one for old releases. */
  void write(List<Replacement> ones) throws Refusal {
    if (!file.header().isUnderstood()) {
      throw new Refusal("the build constraint of the file cannot be understood");
    }
    GoFileName name = GoFileName.of(file.name());
    NewFile newCode = newCode(name.with(part), ones);
    if (holdsNothingElse(ones)) {
      draft.create(name.with(part), newCode);
      draft.file(file).add(file.header().edits(file.header().and("!" + tag), recipe.id()));
      return;
    }
    String oldName = name.with("pre_" + part);
    if (draft.goPackage().has(oldName)) {
      throw new Refusal(
          "there is a file " + oldName + " already; move the declaration there by hand");
    }
    draft.create(name.with(part), newCode);
    draft.create(oldName, oldCode(ones));
    for (Replacement one : ones) {
      Span whole = new Span(one.start(), one.function().span().end());
      for (Site site : one.sites()) {
        if (!site.file().equals(file) || !whole.contains(site.directive().span())) {
          draft.file(site.file()).deleteLine(site.directive().span());
        }
      }
      draft.file(file).deleteLine(whole);
    }
  }

  /** Returns whether the whole file is about these functions. */
  private boolean holdsNothingElse(List<Replacement> ones) {
    Set<Declaration> mine = new HashSet<>();
    Set<Span> directives = new HashSet<>();
    for (Replacement one : ones) {
      mine.add(one.function());
      for (Site site : one.sites()) {
        if (!site.file().equals(file)) {
          return false;
        }
        directives.add(site.directive().span());
      }
    }
    return mine.containsAll(file.facts().declarations())
        && file.facts().directives().stream().allMatch(any -> directives.contains(any.span()));
  }

  private NewFile newCode(String name, List<Replacement> ones) throws Refusal {
    Set<String> taken = new TreeSet<>(draft.goPackage().declaredNames());
    for (Replacement one : ones) {
      one.signature().parameters().forEach(parameter -> taken.add(parameter.name()));
    }
    ImportNames names = new ImportNames(taken, List.of());
    NewFile made = new NewFile(file, file.header().and(tag));
    for (Replacement one : ones) {
      FunctionWriter writer = new FunctionWriter(recipe, match, draft, one);
      FunctionWriter.Parts parts =
          writer.write(
              name,
              path -> {
                String known = names.of(path);
                boolean plain = known.equals(ImportNames.guess(path));
                made.use(path, plain ? Optional.empty() : Optional.of(known));
                return known;
              });
      made.useThoseOf(file, one.function().span());
      made.add(parts.declarations() + writer.comments() + parts.signature() + parts.body());
    }
    return made;
  }

  private NewFile oldCode(List<Replacement> ones) {
    NewFile made = new NewFile(file, file.header().and("!" + tag));
    made.use("unsafe", Optional.of("_"));
    for (Replacement one : ones) {
      made.useThoseOf(file, one.function().span());
      Span whole = new Span(one.start(), one.function().span().end());
      String comments = file.text().slice(whole.start(), one.function().span().start());
      Set<String> directives = new LinkedHashSet<>();
      for (Site site : one.sites()) {
        if (!site.file().equals(file) || !whole.contains(site.directive().span())) {
          directives.add(site.directive().text().strip());
        }
      }
      for (String directive : directives) {
        comments = NewFile.withDirective(comments, directive);
      }
      made.add(comments + file.text().slice(one.function().span()));
    }
    return made;
  }
}
