package dev.untether.verify;

/**
 * A command of a proof.
 *
 * @param command as one would type it
 * @param changed whether it ran on the changed tree
 * @param exit its exit code; -1 if it was stopped
 * @param millis how long it took
 */
public record CommandRun(String command, boolean changed, int exit, long millis) {}
