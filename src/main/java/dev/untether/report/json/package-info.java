/** JSON that others have written, as a tree. */
@NullMarked
package dev.untether.report.json;

import org.jspecify.annotations.NullMarked;
