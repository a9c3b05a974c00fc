package dev.untether.golang.linkname;

/**
 * What a package's compilation depends on besides its Go files.
 *
 * @param release the Go release that compiles, by its minor number: 27 for Go 1.27
 * @param language the language version, by its minor number: that of the {@code go} line of the
 *     module's go.mod; 16 if the file has no such line, {@code release} if there is no module
 * @param otherLanguages whether files in other languages than Go belong to the package: assembly
 *     (an empty file is enough), C, objects. A function without a body is then no mistake
 */
public record Compilation(int release, int language, boolean otherLanguages) {}
