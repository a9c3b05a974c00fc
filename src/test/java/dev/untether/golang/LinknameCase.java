package dev.untether.golang;

import dev.untether.golang.linkname.Compilation;
import dev.untether.golang.linkname.Linkname;
import dev.untether.golang.linkname.PackageLinknames;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of src/test/resources/golang/linknames: the Go files of one package, what is expected of
 * them, and a compilation.txt where the compilation is not the usual one.
 */
record LinknameCase(Path folder, Map<String, SourceText> files, Map<String, String> options) {
  static final Path ROOT = Path.of("src/test/resources/golang/linknames");

  static List<LinknameCase> all() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      List<LinknameCase> cases = new ArrayList<>();
      for (Path folder : folders.sorted().toList()) {
        cases.add(read(folder));
      }
      return cases;
    }
  }

  private static LinknameCase read(Path folder) throws IOException {
    Map<String, SourceText> files = new TreeMap<>();
    Map<String, String> options = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.toList()) {
        String name = path.getFileName().toString();
        if (name.endsWith(".go")) {
          files.put(name, SourceText.of(Files.readAllBytes(path)));
        } else if (name.equals("compilation.txt")) {
          for (String line : Files.readAllLines(path)) {
            options.put(
                line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
          }
        }
      }
    }
    return new LinknameCase(folder, files, options);
  }

  String name() {
    return folder.getFileName().toString();
  }

  Compilation compilation(int release) {
    return new Compilation(release, language(release), otherLanguages());
  }

  int language(int release) {
    return Integer.parseInt(options.getOrDefault("language", String.valueOf(release)));
  }

  boolean otherLanguages() {
    return Boolean.parseBoolean(options.get("otherLanguages"));
  }

  /** Returns the file of what is expected; that of an older release only where it differs. */
  Path expected(int release) {
    Path older = folder.resolve("expected-1." + release + ".txt");
    return Files.exists(older) ? older : folder.resolve("expected.txt");
  }

  PackageLinknames linknames(int release) {
    return linknames(files, release);
  }

  /** Returns the same for files with other line endings. */
  PackageLinknames linknamesOfCrlfTwin(int release) {
    Map<String, SourceText> twin = new TreeMap<>();
    files.forEach(
        (name, text) -> twin.put(name, SourceText.of(text.toString().replace("\n", "\r\n"))));
    return linknames(twin, release);
  }

  private PackageLinknames linknames(Map<String, SourceText> texts, int release) {
    List<GoFile> parsed = new ArrayList<>();
    texts.forEach((name, text) -> parsed.add(GoFile.parse(name, text)));
    return PackageLinknames.of(parsed, compilation(release));
  }

  /** Returns one line for a linkname or finding. */
  static String render(PackageLinknames found) {
    StringBuilder lines = new StringBuilder();
    found.linknames().forEach(linkname -> lines.append(render(linkname)).append('\n'));
    for (Finding finding : found.findings()) {
      lines.append(finding).append('\n');
    }
    return lines.toString();
  }

  private static String render(Linkname linkname) {
    String kind = linkname.declaration().map(LinknameCase::kind).orElse("-");
    StringBuilder line =
        new StringBuilder(linkname.file().path() + ":" + linkname.directive().position())
            .append(' ' + kind + '/' + linkname.form().word())
            .append(' ' + linkname.direction().word())
            .append(' ' + linkname.localName())
            .append(" = " + linkname.symbol("example.com/p"));
    linkname.target().ifPresent(target -> line.append(render(target)));
    linkname
        .declaration()
        .ifPresent(
            declaration ->
                line.append(" at ")
                    .append(linkname.declaredIn().orElseThrow().path())
                    .append(":" + declaration.position())
                    .append(": " + type(declaration)));
    Optional.of(linkname.warnings())
        .filter(warnings -> !warnings.isEmpty())
        .ifPresent(warnings -> line.append(" " + warnings));
    return line.toString();
  }

  private static String render(LinkTarget target) {
    if (target.isExtern()) {
      return "";
    }
    String receiver =
        target.receiver().map(type -> (target.pointer() ? "*" : "") + type + " ").orElse("");
    return " (" + target.packagePath() + ": " + receiver + target.name() + ")";
  }

  private static String kind(Declaration declaration) {
    return declaration instanceof FunctionDeclaration ? "func" : "var";
  }

  private static String type(Declaration declaration) {
    return declaration instanceof FunctionDeclaration function
        ? function.signature()
        : ((ValueDeclaration) declaration).type();
  }
}
