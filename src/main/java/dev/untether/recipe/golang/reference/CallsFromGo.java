package dev.untether.recipe.golang.reference;

import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.Signature;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.golang.DeclarationReplacement;
import dev.untether.recipe.golang.EmptyAssembly;
import dev.untether.recipe.golang.FunctionWriter;
import dev.untether.recipe.golang.Replacement;
import dev.untether.recipe.golang.Site.Declared;
import dev.untether.recipe.golang.draft.FileDraft;
import dev.untether.recipe.golang.draft.ImportNames;
import dev.untether.recipe.golang.draft.PackageDraft;
import dev.untether.recipe.golang.draft.Refusal;
import dev.untether.recipe.golang.reference.PackageAssembly.Definition;
import dev.untether.recipe.golang.reference.PackageAssembly.Mention;
import dev.untether.recipe.golang.reference.PackageAssembly.Place;
import dev.untether.text.Edit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;

/**
 * Lets Go call what assembly jumps to. A function that is nothing but the jump becomes a function
 * in Go; a jump at the end of other code leads to a new function in Go.
 */
final class CallsFromGo {
  private final Recipe recipe;
  private final PackageDraft draft;
  private final PackageAssembly assembly;
  private final Jumps jumps;
  private final List<Replacement> replaced = new ArrayList<>();
  private final List<Definition> gone = new ArrayList<>();
  // By function and symbol, to the name of the new function.
  private final Map<String, String> written = new TreeMap<>();
  private final Set<String> taken;

  CallsFromGo(Recipe recipe, PackageDraft draft, PackageAssembly assembly) {
    this.recipe = recipe;
    this.draft = draft;
    this.assembly = assembly;
    this.jumps = new Jumps(draft.goPackage(), assembly);
    this.taken = new TreeSet<>(draft.goPackage().declaredNames());
    taken.addAll(assembly.defined());
  }

  void run() {
    Map<String, Map<Place, List<Mention>>> byFunction = new TreeMap<>();
    assembly
        .mentions()
        .forEach(
            (place, mentions) -> {
              String name = mentions.get(0).in().map(Definition::name).orElse("");
              byFunction.computeIfAbsent(name, key -> new TreeMap<>()).put(place, mentions);
            });
    byFunction.forEach(this::run);
    if (!replaced.isEmpty()) {
      new AssemblyRemoval(draft, recipe.id()).remove(gone, replaced);
      new EmptyAssembly(draft).delete(replaced);
    }
  }

  private void run(String name, Map<Place, List<Mention>> places) {
    Optional<LinknameMatch.Target> target = wholeJump(name, places);
    if (target.isPresent()) {
      Place place = places.keySet().iterator().next();
      try {
        replace(name, target.get(), place, places.values().iterator().next().get(0));
      } catch (Refusal refusal) {
        draft.refuse(place.path(), place.position(), refusal.reason());
      }
      return;
    }
    places.forEach(
        (place, mentions) -> {
          try {
            redirect(name, place, mentions);
          } catch (Refusal refusal) {
            draft.refuse(place.path(), place.position(), refusal.reason());
          }
        });
  }

  /** Returns where the function leads if all of it, in every build, is a jump to one symbol. */
  private Optional<LinknameMatch.Target> wholeJump(String name, Map<Place, List<Mention>> places) {
    List<Definition> definitions = assembly.definitions(name);
    Set<Definition> jumping = new HashSet<>();
    Set<String> symbols = new TreeSet<>();
    for (List<Mention> mentions : places.values()) {
      for (Mention mention : mentions) {
        symbols.add(mention.target().symbol());
        mention.in().filter(it -> mention.isJump() && it.isJumpAlone()).ifPresent(jumping::add);
      }
    }
    boolean isWhole =
        !definitions.isEmpty() && symbols.size() == 1 && jumping.containsAll(definitions);
    return isWhole
        ? Optional.of(places.values().iterator().next().get(0).target())
        : Optional.empty();
  }

  private void replace(String name, LinknameMatch.Target target, Place place, Mention mention)
      throws Refusal {
    List<Definition> definitions = assembly.definitions(name);
    for (Definition definition : definitions) {
      jumps.requireEditable(definition.path());
      if (!definition.function().progs().stream().allMatch(prog -> prog.isDirect())) {
        // NOSPLIT and its like are macros of a header, and nobody's text but TEXT's own.
        requireDirectJump(definition);
      }
    }
    if (assembly.refersTo(name)) {
      throw new Refusal(
          "other assembly of the package refers to "
              + name
              + ", and would call Go code from a frame that Go knows nothing about");
    }
    jumps.requireReplacement(target);
    List<Replacement> ones = new ArrayList<>();
    for (Declared declared : jumps.declarations(name)) {
      Signature signature = Jumps.signature(declared, target);
      for (Definition definition : definitions) {
        Jumps.requireSize(definition, signature);
      }
      FunctionDeclaration function = (FunctionDeclaration) declared.declaration();
      ones.add(
          new Replacement(declared.file(), function, signature, target, /* since= */ 0, List.of()));
    }
    for (Replacement one : ones) {
      DeclarationReplacement.write(draft, one, writer(one, place, mention));
    }
    replaced.addAll(ones);
    gone.addAll(definitions);
  }

  private static void requireDirectJump(Definition definition) throws Refusal {
    boolean isDirect =
        definition.function().text().word().isDirect()
            && definition.function().progs().stream().skip(1).allMatch(prog -> prog.isDirect());
    if (!isDirect) {
      throw new Refusal(
          definition.name() + " comes out of a macro or header, whose other users would change");
    }
  }

  private FunctionWriter writer(Replacement one, Place place, Mention mention) {
    return new FunctionWriter(
        ReferenceRecipe.attributes(recipe, draft.goPackage(), place, mention), draft, one);
  }

  private void redirect(String name, Place place, List<Mention> mentions) throws Refusal {
    Mention first = mentions.get(0);
    LinknameMatch.Target target = first.target();
    jumps.requireReplacement(target);
    jumps.requireTailJump(place, mentions);
    List<Declared> declarations = jumps.declarations(name);
    for (Declared declared : declarations) {
      Signature signature = Jumps.signature(declared, target);
      for (Mention mention : mentions) {
        Jumps.requireSize(mention.in().orElseThrow(), signature);
      }
    }
    String key = name + " " + target.symbol();
    String shim = written.get(key);
    if (shim == null) {
      shim = unexported(name) + "InGo";
      shim = ImportNames.free(taken, shim, shim);
      for (Declared declared : declarations) {
        write(shim, name, declared, place, first);
      }
      taken.add(shim);
      written.put(key, shim);
    }
    draft.edit(place.path(), new Edit(first.token().span(), "·" + shim, recipe.id()));
  }

  private static String unexported(String name) {
    int first = Character.charCount(name.codePointAt(0));
    return name.substring(0, first).toLowerCase(Locale.ROOT) + name.substring(first);
  }

  /** Writes the new function behind the declaration of the one that jumps to it. */
  private void write(String shim, String name, Declared declared, Place place, Mention mention)
      throws Refusal {
    FunctionDeclaration function = (FunctionDeclaration) declared.declaration();
    LinknameMatch.Target target = mention.target();
    Signature signature = Jumps.signature(declared, target);
    Replacement one =
        new Replacement(declared.file(), function, signature, target, /* since= */ 0, List.of());
    FileDraft file = draft.file(declared.file());
    FunctionWriter.Parts parts =
        writer(one, place, mention).write(declared.file().name(), file::nameOf);
    target.imports().values().forEach(file::use);
    String head =
        parts
            .signature()
            .replaceFirst("func(\\s+)" + name, "func$1" + Matcher.quoteReplacement(shim));
    String comment =
        "// " + shim + " is where " + name + " leads in assembly that has no better way.\n";
    file.insert(
        function.span().end(), "\n\n" + parts.declarations() + comment + head + parts.body());
  }
}
