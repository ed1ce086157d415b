package dev.imissimulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The contacts 101 to 150. The last two share one e-mail address, as spouses do. */
final class Contacts {
  private static final int FIRST_ID = 101;

  private static final List<String> NAMES =
      List.of(
          "Ada Lindqvist",
          "Bruno Okafor",
          "Carmen Delgado",
          "Dmitri Volkov",
          "Elif Kaya",
          "Finn Gallagher",
          "Grace Nakamura",
          "Hassan Rahimi",
          "Ingrid Solberg",
          "Jamal Whitfield",
          "Keiko Tanaka",
          "Liam Brennan",
          "Mei Zhang",
          "Nadia Haddad",
          "Oscar Fuentes",
          "Priya Raman",
          "Quentin Moreau",
          "Rosa Bianchi",
          "Samuel Adeyemi",
          "Tara McAllister",
          "Ulrich Baumann",
          "Valentina Rossi",
          "Wendell Price",
          "Ximena Torres",
          "Yusuf Demir",
          "Zofia Kowalska",
          "Amara Diallo",
          "Benedict Shaw",
          "Chiara Conti",
          "Declan Murphy",
          "Esther Goldberg",
          "Farid Mansour",
          "Gwen Pritchard",
          "Henrik Dahl",
          "Isla Fraser",
          "Joaquin Vega",
          "Katarina Novak",
          "Lucas Fontaine",
          "Miriam Levy",
          "Nils Eriksson",
          "Olga Petrova",
          "Paolo Greco",
          "Rebecca Stone",
          "Stefan Maier",
          "Thandiwe Moyo",
          "Umberto Ferri",
          "Vera Hoffmann",
          "William Chen",
          "Yara Costa",
          "Miguel Costa");

  static final List<Contact> ALL = contacts();

  private static final Map<String, Contact> BY_ID =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Contact::id, Function.identity()));

  private Contacts() {}

  record Contact(String id, String firstName, String lastName, String email) {
    String fullName() {
      return firstName + " " + lastName;
    }

    /** As a row of CsContactBasic. */
    @Nullable Object[] values() {
      return new Object[] {id, firstName, lastName, fullName(), email};
    }
  }

  static boolean exists(String id) {
    return BY_ID.containsKey(id);
  }

  private static List<Contact> contacts() {
    List<Contact> contacts = new ArrayList<>();
    for (String name : NAMES) {
      String id = Integer.toString(FIRST_ID + contacts.size());
      int space = name.indexOf(' ');
      String lastName = name.substring(space + 1);
      String mailbox =
          lastName.equals("Costa")
              ? "costa.family"
              : name.replace(' ', '.').toLowerCase(Locale.ROOT);
      contacts.add(new Contact(id, name.substring(0, space), lastName, mailbox + "@example.org"));
    }
    return List.copyOf(contacts);
  }
}
