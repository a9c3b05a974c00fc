package dev.untether.recipe.template;

/**
 * How much one rendering may cost. The counts alone make it end, at the same place on every
 * machine; the time is the last resort.
 *
 * @param depth how deep templates may call each other
 * @param calls how many templates and loop bodies may run
 * @param listLength how long a list may get
 * @param characters how much text may be written, intermediate results included
 * @param millis how long it may take
 */
record TemplateLimits(int depth, int calls, int listLength, int characters, long millis) {
  static final TemplateLimits STANDARD = new TemplateLimits(64, 10_000, 10_000, 256 * 1024, 2_000);
}
