package dev.untether.access;

import dev.untether.access.Blocks.Located;
import dev.untether.access.Blocks.Variant;
import dev.untether.access.packed.DamagedDataException;
import dev.untether.access.packed.Envelope;
import dev.untether.golang.LinkTarget;
import dev.untether.module.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one Go release defines under which names, and how its linker checks references: made from
 * the release's own sources by {@code untether access import}.
 *
 * <p>Safe for use by several threads. Packages are decoded when they are first asked for.
 */
public final class AccessData {
  private static final ConcurrentHashMap<Integer, Optional<AccessData>> SHIPPED =
      new ConcurrentHashMap<>();
  private static final int FIRST_SHIPPED = 21;
  private static final int LAST_SHIPPED = 27;

  private final LinkerFacts linker;
  private final Configurations configurations;
  private final SortedMap<String, BitSet> packages;
  private final Blocks blocks;
  private final Map<String, List<String>> users;

  AccessData(
      LinkerFacts linker,
      List<Configuration> configurations,
      SortedMap<String, BitSet> packages,
      Map<String, List<String>> users,
      Blocks blocks) {
    this.linker = linker;
    this.configurations = new Configurations(configurations, linker.regabi());
    this.packages = packages;
    this.users = users;
    this.blocks = blocks;
  }

  /** Returns the N of every release Go 1.N that this program brings data for, oldest first. */
  public static SortedSet<Integer> releases() {
    SortedSet<Integer> releases = new TreeSet<>();
    for (int minor = FIRST_SHIPPED; minor <= LAST_SHIPPED; minor++) {
      if (AccessData.class.getResource(resource(minor)) != null) {
        releases.add(minor);
      }
    }
    return releases;
  }

  /**
   * Returns the data of Go 1.{@code minor} that comes with this program, if there is any.
   *
   * @throws UncheckedIOException if the data is there but damaged
   */
  public static Optional<AccessData> of(int minor) {
    return SHIPPED.computeIfAbsent(minor, AccessData::load);
  }

  private static String resource(int minor) {
    return "go1." + minor + ".bin";
  }

  private static Optional<AccessData> load(int minor) {
    try (InputStream in = AccessData.class.getResourceAsStream(resource(minor))) {
      return in == null ? Optional.empty() : Optional.of(read(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the data that {@link AccessWriter} wrote.
   *
   * @throws DamagedDataException if the bytes are not those that were written
   */
  public static AccessData read(byte[] file) throws DamagedDataException {
    return new AccessReader(Envelope.open(file)).read();
  }

  /** Returns the data that {@link AccessWriter} would write, without writing it. */
  public static AccessData of(ReleaseContent release) {
    return new AccessReader(AccessWriter.content(release)).read();
  }

  /** Returns the rules of the release. */
  public LinkerFacts linker() {
    return linker;
  }

  /** Returns the ways to build that the data covers, in order. */
  public List<Configuration> configurations() {
    return configurations.list();
  }

  Configurations numbering() {
    return configurations;
  }

  /** Returns the packages of the standard library, on whatever target. */
  public Collection<String> packages() {
    return packages.keySet();
  }

  /** Returns how a configuration defines a symbol; empty if it does not, or is not covered. */
  public Optional<SymbolFacts> symbol(String name, Configuration configuration) {
    int bit = configurations.bit(configuration);
    for (Variant variant : variants(name)) {
      if (variant.configurations().get(bit)) {
        return Optional.of(variant.facts());
      }
    }
    return Optional.empty();
  }

  /** Returns all the ways in which a symbol is defined, and where each holds. */
  public Map<SymbolFacts, SortedSet<Configuration>> definitions(String name) {
    Map<SymbolFacts, SortedSet<Configuration>> definitions = new HashMap<>();
    for (Variant variant : variants(name)) {
      SortedSet<Configuration> where =
          definitions.computeIfAbsent(variant.facts(), facts -> new TreeSet<>());
      variant.configurations().stream().forEach(bit -> where.add(configurations.list().get(bit)));
    }
    return definitions;
  }

  /** Returns the lines on which a symbol is defined, and where each is what is compiled. */
  public SortedMap<SourceLine, Set<Configuration>> lines(String name) {
    SortedMap<SourceLine, Set<Configuration>> lines = new TreeMap<>();
    for (Located located : blocks.lines(LinkTarget.of(name).packagePath(), name)) {
      lines.put(located.line(), new ConfigurationSet(configurations, located.configurations()));
    }
    return lines;
  }

  /** Returns the line on which a configuration defines a symbol; empty if it defines none. */
  public Optional<SourceLine> line(String name, Configuration configuration) {
    int bit = configurations.bit(configuration);
    return blocks.lines(LinkTarget.of(name).packagePath(), name).stream()
        .filter(located -> located.configurations().get(bit))
        .map(Located::line)
        .findFirst();
  }

  /**
   * Returns the import paths that the comment on a symbol lists as "hall of shame": packages of
   * others that Go's authors know to pull it; empty if there is no such list. Such comments stand
   * in Go 1.23 and later; what is on no list may be used all the same.
   */
  public List<String> knownUsers(String symbol) {
    return users.getOrDefault(symbol, List.of());
  }

  /** Returns the names of the symbols of a package, in order; empty if there is none such. */
  public SortedSet<String> symbols(String packagePath) {
    return blocks.names(packagePath);
  }

  List<Variant> variants(String name) {
    return blocks.variants(LinkTarget.of(name).packagePath(), name);
  }

  /** Returns where programs can have a package. */
  BitSet where(String path) {
    return packages.getOrDefault(path, new BitSet());
  }

  /**
   * Returns the judges of references in programs built in any of {@code configurations}: what to
   * use for more than one of them. Ways to build that the release does not have get verdicts that
   * say so.
   */
  public Panel panel(Collection<Configuration> configurations) {
    return new Panel(this, configurations);
  }

  /**
   * Returns the judge of references in programs built for a target. A target that the release does
   * not have gives one that knows nothing.
   */
  public Judge judge(Target target, boolean cgo) {
    return new Judge(this, new Configuration(target, cgo));
  }

  /**
   * Returns the package of the standard library that a symbol's name starts with; empty if there is
   * none. Names of embedded types may hold more paths behind it.
   */
  Optional<String> packageOf(String symbol) {
    for (int dot = symbol.indexOf('.'); dot >= 0; dot = symbol.indexOf('.', dot + 1)) {
      String path = symbol.substring(0, dot);
      if (packages.containsKey(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }
}
