/** Tests of imports, against the go command. */
@NullMarked
package dev.untether.module.imports;

import org.jspecify.annotations.NullMarked;
