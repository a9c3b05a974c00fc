package dev.untether.report.proof;

import dev.untether.verify.Proof;

/**
 * A module with what is proven about it.
 *
 * @param name its directory, as the user will see it named; empty for the current one
 * @param proof the results
 */
public record ModuleProof(String name, Proof proof) {}
