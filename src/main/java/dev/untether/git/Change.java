package dev.untether.git;

import dev.untether.text.SourceText;
import java.util.Optional;

/**
 * One file as the base commit has it and as it is to become.
 *
 * @param before the committed text; empty when the file is new
 * @param after the new text; empty when the file goes
 */
public record Change(Optional<SourceText> before, Optional<SourceText> after) {}
