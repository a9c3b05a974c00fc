package dev.untether.recipe.golang.draft;

import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.change.Changes;
import dev.untether.text.Edit;
import dev.untether.text.Edits;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The changes of one recipe to one package, while its actions make them. */
public final class PackageDraft {
  private final String recipe;
  private final GoPackage goPackage;
  // Asked for once for each function that is written; of thousands in one package, too.
  private final Set<String> declaredNames;
  private final Map<String, FileDraft> files = new TreeMap<>();
  private final Map<String, List<Edit>> assembly = new TreeMap<>();
  private final Map<String, SourceText> created = new TreeMap<>();
  private final Map<String, NewFile> made = new TreeMap<>();
  private final Set<String> deleted = new TreeSet<>();
  private final Set<Finding> refusals = new TreeSet<>();
  private final Set<Finding> notes = new TreeSet<>();
  private final Set<Finding> skipped = new TreeSet<>();

  // What new code declares beside functions, and its names: template parameter to name.
  private final Map<NewDeclarations, Map<String, String>> declared = new HashMap<>();

  public PackageDraft(String recipe, GoPackage goPackage) {
    this.recipe = recipe;
    this.goPackage = goPackage;
    this.declaredNames = Collections.unmodifiableSet(new HashSet<>(goPackage.declaredNames()));
  }

  public String recipe() {
    return recipe;
  }

  public GoPackage goPackage() {
    return goPackage;
  }

  /** Returns every name that some file of the directory declares at its top level. */
  public Set<String> declaredNames() {
    return declaredNames;
  }

  public FileDraft file(PackageFile file) {
    return files.computeIfAbsent(file.path(), path -> new FileDraft(file, declaredNames, recipe));
  }

  /** Creates a file of the directory, which has none of that name yet. */
  public void create(String name, String text) throws Refusal {
    String path = goPackage.directory() + name;
    if (goPackage.has(name) || created.containsKey(path)) {
      throw new Refusal("there is a file " + path + " already; move one of the two by hand");
    }
    created.put(path, SourceText.of(text));
  }

  /** Creates a Go file of the directory, which has none of that name yet. */
  public void create(String name, NewFile file) throws Refusal {
    create(name, "");
    made.put(goPackage.directory() + name, file);
  }

  /** Returns the Go file of that name that this draft creates, if it does. */
  public Optional<NewFile> made(String name) {
    return Optional.ofNullable(made.get(goPackage.directory() + name));
  }

  public boolean creates(String name) {
    return created.containsKey(goPackage.directory() + name);
  }

  /** Edits an assembly file. */
  public void edit(String path, Edit edit) {
    List<Edit> edits = assembly.computeIfAbsent(path, key -> new ArrayList<>());
    if (!edits.contains(edit)) {
      edits.add(edit);
    }
  }

  /** Declarations that functions of one file have in common. */
  private record NewDeclarations(
      String file, Optional<String> template, Map<String, String> names) {
    static NewDeclarations of(String file, LinknameMatch.Target target) {
      return new NewDeclarations(file, target.declarations(), target.names());
    }
  }

  /** Returns the names of the declarations that a symbol needs, if the file has got them. */
  public Optional<Map<String, String>> declared(String file, LinknameMatch.Target target) {
    return Optional.ofNullable(declared.get(NewDeclarations.of(file, target)));
  }

  /** Says that the file has got the declarations for a symbol, under these names. */
  public void declare(String file, LinknameMatch.Target target, Map<String, String> names) {
    declared.put(NewDeclarations.of(file, target), Map.copyOf(names));
  }

  /** Returns the package-level names of {@link #declare}. */
  public Set<String> newNames() {
    Set<String> names = new TreeSet<>();
    declared.values().forEach(any -> names.addAll(any.values()));
    return names;
  }

  public void delete(String path) {
    deleted.add(path);
  }

  public void refuse(String path, Position position, String reason) {
    String message = "not changed: " + reason;
    refusals.add(new Finding(recipe, Severity.WARNING, path, position, message));
  }

  public void note(String path, Position position, String message) {
    notes.add(new Finding(recipe, Severity.NOTE, path, position, message));
  }

  public void refuse(PackageFile file, Position position, String reason) {
    refusals.add(finding(Severity.WARNING, file, position, "not changed: " + reason));
  }

  public void note(PackageFile file, Position position, String message) {
    notes.add(finding(Severity.NOTE, file, position, message));
  }

  public void skip(PackageFile file, Position position, String reason) {
    skipped.add(finding(Severity.NOTE, file, position, "nothing to do: " + reason));
  }

  private Finding finding(Severity severity, PackageFile file, Position position, String message) {
    return new Finding(recipe, severity, file.path(), position, message);
  }

  public Changes finish() {
    Map<String, List<Edits>> edits = new TreeMap<>();
    files.forEach(
        (path, draft) -> {
          List<Edits> phases = deleted.contains(path) ? List.of() : draft.finish();
          if (!phases.isEmpty()) {
            edits.put(path, phases);
          }
        });
    assembly.forEach(
        (path, all) -> {
          if (!deleted.contains(path)) {
            edits.put(path, List.of(Edits.of(all)));
          }
        });
    made.forEach((path, file) -> created.put(path, SourceText.of(file.text())));
    return new Changes(
        edits,
        created,
        deleted,
        new ArrayList<>(refusals),
        new ArrayList<>(notes),
        new ArrayList<>(skipped));
  }
}
