package dev.untether.recipe.folder;

import dev.untether.recipe.template.Problems;
import dev.untether.text.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads the part of YAML that descriptors need, from the parser's events: nothing is constructed,
 * and anchors, aliases and tags are refused, so that a small file cannot become a large value.
 */
public final class YamlReader {
  /** Deeper than any descriptor gets; the parser itself needs no stack for nesting. */
  private static final int MAX_DEPTH = 16;

  private final ParserImpl events;
  private final Document kind;
  private final Problems.Reporter problems;

  private YamlReader(ParserImpl events, Document kind, Problems.Reporter problems) {
    this.events = events;
    this.kind = kind;
    this.problems = problems;
  }

  /**
   * What a file is meant to be, for messages.
   *
   * @param noun one of its kind
   * @param keys what it starts with
   */
  public record Document(String noun, String keys) {
    static final Document RECIPE = new Document("recipe", "the keys of a recipe, from `id` on");
  }

  /** Returns the one recipe in {@code text}, or nothing and at least one problem. */
  static Optional<Yaml> read(String text, Problems.Reporter problems) {
    return read(text, Document.RECIPE, problems);
  }

  /** Returns the one document in {@code text}, or nothing and at least one problem. */
  public static Optional<Yaml> read(String text, Document kind, Problems.Reporter problems) {
    Optional<Position> unprintable = firstUnprintable(text);
    if (unprintable.isPresent()) {
      problems.error(unprintable.get(), "a character that YAML does not allow; expected text");
      return Optional.empty();
    }
    LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
    var reader =
        new YamlReader(new ParserImpl(settings, new StreamReader(settings, text)), kind, problems);
    try {
      return Optional.of(reader.document());
    } catch (Refused e) {
      problems.error(e.position, e.reason);
    } catch (MarkedYamlEngineException e) {
      Position position =
          e.getProblemMark().or(e::getContextMark).map(YamlReader::position).orElse(START);
      problems.error(position, "not YAML: " + sentence(e.getContext()) + sentence(e.getProblem()));
    } catch (YamlEngineException e) {
      problems.error(START, "not YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static final Position START = new Position(1, 1);

  private Yaml document() {
    take(Event.ID.StreamStart);
    if (events.checkEvent(Event.ID.StreamEnd)) {
      throw new Refused(START, "the file is empty; expected " + kind.keys());
    }
    take(Event.ID.DocumentStart);
    Yaml value = value(0);
    take(Event.ID.DocumentEnd);
    if (!events.checkEvent(Event.ID.StreamEnd)) {
      throw new Refused(
          position(events.peekEvent()), "a second document; expected one " + kind.noun());
    }
    return value;
  }

  private void take(Event.ID id) {
    Event event = events.next();
    if (event.getEventId() != id) {
      throw new Refused(position(event), "unexpected " + event.getEventId());
    }
  }

  private Yaml value(int depth) {
    Event event = events.next();
    Position at = position(event);
    if (depth > MAX_DEPTH) {
      throw new Refused(at, "nested more than " + MAX_DEPTH + " levels deep");
    }
    if (event.getEventId() == Event.ID.Alias) {
      throw new Refused(
          at, "an alias; expected the value itself, " + kind.noun() + "s have no aliases");
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      throw new Refused(
          at, "an anchor; expected a plain value, " + kind.noun() + "s have no anchors");
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(at, scalar.getTag());
      return new Yaml.Scalar(at, scalar.getValue(), scalar.isPlain());
    }
    if (event instanceof SequenceStartEvent sequence) {
      refuseTag(at, sequence.getTag());
      return items(at, depth);
    }
    refuseTag(at, ((MappingStartEvent) event).getTag());
    return fields(at, depth);
  }

  private Yaml items(Position at, int depth) {
    List<Yaml> values = new ArrayList<>();
    while (!events.checkEvent(Event.ID.SequenceEnd)) {
      values.add(value(depth + 1));
    }
    take(Event.ID.SequenceEnd);
    return new Yaml.Items(at, List.copyOf(values));
  }

  private Yaml fields(Position at, int depth) {
    Map<String, Position> seen = new HashMap<>();
    List<Yaml.Field> entries = new ArrayList<>();
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      Yaml key = value(depth + 1);
      if (!(key instanceof Yaml.Scalar name)) {
        throw new Refused(key.at(), key.kind() + " as a key; expected a word");
      }
      Yaml value = value(depth + 1);
      Position first = seen.putIfAbsent(name.text(), name.at());
      if (first == null) {
        entries.add(new Yaml.Field(name, value));
      } else {
        problems.error(
            name.at(),
            "the key `" + name.text() + "` a second time; it stands already at " + first);
      }
    }
    take(Event.ID.MappingEnd);
    return new Yaml.Fields(at, List.copyOf(entries));
  }

  private static void refuseTag(Position at, Optional<String> tag) {
    if (tag.isPresent()) {
      throw new Refused(at, "the tag `" + tag.get() + "`; expected a value without a tag");
    }
  }

  private static Position position(Event event) {
    return event.getStartMark().map(YamlReader::position).orElse(START);
  }

  private static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Optional<Position> firstUnprintable(String text) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      // NEL and the Unicode line separators end lines in YAML 1.1 only; here they are characters.
      if (!StreamReader.isPrintable(c)) {
        return Optional.of(new Position(line, column));
      }
      column = c == '\n' ? 1 : column + 1;
      line += c == '\n' ? 1 : 0;
    }
    return Optional.empty();
  }

  // The library's texts are clauses that may be missing, in its own words.
  private static String sentence(@Nullable String clause) {
    return clause == null || clause.isBlank()
        ? ""
        : clause.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT) + " ";
  }

  /** A document that is refused as a whole. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Position position;
    private final String reason;

    Refused(Position position, String reason) {
      super(reason);
      this.position = position;
      this.reason = reason;
    }
  }
}
