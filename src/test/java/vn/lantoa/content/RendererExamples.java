package vn.lantoa.content;

import vn.lantoa.content.Renderer.Values;

/// What becomes of a text and a name.
public final class RendererExamples {

  private RendererExamples() {}

  /// As an SMS.
  public static String rendered(String text, String recipientName) {
    return new Renderings(PromoMarks.NONE)
        .render(
            ContentExamples.version(Section.SMS, "", text),
            Section.SMS,
            new Values(recipientName, "x", ""))
        .text();
  }
}
