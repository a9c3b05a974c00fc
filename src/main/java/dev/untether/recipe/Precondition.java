package dev.untether.recipe;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that must hold for the module before a recipe runs.
 *
 * @param kind name of a known kind
 * @param settings the other keys, as written
 */
public record Precondition(String kind, Map<String, String> settings) {

  /** Copies the map. */
  public Precondition {
    settings = Map.copyOf(settings);
  }

  /**
   * A kind of precondition that some engine can evaluate.
   *
   * @param name what descriptors call it
   * @param settings the keys that it needs, all of them
   */
  public record Kind(String name, Set<String> settings) {

    /** The {@code go} line of go.mod is at least {@code release}; a missing one is 1.16. */
    public static final Kind GO_LINE_AT_LEAST = new Kind("go-line-at-least", Set.of("release"));

    /** The {@code go} line of go.mod is below {@code release}. */
    public static final Kind GO_LINE_BELOW = new Kind("go-line-below", Set.of("release"));

    /** The module has a file that the glob {@code path} names. */
    public static final Kind HAS_FILE = new Kind("has-file", Set.of("path"));

    /** The module has a file that the glob {@code path} names and that contains {@code text}. */
    public static final Kind HAS_TEXT = new Kind("has-text", Set.of("path", "text"));

    /** The kinds that descriptors may name. */
    public static final List<Kind> KNOWN =
        List.of(GO_LINE_AT_LEAST, GO_LINE_BELOW, HAS_FILE, HAS_TEXT);

    /** Copies the set. */
    public Kind {
      settings = Set.copyOf(settings);
    }
  }
}
