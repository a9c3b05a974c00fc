package dev.untether.report.html;

/** A part of a page. */
public interface Section {
  /** Returns the heading. */
  String title();

  /** Adds what stands below the heading. */
  void write(Markup page);
}
