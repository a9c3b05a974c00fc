package dev.untether.access.goroot;

import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.GoFile;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.LinknameDirective;
import dev.untether.golang.LinknameDirective.Argument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The packages that pull a symbol, according to the comment on it: since Go 1.23 the comments on
 * pushed symbols list those that made its authors push them, see https://go.dev/issue/67401.
 */
final class KnownUsers {
  private static final String HEADING = "hall of shame include";
  private static final String ITEM = "//   - ";

  private KnownUsers() {}

  /**
   * Returns the packages listed in comments, by the lines of what they may be about: the directives
   * within the comment, and the declaration below it.
   *
   * @param text the content of a Go file
   */
  static Map<Integer, List<String>> byLine(String text) {
    if (!text.contains(HEADING)) {
      return Map.of();
    }
    Map<Integer, List<String>> byLine = new HashMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("//") && lines.get(i).contains(HEADING)) {
        List<String> users = new ArrayList<>();
        for (i++; i < lines.size() && lines.get(i).startsWith("//"); i++) {
          if (lines.get(i).startsWith(ITEM)) {
            users.add(lines.get(i).substring(ITEM.length()).strip());
          } else if (lines.get(i).startsWith("//go:linkname ")) {
            byLine.put(i + 1, users);
          }
        }
        byLine.put(i + 1, users);
      }
    }
    return byLine;
  }

  /** Returns the symbols of packages that comments list users of, with the users in order. */
  static SortedMap<String, List<String>> of(Collection<LibraryPackage> packages) {
    SortedMap<String, SortedSet<String>> found = new TreeMap<>();
    for (LibraryPackage one : packages) {
      for (GoSource source : one.sources()) {
        if (!source.usersByLine().isEmpty()) {
          add(one.path(), source, found);
        }
      }
    }
    SortedMap<String, List<String>> users = new TreeMap<>();
    found.forEach((symbol, packagesThatUse) -> users.put(symbol, List.copyOf(packagesThatUse)));
    return users;
  }

  private static void add(
      String path, GoSource source, SortedMap<String, SortedSet<String>> found) {
    GoFile file = source.file();
    for (LinknameDirective directive : file.directives()) {
      List<String> users = source.usersByLine().get(directive.position().line());
      if (users != null && directive.local().isPresent()) {
        String own = LinkTarget.symbolOf(path, directive.local().get().text());
        add(directive.target().map(Argument::text).orElse(own), users, found);
      }
    }
    for (Declaration declaration : file.declarations()) {
      List<String> users = source.usersByLine().get(declaration.position().line());
      if (users != null && declaration instanceof FunctionDeclaration function) {
        String receiver = function.receiver().map(type -> type + ".").orElse("");
        add(LinkTarget.symbolOf(path, receiver + function.name()), users, found);
      }
    }
  }

  private static void add(
      String symbol, List<String> users, SortedMap<String, SortedSet<String>> found) {
    if (!users.isEmpty()) {
      found.computeIfAbsent(symbol, fresh -> new TreeSet<>()).addAll(users);
    }
  }
}
