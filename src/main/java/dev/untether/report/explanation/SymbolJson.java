package dev.untether.report.explanation;

import dev.untether.module.target.Target;
import dev.untether.report.JsonLines;
import dev.untether.report.JsonObjectWriter;
import dev.untether.review.explain.Remedy;
import dev.untether.review.explain.SymbolExplanation;
import dev.untether.review.explain.SymbolLife;
import dev.untether.review.explain.SymbolLife.Answer;
import dev.untether.review.explain.SymbolLife.Form;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The life of a symbol for programs: one object. */
public final class SymbolJson {
  private static final int SCHEMA_VERSION = 1;

  private SymbolJson() {}

  /** Writes one line. */
  public static void write(SymbolExplanation explanation, JsonLines out) throws IOException {
    SymbolLife life = explanation.life();
    out.object(
        json -> {
          json.number("schemaVersion", SCHEMA_VERSION)
              .string("kind", "symbol")
              .string("symbol", life.symbol())
              .objects("periods", life.periods(), SymbolJson::period)
              .objects("signatures", life.signatures(), SymbolJson::signature)
              .objects("reasons", life.reasons(), SymbolJson::reason);
          advice(json, explanation.advice());
          json.strings("knownUsers", explanation.knownUsers());
        });
  }

  /** Writes the fields {@code replacement} and {@code recipes}. */
  static void advice(JsonObjectWriter json, Remedy advice) {
    if (advice.replacement().isPresent()) {
      var replacement = advice.replacement().get();
      json.object(
          "replacement",
          inner -> {
            inner.string("text", replacement.text());
            if (replacement.since() > 0) {
              inner.string("since", "1." + replacement.since());
            }
            inner.strings("open", replacement.open()).string("note", replacement.note());
          });
    } else {
      json.nothing("replacement");
    }
    json.strings("recipes", advice.recipes().stream().map(Remedy.Fix::id).toList());
  }

  private static void period(JsonObjectWriter json, SymbolLife.Period period) {
    json.string("first", "1." + period.first())
        .string("last", "1." + period.last())
        .bool("blocked", period.blocked())
        .bool("builtin", period.builtin())
        .objects("forms", period.forms(), SymbolJson::form);
  }

  private static void form(JsonObjectWriter json, Form form) {
    if (form.definition().isPresent()) {
      var definition = form.definition().get();
      json.object(
          "definition",
          inner ->
              inner
                  .string("kind", word(definition.kind()))
                  .bool("pushed", definition.pushed())
                  .bool("pushedToStd", definition.pushedToStd())
                  .string("definer", definition.definer()));
    } else {
      json.nothing("definition");
    }
    List<String> targets = form.targets().stream().map(Target::toString).toList();
    json.string("pull", form.pull().word())
        .string("assembly", form.assembly().word())
        .string("where", form.where())
        .strings("targets", targets);
  }

  private static void answer(JsonObjectWriter json, Answer answer) {
    json.string("verdict", answer.outcome().word()).string("rule", answer.rule().id());
  }

  private static void signature(JsonObjectWriter json, SymbolLife.Signature signature) {
    json.string("first", "1." + signature.first())
        .string("last", "1." + signature.last())
        .bool("variable", signature.isData())
        .strings("texts", signature.texts());
  }

  private static void reason(JsonObjectWriter json, SymbolLife.Reason reason) {
    json.string("use", word(reason.use()));
    answer(json, reason.answer());
    json.string("reason", reason.answer().rule().reason())
        .string("first", "1." + reason.first())
        .string("last", "1." + reason.last())
        .string("source", reason.source());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
