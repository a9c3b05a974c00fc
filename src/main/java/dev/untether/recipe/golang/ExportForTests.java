package dev.untether.recipe.golang;

import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.Signature;
import dev.untether.golang.TypeDeclaration;
import dev.untether.golang.ValueDeclaration;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.golang.Site.Declared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The step {@code export-for-tests}: what a test pulls out of the package that it tests becomes an
 * exported name of {@code export_test.go}, which is compiled into tests of that package only. The
 * test keeps its local name, so that what calls it stays as it is.
 */
final class ExportForTests implements PackageStep {
  private static final String EXPORTS = "export_test.go";

  @Override
  public void run(Recipe recipe, Map<String, String> settings, List<Site> sites, PackageDraft draft)
      throws Refusal {
    Exports exports = new Exports(draft);
    for (Site site : sites) {
      try {
        export(site, exports, draft);
      } catch (Refusal refusal) {
        draft.refuse(site.file(), site.position(), refusal.reason());
      }
    }
    exports.write();
  }

  private static void export(Site site, Exports exports, PackageDraft draft) throws Refusal {
    GoPackage goPackage = draft.goPackage();
    LinkTarget target = site.target().orElseThrow();
    requireTestOf(site, target, goPackage);
    if (site.isVariable()) {
      throw new Refusal(
          target.name()
              + " is a variable, and a copy of it is another one; export a pointer to it in "
              + EXPORTS
              + " and use that in the test");
    }
    if (target.receiver().isPresent()) {
      throw new Refusal("the symbol is a method; export a function that calls it in " + EXPORTS);
    }
    List<Declared> local = site.declarations();
    if (local.size() != 1 || local.get(0).hasDefinition()) {
      throw new Refusal(site.local() + " is declared " + times(local.size()) + "; expected once");
    }
    Declared test = local.get(0);
    Declared origin = origin(target, site.file(), goPackage);
    requireSameType(test, origin, goPackage, target);
    String inner = packageName(goPackage);
    boolean inside = site.file().packageName().equals(inner);
    FileDraft file = draft.file(test.file());
    String value;
    if (inside) {
      value = target.name();
    } else {
      String exported = exports.nameOf(target.name(), origin.file());
      value = use(file, test.file(), goPackage) + "." + exported;
    }
    file.replace(test.declaration().span(), "var " + site.local() + " = " + value);
    draft.file(site.file()).deleteLine(site.directive().span());
  }

  /** Returns the name under which a test has imported its package, if it has. */
  private static Optional<String> nameOf(PackageFile test, GoPackage goPackage) {
    return test.facts().imports().stream()
        .filter(one -> one.path().equals(goPackage.path()))
        .map(one -> one.name().orElse(packageName(goPackage)))
        .filter(name -> !name.equals("_") && !name.equals("."))
        .findFirst();
  }

  private static String use(FileDraft file, PackageFile test, GoPackage goPackage) {
    Optional<String> there = nameOf(test, goPackage);
    if (there.isPresent()) {
      return there.get();
    }
    // Here the name of the package is known; it need not be that of the directory.
    String own = packageName(goPackage);
    Set<String> taken = new TreeSet<>(test.tokens().identifiers());
    String name = ImportNames.free(taken, own, own + "pkg");
    boolean imported =
        test.facts().imports().stream().anyMatch(one -> one.path().equals(goPackage.path()));
    boolean plain = !imported && name.equals(ImportNames.guess(goPackage.path()));
    file.want(goPackage.path(), plain ? Optional.empty() : Optional.of(name));
    return name;
  }

  private static String times(int count) {
    return count == 0 ? "nowhere" : count + " times";
  }

  private static void requireTestOf(Site site, LinkTarget target, GoPackage goPackage)
      throws Refusal {
    if (!site.file().isTest()) {
      throw new Refusal("only tests see what " + EXPORTS + " exports");
    }
    if (!target.packagePath().equals(goPackage.path())) {
      boolean own =
          !goPackage.module().isEmpty()
              && (target.packagePath() + "/").startsWith(goPackage.module() + "/");
      throw new Refusal(
          target.raw()
              + (own
                  ? " belongs to another package, and only tests in the directory of "
                      + target.packagePath()
                      + " see its "
                      + EXPORTS
                      + "; move the test there, or into a package below internal"
                  : " belongs to another module; ask it for an exported name"));
    }
  }

  /** Returns the one declaration of what is pulled; it has to be there in every build. */
  private static Declared origin(LinkTarget target, PackageFile test, GoPackage goPackage)
      throws Refusal {
    List<Declared> found = new ArrayList<>();
    String inner = packageName(goPackage);
    for (PackageFile file : goPackage.goFiles()) {
      for (Declaration declaration : file.facts().declarations()) {
        boolean isIt = declaration.name().equals(target.name()) && declaration.isLinkable();
        if (isIt && file.packageName().equals(inner) && !file.isTest()) {
          found.add(new Declared(file, declaration));
        }
      }
    }
    if (found.isEmpty()) {
      throw new Refusal(
          "no file of the package declares " + target.name() + "; the test cannot be linked");
    }
    if (found.size() > 1 || !found.get(0).file().constraint().isAlwaysMet()) {
      throw new Refusal(
          target.name()
              + " is not declared in every build by the same file ("
              + found.get(0).file().path()
              + "), as "
              + EXPORTS
              + " needs; export it in a file with the constraint of "
              + test.path());
    }
    return found.get(0);
  }

  private static String packageName(GoPackage goPackage) {
    return goPackage.goFiles().stream()
        .filter(file -> !file.isTest())
        .map(PackageFile::packageName)
        .findFirst()
        .orElse("");
  }

  private static void requireSameType(
      Declared test, Declared origin, GoPackage goPackage, LinkTarget target) throws Refusal {
    if (!(test.declaration() instanceof FunctionDeclaration here)
        || !(origin.declaration() instanceof FunctionDeclaration there)) {
      throw new Refusal(target.raw() + " is a function on one side only");
    }
    Optional<String> wanted = Signature.of(test.file().text(), here).map(Signature::type);
    Optional<String> actual = Signature.of(origin.file().text(), there).map(Signature::type);
    if (wanted.isEmpty() || actual.isEmpty()) {
      throw new Refusal(target.raw() + " has type parameters");
    }
    boolean inside = test.file().packageName().equals(origin.file().packageName());
    String type = inside ? actual.get() : qualified(actual.get(), test.file(), goPackage);
    if (!wanted.get().equals(type)) {
      throw new Refusal(
          here.name()
              + " is declared as "
              + wanted.get()
              + ", but "
              + target.raw()
              + " is "
              + type
              + "; correct the declaration");
    }
  }

  /** Returns a type as the test has to write it: types of the package with its name before them. */
  private static String qualified(String type, PackageFile test, GoPackage goPackage) {
    Set<String> types = new TreeSet<>();
    for (PackageFile file : goPackage.goFiles()) {
      if (!file.isTest()) {
        file.facts().declarations().stream()
            .filter(TypeDeclaration.class::isInstance)
            .forEach(declaration -> types.add(declaration.name()));
      }
    }
    String name = nameOf(test, goPackage).orElse(packageName(goPackage));
    Matcher word = Pattern.compile("(?<![\\w.])[\\p{L}_][\\p{L}\\p{Nd}_]*(?![\\w.])").matcher(type);
    return word.replaceAll(
        found ->
            Matcher.quoteReplacement(
                types.contains(found.group()) ? name + "." + found.group() : found.group()));
  }

  /** What {@code export_test.go} exports, and will. */
  private static final class Exports {
    private final PackageDraft draft;
    private final Optional<PackageFile> existing;
    private final Map<String, String> added = new LinkedHashMap<>();
    private final Set<String> taken;
    private Optional<PackageFile> source = Optional.empty();

    Exports(PackageDraft draft) {
      this.draft = draft;
      GoPackage goPackage = draft.goPackage();
      String path = goPackage.directory() + EXPORTS;
      this.existing =
          goPackage.goFiles().stream().filter(file -> file.path().equals(path)).findFirst();
      this.taken = new TreeSet<>(goPackage.declaredNames());
    }

    /** Returns the exported name of what the package calls {@code name}. */
    String nameOf(String name, PackageFile origin) throws Refusal {
      if (existing.isPresent()) {
        requireUsable(existing.get());
        Optional<String> there = exported(existing.get(), name);
        if (there.isPresent()) {
          return there.get();
        }
      }
      source = source.or(() -> Optional.of(origin));
      String known = added.get(name);
      if (known != null) {
        return known;
      }
      String wanted = Pull.capitalised(name);
      String chosen = ImportNames.free(taken, wanted, "Export" + wanted);
      taken.add(chosen);
      added.put(name, chosen);
      return chosen;
    }

    private void requireUsable(PackageFile file) throws Refusal {
      GoRecipe.requireEditable(draft.goPackage(), file);
      if (!file.packageName().equals(packageName(draft.goPackage()))
          || !file.constraint().isAlwaysMet()) {
        throw new Refusal(
            file.path() + " is of another package or not in every build; export the name by hand");
      }
    }

    /** Returns the name under which {@code var Name = name} exports it already. */
    private static Optional<String> exported(PackageFile file, String name) {
      for (Declaration declaration : file.facts().declarations()) {
        if (declaration instanceof ValueDeclaration value
            && !value.constant()
            && file.text()
                .slice(value.specification())
                .matches(Pattern.quote(value.name()) + "\\s*=\\s*" + Pattern.quote(name) + "\\s*")
            && Character.isUpperCase(value.name().codePointAt(0))) {
          return Optional.of(value.name());
        }
      }
      return Optional.empty();
    }

    void write() throws Refusal {
      if (added.isEmpty()) {
        return;
      }
      StringBuilder code = new StringBuilder();
      added.forEach(
          (name, exported) ->
              code.append(code.isEmpty() ? "" : "\n")
                  .append("// " + exported + " lets tests of the package use " + name + ".\n")
                  .append("var " + exported + " = " + name + "\n"));
      if (existing.isPresent()) {
        int end = existing.get().text().length();
        String gap = existing.get().text().toString().endsWith("\n") ? "\n" : "\n\n";
        draft.file(existing.get()).insert(end, gap + code);
      } else {
        NewFile made = new NewFile(source.orElseThrow(), "");
        made.add(code.toString());
        draft.create(EXPORTS, made);
      }
    }
  }
}
