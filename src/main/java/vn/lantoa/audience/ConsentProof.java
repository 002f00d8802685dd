package vn.lantoa.audience;

import vn.lantoa.common.Purpose;

/// What proves that somebody agreed.
///
/// @param textVersion of the text he was shown ([ConsentTexts]); empty: not known
/// @param source where it was said
/// @param evidence where the proof lies: number of a file, folder of forms; empty: nowhere
public record ConsentProof(
    Purpose purpose,
    GivenBy by,
    ConsentWay way,
    String textVersion,
    String source,
    String evidence) {

  /// To the notices of the authority, in person, of which no more is known than where.
  public static ConsentProof spoken(String source) {
    return new ConsentProof(Purpose.NOTICE, GivenBy.PERSON, ConsentWay.SPOKEN, "", source, "");
  }
}
