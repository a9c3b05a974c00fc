package dev.untether.cli;

import dev.untether.cli.option.GoInstallation;
import dev.untether.cli.option.Selection;
import dev.untether.golang.LinkTarget;
import dev.untether.module.AssemblyReference;
import dev.untether.module.AssemblyScan;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceReader;
import dev.untether.module.linkname.DeclarationIndex;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.module.linkname.LinknameScan;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.report.ReferenceRow;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The arguments that say what an index is made of; golinkname's, and a few more. */
final class IndexInputs {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-C", "--dir"},
      paramLabel = "DIR",
      description = "The module or tree to look at (default: .)")
  private Path directory = Path.of(".");

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Only what stands in FILE, a path below DIR or from here")
  private @Nullable Path file;

  @Option(names = "--no-asm", description = "Leave out references of assembly")
  private boolean noAssembly;

  @Option(
      names = "--goroot",
      paramLabel = "DIR",
      description =
          "Go installation to look up standard packages in (default: GOROOT, or where the go on"
              + " PATH is)")
  private @Nullable Path goroot;

  @Mixin private final Selection selection = new Selection();

  /**
   * An index.
   *
   * @param tree the files
   * @param releases the releases that may build them, as far as their modules admit them
   * @param targets the targets looked at, as far as those releases have them
   * @param rows what was found, in order
   * @param problems what could not be read
   */
  record Index(
      ModuleTree tree,
      ReleaseRange releases,
      SortedSet<Target> targets,
      List<ReferenceRow> rows,
      List<Finding> problems) {
    /** Returns the targets that were looked at for a file, if nothing in it says otherwise. */
    SortedSet<Target> asked(SourceFile file) {
      return tree.targets(file, releases, targets);
    }

    /** Returns the text of a file of the tree, if it can be read. */
    Optional<SourceText> text(String name) {
      Path path = tree.root().resolve(name);
      return SourceReader.read(path, SourceReader.DEFAULT_LIMIT) instanceof SourceReader.Text read
          ? Optional.of(read.text())
          : Optional.empty();
    }
  }

  /** Returns the index, made with as many threads as the calling pool has. */
  Index read() {
    GoInstallation.check(goroot, spec);
    ReleaseRange range = selection.releases(spec);
    SortedSet<Target> asked = selection.targets(spec);
    ModuleTree tree = ModuleTree.discover(directory, selection.scope());
    LinknameScan.Result linknames = new LinknameScan(tree, asked, range).run();
    List<Finding> problems = new ArrayList<>(linknames.problems());
    List<AssemblyReference> assembly = List.of();
    if (!noAssembly) {
      AssemblyScan.Result scanned = new AssemblyScan(tree, asked, range).run();
      assembly = scanned.references().stream().filter(it -> !it.ownedByPackage()).toList();
      problems.addAll(scanned.problems());
    }
    var scope =
        new DeclarationIndex.Scope(
            tree, GoInstallation.find(goroot, System.getenv()), asked, range);
    List<ReferenceRow> rows =
        resolved(scope, assembly, linknames.references())
            .filter(row -> isWanted(tree, row))
            .toList();
    Collections.sort(problems);
    return new Index(tree, range, asked, rows, problems.stream().distinct().toList());
  }

  private static Stream<ReferenceRow> resolved(
      DeclarationIndex.Scope scope,
      List<AssemblyReference> assembly,
      List<LinknameReference> linknames) {
    Stream<LinkTarget> wanted =
        Stream.concat(
            linknames.stream().flatMap(it -> it.target().stream()),
            assembly.stream().map(it -> LinkTarget.of(it.symbol())));
    DeclarationIndex index = DeclarationIndex.of(scope, wanted.distinct().toList(), linknames);
    Stream<ReferenceRow> directives =
        index.resolve(linknames).stream().map(ReferenceRow.Directive::new);
    Stream<ReferenceRow> references =
        assembly.stream()
            .map(
                it ->
                    new ReferenceRow.Assembly(
                        it, index.places(LinkTarget.of(it.symbol()), it.targets(), it.file())));
    return Stream.concat(references, directives).sorted(ReferenceRow.ORDER);
  }

  private boolean isWanted(ModuleTree tree, ReferenceRow row) {
    if (file == null) {
      return true;
    }
    Path place = tree.root().resolve(row.file());
    return place.equals(tree.root().resolve(file).normalize())
        || place.equals(file.toAbsolutePath().normalize());
  }
}
