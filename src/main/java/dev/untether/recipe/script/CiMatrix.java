package dev.untether.recipe.script;

import dev.untether.module.target.Targets;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.script.YamlLines.Line;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The step {@code ci-matrix}: the releases from the go line on are in the matrix of the CI
 * configuration, and there are jobs for Go's development version and for the targets that a build
 * on linux/amd64 does not see. Lines are put in; those that are there stay.
 */
final class CiMatrix implements ModuleStep {
  private static final String WORKFLOW = ".github/workflows/linkname.yml";
  private static final Pattern SETUP =
      Pattern.compile("uses:\\s*['\"]?(actions/setup-go@[\\w.-]+)");
  private static final Pattern CHECKOUT =
      Pattern.compile("uses:\\s*['\"]?(actions/checkout@[\\w.-]+)");
  private static final Pattern TIP = Pattern.compile("(?m)^[^#\\n]*\\b(?:gotip|tip)\\b");
  private static final String TIP_JOB = "linkname-tip";
  private static final String CROSS_JOB = "linkname-cross";

  @Override
  public void run(
      Recipe recipe, Map<String, String> settings, List<String> files, ModuleDraft draft) {
    ModuleView module = draft.module();
    List<String> targets = CrossTargets.of(module);
    if (targets.isEmpty() && module.pulls().isEmpty()) {
      return;
    }
    StepTemplates templates = new StepTemplates(recipe, settings);
    Map<String, String> concerned = new TreeMap<>();
    for (String file : files) {
      String text = module.text(file).orElseThrow().toString();
      if (isGitLab(file) ? text.contains("golang") : SETUP.matcher(text).find()) {
        concerned.put(file, text);
      }
    }
    SortedSet<Integer> releases = releases(module);
    if (concerned.isEmpty()) {
      create(templates, releases, targets, draft);
      return;
    }
    boolean hasTip = concerned.values().stream().anyMatch(text -> TIP.matcher(text).find());
    boolean hasCross = concerned.values().stream().anyMatch(CiMatrix::crossBuilds);
    List<String> jobs = new ArrayList<>();
    if (templates.isSet("tip") && !hasTip) {
      jobs.add(TIP_JOB);
    }
    if (templates.isSet("cross") && !hasCross && !targets.isEmpty()) {
      jobs.add(CROSS_JOB);
    }
    boolean isFirst = true;
    for (String file : concerned.keySet()) {
      List<String> here = isFirst ? jobs : List.of();
      isFirst = false;
      new OneFile(file, templates, targets, releases, draft).edit(here);
    }
  }

  private static boolean isGitLab(String file) {
    return file.endsWith(".gitlab-ci.yml");
  }

  private static boolean crossBuilds(String text) {
    return text.contains(CROSS_JOB) || text.contains("GOARCH");
  }

  private static SortedSet<Integer> releases(ModuleView module) {
    SortedSet<Integer> releases = new TreeSet<>();
    for (int minor = module.language(); minor <= Targets.known().releases().last(); minor++) {
      releases.add(minor);
    }
    return releases;
  }

  private static void create(
      StepTemplates templates,
      SortedSet<Integer> releases,
      List<String> targets,
      ModuleDraft draft) {
    boolean isWanted = templates.isSet("create") && draft.module().directory().isEmpty();
    if (!isWanted || draft.module().files().contains(WORKFLOW)) {
      return;
    }
    Map<String, Object> values = new TreeMap<>();
    values.put("releases", releases.stream().map(minor -> "1." + minor).toList());
    values.put("checkout", "actions/checkout@v4");
    values.put("setup", "actions/setup-go@v5");
    values.put("targets", targets);
    StringBuilder text = new StringBuilder();
    templates.render("workflow", values, draft).ifPresent(text::append);
    if (templates.isSet("tip")) {
      templates.render("tip", values, draft).ifPresent(job -> text.append('\n').append(in(2, job)));
    }
    if (templates.isSet("cross") && !targets.isEmpty()) {
      templates
          .render("cross", values, draft)
          .ifPresent(job -> text.append('\n').append(in(2, job)));
    }
    if (YamlLines.parse(text.toString()).isPresent()) {
      draft.create(WORKFLOW, text.toString());
    } else {
      draft.refuse(WORKFLOW, Finding.WHOLE_FILE, "the templates do not make YAML");
    }
  }

  /** Returns a job further from the margin; templates are written at the margin. */
  private static String in(int indent, String job) {
    StringBuilder lines = new StringBuilder();
    job.lines()
        .forEach(
            line -> lines.append(line.isBlank() ? "" : " ".repeat(indent) + line).append('\n'));
    return lines.toString();
  }

  /** The work on one configuration. */
  private record OneFile(
      String file,
      StepTemplates templates,
      List<String> targets,
      SortedSet<Integer> releases,
      ModuleDraft draft) {

    void edit(List<String> jobs) {
      SourceText text = draft.module().text(file).orElseThrow();
      if (text.length() > YamlLines.MAX_BYTES) {
        refuse("it is larger than " + YamlLines.MAX_BYTES + " bytes, as nobody writes them");
        return;
      }
      if (YamlLines.parse(text.toString()).isEmpty()) {
        refuse("it is no YAML that can be read; nothing is added to it");
        return;
      }
      YamlLines yaml = new YamlLines(text);
      extendMatrix(yaml, text);
      if (jobs.isEmpty()) {
        return;
      }
      Optional<Place> place = isGitLab(file) ? atTheEnd(yaml, text) : behindJobs(yaml);
      if (place.isEmpty()) {
        refuse("expected a line `jobs:` with the jobs indented below it; add " + jobs + " by hand");
        return;
      }
      addJobs(place.get(), jobs, text);
    }

    private void extendMatrix(YamlLines yaml, SourceText text) {
      boolean hasMatrix = false;
      for (Line line : yaml.all()) {
        boolean isKey =
            ReleaseList.isKey(yaml, line)
                || isGitLab(file)
                    && line.key().matches("GO(LANG)?_?VERSION")
                    && !line.value().isEmpty()
                    && line.value().startsWith("[");
        if (!isKey) {
          continue;
        }
        hasMatrix = true;
        Optional<ReleaseList> list = ReleaseList.of(yaml, line);
        if (list.isPresent()) {
          list.get().extend(file, text, releases, draft);
        } else {
          draft.refuse(
              file,
              text.positionOf(line.start()),
              "expected a list of releases such as ['1.22.x', '1.23.x']; add those from Go 1."
                  + releases.first()
                  + " to 1."
                  + releases.last()
                  + " by hand");
        }
      }
      if (!hasMatrix) {
        refuse(
            "it has no matrix of Go releases; make one, such as `go: ['1."
                + releases.first()
                + ".x']`, and run this again");
      }
    }

    private record Place(int offset, int indent, boolean isOpen) {}

    private Optional<Place> behindJobs(YamlLines yaml) {
      Optional<Line> jobs = yaml.top("jobs").filter(line -> line.value().isEmpty());
      List<Line> below = jobs.map(yaml::below).orElse(List.of());
      if (below.isEmpty() || below.get(0).key().isEmpty()) {
        return Optional.empty();
      }
      Line last = below.get(below.size() - 1);
      boolean isOpen = last.index() + 1 == yaml.all().size() && yaml.isOpen();
      return Optional.of(new Place(yaml.behind(last), below.get(0).indent(), isOpen));
    }

    private static Optional<Place> atTheEnd(YamlLines yaml, SourceText text) {
      return Optional.of(new Place(text.length(), 0, yaml.isOpen()));
    }

    private void addJobs(Place place, List<String> jobs, SourceText text) {
      Map<String, Object> values = new TreeMap<>();
      String yaml = text.toString();
      values.put("releases", releases.stream().map(minor -> "1." + minor).toList());
      values.put("checkout", action(CHECKOUT, yaml, "actions/checkout@v4"));
      values.put("setup", action(SETUP, yaml, "actions/setup-go@v5"));
      values.put("targets", targets);
      StringBuilder code = new StringBuilder(place.isOpen() ? "\n" : "");
      for (String job : jobs) {
        String kind = (isGitLab(file) ? "gitlab-" : "") + job.substring("linkname-".length());
        templates
            .render(kind, values, draft)
            .ifPresent(made -> code.append('\n').append(in(place.indent(), made)));
      }
      String before = text.slice(0, place.offset());
      String after = text.slice(place.offset(), text.length());
      String whole = (before + code + after).replace("\r\n", "\n");
      if (jobs(whole) == jobs(yaml) + jobs.size()) {
        draft.replace(file, Span.at(place.offset()), code.toString());
      } else {
        refuse("with " + jobs + " it would be no YAML any more; add them by hand");
      }
    }

    /** Returns how many jobs a configuration has, or -1 if it is none. */
    private int jobs(String yaml) {
      Optional<Map<?, ?>> all = YamlLines.parse(yaml);
      if (isGitLab(file)) {
        return all.map(Map::size).orElse(-1);
      }
      Object jobs = all.<Object>map(map -> map.get("jobs")).orElse(null);
      return jobs instanceof Map<?, ?> map ? map.size() : -1;
    }

    private static String action(Pattern pattern, String yaml, String otherwise) {
      Matcher matcher = pattern.matcher(yaml);
      return matcher.find() ? matcher.group(1) : otherwise;
    }

    private void refuse(String reason) {
      draft.refuse(file, Finding.WHOLE_FILE, reason);
    }
  }
}
