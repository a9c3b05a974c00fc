package dev.untether.access;

import java.util.Set;

/**
 * What the linker will say to a reference in some ways to build.
 *
 * @param verdict what it says
 * @param where the ways to build in which it says so, in order
 */
public record Judgement(Verdict verdict, Set<Configuration> where) {}
