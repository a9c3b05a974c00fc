package dev.untether.golang.linkname;

import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.GoFile;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.LinknameDirective;
import dev.untether.golang.LinknameDirective.Shape;
import dev.untether.golang.Receiver;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Matches the directives of a package to its declarations, and judges both as the compiler does.
 */
final class LinknameMatcher {
  private static final int RELEASE_WITH_LINKNAMESTD = 27;
  private static final int RELEASE_WITHOUT_INSTANTIATIONS = 23;
  private static final int LANGUAGE_WITHOUT_STRAY_LINKNAMES = 18;

  private final List<GoFile> files;
  private final Compilation compilation;
  private final Map<String, Declared> scope = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final List<Linkname> linknames = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private record Declared(GoFile file, Declaration declaration) {}

  LinknameMatcher(List<GoFile> files, Compilation compilation) {
    this.files = files;
    this.compilation = compilation;
  }

  PackageLinknames match() {
    for (GoFile file : files) {
      for (Declaration declaration : file.declarations()) {
        if (declaration.isLinkable()) {
          scope.putIfAbsent(declaration.name(), new Declared(file, declaration));
        }
      }
    }
    for (GoFile file : files) {
      file.directives().forEach(directive -> directive(file, directive));
    }
    boolean complete = !compilation.otherLanguages() && files.stream().noneMatch(GoFile::importsC);
    for (GoFile file : files) {
      for (Declaration declaration : file.declarations()) {
        if (declaration instanceof FunctionDeclaration function && !function.hasBody()) {
          missingBody(file, function, complete);
        }
      }
    }
    findings.sort(null);
    return new PackageLinknames(linknames, findings);
  }

  private void directive(GoFile file, LinknameDirective directive) {
    Shape shape = directive.shape();
    if (shape.isIgnored()) {
      nearMiss(file, directive);
    } else if (shape == Shape.BEHIND_CODE) {
      error(file, directive, PackageLinknames.MALFORMED, "misplaced compiler directive");
    } else if (directive.std() && compilation.release() < RELEASE_WITH_LINKNAMESTD) {
      warn(file, directive, directive.word() + " is unknown before Go 1.27, and ignored");
    } else if (shape == Shape.WRONG_ARGUMENT_COUNT) {
      String usage = "usage: " + directive.word() + " localname [linkname]";
      error(file, directive, PackageLinknames.MALFORMED, usage);
    } else {
      wellFormed(file, directive);
    }
  }

  private void nearMiss(GoFile file, LinknameDirective directive) {
    // A sentence may start like a directive; the name of a declaration makes it one.
    boolean meant =
        directive.shape() == Shape.NO_SPACE_BEHIND_WORD
            || directive.local().filter(local -> scope.containsKey(local.text())).isPresent();
    if (!meant) {
      return;
    }
    String reason =
        switch (directive.shape()) {
          case SPACE_BEFORE_WORD -> "white space stands behind the slashes";
          case BLOCK_COMMENT -> "it is a block comment";
          default -> "no space stands behind the word";
        };
    warn(file, directive, "no directive, and ignored: " + reason);
  }

  private void wellFormed(GoFile file, LinknameDirective directive) {
    String local = directive.local().orElseThrow().text();
    Optional<Declared> declared = Optional.ofNullable(scope.get(local));
    Optional<LinkTarget> target = directive.target().map(word -> LinkTarget.of(word.text()));
    Optional<String> broken = brokenRule(file, directive, declared.isPresent());
    if (broken.isEmpty()) {
      taken.add(local);
    }
    broken.ifPresent(rule -> report(file, directive, rule));
    linknames.add(
        new Linkname(
            file,
            directive,
            declared.map(Declared::declaration),
            declared.map(Declared::file),
            target,
            broken.isEmpty(),
            broken.stream().toList()));
  }

  /** Returns the first rule that a directive breaks; the compiler looks no further either. */
  private Optional<String> brokenRule(GoFile file, LinknameDirective directive, boolean declared) {
    if (!file.importsUnsafe()) {
      return Optional.of(PackageLinknames.MISSING_UNSAFE);
    }
    String target = directive.target().map(LinknameDirective.Argument::text).orElse("");
    if (target.contains("[")
        && target.contains("]")
        && compilation.release() >= RELEASE_WITHOUT_INSTANTIATIONS) {
      return Optional.of(PackageLinknames.INSTANTIATION);
    }
    if (!declared) {
      return Optional.of(PackageLinknames.UNDECLARED);
    }
    String local = directive.local().orElseThrow().text();
    return taken.contains(local) ? Optional.of(PackageLinknames.DUPLICATE) : Optional.empty();
  }

  private void report(GoFile file, LinknameDirective directive, String rule) {
    String word = directive.word();
    String message =
        switch (rule) {
          case PackageLinknames.MISSING_UNSAFE ->
              word + " only allowed in Go files that import \"unsafe\"";
          case PackageLinknames.INSTANTIATION ->
              word + " reference of an instantiation is not allowed";
          case PackageLinknames.DUPLICATE ->
              "duplicate " + word + " for " + directive.local().orElseThrow().text();
          default -> word + " must refer to declared function or variable";
        };
    if (rule.equals(PackageLinknames.UNDECLARED)
        && compilation.language() < LANGUAGE_WITHOUT_STRAY_LINKNAMES) {
      String reason = "; ignored, as the go line of go.mod is older than 1.18";
      findings.add(
          new Finding(rule, Severity.WARNING, file.path(), place(directive), message + reason));
    } else {
      error(file, directive, rule, message);
    }
  }

  private void missingBody(GoFile file, FunctionDeclaration function, boolean complete) {
    String message = "missing function body";
    boolean isFunction = function.receiver().isEmpty();
    if (isFunction && function.name().equals("init")) {
      message = "func init must have a body";
    } else if (!function.typeParameters().isEmpty()) {
      message = "generic function is missing function body";
    } else if (!complete
        || function.fromHost()
        || function.name().equals("_")
        || isFunction && taken.contains(function.name())) {
      return;
    }
    // For the compiler a function begins behind the keyword.
    Position place = function.receiver().map(Receiver::position).orElse(function.position());
    findings.add(
        new Finding(PackageLinknames.MISSING_BODY, Severity.ERROR, file.path(), place, message));
  }

  private void error(GoFile file, LinknameDirective directive, String rule, String message) {
    findings.add(new Finding(rule, Severity.ERROR, file.path(), place(directive), message));
  }

  private void warn(GoFile file, LinknameDirective directive, String message) {
    findings.add(
        new Finding(
            PackageLinknames.IGNORED,
            Severity.WARNING,
            file.path(),
            directive.position(),
            message));
  }

  /** Returns where the compiler sees a directive: behind the slashes. */
  private static Position place(LinknameDirective directive) {
    Position comment = directive.position();
    return new Position(comment.line(), comment.column() + 2);
  }
}
