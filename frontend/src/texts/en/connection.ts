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

export const connection = {
  shell: "Connection",
  title: "Connection",
  intro: "The iMIS that this organization’s webhooks write to.",
  loadFailed: "The connection could not be loaded",
  address: "iMIS",
  addressText: "Which iMIS it is, and where.",
  edition: "Edition",
  editionMissing: "Choose an edition.",
  editions: {
    EMS: "iMIS EMS",
    "2017": "iMIS 2017",
  },
  editionHints: {
    EMS: "The cloud edition. Activities and panels.",
    "2017": "Activities only: it has no panels that can be reached.",
  },
  baseUrl: "Address",
  baseUrlMissing: "Give the address of your iMIS.",
  baseUrlHints: {
    EMS: "As in your browser, without a page behind it.",
    "2017":
      "With the path of the instance, as in /Asi.Scheduler_Demo. Whoever hosts your iMIS knows its name.",
  },
  baseUrlExamples: {
    EMS: "https://org.imiscloud.com",
    "2017": "https://imis.example.org/Asi.Scheduler_Demo",
  },
  credentials: "User",
  credentialsText:
    "Inlet signs in to iMIS as this user. Best is one of its own, with the role RemoteService, whose password nobody else uses.",
  username: "User name",
  usernameMissing: "Give the user name.",
  password: "Password",
  passwordMissing: "Give the password.",
  passwordSet: "Set",
  passwordSetHint: "Stored encrypted. Nobody can read it, not even you.",
  passwordHint: "It is stored encrypted and never shown again.",
  passwordAgain: "A changed address or user takes the password once more.",
  changePassword: "Change",
  keepPassword: "Keep the one that is set",
  timeZone: "Time zone of iMIS",
  timeZoneMissing: "Choose the time zone of your iMIS.",
  timeZoneHint:
    "iMIS keeps dates without a zone. Times that senders give are converted to this one.",
  noTimeZone: "No time zone of this name",
  callsAtOnce: "Calls at once",
  callsAtOnceHint:
    "How many records Inlet sends to iMIS at the same time. More is faster, and more work for iMIS. 4 suits most.",
  callsAtOnceWrong: "Give a number from 1 to 64.",
  save: "Save",
  connect: "Save connection",
  savedTest: "Saved. Now test whether it works.",
  changedAt: "Last change",
  test: "Test",
  testText: "Signs in to iMIS and reads one contact. Nothing is written.",
  testSubmit: "Test connection",
  testAgain: "Test again",
  testNothing: "There is nothing to test until the connection is saved.",
  testSaved: "Tested is what is saved, without the changes above.",
  testForEditors: "Somebody with the role Editor or above can test it.",
  testing: "Signing in to iMIS. This takes some seconds.",
  testFailed: "The test could not be run",
  works: "The connection works",
  worksText: "Inlet signed in to iMIS and read a contact.",
  doesNotWork: "The connection does not work",
  mend: "How to mend it",
  unset: "Not connected",
  unsetText: "Nobody has connected this organization to iMIS yet.",
  unsetForAdmins: "Somebody with the role Admin or above can do that.",
  hintTitle: "Connect your iMIS first",
  hintText: "Webhooks can be made already, but their records have nowhere to go.",
  hintForOthers: "Ask an admin of the organization to connect it.",
  hintLink: "Connect iMIS",
  failingTitle: "iMIS refuses the user name or password of the connection",
  failingSince: "No record reaches iMIS since",
  failingLink: "Mend the connection",
  failingLinkForOthers: "See the connection",
};
