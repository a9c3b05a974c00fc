package dev.untether.access;

import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Iterator;

/** Some of the ways to build that data covers, in order; costs no more than its bits. */
final class ConfigurationSet extends AbstractSet<Configuration> {
  private final Configurations all;
  private final BitSet bits;

  ConfigurationSet(Configurations all, BitSet bits) {
    this.all = all;
    this.bits = (BitSet) bits.clone();
  }

  @Override
  public boolean contains(Object other) {
    return other instanceof Configuration configuration && bits.get(all.bit(configuration));
  }

  @Override
  public Iterator<Configuration> iterator() {
    return bits.stream().mapToObj(all.list()::get).iterator();
  }

  @Override
  public int size() {
    return bits.cardinality();
  }
}
