/**
 * What Go's linker says to a reference to the standard library, told without building.
 *
 * <p>The data files are made from the sources of each release, never by hand: {@code mvn test
 * -Dtest=GorootImportTest -Dupdate=true} makes them anew, and a release is added by adding its
 * toolchain there and its number to {@link dev.untether.access.AccessData}.
 */
@NullMarked
package dev.untether.access;

import org.jspecify.annotations.NullMarked;
