package dev.untether.recipe.golang;

import dev.untether.golang.Declaration;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.LinknameDirective;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.LinknameMatch.Directives;
import dev.untether.recipe.golang.Site.Declared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the directives of a package that a recipe is about, over all builds at once. */
final class SiteFinder {
  private final GoPackage goPackage;
  private final LinknameMatch match;
  // Package name and declared name, to where: a directory may hold a package and its outer test.
  private final Map<String, List<Declared>> declared = new HashMap<>();

  SiteFinder(GoPackage goPackage, LinknameMatch match) {
    this.goPackage = goPackage;
    this.match = match;
    for (PackageFile file : goPackage.goFiles()) {
      for (Declaration declaration : file.facts().declarations()) {
        if (declaration.isLinkable()) {
          declared
              .computeIfAbsent(key(file, declaration.name()), key -> new ArrayList<>())
              .add(new Declared(file, declaration));
        }
      }
    }
  }

  private static String key(PackageFile file, String name) {
    return file.packageName() + " " + name;
  }

  /** Returns every directive that the compiler reads, whether the match is about it or not. */
  List<Site> all() {
    return all(Directives.WORKING);
  }

  private List<Site> all(Directives wanted) {
    List<Site> sites = new ArrayList<>();
    for (PackageFile file : goPackage.goFiles()) {
      for (LinknameDirective directive : file.facts().directives()) {
        Site site = site(file, directive);
        boolean wellFormed = directive.shape().isWellFormed();
        boolean read = wellFormed && file.facts().importsUnsafe();
        boolean found =
            switch (wanted) {
              case WORKING -> read;
              case WITHOUT_UNSAFE -> wellFormed && !read && !site.declarations().isEmpty();
              case ANY -> true;
            };
        if (found) {
          sites.add(site);
        }
      }
    }
    return sites;
  }

  private Site site(PackageFile file, LinknameDirective directive) {
    String local = directive.local().map(LinknameDirective.Argument::text).orElse("");
    List<Declared> everywhere = declared.getOrDefault(key(file, local), List.of());
    List<Declared> here = everywhere.stream().filter(one -> one.file().equals(file)).toList();
    Optional<LinkTarget> target = directive.target().map(word -> LinkTarget.of(word.text()));
    return new Site(file, directive, target, here.isEmpty() ? everywhere : here);
  }

  /** Returns the directives that the match is about. */
  List<Site> matching() {
    return all(match.directives()).stream().filter(this::isMatch).toList();
  }

  private boolean isMatch(Site site) {
    boolean tests =
        switch (match.tests()) {
          case INCLUDE -> true;
          case EXCLUDE -> !site.file().isTest();
          case ONLY -> site.file().isTest();
        };
    boolean direction =
        switch (match.direction()) {
          case ANY -> true;
          case PULL -> site.target().isPresent() && !site.isPush();
          case PUSH -> site.isPush() || site.target().isEmpty();
        };
    boolean kind =
        switch (match.kind()) {
          case ANY -> true;
          case FUNC -> !site.isVariable();
          case VAR -> site.isVariable();
        };
    return tests && direction && kind && isInScope(site);
  }

  private boolean isInScope(Site site) {
    String path = site.target().map(LinkTarget::packagePath).orElse("");
    String module = goPackage.module();
    return switch (match.scope()) {
      case ALL -> true;
      case LISTED -> match.target(site.symbol()).isPresent();
      case STANDARD_LIBRARY ->
          !path.isEmpty() && ImportEdits.isStandard(path) && !isIn(path, module);
      case MODULE -> !module.isEmpty() && isIn(path, module);
    };
  }

  private static boolean isIn(String path, String module) {
    return path.equals(module) || path.startsWith(module + "/");
  }
}
