package dev.untether.recipe.script;

import dev.untether.module.PathPattern;
import dev.untether.recipe.Action;
import dev.untether.recipe.FileAction;
import dev.untether.recipe.FileMatch;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.TemplateNames;
import dev.untether.recipe.change.Changes;
import dev.untether.recipe.template.Rendering;
import dev.untether.text.Finding;
import dev.untether.text.OverlappingEditsException;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Runs one recipe over the files of one module that are not Go's. */
public final class ScriptRecipe {
  private final Recipe recipe;
  private final FileMatch match;
  private final List<PathPattern> patterns;

  /** Prepares a recipe; {@code match} is its match. */
  public ScriptRecipe(Recipe recipe, FileMatch match) {
    this.recipe = recipe;
    this.match = match;
    this.patterns = match.paths().stream().map(PathPattern::of).toList();
  }

  /** Returns what the recipe does to the module. */
  public Changes apply(ModuleView module) {
    ModuleDraft draft = new ModuleDraft(recipe.id(), module);
    List<String> files = module.files().stream().filter(file -> isMatch(module, file)).toList();
    boolean concerned = !files.isEmpty() || match.containing().isEmpty();
    if (concerned) {
      recipe.actions().forEach(action -> run(action, files, draft));
    }
    try {
      return draft.finish();
    } catch (OverlappingEditsException e) {
      Finding finding =
          new Finding(
              recipe.id(),
              Severity.WARNING,
              module.directory() + files.get(0),
              Finding.WHOLE_FILE,
              "not changed: two actions of this recipe edit the same place; report this to its"
                  + " author");
      return new Changes(Map.of(), Map.of(), Set.of(), List.of(finding), List.of(), List.of());
    }
  }

  private boolean isMatch(ModuleView module, String file) {
    if (patterns.stream().noneMatch(pattern -> pattern.matches(file))) {
      return false;
    }
    Optional<SourceText> text = module.text(file);
    return text.isPresent()
        && (match.containing().isEmpty()
            || match.containing().stream().anyMatch(text.get().toString()::contains));
  }

  private void run(Action action, List<String> files, ModuleDraft draft) {
    if (action instanceof Action.Run run) {
      ModuleStep step = ModuleStep.ALL.get(run.name());
      if (step != null) {
        step.run(recipe, run.settings(), files, draft);
      }
    } else if (action instanceof FileAction.Create create) {
      Optional<String> file = render(create.file(), draft);
      Optional<String> text = render(create.template(), draft);
      if (file.isPresent() && text.isPresent()) {
        draft.create(file.get().strip(), text.get().strip() + "\n");
      }
    } else if (action instanceof FileAction.ReplaceText replace) {
      render(replace.template(), draft)
          .ifPresent(with -> files.forEach(file -> replace(file, replace.find(), with, draft)));
    } else if (action instanceof FileAction.DeleteLines delete) {
      files.forEach(file -> deleteLines(file, delete.containing(), draft));
    }
  }

  private Optional<String> render(String template, ModuleDraft draft) {
    Map<String, Object> values = new TreeMap<>();
    recipe
        .optionValues()
        .forEach((option, value) -> values.put(TemplateNames.ofOption(option), value));
    values.put("module", draft.module().path());
    values.put("go", "1." + draft.module().language());
    Rendering rendering = recipe.templates().render(template, values);
    if (rendering.text().isEmpty()) {
      String reason = "the template " + template + " failed: " + rendering.findings();
      draft.refuse("go.mod", Finding.WHOLE_FILE, reason);
    }
    return rendering.text();
  }

  private static void replace(String file, String find, String with, ModuleDraft draft) {
    SourceText text = draft.module().text(file).orElseThrow();
    byte[] bytes = text.bytes();
    byte[] needle = find.getBytes(StandardCharsets.UTF_8);
    int at = indexOf(bytes, needle, 0);
    while (at >= 0) {
      int end = at + needle.length;
      boolean whole =
          !continues(bytes, at - 1, needle[0]) && !continues(bytes, end, needle[needle.length - 1]);
      if (whole) {
        int start = at;
        int behind = end;
        if (with.isEmpty() && at > 0 && bytes[at - 1] == ' ') {
          start--;
        } else if (with.isEmpty() && end < bytes.length && bytes[end] == ' ' && opens(bytes, at)) {
          behind++;
        }
        draft.replace(file, new Span(start, behind), with);
      }
      at = indexOf(bytes, needle, end);
    }
  }

  /** Returns whether the byte at {@code index} makes a longer word of one that ends beside it. */
  private static boolean continues(byte[] bytes, int index, byte edge) {
    return index >= 0 && index < bytes.length && isWordPart(bytes[index]) && isWordPart(edge)
        || index >= 0 && index < bytes.length && bytes[index] == '-' && edge == '-';
  }

  /** Returns whether a quote or the start of a line stands before {@code index}. */
  private static boolean opens(byte[] bytes, int index) {
    byte before = index == 0 ? (byte) '\n' : bytes[index - 1];
    return before == '\n' || before == '"' || before == '\'' || before == '`';
  }

  private static boolean isWordPart(byte b) {
    return b < 0 || b == '_' || Character.isLetterOrDigit(b);
  }

  private static int indexOf(byte[] bytes, byte[] needle, int from) {
    for (int i = from; i + needle.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + needle.length, needle, 0, needle.length)) {
        return i;
      }
    }
    return -1;
  }

  private static void deleteLines(String file, String containing, ModuleDraft draft) {
    SourceText text = draft.module().text(file).orElseThrow();
    for (int line = 1; line <= text.lineCount(); line++) {
      int start = text.lineStart(line);
      int end = line < text.lineCount() ? text.lineStart(line + 1) : text.length();
      if (text.slice(start, end).contains(containing)) {
        draft.replace(file, new Span(start, end), "");
      }
    }
  }
}
