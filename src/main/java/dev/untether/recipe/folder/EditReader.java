package dev.untether.recipe.folder;

import dev.untether.recipe.Action;
import dev.untether.recipe.FileAction;
import dev.untether.recipe.FileMatch;
import dev.untether.recipe.GoAction;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.LinknameMatch.Target;
import dev.untether.recipe.Match;
import dev.untether.recipe.TemplateNames;
import dev.untether.recipe.template.Problems;
import dev.untether.recipe.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the actions of recipes over Go files and over files that are not Go's. */
final class EditReader {
  private static final List<String> GO_KINDS =
      List.of(
          "replace-declaration",
          "delete-directive",
          "set-directive",
          "comment",
          "add-import",
          "constrain",
          "move-declaration",
          "create-file",
          "run");
  private static final List<String> REFERENCE_KINDS =
      List.of("call-from-go", "rename-symbol", "report");
  private static final List<String> FILE_KINDS =
      List.of("replace-text", "delete-lines", "create-file", "run");

  private final ValueReader values;
  private final Match match;
  private final Set<String> options;
  private final Templates templates;

  EditReader(Problems.Reporter problems, Match match, Set<String> options, Templates templates) {
    this.values = new ValueReader(problems);
    this.match = match;
    this.options = Set.copyOf(options);
    this.templates = templates;
  }

  List<Action> actions(Yaml value) {
    List<Action> actions =
        values.oneOrMore(value, "actions", this::action).orElse(List.<Action>of());
    boolean replaces = actions.stream().anyMatch(GoAction.ReplaceDeclaration.class::isInstance);
    boolean calls = actions.stream().anyMatch(GoAction.CallFromGo.class::isInstance);
    if (match instanceof LinknameMatch linkname) {
      for (Target target : linkname.targets()) {
        checkTarget(value, target, replaces ? "replace-declaration" : "");
      }
      linkname.exported().ifPresent(name -> checkTemplate(value, name, TemplateNames.ofExported()));
    } else if (match instanceof Match.References references) {
      for (Target target : references.targets()) {
        checkTarget(value, target, calls ? "call-from-go" : "");
      }
    }
    if (replaces && !(match instanceof LinknameMatch all && !all.targets().isEmpty())) {
      values.error(value, "`replace-declaration` needs a list of `targets`, each with `template`");
    }
    return actions;
  }

  /** Checks a symbol for the action that writes a function in its place; empty for none. */
  private void checkTarget(Yaml place, Target target, String writer) {
    boolean isComplete = target.template().isPresent() && !target.signatures().isEmpty();
    if (!writer.isEmpty() && !isComplete && target.refusal().isEmpty()) {
      values.error(
          place,
          "`"
              + writer
              + "` needs `template` and `signature` of each symbol, or `refuse`; expected them for "
              + target.symbol());
    }
    for (Optional<String> template : List.of(target.template(), target.declarations())) {
      template.ifPresent(name -> checkTemplate(place, name, TemplateNames.ofTarget(target)));
    }
  }

  private Optional<Action> action(Yaml value) {
    List<String> kinds =
        match instanceof FileMatch
            ? FILE_KINDS
            : match instanceof Match.References ? REFERENCE_KINDS : GO_KINDS;
    Optional<FieldReader> reader = values.fields(value, "one of " + ValueReader.quoted(kinds));
    Optional<Yaml.Field> kind = reader.flatMap(fields -> fields.exactlyOne(kinds));
    reader.ifPresent(FieldReader::finish);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Optional<FieldReader> settings =
        values.fields(kind.get().value(), "the settings of `" + kind.get().key().text() + "`");
    Optional<Action> action = settings.flatMap(fields -> action(kind.get().key().text(), fields));
    settings
        .filter(fields -> !kind.get().key().text().equals("run"))
        .ifPresent(FieldReader::finish);
    return action;
  }

  private Optional<Action> action(String kind, FieldReader fields) {
    return switch (kind) {
      case "replace-declaration" ->
          fields
              .required("fallback", "`build-tags` or `refuse`")
              .flatMap(it -> values.constant(it, GoAction.Fallback.class))
              .map(GoAction.ReplaceDeclaration::new);
      case "delete-directive" -> Optional.of(new GoAction.DeleteDirective());
      case "set-directive" -> template(fields, "template").map(GoAction.SetDirective::new);
      case "comment" -> comment(fields);
      case "add-import" -> addImport(fields);
      case "constrain" -> template(fields, "template").map(GoAction.Constrain::new);
      case "move-declaration" -> template(fields, "file").map(GoAction.MoveDeclaration::new);
      case "call-from-go" -> Optional.of(new GoAction.CallFromGo());
      case "rename-symbol" -> template(fields, "template").map(GoAction.RenameSymbol::new);
      case "report" -> template(fields, "template").map(GoAction.Report::new);
      case "create-file" -> create(fields);
      case "replace-text" -> replaceText(fields);
      case "delete-lines" -> line(fields, "containing", "a text").map(FileAction.DeleteLines::new);
      default -> run(fields);
    };
  }

  private Optional<Action> comment(FieldReader fields) {
    Optional<String> template = template(fields, "template");
    Optional<String> marker = line(fields, "marker", "how the block starts");
    return template.isEmpty()
        ? Optional.empty()
        : marker.map(text -> new GoAction.Comment(template.get(), text));
  }

  private Optional<Action> addImport(FieldReader fields) {
    Optional<String> name = fields.optional("name").flatMap(it -> values.line(it, "a name"));
    return line(fields, "path", "an import path").map(path -> new GoAction.AddImport(path, name));
  }

  private Optional<Action> create(FieldReader fields) {
    Optional<String> file = template(fields, "file");
    Optional<String> template = template(fields, "template");
    return file.isEmpty()
        ? Optional.empty()
        : template.map(name -> new FileAction.Create(file.get(), name));
  }

  private Optional<Action> replaceText(FieldReader fields) {
    Optional<String> find = line(fields, "find", "a text within one line");
    Optional<String> template = template(fields, "template");
    return find.isEmpty()
        ? Optional.empty()
        : template.map(name -> new FileAction.ReplaceText(find.get(), name));
  }

  private Optional<Action> run(FieldReader fields) {
    Optional<Yaml> at = fields.required("step", "the name of a step in Java");
    Optional<String> step = at.flatMap(it -> values.oneOf(it, Action.Run.KNOWN.keySet()));
    Map<String, String> settings = new HashMap<>();
    for (String key : Action.Run.KNOWN.getOrDefault(step.orElse(""), Set.of())) {
      fields
          .optional(key)
          .flatMap(it -> values.line(it, "one line of text"))
          .ifPresent(text -> settings.put(key, text));
    }
    if (step.isPresent()) {
      fields.finish();
    }
    return step.map(name -> new Action.Run(name, settings));
  }

  private Optional<String> line(FieldReader fields, String key, String what) {
    return fields.required(key, what).flatMap(it -> values.line(it, what));
  }

  private Optional<String> template(FieldReader fields, String key) {
    String what = "the name of a template in a *.stg file";
    Optional<Yaml> at = fields.required(key, what);
    Optional<String> name = at.flatMap(it -> values.name(it, what));
    name.ifPresent(it -> checkTemplate(at.get(), it, TemplateNames.ofMatch(match)));
    return name;
  }

  private void checkTemplate(Yaml at, String name, Set<String> known) {
    if (templates.find(name, "").isEmpty()) {
      values.error(at, "no template `" + name + "`; expected it in a *.stg file");
      return;
    }
    List<String> unknown = new ArrayList<>(templates.parameters(name));
    unknown.removeAll(known);
    unknown.removeIf(TemplateNames::isNumbered);
    unknown.removeAll(options.stream().map(TemplateNames::ofOption).toList());
    if (!unknown.isEmpty()) {
      Set<String> expected = new TreeSet<>(known);
      options.forEach(option -> expected.add(TemplateNames.ofOption(option)));
      values.error(
          at,
          "the template `"
              + name
              + "` has the parameter "
              + ValueReader.quoted(unknown)
              + "; expected some of "
              + ValueReader.quoted(expected));
    }
  }
}
