package dev.untether.campaign.run;

import dev.untether.campaign.Hosting;
import dev.untether.campaign.Origin;
import java.util.HashMap;
import java.util.Map;

/** The sites of all origins in which something is done. */
final class Sites implements AutoCloseable {
  private final Map<String, Site> sites = new HashMap<>();

  private Sites() {}

  static Sites of(Hosting hosting, Map<String, Origin> origins, Iterable<Action> actions) {
    Map<String, Integer> things = new HashMap<>();
    for (Action action : actions) {
      if (action.acts()) {
        things.merge(action.repository(), 1, Integer::sum);
      }
    }
    Sites all = new Sites();
    things.forEach(
        (name, count) -> {
          Origin origin = origins.get(name);
          if (origin != null) {
            all.sites.put(name, new Site(hosting, origin, count));
          }
        });
    return all;
  }

  /** Returns the site of an action that does something. */
  Site of(Action action) {
    Site site = sites.get(action.repository());
    if (site == null) {
      throw new IllegalArgumentException("no origin is named " + action.repository());
    }
    return site;
  }

  @Override
  public void close() {
    sites.values().forEach(Site::close);
  }
}
