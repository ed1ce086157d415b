package dev.inlet.deliveries.terms;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Text without capitals, accents and compatibility forms, in time that grows with the text alone,
 * whatever a stranger wrote. Marks are taken out before anything is decomposed, because the
 * normalizer sorts a run of them in quadratic time; and capitals are made small one by one, because
 * {@link String#toLowerCase} looks through the whole text at each capital sigma. Both may be done
 * piece by piece: where marks do not count, nothing depends on what stands beside it. Most texts
 * are ASCII, and of that nothing is taken out but capitals.
 */
final class PlainText {

  /** Longer than any word; what is longer is no text. */
  static final int WORD_LENGTH_MAX = 100;

  private static final int PIECE_LENGTH = 512;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private PlainText() {}

  /** The whole of a text. */
  static String of(String text) {
    if (isAscii(text)) {
      return text.toLowerCase(Locale.ROOT); // no marks, nothing to decompose and no sigma
    }
    StringBuilder plain = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int end = pieceEnd(text, at);
      plain.append(decomposed(text.substring(at, end)));
      at = end;
    }
    return small(plain);
  }

  /**
   * Shows one word after the other, each cut to {@link #WORD_LENGTH_MAX}, and looks no further once
   * that is enough.
   *
   * @param isMoreWanted takes a word
   */
  static void words(String text, Predicate<String> isMoreWanted) {
    StringBuilder word = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int end = pieceEnd(text, at);
      String piece = decomposed(text.substring(at, end));
      for (int i = 0; i < piece.length(); i += Character.charCount(piece.codePointAt(i))) {
        int character = piece.codePointAt(i);
        if (isOfWord(character)) {
          append(word, character);
        } else if (!flush(word, isMoreWanted)) {
          return;
        }
      }
      at = end;
    }
    flush(word, isMoreWanted);
  }

  /** One more than fits, or nobody would know whether a sigma stands at the end. */
  private static void append(StringBuilder word, int character) {
    if (word.length() <= WORD_LENGTH_MAX) {
      word.appendCodePoint(character);
    }
  }

  private static boolean flush(StringBuilder word, Predicate<String> isMoreWanted) {
    if (word.isEmpty()) {
      return true;
    }
    String small = small(word);
    word.setLength(0);
    return isMoreWanted.test(small.substring(0, Math.min(small.length(), WORD_LENGTH_MAX)));
  }

  private static int pieceEnd(String text, int beginning) {
    int end = Math.min(text.length(), beginning + PIECE_LENGTH);
    boolean isWithinPair =
        end < text.length()
            && Character.isHighSurrogate(text.charAt(end - 1))
            && Character.isLowSurrogate(text.charAt(end));
    return isWithinPair ? end - 1 : end;
  }

  private static String decomposed(String piece) {
    if (isAscii(piece)) {
      return piece;
    }
    String unmarked = MARKS.matcher(piece).replaceAll("");
    if (Normalizer.isNormalized(unmarked, Normalizer.Form.NFKD)) {
      return unmarked;
    }
    return MARKS.matcher(Normalizer.normalize(unmarked, Normalizer.Form.NFKD)).replaceAll("");
  }

  private static boolean isAscii(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      if (piece.charAt(i) > '\u007F') {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfWord(int character) {
    return switch (Character.getType(character)) {
      case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetterOrDigit(character);
    };
  }

  private static String small(CharSequence text) {
    StringBuilder small = new StringBuilder(text.length());
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int character = Character.codePointAt(text, i);
      i += Character.charCount(character);
      small.appendCodePoint(
          character == '\u03A3'
              ? sigma(before, i < text.length() ? Character.codePointAt(text, i) : ' ')
              : Character.toLowerCase(character));
      before = character;
    }
    return small.toString();
  }

  /** At the end of a word it is written in another way. */
  private static int sigma(int before, int after) {
    return Character.isLetter(before) && !Character.isLetter(after) ? '\u03C2' : '\u03C3';
  }
}
