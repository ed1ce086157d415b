package dev.inlet.webhooks.senders;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of HTML. It is made of templates that are written in the code; whatever is put into one
 * is text, unless it is markup already.
 */
record Markup(String html) {

  static final Markup NONE = new Markup("");

  /** What browsers take for no character of a document, and what turns text around. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069&&[^\\t\\r\\n]]");

  /**
   * Fills a template in.
   *
   * @param template a constant with a {} for each part
   */
  static Markup of(String template, Object... parts) {
    String[] pieces = template.split("\\{}", -1);
    StringBuilder html = new StringBuilder(pieces[0]);
    for (int i = 0; i < parts.length; i++) {
      html.append(parts[i] instanceof Markup markup ? markup.html() : escaped(parts[i].toString()));
      html.append(pieces[i + 1]);
    }
    return new Markup(html.toString());
  }

  static Markup join(Stream<Markup> parts) {
    return new Markup(parts.map(Markup::html).collect(Collectors.joining("\n")));
  }

  static <T> Markup each(List<T> items, Function<T, Markup> of) {
    return join(items.stream().map(of));
  }

  private static String escaped(String text) {
    String seen =
        UNSEEN
            .matcher(text)
            .replaceAll(unseen -> "\\\\u%04x".formatted((int) unseen.group().charAt(0)));
    StringBuilder html = new StringBuilder(seen.length());
    seen.chars()
        .forEach(
            character -> {
              switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append((char) character);
              }
            });
    return html.toString();
  }
}
