package dev.untether.review;

import dev.untether.module.AssemblyReference;
import dev.untether.module.SourceFile;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.text.Position;
import java.util.List;

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
   * A reference in assembly.
   *
   * @param reference the reference
   * @param verdicts what the linker says
   */
  record OfAssembly(AssemblyReference reference, List<CellVerdict> verdicts)
      implements JudgedReference {
    /** Copies the list. */
    public OfAssembly {
      verdicts = List.copyOf(verdicts);
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
   */
  record OfLinkname(LinknameReference reference, List<CellVerdict> verdicts)
      implements JudgedReference {
    /** Copies the list. */
    public OfLinkname {
      verdicts = List.copyOf(verdicts);
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
