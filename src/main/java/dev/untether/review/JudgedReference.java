package dev.untether.review;

import dev.untether.module.AssemblyReference;
import dev.untether.module.SourceFile;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.text.Position;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A reference to a symbol of another package, with what the linker says to it, build by build. */
public sealed interface JudgedReference {

  /** Returns the file it stands in. */
  SourceFile file();

  /** Returns its place in the file. */
  Position position();

  /** Returns the linker's name of the symbol. */
  String symbol();

  /** Returns the verdicts, by release, target and cgo; none for builds that leave the file out. */
  List<CellVerdict> verdicts();

  /**
   * Returns the tags that the builds with verdicts are given with {@code -tags}: none, unless no
   * build without any takes the file.
   */
  Set<String> tags();

  /** Returns the same reference with other verdicts, say those of some builds alone. */
  JudgedReference with(List<CellVerdict> others);

  /**
   * A reference in assembly.
   *
   * @param reference the reference
   * @param verdicts what the linker says
   * @param tags the tags that it takes to build the file
   */
  record OfAssembly(AssemblyReference reference, List<CellVerdict> verdicts, Set<String> tags)
      implements JudgedReference {
    /** Copies the collections. */
    public OfAssembly {
      verdicts = List.copyOf(verdicts);
      tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /** A reference in a file that builds without tags take. */
    public OfAssembly(AssemblyReference reference, List<CellVerdict> verdicts) {
      this(reference, verdicts, Set.of());
    }

    @Override
    public JudgedReference with(List<CellVerdict> others) {
      return new OfAssembly(reference, others, tags);
    }

    @Override
    public SourceFile file() {
      return reference.file();
    }

    @Override
    public Position position() {
      return reference.reference().position();
    }

    @Override
    public String symbol() {
      return reference.symbol();
    }
  }

  /**
   * A linkname in Go code; pushes have no verdicts, since nobody checks them.
   *
   * @param reference the directive with its declaration
   * @param verdicts what the linker says
   * @param tags the tags that it takes to build the file
   */
  record OfLinkname(LinknameReference reference, List<CellVerdict> verdicts, Set<String> tags)
      implements JudgedReference {
    /** Copies the collections. */
    public OfLinkname {
      verdicts = List.copyOf(verdicts);
      tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /** A reference in a file that builds without tags take. */
    public OfLinkname(LinknameReference reference, List<CellVerdict> verdicts) {
      this(reference, verdicts, Set.of());
    }

    @Override
    public JudgedReference with(List<CellVerdict> others) {
      return new OfLinkname(reference, others, tags);
    }

    @Override
    public SourceFile file() {
      return reference.file();
    }

    @Override
    public Position position() {
      return reference.position();
    }

    @Override
    public String symbol() {
      return reference.symbol();
    }
  }
}
