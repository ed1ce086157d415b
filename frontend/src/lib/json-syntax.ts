import { placeOf, type TextPlace } from "./json-text";

/** In which way a text is no JSON. */
export type JsonFault =
  | "empty"
  | "unfinished"
  | "openText"
  | "badText"
  | "badWord"
  | "singleQuotes"
  | "noName"
  | "noColon"
  | "noComma"
  | "trailingComma"
  | "noValue"
  | "behindEnd";

export interface JsonSyntaxProblem extends TextPlace {
  fault: JsonFault;
}

class Found extends Error {
  constructor(
    readonly fault: JsonFault,
    readonly from: number,
    readonly to: number,
  ) {
    super(fault);
  }
}

const word = /"(?:[^"\\\n]|\\.)*"?|[^ \t\n\r{}[\],:"]+/y;
const literal = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

// A stranger's thousands of brackets must not fill the stack.
const depthMax = 500;

/** The first place at which a text stops being JSON; undefined if it is JSON. */
export function jsonSyntaxProblem(text: string): JsonSyntaxProblem | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    const { fault, from, to } = firstFault(text);
    return { fault, ...placeOf(text, from, to) };
  }
}

function firstFault(text: string): Found {
  try {
    new Reader(text).readAll();
  } catch (error) {
    if (error instanceof Found) {
      return error;
    }
    throw error;
  }
  return new Found("badWord", 0, 1);
}

/** Reads for its faults only. */
class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  readAll() {
    this.skipSpace();
    if (this.isAtEnd()) {
      this.fail("empty");
    }
    this.readValue(0);
    this.skipSpace();
    if (!this.isAtEnd()) {
      this.fail("behindEnd");
    }
  }

  private readValue(depth: number) {
    const first = this.peek();
    if (first === "{" && depth < depthMax) {
      this.readObject(depth);
    } else if (first === "[" && depth < depthMax) {
      this.readArray(depth);
    } else if (first === '"') {
      this.readText();
    } else {
      this.readWord();
    }
  }

  private readObject(depth: number) {
    this.readMembers("}", () => {
      if (this.peek() !== '"') {
        this.fail(this.peek() === "'" ? "singleQuotes" : "noName", this.wordEnd());
      }
      this.readText();
      this.skipSpace();
      if (this.peek() !== ":") {
        this.fail(this.isAtEnd() ? "unfinished" : "noColon", this.wordEnd());
      }
      this.at++;
      this.skipSpace();
      this.readValue(depth + 1);
    });
  }

  private readArray(depth: number) {
    this.readMembers("]", () => this.readValue(depth + 1));
  }

  private readMembers(end: string, read: () => void) {
    this.at++;
    this.skipSpace();
    if (this.peek() === end) {
      this.at++;
      return;
    }
    for (;;) {
      if (this.isAtEnd()) {
        this.fail("unfinished");
      }
      read();
      this.skipSpace();
      if (this.peek() === end) {
        this.at++;
        return;
      }
      if (this.isAtEnd()) {
        this.fail("unfinished");
      }
      if (this.peek() !== ",") {
        this.fail("noComma", this.wordEnd());
      }
      const comma = this.at++;
      this.skipSpace();
      if (this.peek() === end) {
        throw new Found("trailingComma", comma, comma + 1);
      }
    }
  }

  private readText() {
    const start = this.at++;
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined || character === "\n" || character === "\r") {
        throw new Found("openText", start, this.at);
      }
      if (character === '"') {
        this.at++;
        return;
      }
      if (character === "\\") {
        escaped.lastIndex = this.at;
        const found = escaped.exec(this.text);
        if (found === null) {
          this.fail("badText", this.at + 2);
        }
        this.at += found[0].length;
      } else if (character < " ") {
        this.fail("badText");
      } else {
        this.at++;
      }
    }
  }

  private readWord() {
    const from = this.at;
    const end = this.wordEnd();
    const found = this.text.slice(from, end);
    if (this.isAtEnd()) {
      this.fail("unfinished");
    }
    if (end === from) {
      this.fail("noValue");
    }
    if (!literal.test(found)) {
      this.fail(found.startsWith("'") ? "singleQuotes" : "badWord", end);
    }
    this.at = end;
  }

  private skipSpace() {
    while (/[ \t\n\r]/.test(this.peek())) {
      this.at++;
    }
  }

  private wordEnd(): number {
    word.lastIndex = this.at;
    return this.at + (word.exec(this.text)?.[0].length ?? 0);
  }

  private peek(): string {
    return this.text[this.at] ?? "";
  }

  private isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  private fail(fault: JsonFault, to = 0): never {
    throw new Found(fault, this.at, Math.max(this.at + 1, to));
  }
}
