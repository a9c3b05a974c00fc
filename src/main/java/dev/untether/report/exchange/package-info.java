/** Findings in the forms that other programs exchange: SARIF, annotations, baselines. */
@NullMarked
package dev.untether.report.exchange;

import org.jspecify.annotations.NullMarked;
