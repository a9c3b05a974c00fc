package dev.untether.module.linkname;

import dev.untether.module.GoMod;
import dev.untether.module.GoModule;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.target.ReleaseRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the go lines of a tree's modules say: which language, and which releases refuse it. */
final class LanguageVersions {
  private static final Pattern GO_LINE = Pattern.compile("1\\.([0-9]{1,4})(?:[^0-9].*)?");

  /** Of a module whose go.mod has no go line: https://go.dev/ref/mod#go-mod-file-go. */
  private static final int WITHOUT_GO_LINE = 16;

  private final ModuleTree tree;
  private final ReleaseRange asked;

  LanguageVersions(ModuleTree tree, ReleaseRange asked) {
    this.tree = tree;
    this.asked = asked;
  }

  /** Returns the releases asked for without those that refuse the module: its go line is newer. */
  ReleaseRange releases(SourceFile file) {
    int first = Math.max(asked.first(), language(file));
    return new ReleaseRange(Math.min(first, asked.last()), asked.last());
  }

  /** Returns the N of the language version, Go 1.N. */
  int language(SourceFile file) {
    Optional<GoModule> module = tree.governing(file);
    if (module.isEmpty()) {
      return asked.last();
    }
    Matcher line = GO_LINE.matcher(module.get().goMod().flatMap(GoMod::goVersion).orElse("absent"));
    return line.matches() ? Integer.parseInt(line.group(1)) : WITHOUT_GO_LINE;
  }
}
