import { expect, test } from "vitest";
import { withoutPage } from "./imis-address";

test.each([
  ["https://org.imiscloud.com/Login.aspx?x=1", "https://org.imiscloud.com"],
  ["https://org.imiscloud.com/Staff/Home.aspx", "https://org.imiscloud.com"],
  ["https://org.imiscloud.com/Staff", "https://org.imiscloud.com"],
  [" https://org.imiscloud.com/?returnUrl=%2F#top ", "https://org.imiscloud.com"],
  ["http://localhost:8081/iMIS/Default.aspx", "http://localhost:8081"],
  [
    "https://imis.example.org/Asi.Scheduler_Demo/Staff/Home.aspx",
    "https://imis.example.org/Asi.Scheduler_Demo",
  ],
])("of the page %s the address is %s", (typed, address) => {
  expect(withoutPage(typed)).toBe(address);
});

test.each([
  "https://org.imiscloud.com",
  "https://org.imiscloud.com/",
  "https://org.imiscloud.com/api",
  "https://imis.example.org/Asi.Scheduler_Demo",
  "https://me:secret@org.imiscloud.com/Login.aspx",
  "org.imiscloud.com/Login.aspx",
  "no address",
  "",
])("%j stays as it is", (typed) => {
  expect(withoutPage(typed)).toBe(typed);
});
