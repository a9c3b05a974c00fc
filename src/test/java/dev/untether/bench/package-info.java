/** Benchmarks: how fast the product is and how much memory it takes. They claim nothing. */
@NullMarked
package dev.untether.bench;

import org.jspecify.annotations.NullMarked;
