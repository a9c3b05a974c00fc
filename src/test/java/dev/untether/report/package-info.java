/** What the renderers promise. */
@NullMarked
package dev.untether.report;

import org.jspecify.annotations.NullMarked;
