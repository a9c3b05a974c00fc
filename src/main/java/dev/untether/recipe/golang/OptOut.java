package dev.untether.recipe.golang;

import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.ValueDeclaration;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.BuildContext;
import dev.untether.module.target.ConstraintHeader;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.recipe.Recipe;
import dev.untether.text.Edits;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The step {@code opt-out}: a build tag with which a package does without its pulls. A file with
 * pulls is built without the tag only; the file that does the same in Go takes over with it. Every
 * build must take one of the two afterwards where it took one before.
 */
final class OptOut implements PackageStep {
  private static final Pattern TAG = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_.]*");

  @Override
  public void run(Recipe recipe, Map<String, String> settings, List<Site> sites, PackageDraft draft)
      throws Refusal {
    Object option = recipe.optionValues().get("tag");
    String tag = option == null ? settings.getOrDefault("tag", "") : option.toString();
    if (!TAG.matcher(tag).matches()) {
      throw new Refusal("\"" + tag + "\" cannot be a build tag; expected letters and digits");
    }
    Map<String, List<Site>> byFile = new TreeMap<>();
    sites.forEach(
        site -> byFile.computeIfAbsent(site.file().path(), key -> new ArrayList<>()).add(site));
    Set<PackageFile> used = new HashSet<>();
    for (List<Site> pulls : byFile.values()) {
      Site first = pulls.get(0);
      PackageFile file = first.file();
      try {
        if (file.constraint().settableTags().contains(tag)) {
          draft.skip(file, first.position(), "the build tag " + tag + " leaves it out already");
          continue;
        }
        PackageFile fallback = fallback(file, pulls, draft.goPackage());
        if (!used.add(fallback)) {
          throw new Refusal(fallback.path() + " takes over for another file already");
        }
        split(file, fallback, tag, draft);
      } catch (Refusal refusal) {
        draft.refuse(file, first.position(), refusal.reason());
      }
    }
  }

  /** Returns the one file that defines everything that {@code file} declares. */
  private static PackageFile fallback(PackageFile file, List<Site> pulls, GoPackage goPackage)
      throws Refusal {
    Set<String> wanted = new TreeSet<>();
    for (Site site : pulls) {
      if (site.declarations().stream().anyMatch(one -> !one.file().equals(file))) {
        throw new Refusal(site.local() + " is declared in another file than its directive");
      }
      wanted.add(site.local());
    }
    file.facts().declarations().stream()
        .filter(OptOut::isNamed)
        .forEach(declaration -> wanted.add(OptOut.key(declaration)));
    List<PackageFile> found =
        goPackage.goFiles().stream()
            .filter(other -> !other.equals(file) && other.packageName().equals(file.packageName()))
            .filter(other -> !other.isTest() && defined(other).containsAll(wanted))
            .toList();
    if (found.isEmpty()) {
      throw new Refusal(
          "no other file of the package defines "
              + String.join(", ", wanted)
              + ": write the fallback first, in a file that is built where "
              + file.name()
              + " is not");
    }
    if (found.size() > 1) {
      throw new Refusal(
          "several files could take over ("
              + String.join(", ", found.stream().map(PackageFile::name).toList())
              + "); make it one");
    }
    GoRecipe.requireEditable(goPackage, found.get(0));
    return found.get(0);
  }

  private static boolean isNamed(Declaration declaration) {
    return !declaration.name().equals("_") && !declaration.name().equals("init");
  }

  private static String key(Declaration declaration) {
    boolean isMethod =
        declaration instanceof FunctionDeclaration function && function.receiver().isPresent();
    return (isMethod ? "." : "") + declaration.name();
  }

  /** Returns the names that a file has code or values for, itself. */
  private static Set<String> defined(PackageFile file) {
    Set<String> pulled = new TreeSet<>();
    file.facts().directives().stream()
        .filter(directive -> directive.shape().isWellFormed())
        .forEach(directive -> pulled.add(directive.local().orElseThrow().text()));
    Set<String> names = new TreeSet<>();
    for (Declaration declaration : file.facts().declarations()) {
      boolean isHole =
          declaration instanceof FunctionDeclaration function && !function.hasBody()
              || declaration instanceof ValueDeclaration value
                  && !value.hasValue()
                  && pulled.contains(value.name());
      if (!isHole) {
        names.add(key(declaration));
      }
    }
    return names;
  }

  private static void split(PackageFile file, PackageFile fallback, String tag, PackageDraft draft)
      throws Refusal {
    if (!file.header().isUnderstood() || !fallback.header().isUnderstood()) {
      throw new Refusal("the build constraint of the file cannot be understood");
    }
    String without = file.header().and("!" + tag);
    String own = file.header().expression();
    List<String> candidates = new ArrayList<>();
    if (!fallback.header().expression().isEmpty()) {
      String other = "(" + fallback.header().expression() + ") || ";
      candidates.add(normal(other + tag));
      candidates.add(normal(other + (own.isEmpty() ? tag : "(" + own + ") && " + tag)));
    }
    String problem = "both files are built together already";
    for (String with : candidates) {
      Pair pair = new Pair(file, fallback, edited(file, without), edited(fallback, with), tag);
      problem = pair.problem(draft.goPackage().language());
      if (problem.isEmpty()) {
        draft.file(file).add(file.header().edits(without, draft.recipe()));
        draft.file(fallback).add(fallback.header().edits(with, draft.recipe()));
        return;
      }
    }
    throw new Refusal(fallback.name() + " cannot take over: " + problem);
  }

  /** Returns an expression as gofmt writes it. */
  private static String normal(String expression) {
    String file = "//go:build " + expression + "\n\npackage p\n";
    return ConstraintHeader.of(SourceText.of(file)).expression();
  }

  private static BuildConstraint edited(PackageFile file, String condition) {
    SourceText text = Edits.of(file.header().edits(condition, "opt-out")).applyTo(file.text());
    return BuildConstraint.of(file.path(), text);
  }

  /** The files before and after, to be held against each other in every build. */
  private record Pair(
      PackageFile file,
      PackageFile fallback,
      BuildConstraint fileAfter,
      BuildConstraint fallbackAfter,
      String tag) {

    /** Returns why they cannot be split; empty if they can. */
    String problem(int language) {
      Set<String> others = new TreeSet<>(file.constraint().settableTags());
      others.addAll(fallback.constraint().settableTags());
      int last = Targets.known().releases().last();
      int written = last + 1;
      int asked = last + 1;
      for (int release = 1; release <= last; release++) {
        for (Target target : Targets.known().of(Targets.known().releases())) {
          for (Set<String> chosen : List.of(Set.<String>of(), others)) {
            for (boolean cgo : List.of(false, true)) {
              BuildContext plain = new BuildContext(target, cgo, chosen, release);
              String mismatch = mismatch(plain);
              if (!mismatch.isEmpty()) {
                return mismatch;
              }
              if (fallback.constraint().matches(plain)) {
                written = Math.min(written, release);
              }
              if (release >= language && file.constraint().matches(plain)) {
                asked = Math.min(asked, release);
              }
            }
          }
        }
      }
      return asked < written
          ? "it is written for Go 1."
              + written
              + " or later, and the pulls are for releases from 1."
              + asked
          : "";
    }

    private String mismatch(BuildContext plain) {
      Set<String> tags = new TreeSet<>(plain.tags());
      tags.add(tag);
      BuildContext tagged = new BuildContext(plain.target(), plain.cgo(), tags, plain.release());
      boolean pulled = file.constraint().matches(plain);
      boolean replaced = fallback.constraint().matches(plain);
      if (pulled && replaced) {
        return "both are built for " + plain.target();
      }
      boolean same =
          fileAfter.matches(plain) == pulled
              && fallbackAfter.matches(plain) == replaced
              && !fileAfter.matches(tagged)
              && fallbackAfter.matches(tagged) == (pulled || replaced);
      return same ? "" : "with the tag, " + plain.target() + " would be left without, or get two";
    }
  }
}
