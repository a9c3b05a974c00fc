package dev.untether.module.dependency;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A module as {@code go list -m -json} describes it. The names are those of its JSON fields.
 *
 * @param version empty for main modules and directories
 * @param replace what takes its place
 * @param dir where its sources are; the go command leaves it out unless go.sum vouches for them
 * @param goMod where its go.mod is
 * @param sum the checksum of its sources in go.sum
 * @param error why the go command cannot tell more
 */
public record ListedModule(
    String path,
    String version,
    boolean main,
    boolean indirect,
    Optional<ModuleVersion> replace,
    Optional<Path> dir,
    Optional<Path> goMod,
    Optional<String> goVersion,
    Optional<String> sum,
    Optional<String> error) {}
