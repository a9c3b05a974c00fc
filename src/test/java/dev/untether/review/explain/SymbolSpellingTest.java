package dev.untether.review.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SymbolSpellingTest {
  @ParameterizedTest
  @CsvSource({
    "runtime.load_g,                runtime.load_g",
    "runtime·load_g,                runtime.load_g",
    "runtime·load_g(SB),            runtime.load_g",
    "' $runtime·mainPC(SB) ',       runtime.mainPC",
    "runtime·nanotime<ABIInternal>(SB), runtime.nanotime",
    "runtime·tab<>+8(SB),           runtime.tab",
    "sync∕atomic·Xadd,              sync/atomic.Xadd",
    "strings.(*Builder).grow,       strings.(*Builder).grow",
    "·load_g(SB),                   load_g",
    "load_g,                        load_g",
    "crosscall2(SB),                crosscall2",
  })
  void readsWhatPeopleAndAssemblyWrite(String written, String name) {
    assertThat(SymbolSpelling.linkerName(written)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"''", "$", "*", "(", "<", "(SB", "runtime.", "a<b"})
  void leavesAloneWhatIsNoSymbol(String written) {
    assertThat(SymbolSpelling.linkerName(written)).isEqualTo(written);
  }
}
