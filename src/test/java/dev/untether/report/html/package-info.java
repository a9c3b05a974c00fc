/** Tests of pages, read as XML and in a real browser. */
@NullMarked
package dev.untether.report.html;

import org.jspecify.annotations.NullMarked;
