export const previewStep = {
  payload: "Sample payload",
  payloadHelp: "As a sender would post it. Nothing is sent to iMIS while you type.",
  useReceived: "Use a received payload",
  receivedLast: "The last deliveries of this webhook",
  receivedNone: "Nothing has been received yet.",
  receivedFailed: "What was received could not be loaded",
  receivedChanged:
    "Sensitive values are missing or shown as •••: put samples in their place before you send a test.",
  receivedUnusable:
    "This delivery has no payload to try: it was not kept whole, or it is not text.",
  receivedNote: (time: string) =>
    `Received ${time}. It is real data: it stays on this page, and is gone when you leave it.`,
  useSample: "Use the sample again",
  syntaxProblems: "Why it is not JSON",
  result: "What would happen",
  record: "The record that would be sent",
  emptyRecord: "The record would have no values: map some on the step before.",
  wouldBe400: "It breaks the schema: the sender would be answered 400",
  wouldBe500: "A value does not fit its field: the sender would be answered 500",
  wholePayload: "the whole payload",
  notJson: "The payload is not JSON: the sender would be answered 400",
  lastJson: "Below is what would happen to the payload as it last was JSON.",
  failed: "The preview could not be made",
  waiting: "The record is shown here as soon as the payload is JSON.",

  test: "Send a test",
  testText:
    "Does with this payload what the webhook would do, and writes the record into your iMIS.",
  cannot: {
    notConnected: "There is no connection to iMIS yet.",
    faulty: "Mend the steps before first.",
    notJson: "The payload is not JSON.",
    refused: "The payload does not go into a record as it is.",
    unseen: "The preview is still being made.",
  },
  confirmTitle: "Write a test record into iMIS?",
  confirmText:
    "A real record is written into your organization’s iMIS, as a delivery would do it. Inlet cannot take it back: if nobody needs it, remove it in iMIS afterwards.",
  confirm: "Write the record",
  perhapsWritten:
    "No answer came, so the record may or may not be in iMIS. Look there before you send the test again.",
  notSent: "Nothing was sent: the payload does not go into a record.",
  sentTitle: "Test",
  recordId: "Record ID",
  meant: "What would have been sent",
  exchange: "What was sent, and what iMIS answered",
  copyRecordId: "Copy the record ID",
};
