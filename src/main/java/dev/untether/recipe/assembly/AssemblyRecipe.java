package dev.untether.recipe.assembly;

import dev.untether.asm.AsmFile;
import dev.untether.asm.Function;
import dev.untether.asm.OperandParser;
import dev.untether.asm.Statement;
import dev.untether.asm.StatementReader;
import dev.untether.asm.arch.Architecture;
import dev.untether.module.GeneratedCode;
import dev.untether.recipe.AssemblyAction;
import dev.untether.recipe.AssemblyMatch;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.Step;
import dev.untether.text.Edit;
import dev.untether.text.Edits;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Runs the assembly part of one recipe over one file. A place is edited only when the match is
 * proven for every architecture, target and setting of the conditionals that assembles it.
 */
public final class AssemblyRecipe {
  /** Settings of conditionals to try for one build; each doubles with every free name. */
  private static final int MAX_WORLDS = 64;

  private final Recipe recipe;
  private final AssemblyMatch match;
  private final Map<String, Object> options;

  /**
   * Prepares a recipe.
   *
   * @param options the values of the recipe's options, by name
   */
  public AssemblyRecipe(Recipe recipe, AssemblyMatch match, Map<String, Object> options) {
    this.recipe = recipe;
    this.match = match;
    this.options = Map.copyOf(options);
  }

  /**
   * How much of a file was seen.
   *
   * @param everyWorld whether every setting of its conditionals was looked at
   * @param allMacros whether all its headers were found and all its macros could be expanded
   */
  private record Seen(boolean everyWorld, boolean allMacros) {}

  /** What was found about one place, over all the ways in which it is assembled. */
  private static final class Place {
    final List<Site> sites = new ArrayList<>();
    final Set<String> reasons = new LinkedHashSet<>();
    Optional<Statement> statement = Optional.empty();
  }

  /** Returns what the recipe does to the file. */
  public Outcome apply(AssemblySource source) {
    if (source.file().dialect() != AsmFile.Dialect.GO || !mentionsFunction(source.file())) {
      return Outcome.NOTHING;
    }
    List<Edit> edits = new ArrayList<>();
    List<Finding> refusals = new ArrayList<>();
    List<Finding> notes = new ArrayList<>();
    Set<Finding> skipped = new LinkedHashSet<>();
    for (AssemblyAction action : recipe.actions(AssemblyAction.class)) {
      Map<Position, Place> places = new TreeMap<>();
      for (Build build : source.builds()) {
        examine(source, build, action, places, skipped);
      }
      places.forEach(
          (position, place) -> {
            try {
              edits.addAll(edits(source, action, place));
              notes.addAll(notes(source, place));
            } catch (Refusal refusal) {
              refusals.add(refusal(source.file().path(), position, refusal));
            }
          });
    }
    Edits kept = Edits.of(edits);
    return new Outcome(kept, refusals, notes.stream().distinct().toList(), List.copyOf(skipped));
  }

  /** Most files do not hold the name at all; a byte search spares them the rest. */
  private boolean mentionsFunction(AsmFile file) {
    String text = file.source().toString();
    return match.functions().stream().anyMatch(text::contains);
  }

  private Finding refusal(String path, Position position, Refusal refusal) {
    return new Finding(
        recipe.id(), Severity.WARNING, path, position, "not changed: " + refusal.reason());
  }

  // Looking.

  private void examine(
      AssemblySource source,
      Build build,
      AssemblyAction action,
      Map<Position, Place> places,
      Set<Finding> skipped) {
    Optional<Architecture> architecture = Architecture.forGoarch(build.goarch());
    if (architecture.isEmpty()) {
      return;
    }
    Optional<List<Set<String>>> every =
        source.conditionals().everyWorld(build.predefined(), MAX_WORLDS);
    List<Set<String>> worlds =
        every.orElseGet(() -> source.conditionals().worlds(build.predefined()));
    OperandParser operands = new OperandParser(architecture.get());
    for (Set<String> world : worlds) {
      StatementReader reader = new StatementReader(source.file(), source.headers(), world);
      List<Statement> statements = reader.readAll();
      Seen seen = new Seen(every.isPresent(), reader.problems().isEmpty());
      for (Function function : Function.of(statements, operands)) {
        if (match.functions().contains(function.symbol().local())) {
          View view = View.of(function, architecture.get(), operands);
          if (!examine(view, action, seen, places)) {
            skipped.add(skip(source.file().path(), view, action));
          }
        }
      }
    }
  }

  private Finding skip(String path, View view, AssemblyAction action) {
    Step.Call step = (Step.Call) match.sequence().get(match.indexOf(action.step()).orElseThrow());
    return new Finding(
        recipe.id(),
        Severity.NOTE,
        path,
        view.prog(0).word().outermost().ownPosition(),
        "nothing to do: "
            + view.function().symbol().local()
            + " has no "
            + Calls.describe(step.callee()).replaceFirst("^an? ", ""));
  }

  /** Returns whether the function holds the instruction that the action is about. */
  private boolean examine(
      View view, AssemblyAction action, Seen seen, Map<Position, Place> places) {
    SequenceMatcher matcher = new SequenceMatcher(view, match);
    int step = match.indexOf(action.step()).orElseThrow();
    List<Integer> candidates = matcher.candidates(step);
    for (int prog : candidates) {
      Statement statement = view.prog(prog);
      Place place =
          places.computeIfAbsent(
              statement.word().outermost().ownPosition(), position -> new Place());
      place.statement = Optional.of(statement);
      try {
        requireCovered(view, statement, seen);
        Site site = matcher.prove(prog, step);
        if (action instanceof AssemblyAction.Remove) {
          Removability.require(view, prog);
        }
        place.sites.add(site);
      } catch (Refusal refusal) {
        place.reasons.add(refusal.reason());
      }
    }
    return !candidates.isEmpty();
  }

  private void requireCovered(View view, Statement statement, Seen seen) throws Refusal {
    String goarch = view.architecture().goarch();
    if (!recipe.architectures().isEmpty() && !recipe.architectures().contains(goarch)) {
      throw new Refusal("it is also assembled for " + goarch + ", which the recipe does not cover");
    }
    if (!seen.allMacros()) {
      Removability.requireNoCounting(view);
    }
    if (!seen.everyWorld()) {
      throw new Refusal(
          "the file tests too many names with #ifdef to look at every combination of them");
    }
    if (!statement.isDirect()) {
      String from =
          Optional.ofNullable(statement.word().via())
              .map(call -> "macro " + call.name())
              .orElse("a macro or header");
      throw new Refusal("it comes out of " + from + ", whose other users would change with it");
    }
  }

  // Editing.

  private List<Edit> edits(AssemblySource source, AssemblyAction action, Place place)
      throws Refusal {
    if (!place.reasons.isEmpty()) {
      throw new Refusal(String.join("; ", place.reasons));
    }
    if (GeneratedCode.isGenerated(source.file().source())) {
      throw new Refusal(
          "the file is generated (\"Code generated … DO NOT EDIT\"); change its generator");
    }
    if (!source.file().isEditable()) {
      throw new Refusal("the file is not UTF-8, and such files are never edited");
    }
    EditMaker maker =
        new EditMaker(source.file(), place.statement.orElseThrow(), action.comments(), recipe.id());
    if (action instanceof AssemblyAction.Replace replace) {
      Set<String> codes = new LinkedHashSet<>();
      for (Site site : place.sites) {
        codes.add(render(replace, site));
      }
      if (codes.size() != 1) {
        throw new Refusal("its targets need different code: " + String.join(", ", codes));
      }
      return maker.replacement(codes.iterator().next());
    }
    return List.of(maker.removal());
  }

  private String render(AssemblyAction.Replace replace, Site site) throws Refusal {
    Map<String, Object> attributes = new TreeMap<>();
    for (var entry : replace.attributes().entrySet()) {
      attributes.put(entry.getKey(), attribute(entry.getValue(), site));
    }
    String goarch = site.view().architecture().goarch();
    var rendering = recipe.templates().render(replace.template(), goarch, attributes);
    if (rendering.text().isEmpty()) {
      throw new Refusal("template " + replace.template() + " failed: " + rendering.findings());
    }
    return rendering.text().get().strip();
  }

  private Object attribute(AssemblyAction.Attribute attribute, Site site) throws Refusal {
    if (attribute instanceof AssemblyAction.Attribute.SlotOf slot) {
      return Optional.ofNullable(site.slots().get(slot.value())).orElseThrow();
    }
    if (attribute instanceof AssemblyAction.Attribute.Text text) {
      return text.text();
    }
    if (attribute instanceof AssemblyAction.Attribute.OptionValue option) {
      return Optional.ofNullable(options.get(option.option())).orElseThrow();
    }
    return site.view()
        .architecture()
        .g()
        .map(register -> "g")
        .orElseThrow(() -> new Refusal("no register holds g on this architecture"));
  }

  private List<Finding> notes(AssemblySource source, Place place) {
    List<Finding> notes = new ArrayList<>();
    for (Site site : place.sites) {
      notes.addAll(new SavedRegisters(site.view()).notes(recipe, source.file().path()));
    }
    return notes;
  }
}
