/** Many modules or repositories: what is to be done to them, and what was. */
@NullMarked
package dev.untether.campaign;

import org.jspecify.annotations.NullMarked;
