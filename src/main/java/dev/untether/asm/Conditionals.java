package dev.untether.asm;

import dev.untether.syntax.Node;
import dev.untether.syntax.SyntaxTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The {@code #ifdef}s of a file and its headers, and the settings of them under which the file has
 * to be read so that every arm is seen.
 *
 * <p>Three kinds of names are tested: {@code GOOS_x} and {@code GOARCH_x}, which the target
 * decides; names that the file or a header defines, which decide themselves; and all others, such
 * as {@code GOAMD64_v3}, which are free: either setting happens in somebody's build.
 */
public final class Conditionals {
  /** Arms of a hostile file are many; what is left out is said by {@link #isCovered}. */
  private static final int MAX_WORLDS = 64;

  private static final int MAX_HEADERS = 100;

  private record Test(String name, boolean defined) {}

  private final List<List<Test>> arms = new ArrayList<>();
  private final Set<String> tested = new TreeSet<>();
  private final Set<String> defined = new HashSet<>();
  private final Set<AsmFile> seen = new LinkedHashSet<>();

  private Conditionals() {}

  /** Returns the conditionals of {@code file} and of the headers it includes. */
  public static Conditionals of(AsmFile file, Headers headers) {
    Conditionals found = new Conditionals();
    found.collect(file, headers);
    return found;
  }

  private void collect(AsmFile file, Headers headers) {
    if (seen.size() > MAX_HEADERS || !seen.add(file)) {
      return;
    }
    Deque<Test> open = new ArrayDeque<>();
    for (Node node : file.tree().root().nodes()) {
      switch ((AsmKind) node.kind()) {
        case IFDEF -> open(open, new Test(argument(node), true));
        case IFNDEF -> open(open, new Test(argument(node), false));
        case ELSE -> otherArm(open);
        case ENDIF -> open.poll();
        case DEFINE -> {
          Macro macro = Macro.of(node, new ExpandedToken.Unit(file, null));
          defined.add(macro.name());
          collect(macro.body(), new ArrayDeque<>(open));
        }
        case INCLUDE -> {
          String quoted = argument(node);
          headers
              .find(quoted.substring(1, quoted.length() - 1))
              .ifPresent(header -> collect(header, headers));
        }
        default -> {}
      }
    }
  }

  /** Collects from a macro's body, whose directives are carried out when it is called. */
  private void collect(List<ExpandedToken> body, Deque<Test> open) {
    for (int i = 0; i + 1 < body.size(); i++) {
      if (body.get(i).kind() == AsmKind.HASH) {
        String name = i + 2 < body.size() ? body.get(i + 2).text() : "";
        switch (body.get(i + 1).text()) {
          case "ifdef" -> open(open, new Test(name, true));
          case "ifndef" -> open(open, new Test(name, false));
          case "else" -> otherArm(open);
          case "endif" -> open.poll();
          case "define" -> defined.add(name);
          default -> {}
        }
      }
    }
  }

  private void otherArm(Deque<Test> open) {
    if (!open.isEmpty()) {
      Test test = open.pop();
      open(open, new Test(test.name(), !test.defined()));
    }
  }

  private void open(Deque<Test> open, Test test) {
    open.push(test);
    tested.add(test.name());
    if (arms.size() < 10_000 && open.size() < 1_000) {
      arms.add(List.copyOf(open));
    }
  }

  private static String argument(Node node) {
    SyntaxTree tree = node.tree();
    return tree.tokenText(node.endToken() - 1);
  }

  private static boolean isTargetName(String name) {
    return name.startsWith("GOOS_") || name.startsWith("GOARCH_");
  }

  private boolean isFree(String name) {
    return !isTargetName(name) && !defined.contains(name);
  }

  /** Returns the names that are tested and that the target decides. */
  public Set<String> targetNames() {
    Set<String> names = new TreeSet<>(tested);
    names.removeIf(name -> !isTargetName(name));
    return names;
  }

  /** Returns the names that are tested and that nothing here decides. */
  public Set<String> freeNames() {
    Set<String> names = new TreeSet<>(tested);
    names.removeIf(name -> !isFree(name));
    return names;
  }

  /** Returns whether {@link #worlds} covers every arm; false for files with very many. */
  public boolean isCovered(Set<String> target) {
    return covering(target).size() <= MAX_WORLDS;
  }

  /**
   * Returns sets of predefined names under which every arm that {@code target} allows is taken at
   * least once; the first one is the plain build.
   *
   * @param target the names that the target defines: {@code GOOS_linux}, {@code GOARCH_arm64}
   */
  public List<Set<String>> worlds(Set<String> target) {
    List<Set<String>> worlds = new ArrayList<>(covering(target));
    return worlds.subList(0, Math.min(worlds.size(), MAX_WORLDS));
  }

  private Set<Set<String>> covering(Set<String> target) {
    Set<Set<String>> worlds = new LinkedHashSet<>();
    worlds.add(Set.copyOf(target));
    for (List<Test> arm : arms) {
      Set<String> world = new HashSet<>(target);
      boolean possible = true;
      for (Test test : arm) {
        if (isTargetName(test.name())) {
          possible &= target.contains(test.name()) == test.defined();
        } else if (isFree(test.name()) && test.defined()) {
          world.add(test.name());
        }
      }
      if (possible) {
        worlds.add(Set.copyOf(world));
      }
      if (worlds.size() > MAX_WORLDS) {
        break;
      }
    }
    return worlds;
  }

  /** Returns every setting of the free names, or empty when there are more than {@code limit}. */
  public Optional<List<Set<String>>> everyWorld(Set<String> target, int limit) {
    List<Set<String>> worlds = new ArrayList<>();
    worlds.add(Set.copyOf(target));
    for (String name : freeNames()) {
      if (worlds.size() * 2 > limit) {
        return Optional.empty();
      }
      for (Set<String> world : List.copyOf(worlds)) {
        Set<String> with = new HashSet<>(world);
        with.add(name);
        worlds.add(Set.copyOf(with));
      }
    }
    return Optional.of(worlds);
  }
}
