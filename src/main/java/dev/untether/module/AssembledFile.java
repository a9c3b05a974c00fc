package dev.untether.module;

import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.Target;
import java.util.SortedSet;

/**
 * An assembly file that a scan has read, without its text.
 *
 * @param file where it belongs
 * @param constraint the condition under which a build takes it
 * @param targets the targets looked at on which some build takes it; must not change
 * @param understood whether what it defines is known: it is Go assembly, and nothing is wrong in it
 */
public record AssembledFile(
    SourceFile file, BuildConstraint constraint, SortedSet<Target> targets, boolean understood) {}
