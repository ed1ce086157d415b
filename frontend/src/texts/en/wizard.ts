import type { Acknowledgement, FieldType, KeySource } from "../../api/schema";
import { lasting } from "./lasting";

const acknowledgements: Record<Acknowledgement, { label: string; hint: string }> = {
  AFTER_ACTION: {
    label: "After the action",
    hint: "The sender waits until the record is in iMIS, and learns if it is not. Right for most.",
  },
  ON_RECEIPT: {
    label: "On receipt",
    hint: "The sender is answered 202 as soon as the delivery is stored, and never learns what became of it. For senders that cannot wait.",
  },
};

const fieldTypes: Record<FieldType, string> = {
  TEXT: "Text",
  INTEGER: "Whole number",
  DECIMAL: "Number",
  BOOLEAN: "Yes or no",
  DATE_TIME: "Date and time",
  DATE: "Date",
};

const values = (count: number) => (count === 1 ? "1 value" : `${count} values`);
const quoted = (names: string[]) => names.map((name) => `“${name}”`).join(", ");
const listed = (names: string[]) =>
  names.length > 8 ? `${quoted(names.slice(0, 8))} and ${names.length - 8} more` : quoted(names);

const duration = (seconds: number) => {
  const units = [
    { length: 86_400, one: "day" },
    { length: 3_600, one: "hour" },
    { length: 60, one: "minute" },
  ];
  const unit = units.find(({ length }) => seconds % length === 0) ?? { length: 1, one: "second" };
  const count = seconds / unit.length;
  return count === 1 ? `1 ${unit.one}` : `${count} ${unit.one}s`;
};

const characters = (count: number) => (count === 1 ? "1 character" : `${count} characters`);

/** Whether a value goes into its field. */
const fit = {
  takes: {
    TEXT: "text",
    INTEGER: "a whole number",
    DECIMAL: "a number",
    BOOLEAN: "true or false",
    DATE_TIME: "a date such as 2021-05-26, or one with a time such as 2021-05-26T14:30:00Z",
    DATE: "a date such as 2021-05-26",
  } satisfies Record<FieldType, string>,
  noAddress: (label: string) => `${label}: this is no e-mail address, such as a@example.org.`,
  wrongType: (label: string, takes: string) => `${label} takes ${takes}.`,
  notAllowed: (label: string, allowed: string[]) => `${label} takes one of ${listed(allowed)}.`,
  tooLong: (label: string, max: number, length: number) =>
    `${label} holds up to ${characters(max)}; this is ${length}.`,
  textTooLong: (label: string, max: number, length: number) =>
    `${label} holds up to ${characters(max)}; the text beside the properties alone is ${length}.`,
  otherType: (name: string, type: string, label: string, takes: string) =>
    `“${name}” is of type ${type}, and ${label} takes ${takes}: deliveries will fail.`,
  alwaysLonger: (label: string, max: number, length: number) =>
    `This becomes at least ${characters(length)} long, and ${label} holds ${max}: deliveries will fail.`,
  maybeLonger: (label: string, max: number, length: number) =>
    `This may become ${characters(length)} long. ${label} holds ${max}: a delivery with more fails.`,
  endless: (name: string, label: string, max: number) =>
    `The schema does not limit how long “${name}” is. ${label} holds ${characters(max)}: a delivery with more fails.`,
};

export const wizard = {
  fit,
  add: "Add webhook",
  newTitle: "New webhook",
  editTitle: (name: string) => `Edit ${name}`,
  back: "Webhooks",
  loadFailed: "The webhook could not be loaded",
  missingTitle: "There is no such webhook",
  missingText: "It was deleted, or it belongs to another organization.",
  facts: "The webhook as it is now",
  howToCall: "How to call it",
  howToCallTitle: (name: string) => `How to call “${name}”`,
  needsProof: (scheme: string) =>
    `Senders have to prove who they are (${scheme}). The example does not, so it is answered 401.`,
  pausedTitle: "This webhook is paused",
  pausedText:
    "Its URL answers 404, and what is sent there is not kept. Every duplicate begins like this: resume it when it is ready.",
  resume: "Resume",
  resumed: "The webhook is active again.",
  resumeFailed: "The webhook was not resumed",
  steps: "Steps",
  stepDone: "Done:",
  stepFaulty: "Needs mending:",
  stepTitles: {
    general: "General",
    schema: "JSON Schema",
    action: "Action",
    preview: "Preview",
    save: "Save",
  },
  stepIntros: {
    general: "Give the webhook a friendly name. Your colleagues find it by that.",
    schema:
      "It says which properties the sender must send. What does not fit is answered 400, with the reason.",
    action: "What Inlet does with each delivery that fits the schema.",
    preview: "See what would be sent to iMIS, before anybody calls the webhook.",
    save: "Look it over once more.",
  },
  next: "Next Step",
  previous: "Back",
  review: "Review and save",
  name: "Name",
  nameHint: "What comes in, or who sends it. It can be changed at any time.",
  nameExample: "Course completions",
  nameMissing: "Give the webhook a name.",
  neverStoredOnReceipt:
    "A webhook that answers on receipt stores what it received until the record is written. Let it answer after the action, or mask the property instead.",
  acknowledgement: "When is the sender answered?",
  acknowledgements,
  retryFor: "If iMIS cannot take it right now",
  retryForHint:
    "While iMIS is away, busy or refuses the password, Inlet tries again by itself: within seconds at first, at least once an hour later. What iMIS refuses for good, and what may be in iMIS already, is not tried again. What failed in the end can be replayed.",
  retryForOption: (seconds: number) =>
    seconds === 0 ? "Do not try again" : `Try again for ${duration(seconds)}`,
  inOrder: "Keep the order",
  inOrderHint:
    "Records are written one after another, as the deliveries came. While one waits for iMIS, all later ones wait; one that fails in the end lets the next one go.",
  deadline: "Deadline in seconds",
  deadlineHint:
    "How long a delivery may take, from 1 to 30. Many senders give up after 15. 10 suits most.",
  deadlineWrong: "Give a whole number from 1 to 30.",
  repeats: "How are repeats recognised?",
  repeatsHint:
    "Many senders send the same again when they get no answer. If they mark it, no second record is written, and they are answered as the first time.",
  keySources: {
    HEADER: "By another header of the request",
    PROPERTY: "By a property of the data",
    NONE: "Not at all: each delivery is a new one",
  } satisfies Record<KeySource, string>,
  keyOf: (senders: string, from: KeySource, name: string) =>
    `${senders} (${from === "HEADER" ? "header" : "property"} ${name})`,
  keyNames: { HEADER: "Name of the header", PROPERTY: "Name of the property" },
  keyNameHints: {
    HEADER:
      "As the sender’s documentation calls what identifies an event, such as X-Event-Id. It must be the same each time the event is sent, and another for each event.",
    PROPERTY:
      "As the schema calls it, such as eventId. It must be the same each time the event is sent, and another for each event.",
  },
  keyNameMissing: "Give the name.",
  keyWindow: "For how long?",
  keyWindowHint: "After that, the same mark is taken for something new. 24 hours suit most.",
  lasting,

  action: "Action",
  actionExample: "Choose an action",
  actionMissing: "Choose an action.",
  actionsFailed: "The actions could not be loaded",
  unavailable: (label: string, why: string) => `${label} – ${why}`,
  panel: "Panel",
  panels: "Panels",
  readAt: (when: string) => `Read from iMIS ${when.toLowerCase()}`,
  refresh: "Refresh",
  refreshWhat: (what: string) => `Refresh: ${what}`,
  refreshing: "Reading from iMIS",
  panelExample: "Choose a panel",
  panelHint: "The multi-instance panels of your iMIS.",
  panelMissing: "Choose a panel.",
  panelsFailed: "The panels of your iMIS could not be read",
  noPanelsTitle: "Your iMIS shows no panels",
  noPanelsText:
    "Inlet can insert into multi-instance panels that the REST API gives out. Ask your iMIS administrator whether there are any, and whether Inlet’s user may see them.",
  panelFailed: "The fields of the panel could not be read",
  noPanelMatch: "No panel of this name",
  changeActionTitle: "Change the action?",
  changePanelTitle: "Change the panel?",
  changeActionText: (count: number) =>
    `Its fields are others: the ${values(count)} that you mapped ${count === 1 ? "is" : "are"} removed.`,
  changeAction: "Change and remove values",

  mapping: "Field mapping",
  options: "Contact and safety",
  noField: "No field",
  lostChoice: (value: string) => `${value} (cannot be chosen any more)`,
  fieldNamed: (label: string, name: string) => `${label} (${name})`,
  mappingHint:
    "Type text, insert properties of the schema, or mix both. Click a blue property to insert it where the cursor is.",
  searchFields: "Search fields",
  onlyMapped: "Only mapped",
  mappedCount: (count: number, total: number) => `${count} of ${total} mapped`,
  noFieldMatches: "No field fits this search.",
  noFieldMapped: "No field has a value yet.",
  lostGroup: "Fields that iMIS has no more",
  lostField: (name: string) => `iMIS has no field “${name}” here any more: remove its value.`,
  removeValue: "Remove",
  removeValueOf: (name: string) => `Remove the value of ${name}`,
  required: "Required",
  requiredGroup: "Required fields",
  usedGroup: "Fields that this type uses",
  choose: "Choose a value…",
  choice: (value: string, label: string) => `${value} – ${label}`,
  choicesOf: (label: string) => `Choices for ${label}`,
  noChoices: (why: string) => `No choices are shown. ${why}`,
  unlisted: (value: string) => `Your iMIS does not list “${value}” here.`,
  optionalGroup: "Other fields",
  fieldTypes,
  lengthMax: (characters: number) =>
    characters === 1 ? "1 character" : `up to ${characters} characters`,
  precision: (digits: number, scale: number) => `up to ${digits} digits, ${scale} behind the point`,
  defaultsTo: (what: string) => `Left blank, it becomes ${what}.`,
  allowedValues: (allowed: string[]) => `One of ${listed(allowed)}.`,
  valueOf: (label: string) => `Value of ${label}`,
  valueMissing: (label: string) => `Give ${label} a value, or insert a property.`,
  removedTitle: (count: number) =>
    count === 1
      ? "1 value uses a property that the schema does not have"
      : `${count} values use properties that the schema does not have`,
  removedIn: (label: string, names: string[]) => `${label}: ${quoted(names)}`,

  properties: "Properties",
  propertiesHint: "Click to insert where the cursor is.",
  noProperties: "The schema names no properties yet.",
  insert: (name: string, label: string | undefined) =>
    label === undefined ? `Insert ${name}` : `Insert ${name} into ${label}`,
  inserted: (name: string, label: string) => `Inserted ${name} into ${label}.`,
  nowhere: "Click into a value first, then on the property.",
  requiredProperty: "always there",

  schemaMissing: "Give a JSON Schema that can be used.",

  summaryName: "Name",
  summarySchema: "JSON Schema",
  summaryProperties: (count: number) => (count === 1 ? "1 property" : `${count} properties`),
  summaryAction: "Action",
  summaryMapping: "Mapping",
  summaryPrivacy: "Sensitive properties",
  summaryMasked: (names: string) => `Masked in the log: ${names}`,
  summaryNeverStored: (names: string) => `Never stored in the log: ${names}`,
  summaryAnswer: "Answers",
  summaryAnswers: (when: string, seconds: string) => `${when}, within ${seconds} s`,
  changeIt: "Change",
  change: (title: string) => `Change ${title}`,
  save: "Save",
  saveNew: "Save webhook",
  saveFailed: "The webhook was not saved",
  faultPlace: (step: string, field: string | undefined) =>
    field === undefined ? step : `${step}, ${field}`,
  faultsTitle: "Mend this first",
  noChanges: "Nothing has been changed.",
  newVersionNote: "Deliveries are handled by the new version as soon as it is saved.",

  driftTitle: "The panel has changed in iMIS",
  driftText:
    "This webhook still works with the panel as it was when it was saved, so records may be refused. Look the mapping over, then save the webhook.",
  driftFound: (moment: string) => `Noticed ${moment}.`,
  driftMend: "Go to the mapping",
  driftSave: "Saving takes over the panel as it is in iMIS now.",
  elsewhereTitle: "You are changing this in another tab, too",
  elsewhereText:
    "Only one of the two is kept on this device: the one that you type in last. Save or discard there, or here, before you go on.",
  restoredTitle: "Your unsaved changes were restored",
  restoredText: "They were kept on this device when the page was left.",
  discard: "Discard",
  discardTitle: "Discard your unsaved changes?",
  discardText: "What you had entered is gone then; it cannot be brought back.",
  discardRestored: "Discard changes",
  brokenText:
    "This page could not be shown. Loading it again usually helps; if it does not, your unsaved changes may be the reason.",
  keep: "Keep",
  conflictTitle: "Somebody else saved this webhook in the meantime",
  conflictText: (moment: string) =>
    `That was ${moment}. Your changes are still here and nothing of them is saved.`,
  conflictDiffers: (what: string) => `Yours and theirs differ in: ${what}.`,
  conflictParts: {
    name: "name",
    schema: "schema",
    action: "action",
    mapping: "mapping",
    privacy: "sensitive data",
    answering: "acknowledgement, retries or deadline",
    repeats: "how repeats are recognised",
  },
  loadTheirs: "Load theirs, discard mine",
  keepMine: "Keep mine, to save over theirs",
  leaveTitle: "Leave without saving?",
  leaveText:
    "Your changes are kept on this device: they are here again when you come back to this page. The webhook stays as it is until you save.",
  leaveTextNew:
    "What you entered is kept on this device: it is here again when you come back. There is no webhook until you save.",
  leave: "Leave",
  stay: "Keep editing",

  createdTitle: (name: string) => `“${name}” is ready`,
  createdText:
    "Give this URL to whoever sends the data, and to nobody else: whoever knows it can post to the webhook, without signing in.",
  url: "URL of the webhook",
  copyUrl: "Copy the URL",
  tryIt: "For the sender’s developer",
  triedText: "Sends the sample payload that you tried in the preview.",
  madeUpText:
    "Sends made-up values that fit the schema. Replace them with ones that your iMIS knows, such as a contact’s ID: it refuses others.",
  writesRecord: "Whoever runs it writes a real record into your iMIS.",
  copySnippet: (language: string) => `Copy the ${language} example`,
  snippet: (language: string) => `${language} example`,
  statusCodes: "What the sender is answered",
  codes: {
    "200": "The record is in iMIS.",
    "202": "The delivery is stored; its action follows.",
    "400": "The body does not fit the schema. The answer lists why.",
    "401": "The sender did not prove itself, where the webhook asks for that.",
    "403": "The webhook takes nothing from this address.",
    "404": "There is no such webhook: mistyped, paused or deleted.",
    "500": "iMIS could not take the record. The answer says why.",
  },
  savedNotice: (name: string) => `“${name}” is saved.`,
  closeNotice: "Close this notice",
};
