package dev.untether.module.linkname;

import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.LinknameDirective;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one Go file has that assembly may have a part in. Packages are put together in hundreds of
 * ways; what does not depend on that is worked out once, here.
 *
 * @param source the file
 * @param functions those without a body, and those that have the name of a TEXT
 * @param linknamed the names that linknames stand for in every release
 * @param linknamedStd the names that linknames of Go 1.27 and newer stand for
 */
record PairedSource(
    PackageSource source,
    List<Candidate> functions,
    Set<String> linknamed,
    Set<String> linknamedStd) {
  private static final int RELEASE_WITH_LINKNAMESTD = 27;

  /**
   * A function.
   *
   * @param declaration what is declared
   * @param symbols the linker's names: that with the import path, and for programs {@code main}
   */
  record Candidate(FunctionDeclaration declaration, List<String> symbols) {
    /** Returns the name with the import path. */
    String symbol() {
      return symbols.get(0);
    }
  }

  /**
   * Returns what {@code source} has.
   *
   * @param texts the symbols that assembly of the package defines
   */
  static PairedSource of(PackageSource source, Set<String> texts) {
    List<Candidate> functions = new ArrayList<>();
    source
        .functions()
        .filter(PairedSource::isSymbol)
        .map(it -> candidate(source, it))
        .filter(
            it -> !it.declaration().hasBody() || it.symbols().stream().anyMatch(texts::contains))
        .forEach(functions::add);
    Set<String> linknamed = new HashSet<>();
    Set<String> linknamedStd = new HashSet<>();
    if (source.file().importsUnsafe()) {
      for (LinknameDirective directive : source.file().directives()) {
        if (directive.shape().isWellFormed()) {
          directive
              .local()
              .ifPresent(it -> (directive.std() ? linknamedStd : linknamed).add(it.text()));
        }
      }
    }
    return new PairedSource(source, functions, linknamed, linknamedStd);
  }

  /** Returns the names that the file's linknames stand for in Go 1.{@code release}. */
  Set<String> linknamed(int release) {
    if (release < RELEASE_WITH_LINKNAMESTD || linknamedStd.isEmpty()) {
      return linknamed;
    }
    Set<String> all = new HashSet<>(linknamed);
    all.addAll(linknamedStd);
    return all;
  }

  private static Candidate candidate(PackageSource source, FunctionDeclaration function) {
    String name = function.receiver().map(it -> it + ".").orElse("") + function.name();
    String symbol = LinkTarget.symbolOf(source.packagePath(), name);
    return new Candidate(
        function,
        source.packageName().equals("main")
            ? List.of(symbol, LinkTarget.symbolOf("main", name))
            : List.of(symbol));
  }

  private static boolean isSymbol(FunctionDeclaration function) {
    boolean generic =
        !function.typeParameters().isEmpty()
            || function.receiver().filter(it -> !it.typeParameters().isEmpty()).isPresent();
    boolean isInit = function.receiver().isEmpty() && function.name().equals("init");
    return !generic && !isInit && !function.name().equals("_");
  }
}
