package dev.untether.recipe.golang;

import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.LinknameDirective;
import dev.untether.golang.LinknameDirective.Shape;
import dev.untether.golang.TypeDeclaration;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.golang.Site.Declared;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes of directives that the compiler refuses or passes over what their author clearly meant. One
 * that it passes over is repaired only where a function waits for it: what works without it today
 * would be something else with it.
 *
 * <p>https://github.com/golang/go/blob/go1.27.4/src/cmd/compile/internal/noder/noder.go#L281
 */
final class DirectiveRepair implements PackageStep {
  /** Each is compared with every name of the package. */
  private static final int MOST_ORPHANS = 200;

  /** What else the package says, looked up by name. */
  private static final class Neighbours {
    private final Duplicates duplicates;
    private final Set<String> names;
    private final Map<String, List<Site>> inForce = new HashMap<>();
    private final Map<String, Set<List<String>>> said = new HashMap<>();
    private final Map<String, Declaration> notLinkable = new HashMap<>();
    private int orphans;

    Neighbours(List<Site> sites, GoPackage goPackage) {
      duplicates = new Duplicates(sites);
      names = goPackage.declaredNames();
      for (Site site : sites) {
        if (site.directive().shape().isWellFormed()) {
          orphans += site.declarations().isEmpty() ? 1 : 0;
          if (site.file().facts().importsUnsafe()) {
            inForce.computeIfAbsent(site.local(), key -> new ArrayList<>()).add(site);
          }
        }
        said.computeIfAbsent(site.local(), key -> new HashSet<>())
            .add(DirectiveWords.of(site.directive()).arguments());
      }
      for (PackageFile file : goPackage.goFiles()) {
        for (Declaration declaration : file.facts().declarations()) {
          if (!declaration.isLinkable()) {
            notLinkable.putIfAbsent(file.packageName() + " " + declaration.name(), declaration);
          }
        }
      }
    }

    /** Returns the directives for a name that the compiler reads. */
    List<Site> inForce(String local) {
      return inForce.getOrDefault(local, List.of());
    }

    /** Returns whether not all comments that may be directives say the same about a name. */
    boolean isContradicted(String local) {
      return said.getOrDefault(local, Set.of()).size() > 1;
    }

    /** Returns the type, method or constant that a directive names. */
    Optional<Declaration> notLinkable(Site site) {
      return Optional.ofNullable(notLinkable.get(site.file().packageName() + " " + site.local()));
    }
  }

  @Override
  public void run(Recipe recipe, Map<String, String> settings, List<Site> sites, PackageDraft draft)
      throws Refusal {
    Neighbours neighbours = new Neighbours(sites, draft.goPackage());
    for (Site site : sites) {
      if (site.directive().std()) {
        continue;
      }
      try {
        repair(site, neighbours, draft);
      } catch (Refusal refusal) {
        draft.refuse(site.file(), site.position(), refusal.reason());
      }
    }
  }

  private static void repair(Site site, Neighbours neighbours, PackageDraft draft) throws Refusal {
    Shape shape = site.directive().shape();
    if (shape.isIgnored()) {
      ignored(site, neighbours, draft);
    } else if (shape == Shape.WRONG_ARGUMENT_COUNT) {
      spell(site, words(site), draft);
    } else if (shape == Shape.BEHIND_CODE) {
      behindCode(site, neighbours, draft);
    } else if (site.declarations().isEmpty()) {
      orphan(site, neighbours, draft);
    } else if (neighbours.duplicates.isSuperfluous(site)) {
      draft.file(site.file()).deleteLine(site.directive().span());
    }
  }

  private static DirectiveWords words(Site site) throws Refusal {
    DirectiveWords words = DirectiveWords.of(site.directive());
    if (!words.isClear()) {
      throw new Refusal(
          "a linkname has one name and perhaps a symbol, and this one has "
              + words.arguments().size()
              + " words: "
              + String.join(" ", words.arguments()));
    }
    return words;
  }

  /** Repairs what the compiler passes over, if a function without a body waits for it. */
  private static void ignored(Site site, Neighbours neighbours, PackageDraft draft) throws Refusal {
    DirectiveWords said = DirectiveWords.of(site.directive());
    String local = said.arguments().isEmpty() ? "" : said.arguments().get(0);
    if (local.isEmpty()) {
      throw new Refusal("a linkname names something, and this one names nothing");
    }
    if (site.declarations().isEmpty()) {
      Optional<Declaration> other = neighbours.notLinkable(site);
      if (other.isPresent()) {
        throw new Refusal(what(other.get()) + "; a linkname is for a function or a variable");
      }
      draft.skip(site.file(), site.position(), "no file of the package declares " + local);
      return;
    }
    if (!neighbours.inForce(local).isEmpty()) {
      draft.skip(site.file(), site.position(), "there is another directive for " + local);
      return;
    }
    DirectiveWords words = words(site);
    if (neighbours.isContradicted(local)) {
      throw new Refusal("another comment says something else about " + local);
    }
    for (Declared declared : site.declarations()) {
      requireWaiting(declared, draft.goPackage());
    }
    if (site.directive().text().indexOf('\n') >= 0) {
      throw new Refusal("the comment goes over several lines; write the directive on one");
    }
    spell(site, words, draft);
  }

  private static void requireWaiting(Declared declared, GoPackage goPackage) throws Refusal {
    String name = declared.declaration().name();
    if (!(declared.declaration() instanceof FunctionDeclaration function)) {
      throw new Refusal(
          name
              + " is a variable that works without the directive, which the compiler passes over;"
              + " with it, it would be another one: decide by hand");
    }
    if (function.hasBody() || function.fromHost()) {
      throw new Refusal(
          name
              + " has a body and works without the directive, which the compiler passes over; with"
              + " it, others could call it or it would replace theirs: decide by hand");
    }
    Pattern text = Pattern.compile("(?m)^\\s*TEXT\\s+·" + Pattern.quote(name) + "\\(SB\\)");
    boolean inAssembly =
        goPackage.assembly().values().stream().anyMatch(it -> text.matcher(it.toString()).find());
    if (inAssembly) {
      throw new Refusal(
          name + " has its code in assembly, which the directive would take away: decide by hand");
    }
  }

  /** Writes the directive as it should be, at the end of the comments that it stands among. */
  private static void spell(Site site, DirectiveWords words, PackageDraft draft) throws Refusal {
    SourceText text = site.file().text();
    FileDraft file = draft.file(site.file());
    Span span = site.directive().span();
    int line = Lines.start(text, span.start());
    int behind = Lines.behind(text, span.end());
    if (!text.slice(line, span.start()).isBlank()
        || !text.slice(span.end(), behind).isBlank()
        || line == 0 && text.hasByteOrderMark()) {
      throw new Refusal("something else stands on the line of the directive; write it by hand");
    }
    String comment = words.comment().isEmpty() ? "" : "// " + words.comment() + "\n//\n";
    int top = Lines.startOfDirectives(text, line);
    String gap = Lines.isBelowProse(text, top) ? "//\n" : "";
    boolean isLast = behind == text.length() || !isComment(Lines.at(text, behind));
    boolean isBlock = Lines.at(text, behind).startsWith("//go:");
    if (isLast || isBlock) {
      if (top < line) {
        if (!comment.isEmpty()) {
          file.insert(top, gap + comment);
        }
        file.replace(span, words.directive());
      } else {
        file.replace(span, gap + comment + words.directive());
      }
      return;
    }
    int end = behind;
    while (end < text.length() && isComment(Lines.at(text, end))) {
      end = Lines.behind(text, end);
    }
    file.insert(
        end, (Lines.isBelowProse(text, end) ? "//\n" : "") + comment + words.directive() + "\n");
    file.deleteLine(span);
  }

  private static boolean isComment(String line) {
    return line.startsWith("//");
  }

  private static void behindCode(Site site, Neighbours neighbours, PackageDraft draft)
      throws Refusal {
    DirectiveWords words = words(site);
    String local = words.arguments().get(0);
    SourceText text = site.file().text();
    Span span = site.directive().span();
    int end = span.start();
    while (end > 0 && (text.bytes()[end - 1] == ' ' || text.bytes()[end - 1] == '\t')) {
      end--;
    }
    Optional<Site> other = neighbours.inForce(local).stream().findFirst();
    if (other.isPresent()) {
      if (!DirectiveWords.of(other.get().directive()).arguments().equals(words.arguments())) {
        throw new Refusal("another directive says something else about " + local);
      }
      draft.file(site.file()).replace(new Span(end, span.end()), "");
      return;
    }
    if (site.declarations().size() != 1 || !site.declarations().get(0).file().equals(site.file())) {
      throw new Refusal(
          "a directive stands on a line of its own; this file does not declare " + local);
    }
    int declaration = site.declarations().get(0).declaration().span().start();
    int line = Lines.start(text, declaration);
    if (line != declaration) {
      throw new Refusal("a directive stands on a line of its own; write it above " + local);
    }
    String gap = Lines.isBelowProse(text, line) ? "//\n" : "";
    String comment = words.comment().isEmpty() ? "" : "// " + words.comment() + "\n//\n";
    draft.file(site.file()).insert(line, gap + comment + words.directive() + "\n");
    draft.file(site.file()).replace(new Span(end, span.end()), "");
  }

  /** Takes away a directive about nothing, unless it may be about something that is near. */
  private static void orphan(Site site, Neighbours neighbours, PackageDraft draft) throws Refusal {
    GoPackage goPackage = draft.goPackage();
    String local = site.local();
    Optional<Declaration> other = neighbours.notLinkable(site);
    if (other.isPresent()) {
      throw new Refusal(what(other.get()) + "; a linkname is for a function or a variable");
    }
    if (goPackage.goFiles().stream().anyMatch(file -> file.facts().importsC())) {
      throw new Refusal("no file declares " + local + ", but cgo declares more than files show");
    }
    if (neighbours.orphans > MOST_ORPHANS) {
      throw new Refusal(
          "no file declares "
              + local
              + ", nor more than "
              + MOST_ORPHANS
              + " other names; is a file missing?");
    }
    Optional<FunctionDeclaration> below = waitingBelow(site, neighbours);
    if (below.isPresent()) {
      String name = below.get().name();
      boolean meant = site.target().map(LinkTarget::name).filter(name::equals).isPresent();
      if (meant || isNear(local, name)) {
        LinknameDirective.Argument argument = site.directive().local().orElseThrow();
        draft.file(site.file()).replace(argument.span(), name);
        return;
      }
      throw new Refusal(
          "no file declares " + local + "; if the directive is for " + name + ", say so in it");
    }
    for (String name : neighbours.names) {
      if (isNear(local, name)) {
        throw new Refusal("no file declares " + local + "; is it for " + name + "?");
      }
    }
    draft.file(site.file()).deleteLine(site.directive().span());
  }

  /** Returns the function without body and directive in whose comments the directive stands. */
  private static Optional<FunctionDeclaration> waitingBelow(Site site, Neighbours neighbours) {
    int place = site.directive().span().start();
    for (Declaration declaration : site.file().facts().declarations()) {
      int start = declaration.span().start();
      if (start > place
          && declaration instanceof FunctionDeclaration function
          && !function.hasBody()
          && function.isLinkable()
          && site.file().tokens().startOfCommentsAbove(start) <= place
          && neighbours.inForce(function.name()).isEmpty()) {
        return Optional.of(function);
      }
    }
    return Optional.empty();
  }

  private static String what(Declaration declaration) {
    String sort =
        declaration instanceof TypeDeclaration
            ? "type"
            : declaration instanceof FunctionDeclaration ? "method" : "constant";
    return declaration.name() + " is a " + sort;
  }

  /** Returns whether two names differ in letter case, or in at most two letters of many. */
  private static boolean isNear(String one, String other) {
    if (one.equalsIgnoreCase(other)) {
      return true;
    }
    int most = Math.min(one.length(), other.length()) < 5 ? 1 : 2;
    if (Math.abs(one.length() - other.length()) > most) {
      return false;
    }
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substitution = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()] <= most;
  }
}
