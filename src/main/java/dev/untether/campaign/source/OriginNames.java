package dev.untether.campaign.source;

import dev.untether.campaign.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names repositories so that no two have one name: by the path on the forge, or the name of the
 * directory; where that is not enough, with as much of what stands before it as it takes.
 */
final class OriginNames {
  private OriginNames() {}

  static List<Origin> named(Collection<Origins.Draft> drafts) {
    List<Origins.Draft> all = List.copyOf(drafts);
    List<Integer> lengths = new ArrayList<>();
    all.forEach(draft -> lengths.add(0));
    boolean again = true;
    while (again) {
      again = false;
      Map<String, List<Integer>> same = new HashMap<>();
      for (int i = 0; i < all.size(); i++) {
        same.computeIfAbsent(name(all.get(i).origin(), lengths.get(i)), key -> new ArrayList<>())
            .add(i);
      }
      for (List<Integer> some : same.values()) {
        if (some.size() > 1) {
          for (int i : some) {
            boolean longer =
                !name(all.get(i).origin(), lengths.get(i))
                    .equals(name(all.get(i).origin(), lengths.get(i) + 1));
            again |= longer;
            lengths.set(i, lengths.get(i) + 1);
          }
        }
      }
    }
    List<Origin> named = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      named.add(with(name(all.get(i).origin(), lengths.get(i)), all.get(i)));
    }
    named.sort(Comparator.comparing(Origin::name));
    return named;
  }

  /** Returns a name with {@code more} names before it. */
  private static String name(Origin origin, int more) {
    if (origin.project().isPresent()) {
      String server = origin.project().get().server();
      String path = origin.project().get().path();
      return more == 0
          ? path
          : server.substring(server.indexOf("://") + 1).replace("/", "") + "/" + path;
    }
    String place = origin.remote().orElse(origin.place().toString()).replace('\\', '/');
    String plain = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
    String[] names = plain.replace(':', '/').split("/+", -1);
    int last = names.length - 1;
    StringBuilder name = new StringBuilder(origin.name());
    for (int i = 1; i <= more && last - i >= 0; i++) {
      if (!names[last - i].isEmpty()) {
        name.insert(0, names[last - i] + "/");
      }
    }
    return name.toString();
  }

  private static Origin with(String name, Origins.Draft draft) {
    Origin it = draft.origin();
    return new Origin(
        name,
        it.place(),
        it.remote(),
        it.project(),
        it.baseBranch(),
        it.base(),
        draft.isWhole() ? List.of() : it.within());
  }
}
