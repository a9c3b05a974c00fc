package dev.untether.forge.owners;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A pattern of path segments. Wildcards go back to the last one of their kind at most, so that the
 * time is bounded by the product of both lengths.
 */
final class Glob {
  /** A segment that stands for any number of segments. */
  static final Segment ANY_DEPTH = new Segment(List.of());

  /** A segment that stands for one, whichever it is. */
  static final Segment ANY = new Segment(List.of(Segment.STAR));

  private final List<Segment> segments;

  Glob(List<Segment> segments) {
    this.segments = List.copyOf(segments);
  }

  /** Returns whether a path, as its segments, is like this from start to end. */
  boolean matches(String[] path) {
    int at = 0;
    int part = 0;
    int star = -1;
    int mark = 0;
    while (at < path.length) {
      if (part < segments.size() && segments.get(part) == ANY_DEPTH) {
        star = part++;
        mark = at;
      } else if (part < segments.size() && segments.get(part).matches(path[at])) {
        at++;
        part++;
      } else if (star >= 0) {
        part = star + 1;
        at = ++mark;
      } else {
        return false;
      }
    }
    while (part < segments.size() && segments.get(part) == ANY_DEPTH) {
      part++;
    }
    return part == segments.size();
  }

  /** A pattern within a segment: each atom takes one character, but the star. */
  static final class Segment {
    /** Takes any number of characters; known by its identity. */
    static final IntPredicate STAR = c -> true;

    private final List<IntPredicate> atoms;

    private Segment(List<IntPredicate> atoms) {
      this.atoms = List.copyOf(atoms);
    }

    /**
     * Returns what a text between two slashes means: {@code *}, {@code ?}, and a backslash before
     * what is meant as it is.
     *
     * @param sets whether brackets hold sets of characters, as for {@code fnmatch}
     */
    static Segment of(String text, boolean sets) {
      List<IntPredicate> atoms = new ArrayList<>();
      int i = 0;
      while (i < text.length()) {
        int c = text.codePointAt(i);
        i += Character.charCount(c);
        if (c == '*') {
          if (atoms.isEmpty() || atoms.get(atoms.size() - 1) != STAR) {
            atoms.add(STAR);
          }
        } else if (c == '?') {
          atoms.add(any -> any != '/');
        } else if (c == '[' && sets) {
          i = set(text, i, atoms);
        } else {
          int escaped = c == '\\' && i < text.length() ? text.codePointAt(i) : -1;
          i += escaped < 0 ? 0 : Character.charCount(escaped);
          int literal = escaped < 0 ? c : escaped;
          atoms.add(other -> other == literal);
        }
      }
      return new Segment(atoms);
    }

    /** Adds the set that starts at an offset, behind its bracket, and returns the offset after. */
    private static int set(String text, int from, List<IntPredicate> atoms) {
      int i = from;
      boolean negated = text.startsWith("!", i) || text.startsWith("^", i);
      i += negated ? 1 : 0;
      IntPredicate set = c -> false;
      boolean first = true;
      while (i < text.length() && (first || text.charAt(i) != ']')) {
        first = false;
        i += text.charAt(i) == '\\' && i + 1 < text.length() ? 1 : 0;
        int low = text.codePointAt(i);
        i += Character.charCount(low);
        int high = low;
        if (text.startsWith("-", i) && i + 1 < text.length() && text.charAt(i + 1) != ']') {
          i++;
          i += text.charAt(i) == '\\' && i + 1 < text.length() ? 1 : 0;
          high = text.codePointAt(i);
          i += Character.charCount(high);
        }
        int end = high;
        set = set.or(c -> c >= low && c <= end);
      }
      boolean closed = i < text.length();
      IntPredicate all = negated ? set.negate() : set;
      // Nothing is like a set that does not end; fnmatch says the same.
      atoms.add(closed ? all : c -> false);
      return closed ? i + 1 : i;
    }

    boolean matches(String text) {
      int at = 0;
      int atom = 0;
      int star = -1;
      int mark = 0;
      while (at < text.length()) {
        int c = text.codePointAt(at);
        if (atom < atoms.size() && atoms.get(atom) == STAR) {
          star = atom++;
          mark = at;
        } else if (atom < atoms.size() && atoms.get(atom).test(c)) {
          at += Character.charCount(c);
          atom++;
        } else if (star >= 0) {
          atom = star + 1;
          mark += Character.charCount(text.codePointAt(mark));
          at = mark;
        } else {
          return false;
        }
      }
      while (atom < atoms.size() && atoms.get(atom) == STAR) {
        atom++;
      }
      return atom == atoms.size();
    }
  }
}
