package dev.untether.verify;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What builds may use.
 *
 * @param caches a directory of ours that stays, for compiled packages and unpacked modules
 * @param moduleCache the user's module cache, from which modules are taken; it is only read
 * @param online whether modules that are not there may be fetched
 * @param proxy the value of GOPROXY to fetch them through
 * @param runTests whether the tests of the module are run: code of strangers, with the rights of
 *     this process
 */
public record Settings(
    Path caches, Optional<Path> moduleCache, boolean online, String proxy, boolean runTests) {}
