/** What the renderers promise. */
@NullMarked
package dev.untether.report.exchange;

import org.jspecify.annotations.NullMarked;
