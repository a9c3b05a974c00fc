package dev.untether.forge.description;

import dev.untether.recipe.template.GroupText;
import dev.untether.recipe.template.Problems;
import dev.untether.recipe.template.Rendering;
import dev.untether.recipe.template.Templates;
import dev.untether.text.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How branches and pull requests are called: two StringTemplate texts of one line, such as {@code
 * untether/<campaign>/<unit>}, which may name what {@link #ATTRIBUTES} holds. They are rendered in
 * the sandbox of recipes.
 */
public final class Naming {
  /** The attributes that templates may name. */
  public static final List<String> ATTRIBUTES =
      List.of("campaign", "unit", "owner", "module", "recipes");

  /** The greatest length of a branch's name. */
  public static final int MAX_BRANCH = 100;

  private static final int MAX_TEMPLATE = 1_000;
  private static final int DIGEST_BYTES = 4;
  private static final int CUT = MAX_BRANCH - 1 - 2 * DIGEST_BYTES;

  private final Templates branch;
  private final Templates title;

  /**
   * What templates are rendered for.
   *
   * @param owner who owns the files, without {@code @}; may be empty
   * @param module the module's path; may be empty
   */
  public record Unit(
      String campaign, String unit, String owner, String module, List<String> recipes) {
    /** Copies the list. */
    public Unit {
      recipes = List.copyOf(recipes);
    }
  }

  private Naming(Templates branch, Templates title) {
    this.branch = branch;
    this.title = title;
  }

  /**
   * Returns the naming by two templates.
   *
   * @throws IllegalArgumentException if one is no template or names anything else; the message says
   *     what is wrong with which, and what it may name
   */
  public static Naming of(String branch, String title) {
    Naming naming = new Naming(compiled("branch", branch), compiled("title", title));
    for (Unit sample :
        List.of(
            new Unit("c", "u", "o", "m", List.of("r", "s")),
            new Unit("c", "u", "", "", List.of()))) {
      naming.branchName(sample);
      naming.title(sample);
    }
    return naming;
  }

  /**
   * Returns the title of a unit's pull request.
   *
   * @throws IllegalArgumentException if nothing comes of the template for it
   */
  public String title(Unit unit) {
    return DescriptionWriter.title(rendered("title", title, unit, false));
  }

  /**
   * Returns the branches of all units of a plan, in their order. They are different from each
   * other, also where case does not count; none is a folder of another; git takes them all. The
   * name of a unit changes only if one that it would collide with comes or goes.
   *
   * @throws IllegalArgumentException if nothing comes of the template for one
   */
  public List<String> branches(List<Unit> units) {
    List<String> names = units.stream().map(this::branchName).toList();
    Map<String, Integer> uses = new HashMap<>();
    Set<String> folders = new HashSet<>();
    for (String name : names) {
      String folded = name.toLowerCase(Locale.ROOT);
      uses.merge(folded, 1, Integer::sum);
      for (int i = folded.indexOf('/'); i >= 0; i = folded.indexOf('/', i + 1)) {
        folders.add(folded.substring(0, i));
      }
    }
    List<String> branches = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String folded = name.toLowerCase(Locale.ROOT);
      boolean collides = uses.getOrDefault(folded, 0) > 1 || folders.contains(folded);
      boolean cut = name.length() > MAX_BRANCH;
      branches.add(collides || cut ? marked(name, units.get(i)) : name);
    }
    return branches;
  }

  private String branchName(Unit unit) {
    String text = rendered("branch", branch, unit, true);
    String name = RefName.of(text);
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "the branch template gives no name for the unit `"
              + unit.unit()
              + "`: expected letters or digits, but it gives `"
              + text
              + "`");
    }
    return name;
  }

  private static String marked(String name, Unit unit) {
    String start = RefName.of(name.substring(0, Math.min(CUT, name.length())));
    return start + "-" + digest(unit.campaign() + "\0" + unit.unit());
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Templates compiled(String name, String text) {
    // What would get out of the string below, into other templates of the group.
    boolean oneLine = text.chars().allMatch(c -> c >= ' ' && c != 0x7f);
    if (text.isBlank() || text.length() > MAX_TEMPLATE || !oneLine || text.indexOf('\\') >= 0) {
      throw new IllegalArgumentException(
          "the "
              + name
              + " template is no such: expected one line of 1 to "
              + MAX_TEMPLATE
              + " characters without a backslash");
    }
    String group =
        name
            + "("
            + String.join(", ", ATTRIBUTES)
            + ") ::= \""
            + text.replace("\"", "\\\"")
            + "\"\n";
    Problems problems = new Problems();
    Templates templates = Templates.compile(List.of(new GroupText(name, group)), problems);
    if (!problems.isEmpty()) {
      throw refused(name, problems.sorted());
    }
    return templates;
  }

  private static String rendered(String name, Templates templates, Unit unit, boolean forBranch) {
    Map<String, Object> values = new TreeMap<>();
    values.put("campaign", value(unit.campaign(), forBranch));
    values.put("unit", value(unit.unit(), forBranch));
    values.put("owner", value(unit.owner(), forBranch));
    values.put("module", value(unit.module(), forBranch));
    values.put("recipes", unit.recipes().stream().map(id -> value(id, forBranch)).toList());
    Rendering rendering = templates.render(name, values);
    return rendering.text().orElseThrow(() -> refused(name, rendering.findings()));
  }

  /** Returns an attribute; templates see an empty one as nothing. */
  private static Object value(String text, boolean forBranch) {
    // Slashes of units do not make folders of branches, of which one could be a branch as well.
    String value = forBranch ? RefName.of(text.replace('/', '-')) : Markdown.oneLine(text);
    return value.isEmpty() ? List.of() : value;
  }

  private static IllegalArgumentException refused(String name, List<Finding> findings) {
    return new IllegalArgumentException(
        "the "
            + name
            + " template is refused: "
            + String.join("; ", findings.stream().map(Finding::message).distinct().toList())
            + "; it may name <"
            + String.join(">, <", ATTRIBUTES)
            + ">");
  }
}
