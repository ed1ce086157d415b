import { useEffect, useState } from "react";

export type EditorModule = typeof import("./mounted-editor");

let loaded: EditorModule | undefined;

/** What is behind the editor, once it is there. */
export function useEditorModule(): EditorModule | "loading" | "failed" {
  const [module, setModule] = useState<EditorModule | "loading" | "failed">(loaded ?? "loading");

  useEffect(() => {
    let isWanted = true;
    import("./mounted-editor").then(
      (found) => {
        loaded = found;
        if (isWanted) {
          setModule(found);
        }
      },
      () => isWanted && setModule("failed"),
    );
    return () => {
      isWanted = false;
    };
  }, []);

  return module;
}
