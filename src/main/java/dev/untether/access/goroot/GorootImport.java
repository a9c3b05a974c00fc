package dev.untether.access.goroot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.access.AccessData;
import dev.untether.access.AccessWriter;
import dev.untether.access.Configuration;
import dev.untether.access.LinkerFacts;
import dev.untether.access.ReleaseContent;
import dev.untether.access.goroot.LibraryPackage.Selection;
import dev.untether.access.goroot.PackageObjects.Definitions;
import dev.untether.access.goroot.PackageObjects.Library;
import dev.untether.golang.Import;
import dev.untether.module.target.BuildContext;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Makes symbol access data from the sources of a Go installation; nothing of it is run. */
public final class GorootImport {
  private static final String VERSION_NUMBER = "src/internal/goversion/goversion.go";
  private static final Pattern NUMBER = Pattern.compile("const Version = ([0-9]{1,4})");

  private GorootImport() {}

  /**
   * Returns the data of the installation at {@code goroot} as a file's bytes. Two imports of the
   * same sources give the same bytes.
   *
   * @throws NotGorootException if it is none, or lacks the sources of the linker
   * @throws IOException if a file cannot be read
   */
  public static byte[] bytes(Path goroot) throws IOException {
    return AccessWriter.write(content(goroot));
  }

  private static ReleaseContent content(Path goroot) throws IOException {
    int release = release(goroot);
    LinkerFacts linker = LinkerSource.read(goroot, version(goroot, release));
    List<LibraryPackage> packages = new LibraryReader(goroot).read();
    VariableTypes types = VariableTypes.of(packages);
    Library library = new Library(release, LinkerSource.intrinsics(goroot), types);
    List<Configuration> configurations = configurations(release);
    List<Map<Build, BitSet>> builds =
        packages.parallelStream().map(one -> builds(one, configurations, linker, release)).toList();
    Map<String, BitSet> linkable = LinkablePackages.of(imports(packages, builds));
    List<Objects> objects =
        IntStream.range(0, packages.size())
            .parallel()
            .mapToObj(i -> objects(packages.get(i).path(), builds.get(i), linkable, library))
            .toList();
    SymbolTable table = new SymbolTable();
    SortedMap<String, BitSet> existing = new TreeMap<>();
    for (int i = 0; i < packages.size(); i++) {
      if (!builds.get(i).isEmpty()) {
        existing.put(packages.get(i).path(), objects.get(i).where());
      }
      table.addAll(objects.get(i).table());
    }
    return new ReleaseContent(
        linker, configurations, existing, table.symbols(), table.lines(), KnownUsers.of(packages));
  }

  private static List<Configuration> configurations(int release) {
    List<Configuration> configurations = new ArrayList<>();
    for (Target target : Targets.known().of(ReleaseRange.only(release))) {
      configurations.add(new Configuration(target, /* cgo= */ false));
      configurations.add(new Configuration(target, /* cgo= */ true));
    }
    return configurations;
  }

  /**
   * Returns the data of the installation at {@code goroot}.
   *
   * @throws NotGorootException if it is none, or lacks the sources of the linker
   * @throws IOException if a file cannot be read
   */
  public static AccessData read(Path goroot) throws IOException {
    return AccessData.of(content(goroot));
  }

  /**
   * Returns the N of Go 1.N that the installation is, or works towards.
   *
   * @throws NotGorootException if it does not say
   */
  public static int release(Path goroot) throws IOException {
    Path file = goroot.resolve(VERSION_NUMBER);
    if (!Files.isRegularFile(file)) {
      throw new NotGorootException(goroot + " has no " + VERSION_NUMBER);
    }
    Matcher number = NUMBER.matcher(Files.readString(file, UTF_8));
    if (!number.find()) {
      throw new NotGorootException(file + " states no version");
    }
    return Integer.parseInt(number.group(1));
  }

  private static String version(Path goroot, int release) throws IOException {
    Path file = goroot.resolve("VERSION");
    String text = Files.isRegularFile(file) ? Files.readString(file, UTF_8) : "";
    String first = text.lines().findFirst().orElse("").strip();
    return first.isEmpty() ? "go1." + release : first;
  }

  /** The files of a package that some builds have in common, and how they compile them. */
  private record Build(Selection files, boolean regabi) {}

  /** What a package defines, and in which builds programs can have it. */
  private record Objects(BitSet where, SymbolTable table) {}

  private static Map<Build, BitSet> builds(
      LibraryPackage one, List<Configuration> configurations, LinkerFacts linker, int release) {
    Map<Build, BitSet> builds = new LinkedHashMap<>();
    for (int bit = 0; bit < configurations.size(); bit++) {
      Configuration configuration = configurations.get(bit);
      Target target = configuration.target();
      Selection files =
          one.select(new BuildContext(target, configuration.cgo(), Set.of(), release));
      if (!files.sources().isEmpty()) {
        Build build = new Build(files, linker.regabi().contains(target.goarch()));
        builds.computeIfAbsent(build, fresh -> new BitSet()).set(bit);
      }
    }
    return builds;
  }

  private static Map<String, Map<String, BitSet>> imports(
      List<LibraryPackage> packages, List<Map<Build, BitSet>> builds) {
    Map<String, Map<String, BitSet>> imports = new TreeMap<>();
    for (int i = 0; i < packages.size(); i++) {
      Map<String, BitSet> own =
          imports.computeIfAbsent(packages.get(i).path(), path -> new TreeMap<>());
      builds
          .get(i)
          .forEach(
              (build, where) -> {
                own.computeIfAbsent(LinkablePackages.SELF, self -> new BitSet()).or(where);
                for (GoSource source : build.files().sources()) {
                  for (Import imported : source.file().imports()) {
                    own.computeIfAbsent(imported.path(), path -> new BitSet()).or(where);
                  }
                }
              });
    }
    return imports;
  }

  private static Objects objects(
      String path, Map<Build, BitSet> builds, Map<String, BitSet> linkable, Library library) {
    Objects objects = new Objects(new BitSet(), new SymbolTable());
    builds.forEach(
        (build, all) -> {
          BitSet where = (BitSet) all.clone();
          where.and(linkable.getOrDefault(path, new BitSet()));
          if (!where.isEmpty()) {
            objects.where().or(where);
            Definitions defined =
                PackageObjects.of(
                    path,
                    build.files().sources(),
                    build.files().assembly(),
                    build.regabi(),
                    library);
            SymbolTable table = objects.table();
            defined.symbols().forEach((name, facts) -> table.add(name, facts, where));
            defined.lines().forEach((name, line) -> table.addLine(name, line, where));
          }
        });
    return objects;
  }
}
