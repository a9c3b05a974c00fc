package dev.untether.recipe.golang;

import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.Signature;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Targets;
import dev.untether.recipe.GoAction;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.golang.Site.Declared;
import dev.untether.recipe.golang.draft.FileDraft;
import dev.untether.recipe.golang.draft.GoPackage;
import dev.untether.recipe.golang.draft.Lines;
import dev.untether.recipe.golang.draft.PackageDraft;
import dev.untether.recipe.golang.draft.PackageFile;
import dev.untether.recipe.golang.draft.Refusal;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives functions that the linker fills today a body of their own. Name, parameters and comments
 * stay, and with them every caller.
 */
public final class DeclarationReplacement {
  private final Recipe recipe;
  private final LinknameMatch match;
  private final GoAction.ReplaceDeclaration action;
  private final PackageDraft draft;
  private final GoPackage goPackage;

  public DeclarationReplacement(
      Recipe recipe, LinknameMatch match, GoAction.ReplaceDeclaration action, PackageDraft draft) {
    this.recipe = recipe;
    this.match = match;
    this.action = action;
    this.draft = draft;
    this.goPackage = draft.goPackage();
  }

  /** A function of one file. */
  private record Place(String path, int offset) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byPath = path.compareTo(other.path);
      return byPath != 0 ? byPath : Integer.compare(offset, other.offset);
    }
  }

  /** Replaces the functions of {@code matching}, which are some of the directives {@code all}. */
  public void run(List<Site> all, List<Site> matching) {
    Map<Place, List<Site>> sitesOf = new TreeMap<>();
    for (Site site : all) {
      for (Declared declared : site.declarations()) {
        sitesOf.computeIfAbsent(place(declared), key -> new ArrayList<>()).add(site);
      }
    }
    Map<Place, Replacement> replacements = new TreeMap<>();
    for (Site site : matching) {
      try {
        for (Declared declared : declarations(site)) {
          Place place = place(declared);
          if (!replacements.containsKey(place)) {
            replacements.put(
                place, replacement(site, declared, sitesOf.getOrDefault(place, List.of())));
          }
        }
      } catch (Refusal refusal) {
        draft.refuse(site.file(), site.position(), refusal.reason());
      }
    }
    Map<PackageFile, List<Replacement>> paired = new LinkedHashMap<>();
    for (Replacement one : replacements.values()) {
      decide(one, paired);
    }
    paired.forEach((file, ones) -> pair(file, ones));
    if (!replacements.isEmpty()) {
      new EmptyAssembly(draft).delete(replacements.values());
      new NosplitCallers(draft).note(replacements.values());
    }
  }

  private static Place place(Declared declared) {
    return new Place(declared.file().path(), declared.declaration().nameSpan().start());
  }

  private List<Declared> declarations(Site site) throws Refusal {
    if (site.declarations().isEmpty()) {
      throw new Refusal("no file of the package declares " + site.local());
    }
    List<Declared> open = site.declarations().stream().filter(one -> !one.hasDefinition()).toList();
    if (open.size() < site.declarations().size()) {
      throw new Refusal(
          site.local() + " has a body in one build and none in another; split the directive first");
    }
    return open;
  }

  private Replacement replacement(Site site, Declared declared, List<Site> sites) throws Refusal {
    if (site.target().flatMap(LinkTarget::receiver).isPresent()) {
      throw new Refusal("the symbol is a method");
    }
    GoRecipe.requireEditable(goPackage, declared.file());
    LinknameMatch.Target target = match.target(site.symbol()).orElseThrow();
    if (target.refusal().isPresent()) {
      throw new Refusal(site.symbol() + ": " + target.refusal().get());
    }
    if (!(declared.declaration() instanceof FunctionDeclaration function)) {
      throw new Refusal(site.local() + " is a variable; this recipe replaces functions");
    }
    for (Site other : sites) {
      if (!other.symbol().equals(site.symbol())) {
        throw new Refusal(
            "another directive for "
                + site.local()
                + ", in "
                + other.file().path()
                + ":"
                + other.position()
                + ", names "
                + other.symbol()
                + "; they have to go together");
      }
    }
    Signature signature =
        Signature.of(declared.file().text(), function)
            .orElseThrow(() -> new Refusal(function.name() + " has type parameters"));
    if (!target.signatures().contains(signature.type())) {
      throw new Refusal(
          function.name()
              + " is declared as "
              + signature.type()
              + ", but "
              + site.symbol()
              + " is "
              + String.join(" or ", target.signatures())
              + "; correct the declaration, which may read arguments that nobody passed");
    }
    Predeclared.requireStandardTypes(declared.file(), function);
    int since = Replacement.since(target, goPackage.language());
    return new Replacement(declared.file(), function, signature, target, since, sites);
  }

  /** Replaces in place, or puts the function with those that need a file for each side. */
  private void decide(Replacement one, Map<PackageFile, List<Replacement>> paired) {
    PackageFile file = one.file();
    Site site = one.sites().get(0);
    int since = one.since();
    try {
      boolean metBefore = since > 1 && file.constraint().canHoldIn(new ReleaseRange(1, since - 1));
      int newest = Math.max(since, Targets.known().releases().last());
      boolean metLater = file.constraint().canHoldIn(new ReleaseRange(since, newest));
      if (!metLater) {
        draft.skip(
            site.file(), site.position(), "no build by Go 1." + since + " or later takes the file");
      } else if (!metBefore || goPackage.language() >= since) {
        inPlace(one);
      } else if (action.fallback() == GoAction.Fallback.REFUSE) {
        throw new Refusal(
            "what takes its place came with Go 1."
                + since
                + ", and the go line of go.mod says 1."
                + goPackage.language()
                + "; raise the go line");
      } else {
        paired.computeIfAbsent(file, key -> new ArrayList<>()).add(one);
      }
    } catch (Refusal refusal) {
      draft.refuse(site.file(), site.position(), refusal.reason());
    }
  }

  private void inPlace(Replacement one) throws Refusal {
    write(draft, one, new FunctionWriter(recipe, match, draft, one));
    one.sites().forEach(site -> draft.file(site.file()).deleteLine(site.directive().span()));
  }

  /** Puts the new function where the declaration without a body stands. */
  public static void write(PackageDraft draft, Replacement one, FunctionWriter writer)
      throws Refusal {
    FileDraft file = draft.file(one.file());
    FunctionWriter.Parts parts = writer.write(one.file().name(), file::nameOf);
    one.target().imports().values().forEach(file::use);
    Span span = one.function().span();
    int start = one.start();
    for (int line = start; line < span.start(); line = Lines.behind(one.file().text(), line)) {
      String text = Lines.at(one.file().text(), line);
      if (FunctionWriter.isPragmaOfBodyless(text)) {
        file.deleteLine(new Span(line, line));
      }
    }
    if (!parts.declarations().isEmpty()) {
      file.insert(start, parts.declarations());
    }
    file.replace(span, parts.signature() + parts.body());
  }

  private void pair(PackageFile file, List<Replacement> ones) {
    Map<Integer, List<Replacement>> bySince = new TreeMap<>();
    ones.forEach(one -> bySince.computeIfAbsent(one.since(), key -> new ArrayList<>()).add(one));
    bySince.forEach(
        (since, group) -> {
          try {
            new FilePair(recipe, match, draft, file, since).write(group);
          } catch (Refusal refusal) {
            for (Replacement one : group) {
              Site site = one.sites().get(0);
              draft.refuse(site.file(), site.position(), refusal.reason());
            }
          }
        });
  }
}
