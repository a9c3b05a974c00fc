/** Who owns which files, as the CODEOWNERS files of forges have it. */
@NullMarked
package dev.untether.forge.owners;

import org.jspecify.annotations.NullMarked;
