package dev.untether.asm;

import dev.untether.syntax.SyntaxTree;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.util.List;

/**
 * One assembly file or header, parsed.
 *
 * @param path the name under which the file is reported
 * @param tree the lossless tree
 * @param dialect whether this is Go assembly at all
 * @param problems what could not be understood, in the order of the file; never in the tree
 */
public record AsmFile(String path, SyntaxTree tree, Dialect dialect, List<Finding> problems) {

  /** What a file turned out to be. */
  public enum Dialect {
    GO,
    /** The GNU assembler's syntax, as in {@code _lib} folders and cgo packages. */
    GNU,
    /** Bytes that are not text. */
    BINARY
  }

  /** Copies the list. */
  public AsmFile {
    problems = List.copyOf(problems);
  }

  /** Parses {@code source}. Never throws; whatever the bytes are, they are all in the tree. */
  public static AsmFile parse(String path, SourceText source) {
    return new AsmParser(path, source).parse();
  }

  /** Returns the bytes that were parsed. */
  public SourceText source() {
    return tree.source();
  }

  /** Returns whether edits are allowed at all: Go assembly in UTF-8. */
  public boolean isEditable() {
    return dialect == Dialect.GO && source().isUtf8();
  }
}
