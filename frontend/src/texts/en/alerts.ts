import type { AlertKind, IncidentResponse } from "../../api/schema";
import { lasting } from "./lasting";

const times = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

const period = (minutes: number) => lasting(minutes * 60);

/** Whose deliveries a rule is about. */
const about = (webhook: string | undefined) =>
  webhook === undefined ? "any webhook" : `“${webhook}”`;

export const alerts = {
  title: "Alerts",
  intro: "Be told by e-mail when something stops working, and again when it works.",

  incidents: "What fails now, and what did",
  incidentsTable: "Incidents",
  incidentsFailed: "The incidents could not be loaded",
  noIncidentsTitle: "Nothing fails",
  noIncidentsText: "Once something you watch for fails, it is listed here until long after.",
  what: "What",
  since: "Since",
  until: "Until",
  isOpen: "Fails now",
  isRecovered: "Works again",
  isDropped: "No longer watched",
  notToldYet: "Nobody was told yet: the last time was a moment ago.",
  mailsLeftOut: (count: number) =>
    `${times(count, "e-mail", "e-mails")} about it ${count === 1 ? "was" : "were"} not sent: too many went to the same address within an hour.`,
  seeDeliveries: "See the deliveries",
  incident: (
    { kind, webhookName, failed, counted, periodMinutes }: IncidentResponse,
    countsRejected: boolean,
  ): string => {
    const failedText = countsRejected ? "failed or were rejected" : "failed";
    const name = webhookName == null ? "All webhooks" : `“${webhookName}”`;
    switch (kind) {
      case "FAILURE_RATE":
        return `${name}: ${failed ?? 0} of ${counted ?? 0} deliveries within ${period(periodMinutes ?? 0)} ${failedText}`;
      case "FAILURE_STREAK":
        return failed === 1
          ? `${name}: the last delivery ${countsRejected ? "failed or was rejected" : "failed"}`
          : `${name}: ${failed ?? 0} deliveries in a row ${failedText}`;
      case "NO_DELIVERIES":
        return `${name}: nothing was received for ${period(periodMinutes ?? 0)}`;
      case "CREDENTIALS_FAILING":
        return "iMIS refuses the user name or password";
    }
  },
  older: "Show older ones",

  rules: "What you are told",
  rulesText:
    "One e-mail when it begins, one when it is over. If the same begins again within the hour, you are told only if it lasts.",
  rulesFailed: "The alerts could not be loaded",
  noMails:
    "This installation of Inlet sends no e-mail. What fails is listed on this page all the same.",
  noRules: "Nobody is told of anything.",
  rule: (
    kind: AlertKind,
    webhook: string | undefined,
    values: {
      deliveries?: number | null;
      percent?: number | null;
      periodMinutes?: number | null;
      countsRejected: boolean;
    },
  ): string => {
    const { countsRejected } = values;
    switch (kind) {
      case "FAILURE_RATE":
        return `${values.percent ?? 0}% or more of the deliveries to ${about(webhook)} ${countsRejected ? "fail or are rejected" : "fail"} within ${period(values.periodMinutes ?? 0)}`;
      case "FAILURE_STREAK":
        return values.deliveries === 1
          ? `1 delivery to ${about(webhook)} ${countsRejected ? "fails or is rejected" : "fails"}`
          : `${values.deliveries ?? 0} deliveries in a row to ${about(webhook)} ${countsRejected ? "fail or are rejected" : "fail"}`;
      case "NO_DELIVERIES":
        return webhook === undefined
          ? `Nothing is received by any webhook for ${period(values.periodMinutes ?? 0)}`
          : `Nothing is received by “${webhook}” for ${period(values.periodMinutes ?? 0)}`;
      case "CREDENTIALS_FAILING":
        return "iMIS refuses the user name or password";
    }
  },
  atLeast: (count: number) => `once there were ${times(count, "delivery", "deliveries")}`,
  administrators: "owners and admins",
  mailsTo: (whom: string) => `E-mail to ${whom}`,
  mailsNobody: "No e-mail",
  deletedWebhook: "a deleted webhook",
  formerMember: "a former member",
  isOff: "Off",
  turnOn: "On",
  turnOf: (rule: string) => `Tell: ${rule}`,
  add: "Add alert",
  addTitle: "Add an alert",
  edit: "Edit",
  editOf: (rule: string) => `Edit: ${rule}`,
  editTitle: "Edit the alert",
  delete: "Delete",
  deleteOf: (rule: string) => `Delete: ${rule}`,
  deleteTitle: "Delete this alert?",
  deleteText: "Nobody is told of it any more. Past incidents stay in the list.",
  kind: "Tell when",
  kinds: {
    FAILURE_STREAK: "Deliveries fail one after the other",
    FAILURE_RATE: "Many deliveries fail",
    NO_DELIVERIES: "Nothing is received",
    CREDENTIALS_FAILING: "iMIS refuses the password",
  } satisfies Record<AlertKind, string>,
  webhook: "Webhook",
  eachWebhook: "Each webhook by itself",
  allWebhooks: "All webhooks together",
  inARow: "How many in a row",
  percent: (countsRejected: boolean): string =>
    countsRejected ? "Percent that fail or are rejected" : "Percent that fail",
  least: "Not before there were so many deliveries",
  withinTime: "Within",
  forTime: "For how long",
  periods: period,
  countsRejected: "Count rejected deliveries, too",
  countsRejectedHint:
    "Those that did not fit what the webhook expects. Anybody who knows its URL can cause them.",
  whom: "Who gets an e-mail",
  administratorsToo: "Owners and admins",
  others: "Other members",
  numberMissing: (from: number, to: number) => `Give a number from ${from} to ${to}.`,
  save: "Save",

  endpoints: "Tell a program, too",
  endpointsText:
    "For chat, on-call or ticket systems: each incident is POSTed as JSON to these addresses, signed so that the program can tell that it is from Inlet.",
  endpointsFailed: "The addresses could not be loaded",
  noEndpoints: "No address is told.",
  addEndpoint: "Add address",
  addEndpointTitle: "Add an address",
  url: "Address",
  urlHint: "Begins with https://. Messages follow the Standard Webhooks specification.",
  urlMissing: "Give the address.",
  secretTitle: "Copy the secret now",
  secretText: (host: string) =>
    `This is the only time that the secret for ${host} is shown. Whoever receives the messages checks their signature with it.`,
  renewedText: "For 24 hours messages are signed with the old secret, too.",
  secret: "Secret",
  copySecret: "Copy the secret",
  stored: "I have stored it",
  addedBy: (who: string) => `Added by ${who}`,
  oldSecretUntil: (time: string) => `the old secret is good until ${time}`,
  off: { SWITCHED_OFF: "Switched off", GONE: "Off: it answered that it is gone (410)" },
  switchOn: "Switch on",
  switchOff: "Switch off",
  switchOf: (what: string, host: string) => `${what}: ${host}`,
  test: "Send a test",
  testOf: (host: string) => `Send a test to ${host}`,
  tested: "The test was taken.",
  testFailed: (why: string) => `The test was not taken: ${why}`,
  messages: "Messages",
  messagesOf: (host: string) => `Messages to ${host}`,
  messagesTitle: (host: string) => `What ${host} was sent`,
  noMessages: "Nothing was sent to it in the last 30 days.",
  taken: "Taken",
  waiting: "Tried again later",
  givenUp: "Given up",
  lastAttempt: (attempts: number, why: string) =>
    attempts === 0 ? `, never tried: ${why}` : `, attempt ${attempts}: ${why}`,
  renew: "New secret",
  renewOf: (host: string) => `New secret for ${host}`,
  renewTitle: "Make a new secret?",
  renewConfirm: "Make it",
  renewQuestion:
    "Messages are signed with the new and the old secret for 24 hours, and then with the new one alone.",
  deleteEndpointTitle: (host: string) => `Delete ${host}?`,
  deleteEndpointText: "It is told no more, and what waits to be sent to it is not sent.",
  failures: {
    ADDRESS_NOT_ALLOWED: "the address leads to a network that Inlet may not call.",
    UNREACHABLE: "nothing answers at this address.",
    NO_ANSWER: "no answer came within ten seconds.",
    REFUSED: "it was not answered with success.",
    GONE: "it answered that it is gone (410), and was switched off.",
    SWITCHED_OFF: "it is switched off.",
    GAVE_WAY: "too many were waiting, so it gave way to newer ones.",
    INTERNAL_ERROR: "Inlet itself failed.",
  },
  status: (code: number) => ` (${code})`,
};
