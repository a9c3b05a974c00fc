package dev.untether.module.linkname;

import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.LinknameDirective;
import dev.untether.module.AssemblyReference;
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
   * @param symbol the linker's name
   */
  record Candidate(FunctionDeclaration declaration, String symbol) {}

  /**
   * Returns what {@code source} has.
   *
   * @param texts the names behind the package's of what its assembly defines
   */
  static PairedSource of(PackageSource source, Set<String> texts) {
    List<Candidate> functions = new ArrayList<>();
    source
        .functions()
        .filter(PairedSource::isSymbol)
        .map(it -> candidate(source, it))
        .filter(it -> !it.declaration().hasBody() || texts.contains(it.declaration().name()))
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

  /** Returns the path that symbols of the package begin with: that of a program is main. */
  private static String linkerPath(PackageSource source) {
    return source.packageName().equals("main") ? "main" : source.packagePath();
  }

  /** Returns the linker's name of a TEXT of the package, which {@code ·f} leaves open. */
  String symbol(AssemblyReference text) {
    String spelled = text.reference().symbol().spelled();
    return spelled.startsWith(".")
        ? LinkTarget.symbolOf(linkerPath(source), spelled.substring(1))
        : spelled;
  }

  private static Candidate candidate(PackageSource source, FunctionDeclaration function) {
    String name = function.receiver().map(it -> it + ".").orElse("") + function.name();
    return new Candidate(function, LinkTarget.symbolOf(linkerPath(source), name));
  }

  private static boolean isSymbol(FunctionDeclaration function) {
    boolean generic =
        !function.typeParameters().isEmpty()
            || function.receiver().filter(it -> !it.typeParameters().isEmpty()).isPresent();
    boolean isInit = function.receiver().isEmpty() && function.name().equals("init");
    return !generic && !isInit && !function.name().equals("_");
  }
}
