package dev.untether.review;

import dev.untether.access.Verdict;
import dev.untether.module.target.Target;

/**
 * What the linker says to one reference in one kind of build that takes the file it stands in.
 *
 * @param release the N of Go 1.N
 * @param target the operating system and architecture
 * @param cgo whether cgo is enabled
 * @param verdict the prediction
 */
public record CellVerdict(int release, Target target, boolean cgo, Verdict verdict) {}
