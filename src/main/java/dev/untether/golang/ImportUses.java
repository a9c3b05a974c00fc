package dev.untether.golang;

import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a Go file names of a package that it imports.
 *
 * @param names every name that stands behind the package's, with a dot between
 * @param initialisers those of them in the initial values of the file's own variables
 */
public record ImportUses(Set<String> names, Set<String> initialisers) {
  private static final Pattern MAJOR_VERSION = Pattern.compile("v[0-9]+");

  /** Copies the sets. */
  public ImportUses {
    names = Set.copyOf(names);
    initialisers = Set.copyOf(initialisers);
  }

  /** Returns what {@code source} names of the package with that import path. */
  public static ImportUses of(SourceText source, String importPath) {
    GoFile file = GoFile.parse("", source);
    Set<String> names = new HashSet<>();
    Set<String> initialisers = new HashSet<>();
    List<Span> variables =
        file.declarations().stream()
            .filter(it -> it instanceof ValueDeclaration value && !value.constant())
            .map(it -> ((ValueDeclaration) it).specification())
            .distinct()
            .toList();
    for (Import one : file.imports()) {
      if (one.path().equals(importPath)) {
        collect(
            source,
            one.name().orElseGet(() -> lastName(importPath)),
            variables,
            names,
            initialisers);
      }
    }
    return new ImportUses(names, initialisers);
  }

  /**
   * Returns those of {@code wanted}, which are not empty, that stand in a file, be it in a comment.
   * Much quicker than looking for what they mean.
   */
  public static Set<String> words(SourceText source, Set<String> wanted) {
    // By first byte, the lengths of the names that start with it: most words end there.
    long[] lengths = new long[128];
    for (String name : wanted) {
      lengths[name.charAt(0) & 0x7F] |= 1L << Math.min(name.length(), Long.SIZE - 1);
    }
    Set<String> found = new HashSet<>();
    byte[] bytes = source.bytes();
    int i = 0;
    while (i < bytes.length) {
      if (!isWord(bytes[i])) {
        i++;
        continue;
      }
      int start = i;
      while (i < bytes.length && isWord(bytes[i])) {
        i++;
      }
      long candidates = lengths[bytes[start] & 0x7F];
      if ((candidates >> Math.min(i - start, Long.SIZE - 1) & 1) != 0) {
        String word = new String(bytes, start, i - start, StandardCharsets.UTF_8);
        if (wanted.contains(word)) {
          found.add(word);
        }
      }
    }
    return found;
  }

  private static boolean isWord(byte b) {
    return b < 0
        || b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || b == '_';
  }

  /** Returns whether a file names {@code name}, other than where it declares a function of it. */
  public static boolean mentions(SourceText source, String name) {
    GoTokens tokens = new GoTokens(source, GoLexer.tokens(source));
    GoKind before = GoKind.SEMICOLON;
    for (tokens.advance(); !tokens.is(GoKind.END_OF_FILE); tokens.advance()) {
      if (tokens.is(GoKind.IDENT) && before != GoKind.FUNC && tokens.text().equals(name)) {
        return true;
      }
      before = tokens.kind();
    }
    return false;
  }

  private static void collect(
      SourceText source,
      String alias,
      List<Span> variables,
      Set<String> names,
      Set<String> initialisers) {
    GoTokens tokens = new GoTokens(source, GoLexer.tokens(source));
    boolean bare = alias.equals(".");
    GoKind last = GoKind.SEMICOLON;
    boolean behindAlias = false;
    boolean behindDot = false;
    for (tokens.advance(); !tokens.is(GoKind.END_OF_FILE); tokens.advance()) {
      boolean isName = tokens.is(GoKind.IDENT);
      if (isName && (behindDot || bare && last != GoKind.PERIOD)) {
        String name = tokens.text();
        names.add(name);
        int at = tokens.start();
        if (variables.stream().anyMatch(it -> it.start() <= at && at < it.end())) {
          initialisers.add(name);
        }
      }
      behindDot = behindAlias && tokens.is(GoKind.PERIOD);
      behindAlias = isName && last != GoKind.PERIOD && tokens.text().equals(alias);
      last = tokens.kind();
    }
  }

  /** Returns the name that packages of the standard library have: the last one of the path. */
  private static String lastName(String path) {
    String[] parts = path.split("/", -1);
    String name = parts[parts.length - 1];
    boolean isVersion = parts.length > 1 && MAJOR_VERSION.matcher(name).matches();
    return isVersion ? parts[parts.length - 2] : name;
  }
}
