package vn.lantoa.content;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.lantoa.content.ContentVersion.Rendition;

/// Renders from texts that are cut at their placeholders once: a hundred thousand people get the
/// same e-mail, and each costs no more than copying it.
@Component
class Renderings implements Renderer {

  /// More texts than any day has; when it is full it starts again.
  private static final int MOST_TEMPLATES = 1000;

  private static final Rendition NOTHING = new Rendition("", "");

  private final PromoMarks marks;
  private final Map<Source, Template> templates = new ConcurrentHashMap<>();

  Renderings(PromoMarks marks) {
    this.marks = marks;
  }

  /// Of what lint lets through all signs that HTML writes in six; more is nobody's text, and is
  /// held several times over by everyone who looks at it.
  private static final int LONGEST = 6 * ContentLint.LONGEST + 40_000;

  /// The words themselves and not their hash: a preview renders texts that have none yet.
  private record Source(Section section, Rendition rendition) {}

  private record Template(Cut subject, Cut text, Cut html, List<Placeholder> used) {}

  @Override
  public Rendered render(ContentVersion version, Section section, Values values) {
    var rendition = version.renditions().getOrDefault(section, NOTHING);
    if (rendition.body().isBlank()) {
      throw new RenderFailure("No text for " + section.key() + " in " + version.itemId());
    }
    var template = template(new Source(section, rendition));
    var link = values.link().isBlank() ? version.link() : values.link();
    var fill = new EnumMap<Placeholder, String>(Placeholder.class);
    for (var placeholder : template.used) {
      fill.put(
          placeholder,
          switch (placeholder) {
            case RECIPIENT_NAME -> SlotValue.name(placeholder, values.recipientName());
            case UNIT_NAME -> SlotValue.name(placeholder, values.unitName());
            case UNIT_SHORT -> SlotValue.name(placeholder, values.signature());
            case LINK -> SlotValue.webAddress(link);
          });
    }
    var subject = section == Section.EMAIL ? template.subject.with(fill) : version.title();
    var text = template.text.with(fill);
    var rendered = new Rendered(subject, text, template.html.with(escaped(fill)));
    if (text.length() > LONGEST || rendered.html().length() > LONGEST) {
      throw new RenderFailure("%s has more than %d characters".formatted(section.key(), LONGEST));
    }
    return values.refusal().isEmpty() ? rendered : promoting(rendered, section, values.refusal());
  }

  /// Posts on a wall are read by who comes by: they bear nothing.
  private Rendered promoting(Rendered rendered, Section section, String refusal) {
    return switch (section) {
      case SMS ->
          new Rendered(
              rendered.subject(),
              marks.refusable(marks.labelled(rendered.text()), refusal),
              rendered.html());
      case EMAIL ->
          new Rendered(marks.labelled(rendered.subject()), rendered.text(), rendered.html());
      case SOCIAL, PORTAL, RADIO -> rendered;
    };
  }

  private Template template(Source source) {
    var known = templates.get(source);
    if (known != null) {
      return known;
    }
    if (templates.size() >= MOST_TEMPLATES) {
      templates.clear();
    }
    return templates.computeIfAbsent(source, Renderings::compile);
  }

  private static Template compile(Source source) {
    var subject = Cut.marked(SlotValue.nfc(source.rendition.subject()));
    var body = Cut.marked(SlotValue.nfc(source.rendition.body()));
    var cuts = new ArrayList<Cut>();
    cuts.add(Cut.of(source.section == Section.EMAIL ? subject : ""));
    switch (source.section) {
      // What is written is what is sent: an asterisk in an SMS is an asterisk.
      case SMS, SOCIAL -> {
        cuts.add(Cut.of(body));
        cuts.add(Cut.of(""));
      }
      case EMAIL, RADIO, PORTAL -> {
        var markdown = new Markdown(body);
        cuts.add(Cut.of(markdown.text()));
        cuts.add(Cut.of(markdown.html()));
      }
    }
    var used = cuts.stream().flatMap(cut -> cut.slots().stream()).distinct().toList();
    return new Template(cuts.get(0), cuts.get(1), cuts.get(2), used);
  }

  private static Map<Placeholder, String> escaped(Map<Placeholder, String> fill) {
    var escaped = new EnumMap<Placeholder, String>(Placeholder.class);
    fill.forEach((placeholder, value) -> escaped.put(placeholder, SlotValue.escaped(value)));
    return escaped;
  }
}
