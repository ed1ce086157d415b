/** What a failed test means, and how to mend it: a sentence, and steps in the order to try them. */
interface Advice {
  title: string;
  steps: string[];
}

const addressSteps = [
  "Open the address in your browser. Your iMIS site should come up; if it does not, the address is wrong or iMIS is down.",
  "iMIS EMS: give the address of the site alone, such as https://org.imiscloud.com.",
  "iMIS 2017: the path of the instance belongs to it, such as https://imis.example.org/Asi.Scheduler_Demo. Whoever hosts your iMIS knows its name.",
];

const laterSteps = [
  "Sign in to iMIS yourself. If it is slow or shows errors there too, wait until it is well again.",
  "Test again in a few minutes.",
  "If it stays like this, tell whoever hosts your iMIS that its REST API does not work properly.",
];

const slowDownSteps = [
  "Wait a minute, then test again.",
  "If it comes back, lower “Calls at once” under More settings.",
];

const notImis: Advice = { title: "What answers at this address is not iMIS", steps: addressSteps };
const unwell: Advice = { title: "iMIS answered, but is not working properly", steps: laterSteps };

export const connectionAdvice: Record<string, Advice> = {
  UNREACHABLE: {
    title: "Nothing answers at this address",
    steps: [
      "Look for typing errors in the address, and compare it with the one in your browser when you work in iMIS.",
      "Open the address in your browser. If nothing comes up there either, iMIS is down: ask whoever hosts it.",
      "Does your iMIS stand in your own network? Then its firewall must let Inlet through. Ask whoever looks after it.",
    ],
  },
  ADDRESS_NOT_ALLOWED: {
    title: "Inlet may not call this address",
    steps: [
      "The address leads into a private network. Give the public address of your iMIS, the one that works from anywhere.",
      "If your iMIS has no public address, ask whoever runs Inlet to allow its network.",
    ],
  },
  CREDENTIALS_REFUSED: {
    title: "iMIS refused the user name or password",
    steps: [
      "Sign in to iMIS with this very user name and password, in a private window of your browser.",
      "Does iMIS ask for a new password? Then the old one has expired, as those of staff users do after 90 days. Set a new one there, and change it here.",
      "Does iMIS say that the account is locked or disabled? An iMIS administrator can unlock it in the user’s record. Test only after that: each refused try may lock it again.",
      "Does it work in iMIS? Then type the password here once more, without spaces around it.",
    ],
  },
  NOT_AUTHENTICATED: {
    title: "iMIS signed the user in, and then did not accept the sign-in",
    steps: [
      "Test again: the sign-in may have ended just then.",
      "If it stays like this, ask your iMIS administrator whether the REST API is turned on for this site.",
    ],
  },
  NOT_PERMITTED: {
    title: "The user may not use the REST API",
    steps: [
      "Ask an iMIS administrator to open this user’s record in iMIS and to give it the role RemoteService.",
      "The user also needs the right to read contacts and to add activities, as a staff user has.",
      "Test again. A new role works from the next sign-in on.",
    ],
  },
  NOT_IMIS: notImis,
  NOT_FOUND: notImis,
  UNREADABLE_ANSWER: notImis,
  RECORD_REFUSED: notImis,
  THROTTLED: { title: "iMIS asks Inlet to slow down", steps: slowDownSteps },
  BUSY: { title: "Too many calls to iMIS are under way", steps: slowDownSteps },
  UNAVAILABLE: unwell,
  SERVER_ERROR: unwell,
  NO_ANSWER: unwell,
  CONFLICT: unwell,
  TOO_LARGE: unwell,
};
