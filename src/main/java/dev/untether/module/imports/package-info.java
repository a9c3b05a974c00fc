/** Which packages import which, in each build, and what programs and tests reach through it. */
@NullMarked
package dev.untether.module.imports;

import org.jspecify.annotations.NullMarked;
