package dev.untether.campaign.plan;

import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What the code of a package is like, in a few numbers: packages with most of their code in common
 * have most numbers in common. White space, comments (licences, build constraints) and names of
 * packages and modules do not count.
 *
 * <p>Every run of five tokens is hashed; of the hashes, each of 64 classes keeps its least one. The
 * share of equal classes of two sketches estimates the share of runs that two packages have in
 * common (Broder 1997; one permutation: Li, Owen, Zhang 2012).
 *
 * @param directory of the package
 * @param tokens how much code there is
 * @param least the least hash of each class
 */
record Sketch(String directory, int tokens, List<Long> least) {
  static final int CLASSES = 64;

  /** Runs of fewer tokens are in any code. */
  private static final int RUN = 5;

  /** What is smaller resembles too much. */
  private static final int FEWEST_TOKENS = 16;

  private static final long EMPTY = Long.MAX_VALUE;
  private static final long PRIME = 0x100000001b3L;

  Sketch {
    least = List.copyOf(least);
    if (least.size() != CLASSES) {
      throw new IllegalArgumentException("not a sketch: " + least.size() + " numbers");
    }
  }

  /** Returns whether there is enough code to tell it from other code. */
  boolean isTelling() {
    return tokens >= FEWEST_TOKENS;
  }

  /** Returns an estimate of the share of code that two have in common, from 0 to 1. */
  double likeness(Sketch other) {
    int same = 0;
    for (int i = 0; i < CLASSES; i++) {
      if (least.get(i).equals(other.least.get(i))) {
        same++;
      }
    }
    return (double) same / CLASSES;
  }

  @Override
  public String toString() {
    return directory + " (" + tokens + " tokens)";
  }

  /** Returns the sketch of the files of a package. */
  static Sketch of(String directory, Collection<SourceText> files) {
    Sketching sketching = new Sketching();
    files.forEach(file -> sketching.add(file.bytes()));
    return new Sketch(directory, sketching.tokens, sketching.filled());
  }

  /** One pass over the tokens of files. */
  private static final class Sketching {
    private final long[] least = new long[CLASSES];
    private final long[] run = new long[RUN];
    private int tokens;
    private int inFile;

    Sketching() {
      Arrays.fill(least, EMPTY);
    }

    void add(byte[] text) {
      inFile = 0;
      int i = 0;
      while (i < text.length) {
        int start = i;
        byte c = text[i];
        if (c <= ' ' && c >= 0) {
          i++;
        } else if (startsComment(text, i)) {
          i = endOfComment(text, i);
        } else if (isName(c)) {
          while (i < text.length && isName(text[i])) {
            i++;
          }
          if (is(text, start, i, "package")) {
            i = endOfLine(text, i);
          } else {
            token(text, start, i);
          }
        } else if (c == '"' || c == '`') {
          i = endOfString(text, i);
          // Paths: of imports, and of headers.
          if (!contains(text, start, i, '/')) {
            token(text, start, i);
          }
        } else {
          i++;
          token(text, start, i);
        }
      }
    }

    private static boolean startsComment(byte[] text, int at) {
      return text[at] == '/'
          && at + 1 < text.length
          && (text[at + 1] == '/' || text[at + 1] == '*');
    }

    private static int endOfComment(byte[] text, int at) {
      if (text[at + 1] == '/') {
        return endOfLine(text, at);
      }
      int i = at + 2;
      while (i < text.length && !(text[i] == '/' && text[i - 1] == '*' && i > at + 2)) {
        i++;
      }
      return Math.min(i + 1, text.length);
    }

    private static int endOfLine(byte[] text, int at) {
      int i = at;
      while (i < text.length && text[i] != '\n') {
        i++;
      }
      return i;
    }

    private static int endOfString(byte[] text, int at) {
      byte quote = text[at];
      int i = at + 1;
      while (i < text.length && text[i] != quote && !(quote == '"' && text[i] == '\n')) {
        i += quote == '"' && text[i] == '\\' ? 2 : 1;
      }
      return Math.min(i + 1, text.length);
    }

    /** Letters, digits and whatever is not ASCII: the middle dot of assembly is part of names. */
    private static boolean isName(byte c) {
      return c < 0 || c == '_' || Character.isLetterOrDigit(c);
    }

    private static boolean is(byte[] text, int start, int end, String word) {
      if (end - start != word.length()) {
        return false;
      }
      for (int i = start; i < end; i++) {
        if (text[i] != word.charAt(i - start)) {
          return false;
        }
      }
      return true;
    }

    private static boolean contains(byte[] text, int start, int end, char wanted) {
      for (int i = start; i < end; i++) {
        if (text[i] == wanted) {
          return true;
        }
      }
      return false;
    }

    private void token(byte[] text, int start, int end) {
      long hash = 0xcbf29ce484222325L;
      for (int i = start; i < end; i++) {
        hash = (hash ^ (text[i] & 0xff)) * PRIME;
      }
      run[inFile % RUN] = hash;
      inFile++;
      tokens++;
      if (inFile >= RUN) {
        long whole = 0;
        for (int i = 0; i < RUN; i++) {
          whole = mixed(whole * PRIME + run[(inFile + i) % RUN]);
        }
        int chosen = (int) (whole >>> 58);
        least[chosen] = Math.min(least[chosen], whole & Long.MAX_VALUE);
      }
    }

    /** The last step of MurmurHash3: every bit of the result depends on every bit given. */
    private static long mixed(long value) {
      long it = value;
      it = (it ^ (it >>> 33)) * 0xff51afd7ed558ccdL;
      it = (it ^ (it >>> 33)) * 0xc4ceb9fe1a85ec53L;
      return it ^ (it >>> 33);
    }

    /** Gives classes that nothing fell into the number of the next one, as all packages do. */
    List<Long> filled() {
      List<Long> filled = new ArrayList<>(CLASSES);
      for (int i = 0; i < CLASSES; i++) {
        long found = least[i];
        for (int next = 1; found == EMPTY && next < CLASSES; next++) {
          found = least[(i + next) % CLASSES];
        }
        filled.add(found);
      }
      return filled;
    }
  }
}
