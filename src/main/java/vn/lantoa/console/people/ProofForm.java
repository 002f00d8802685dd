package vn.lantoa.console.people;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Children;
import vn.lantoa.audience.ConsentProof;
import vn.lantoa.audience.ConsentTexts;
import vn.lantoa.audience.ConsentWay;
import vn.lantoa.audience.GivenBy;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.FormFields;

/// The fields of a form that say what proves that somebody agreed.
@Component
public class ProofForm {

  private static final int LONGEST = 200;

  private final ConsentTexts texts;

  ProofForm(ConsentTexts texts) {
    this.texts = texts;
  }

  public List<ConsentTexts.Text> texts() {
    return texts.all();
  }

  /// Those an officer can have seen.
  public List<ConsentWay> ways() {
    return List.of(ConsentWay.PAPER, ConsentWay.SPOKEN, ConsentWay.WEB);
  }

  public List<GivenBy> givers() {
    return List.of(GivenBy.values());
  }

  public List<Purpose> purposes() {
    return List.of(Purpose.values());
  }

  /// @throws Refusal `people.proof-wrong` for values the form does not offer; `people.child` when
  ///   somebody else than a parent agrees for a child
  ConsentProof read(FormFields form, String audience, String source) {
    var by = chosen(GivenBy.class, form.text("given-by"), GivenBy.PERSON);
    var text = form.text("text");
    var evidence = form.text("evidence");
    if (!text.isEmpty() && !texts.knows(text)
        || evidence.length() > LONGEST
        || source.length() > LONGEST) {
      throw new Refusal("people.proof-wrong");
    }
    if (Children.are(audience) && by != GivenBy.REPRESENTATIVE) {
      throw new Refusal("people.child");
    }
    return new ConsentProof(
        chosen(Purpose.class, form.text("purpose"), Purpose.NOTICE),
        by,
        chosen(ConsentWay.class, form.text("way"), ConsentWay.SPOKEN),
        text,
        source,
        evidence);
  }

  private static <E extends Enum<E>> E chosen(Class<E> type, String name, E otherwise) {
    try {
      return name.isEmpty() ? otherwise : Enum.valueOf(type, name);
    } catch (IllegalArgumentException _) {
      throw new Refusal("people.proof-wrong");
    }
  }
}
