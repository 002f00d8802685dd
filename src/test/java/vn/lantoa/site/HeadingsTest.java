package vn.lantoa.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadingsTest {

  @Test
  void followOneAnotherBelowThoseOfThePage() {
    assertThat(Headings.below(1, "<h3>Một</h3><p>…</p><h5 id=\"x\">Hai</h5><h3>Ba</h3>"))
        .isEqualTo("<h2>Một</h2><p>…</p><h3 id=\"x\">Hai</h3><h2>Ba</h2>");
  }

  @Test
  void leavesOtherTagsAlone() {
    assertThat(Headings.below(1, "<hr><p>h3</p>")).isEqualTo("<hr><p>h3</p>");
  }
}
