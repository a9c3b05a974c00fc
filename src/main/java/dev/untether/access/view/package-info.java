/**
 * What the data says about symbols, laid out for people: what a release says of one, what changed
 * from one release to another.
 */
@NullMarked
package dev.untether.access.view;

import org.jspecify.annotations.NullMarked;
