package dev.untether.verify;

/**
 * One thing that does not link, or did not.
 *
 * @param unit its import path, with {@code [test]} behind it for its test program and {@code [run]}
 *     for its tests
 * @param before what became of it before the change
 * @param after what became of it after the change; the same object if there is none
 */
public record UnitProof(String unit, LinkResult before, LinkResult after) {}
