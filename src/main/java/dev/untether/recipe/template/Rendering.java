package dev.untether.recipe.template;

import dev.untether.text.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What came of a template.
 *
 * @param text the code, with LF line endings; nothing when there are findings
 * @param findings what was wrong, with the place in the {@code *.stg} file
 */
public record Rendering(Optional<String> text, List<Finding> findings) {

  /** Copies the list. */
  public Rendering {
    findings = List.copyOf(findings);
  }
}
