import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef, useState } from "react";
import { expect, test } from "vitest";
import { cursorIn, marksIn, readJson, typeJson } from "../../testing/code-editor";
import { CodeEditor, type CodeEditorHandle } from "./code-editor";
import type { TextProblem } from "./mounted-editor";

interface PageProps {
  problems?: TextProblem[];
  readOnly?: boolean;
}

function Page({ problems = [], readOnly = false }: PageProps) {
  const [value, setValue] = useState('{\n  "a": 1\n}');
  const editor = useRef<CodeEditorHandle>(null);
  return (
    <MantineProvider env="test">
      <p id="about">It says what may be sent.</p>
      <CodeEditor
        ref={editor}
        label="JSON Schema"
        value={value}
        onChange={setValue}
        problems={problems}
        readOnly={readOnly}
        describedBy="about"
      />
      <button type="button" onClick={() => setValue('{\n  "a": 12\n}')}>
        Other
      </button>
      <button type="button" onClick={() => editor.current?.goTo(2, 3)}>
        Go
      </button>
      <output>{value}</output>
    </MantineProvider>
  );
}

test("it is a text box with a name, and says how the keyboard leaves it", async () => {
  render(<Page />);

  const content = await screen.findByRole("textbox", { name: "JSON Schema" });
  expect(content).toHaveAccessibleDescription(
    "It says what may be sent. Escape, then Tab, leaves the editor",
  );
  expect(content).toHaveAttribute("aria-multiline", "true");
});

test("what is typed is told, and what is told from outside is shown", async () => {
  render(<Page />);
  await typeJson("JSON Schema", "{}");
  expect(screen.getByText("{}", { selector: "output" })).toBeVisible();

  await userEvent.click(screen.getByRole("button", { name: "Other" }));
  expect(await readJson("JSON Schema")).toBe('{\n  "a": 12\n}');
});

test("what replaced the text can be taken back with the keyboard", async () => {
  render(<Page />);
  await typeJson("JSON Schema", "{}");
  await userEvent.click(screen.getByRole("button", { name: "Other" }));
  (await screen.findByRole("textbox", { name: "JSON Schema" })).focus();

  await userEvent.keyboard("{Control>}z{/Control}");

  expect(await readJson("JSON Schema")).toBe("{}");
});

test("Tab indents until Escape was pressed", async () => {
  render(<Page />);
  const content = await screen.findByRole("textbox", { name: "JSON Schema" });
  content.focus();
  // By their codes, which the editor looks for.
  const press = (key: string, keyCode: number) => fireEvent.keyDown(content, { key, keyCode });

  const mayMoveFocus = press("Tab", 9);
  expect(mayMoveFocus).toBe(false);
  expect(await readJson("JSON Schema")).toBe('  {\n  "a": 1\n}');

  press("Escape", 27);
  expect(press("Tab", 9)).toBe(true);
  expect(await readJson("JSON Schema")).toBe('  {\n  "a": 1\n}');
});

test("problems are underlined: the word at their place, or as far as they say", async () => {
  render(
    <Page
      problems={[
        { line: 2, column: 3, message: "No such thing." },
        { line: 2, column: 8, endColumn: 9, message: "Too small." },
        { line: 99, column: 99, message: "It ends too early." },
      ]}
    />,
  );
  await screen.findByRole("textbox", { name: "JSON Schema" });

  expect(await marksIn("JSON Schema")).toEqual(['"a"', "1", "}"]);
});

test("a place can be gone to", async () => {
  render(<Page />);
  const content = await screen.findByRole("textbox", { name: "JSON Schema" });
  await userEvent.click(screen.getByRole("button", { name: "Go" }));

  expect(content).toHaveFocus();
  expect(await cursorIn("JSON Schema")).toEqual({ line: 2, column: 3 });
});

test("one that is only read says so and keeps its text", async () => {
  render(<Page readOnly />);
  const content = await screen.findByRole("textbox", { name: "JSON Schema" });

  expect(content).toHaveAttribute("aria-readonly", "true");
  expect(content).toHaveAttribute("contenteditable", "false");
});
