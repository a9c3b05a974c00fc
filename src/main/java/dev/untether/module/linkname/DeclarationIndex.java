package dev.untether.module.linkname;

import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.Receiver;
import dev.untether.golang.linkname.Linkname;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import dev.untether.module.SourceReader;
import dev.untether.module.dependency.BuildModule;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where the symbols that references name are declared: in the tree, in the standard library's
 * sources, or in those of the modules that the tree is built with. Where nothing is declared under
 * the name, the pushes of the tree that give the symbol count. Immutable once made; only the
 * declarations asked for are kept.
 */
public final class DeclarationIndex {
  // The first element of a path outside the standard library has a dot, as a domain has.
  private static final Pattern STANDARD_PATH =
      Pattern.compile("[a-z0-9]+(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");

  private final Map<String, List<Declared>> declared;
  private final Map<String, List<LinknameReference>> pushes;

  private record Declared(
      String file, String modulePath, Declaration declaration, SortedSet<Target> targets) {}

  private DeclarationIndex(
      Map<String, List<Declared>> declared, Map<String, List<LinknameReference>> pushes) {
    this.declared = declared;
    this.pushes = pushes;
  }

  /**
   * Where to look.
   *
   * @param tree the tree of the references
   * @param goroot a Go installation, whose {@code src} is looked at for packages outside the tree
   * @param dependencies the modules of the build, whose directories are looked at likewise
   * @param targets the targets to look at
   * @param releases the Go releases that may build the code
   */
  public record Scope(
      ModuleTree tree,
      Optional<Path> goroot,
      List<BuildModule> dependencies,
      SortedSet<Target> targets,
      ReleaseRange releases) {
    /** Copies the list. */
    public Scope {
      dependencies = List.copyOf(dependencies);
    }

    /** A scope without dependencies. */
    public Scope(
        ModuleTree tree, Optional<Path> goroot, SortedSet<Target> targets, ReleaseRange releases) {
      this(tree, goroot, List.of(), targets, releases);
    }
  }

  /**
   * Returns an index of the declarations of {@code wanted}.
   *
   * @param references the directives of the tree, among which pushes are looked for
   */
  public static DeclarationIndex of(
      Scope scope, Collection<LinkTarget> wanted, Collection<LinknameReference> references) {
    Map<String, Set<String>> names = new TreeMap<>();
    for (LinkTarget target : wanted) {
      if (!target.isExtern()) {
        names.computeIfAbsent(target.packagePath(), p -> new HashSet<>()).add(key(target));
      }
    }
    Map<String, List<SourceFile>> packages = packages(scope, names.keySet());
    Map<String, List<Declared>> declared = new HashMap<>();
    List<Map.Entry<String, List<SourceFile>>> work = List.copyOf(packages.entrySet());
    List<List<Declared>> found =
        work.parallelStream()
            .map(
                entry ->
                    declarations(
                        scope, entry.getValue(), names.getOrDefault(entry.getKey(), Set.of())))
            .toList();
    for (int i = 0; i < work.size(); i++) {
      for (Declared one : found.get(i)) {
        String symbol = work.get(i).getKey() + '\0' + key(one.declaration());
        declared.computeIfAbsent(symbol, s -> new ArrayList<>()).add(one);
      }
    }
    Map<String, List<LinknameReference>> pushes = new HashMap<>();
    for (LinknameReference reference : references) {
      if (reference.direction() == Linkname.Direction.PUSH && reference.target().isPresent()) {
        pushes.computeIfAbsent(reference.symbol(), s -> new ArrayList<>()).add(reference);
      }
    }
    return new DeclarationIndex(declared, pushes);
  }

  /** Returns {@code references} with the places of their targets. */
  public List<LinknameReference> resolve(List<LinknameReference> references) {
    return references.stream()
        .map(
            it ->
                it.target()
                    .map(target -> it.withResolved(places(target, it.targets(), it.file())))
                    .orElse(it))
        .toList();
  }

  /**
   * Returns where {@code target} is declared in builds for {@code targets}, in order; empty if that
   * is not known.
   *
   * @param from the file that refers to it
   */
  public List<DeclarationPlace> places(
      LinkTarget target, SortedSet<Target> targets, SourceFile from) {
    SortedSet<DeclarationPlace> places = new TreeSet<>();
    String symbol = target.packagePath() + '\0' + key(target);
    for (Declared one : declared.getOrDefault(symbol, List.of())) {
      if (!Collections.disjoint(one.targets(), targets)) {
        boolean inModule = one.modulePath().equals(from.modulePath());
        places.add(new DeclarationPlace(one.file(), one.declaration().position(), inModule));
      }
    }
    if (places.isEmpty()) {
      for (LinknameReference push : pushes.getOrDefault(target.raw(), List.of())) {
        if (!Collections.disjoint(push.targets(), targets)) {
          boolean inModule = push.file().modulePath().equals(from.modulePath());
          places.add(new DeclarationPlace(push.file().relative(), push.position(), inModule));
        }
      }
    }
    return List.copyOf(places);
  }

  private static String key(LinkTarget target) {
    return target.receiver().map(type -> type + ".").orElse("") + target.name();
  }

  private static String key(Declaration declaration) {
    if (declaration instanceof FunctionDeclaration function) {
      return function.receiver().map(Receiver::type).map(type -> type + ".").orElse("")
          + function.name();
    }
    return declaration.name();
  }

  private static Map<String, List<SourceFile>> packages(Scope scope, Set<String> paths) {
    Map<String, List<SourceFile>> packages = new TreeMap<>();
    for (SourceFile file : scope.tree().files()) {
      if (file.kind() == SourceKind.GO && paths.contains(file.packagePath())) {
        packages.computeIfAbsent(file.packagePath(), p -> new ArrayList<>()).add(file);
      }
    }
    Optional<Path> sources = scope.goroot().map(goroot -> goroot.resolve("src"));
    for (String path : paths) {
      if (packages.containsKey(path)) {
        continue;
      }
      if (!STANDARD_PATH.matcher(path).matches()) {
        packages.put(path, ofDependency(scope, path));
      } else if (sources.isPresent()) {
        packages.put(path, files(sources.get().resolve(path), path, "std"));
      }
    }
    return packages;
  }

  /** Returns the files of a package in the module with the longest path that has it, as Go does. */
  private static List<SourceFile> ofDependency(Scope scope, String path) {
    return scope.dependencies().stream()
        .filter(module -> module.canHold(path))
        .sorted(Comparator.comparingInt((BuildModule module) -> -module.path().length()))
        .map(
            module ->
                module
                    .directoryOf(path)
                    .map(directory -> files(directory, path, module.path()))
                    .orElse(List.of()))
        .filter(files -> !files.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<SourceFile> files(Path directory, String path, String module) {
    List<SourceFile> files = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      return files;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*.go")) {
      for (Path file : entries) {
        String shown = file.toString().replace('\\', '/');
        files.add(new SourceFile(file, shown, path, module, SourceKind.GO));
      }
    } catch (IOException | DirectoryIteratorException e) {
      // What cannot be listed stays unresolved, like what is not there.
      return List.of();
    }
    Collections.sort(files);
    return files;
  }

  private static List<Declared> declarations(
      Scope scope, List<SourceFile> files, Set<String> names) {
    List<Declared> found = new ArrayList<>();
    for (SourceFile file : files) {
      var read = SourceReader.read(file.absolute(), file.relative(), SourceReader.DEFAULT_LIMIT);
      if (!(read instanceof SourceReader.Text text)) {
        continue;
      }
      PackageSource source =
          PackageSource.of(
              file,
              text,
              scope.targets(),
              scope.tree().releases(file, scope.releases()),
              new ArrayList<>());
      if (source.isExternalTest()) {
        continue;
      }
      for (Declaration declaration : source.file().declarations()) {
        boolean symbol = declaration.isLinkable() || declaration instanceof FunctionDeclaration;
        if (symbol && names.contains(key(declaration))) {
          found.add(
              new Declared(file.relative(), file.modulePath(), declaration, source.targets()));
        }
      }
    }
    return found;
  }
}
