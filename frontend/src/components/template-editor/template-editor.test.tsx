import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef, useState } from "react";
import { expect, test } from "vitest";
import type { SchemaProperty } from "../../api/schema";
import { TemplateEditor, type TemplateEditorHandle } from "./template-editor";

const property = (name: string): SchemaProperty => ({ name, types: ["string"], isRequired: false });
const properties = ["firstName", "lastName", "amount"].map(property);

function Field({ value: initial = "", error }: { value?: string; error?: string }) {
  const [value, setValue] = useState(initial);
  const editor = useRef<TemplateEditorHandle>(null);
  return (
    <MantineProvider env="test">
      <TemplateEditor
        ref={editor}
        label="Note"
        value={value}
        onChange={setValue}
        properties={properties}
        error={error}
      />
      <button type="button" onClick={() => editor.current?.insertProperty("amount")}>
        amount
      </button>
      <output>{value}</output>
    </MantineProvider>
  );
}

function renderField(props: { value?: string; error?: string } = {}) {
  render(<Field {...props} />);
  return { user: userEvent.setup(), input: screen.getByRole<HTMLTextAreaElement>("textbox") };
}

test("a property goes in where the cursor is, and the keyboard stays", async () => {
  const { user, input } = renderField({ value: "Paid: !" });
  await user.click(input);
  input.setSelectionRange(6, 6);

  await user.click(screen.getByRole("button", { name: "amount" }));

  expect(input).toHaveValue("Paid: $$amount$$!");
  expect(input).toHaveFocus();
  expect(input.selectionStart).toBe(16);
});

test("a property replaces what is selected, or the $$ that was typed for it", async () => {
  const { user, input } = renderField({ value: "Paid" });
  await user.click(input);
  input.setSelectionRange(0, 4);
  await user.click(screen.getByRole("button", { name: "amount" }));
  expect(input).toHaveValue("$$amount$$");

  await user.type(input, " and $$am");
  await user.click(screen.getByRole("button", { name: "amount" }));
  expect(input).toHaveValue("$$amount$$ and $$amount$$");
});

test("typing $$ offers the properties, and Enter takes the one that fits", async () => {
  const { user, input } = renderField();
  await user.type(input, "Dear $$");
  expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual([
    "firstNameText",
    "lastNameText",
    "amountText",
  ]);

  await user.keyboard("na");
  await user.keyboard("{ArrowDown}");
  expect(screen.getByRole("option", { selected: true })).toHaveTextContent("lastName");
  expect(input).toHaveAttribute(
    "aria-activedescendant",
    screen.getByRole("option", { selected: true }).id,
  );
  await user.keyboard("{Enter}!");

  expect(input).toHaveValue("Dear $$lastName$$!");
  expect(screen.queryByRole("listbox")).toBeNull();
});

test("a click takes a property, too", async () => {
  const { user, input } = renderField();
  await user.type(input, "$");
  await user.click(screen.getByRole("option", { name: /firstName/ }));

  expect(input).toHaveValue("$$firstName$$");
  expect(input).toHaveFocus();
});

test("an amount of money stays one: Enter after a single $ is a new line", async () => {
  const { user, input } = renderField();
  await user.type(input, "$");
  expect(screen.getByRole("listbox")).toBeVisible();
  expect(screen.queryByRole("option", { selected: true })).toBeNull();
  await user.keyboard("{Enter}");

  expect(input).toHaveValue("$\n");
});

test("Escape closes the offer and what is typed stays", async () => {
  const { user, input } = renderField();
  await user.type(input, "$$am{Escape}");

  expect(screen.queryByRole("listbox")).toBeNull();
  expect(input).toHaveValue("$$am");
});

test("an unknown name says so and is mended by keyboard", async () => {
  const { user, input } = renderField({ value: "Dear $$fristName$$" });
  expect(input).toBeInvalid();
  expect(input).toHaveAccessibleDescription(/“fristName” is not a property of the JSON Schema/);

  await user.click(input);
  await user.tab();
  expect(screen.getByRole("button", { name: "Use $$firstName$$" })).toHaveFocus();
  await user.keyboard("{Enter}");

  expect(input).toHaveValue("Dear $$firstName$$");
  expect(input).toBeValid();
});

test("what somebody else finds wrong is told where nothing else is", () => {
  renderField({ value: "", error: "Note must have a value." });
  expect(screen.getByRole("textbox")).toHaveAccessibleDescription("Note must have a value.");
});

test("$$$$ is a plain $$", () => {
  const { input } = renderField({ value: "a $$$$ b" });
  expect(input).toBeValid();
});
