package dev.untether.golang.linkname;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.golang.GoComments;
import dev.untether.golang.linkname.Rationale.Question;
import dev.untether.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RationaleTest {

  private static List<Rationale> read(String code) {
    return Rationale.of(GoComments.of(SourceText.of("package m\n\n" + code)));
  }

  private static String text(Rationale rationale, Question question) {
    return rationale.answer(question).map(Rationale.Answer::text).orElse("none");
  }

  @Test
  void answersAreReadInAnyOrderAndSpelling() {
    Rationale one =
        read("""
                // Linkname rationale:
                //   - Owner: @clock
                // MEASURED GAIN:   12ns
                // removed: never
                //go:linkname f runtime.f
                """)
            .get(0);
    assertThat(text(one, Question.OWNER)).isEqualTo("@clock");
    assertThat(text(one, Question.MEASURED_GAIN)).isEqualTo("12ns");
    assertThat(text(one, Question.REMOVED_WHEN)).isEqualTo("never");
    assertThat(text(one, Question.WHY)).isEqualTo("none");
  }

  @Test
  void anAnswerGoesOnUntilABlankLineOrTheNextQuestion() {
    String code =
        """
        // linkname rationale for f:
        // why: one
        // two
        // accepted: Go 1.21
        //
        // Not an answer.
        func f()
        """;
    Rationale one = read(code).get(0);
    assertThat(text(one, Question.WHY)).isEqualTo("one two");
    assertThat(text(one, Question.ACCEPTED)).isEqualTo("Go 1.21");
    SourceText source = SourceText.of("package m\n\n" + code);
    assertThat(source.slice(one.answer(Question.WHY).orElseThrow().span()))
        .isEqualTo("// why: one\n// two");
  }

  @Test
  void aQuestionWithoutAnAnswerIsThereAndEmpty() {
    Rationale one = read("// linkname rationale:\n// why:\n").get(0);
    assertThat(one.answers()).containsOnlyKeys(Question.WHY);
    assertThat(one.answer(Question.WHY)).isEmpty();
  }

  @Test
  void theFirstLineMaySayWhatItIsFor() {
    Rationale one = read("// linkname rationale for now2:\n// why: x\n").get(0);
    assertThat(one.names()).contains("now2").doesNotContain("now");
    assertThat(read("// linkname rationale (runtime.now):\n").get(0).names()).doesNotContain("now");
    assertThat(read("// linkname rationale:\n").get(0).names()).isEmpty();
  }

  @Test
  void severalInOneCommentAreSeveral() {
    assertThat(
            read(
                "// linkname rationale for a:\n// why: x\n//\n// linkname rationale for b:\n// why: y\n"))
        .extracting(Rationale::subject)
        .containsExactly("for a:", "for b:");
  }

  @Test
  void whatOnlyLooksLikeOneIsNone() {
    assertThat(read("// The linkname rationale is elsewhere.\n")).isEmpty();
    assertThat(read("/* linkname rationale:\nwhy: x */\n")).isEmpty();
    assertThat(read("var x = 1 // linkname rationale:\n")).isEmpty();
    assertThat(read("var x = `\n// linkname rationale:\n`\n")).isEmpty();
  }
}
