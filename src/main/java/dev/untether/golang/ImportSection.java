package dev.untether.golang;

import dev.untether.text.SourceText;
import java.util.Set;
import java.util.TreeSet;

/**
 * The head of a Go file up to its last import, which is all that the go command reads to put
 * packages together. Costs nothing for what follows; {@link GoFile} knows more.
 *
 * @param packageName the name in the package clause; empty if there is none
 * @param imports the paths imported
 */
public record ImportSection(String packageName, Set<String> imports) {
  /** Copies the set. */
  public ImportSection {
    imports = Set.copyOf(imports);
  }

  /**
   * Returns what the head of a file says. At the first thing that is no import it ends, also if
   * that is a mistake: imports behind it do not count for Go either.
   */
  public static ImportSection of(SourceText text) {
    return PackageClause.of(text)
        .map(clause -> new Reader(text, clause.span().end()).read(clause.name()))
        .orElseGet(() -> new ImportSection("", Set.of()));
  }

  /** Returns whether the file is one for cgo. */
  public boolean importsC() {
    return imports.contains("C");
  }

  /** Goes from import to import. */
  private static final class Reader {
    private final SourceText text;
    private final byte[] bytes;
    private final Set<String> imports = new TreeSet<>();
    private int at;

    Reader(SourceText text, int start) {
      this.text = text;
      this.bytes = text.bytes();
      this.at = start;
    }

    ImportSection read(String packageName) {
      boolean more = true;
      while (more) {
        skipBlanks();
        int end = PackageClause.wordEnd(text, at);
        more = end > at && text.slice(at, end).equals("import");
        if (more) {
          at = end;
          more = declaration();
        }
      }
      return new ImportSection(packageName, imports);
    }

    private boolean declaration() {
      skipBlanks();
      if (!is('(')) {
        return specification();
      }
      at++;
      skipBlanks();
      while (!is(')')) {
        if (!specification()) {
          return false;
        }
        skipBlanks();
      }
      at++;
      return true;
    }

    /** Reads a name, if there is one, and a path. */
    private boolean specification() {
      if (is('.')) {
        at++;
      } else {
        at = Math.max(at, PackageClause.wordEnd(text, at));
      }
      skipBlanks();
      if (!is('"') && !is('`')) {
        return false;
      }
      int end = endOfString(at);
      if (end < 0) {
        return false;
      }
      imports.add(StringLiteral.valueOf(text.slice(at, end)));
      at = end;
      return true;
    }

    /** Returns the offset behind the string literal at {@code start}; -1 if it is not closed. */
    private int endOfString(int start) {
      byte quote = bytes[start];
      for (int i = start + 1; i < bytes.length; i++) {
        if (bytes[i] == quote) {
          return i + 1;
        }
        if (quote == '"' && bytes[i] == '\n') {
          return -1;
        }
        if (quote == '"' && bytes[i] == '\\') {
          i++;
        }
      }
      return -1;
    }

    /** Semicolons too: Go's own reader of imports passes over them, wherever they stand. */
    private void skipBlanks() {
      at = PackageClause.skipBlanks(bytes, at);
    }

    private boolean is(char c) {
      return at < bytes.length && bytes[at] == c;
    }
  }
}
