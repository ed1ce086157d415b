import { vi } from "vitest";

interface Download {
  name: string;
  text: () => Promise<string>;
}

/** Catches the files that are handed to the browser, which jsdom knows nothing of. */
export function catchDownloads(): Download[] {
  const downloads: Download[] = [];
  let latest = new Blob();
  URL.createObjectURL = (file) => {
    latest = file as Blob;
    return "blob:download";
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const file = latest;
    downloads.push({ name: this.download, text: () => new Response(file).text() });
  });
  return downloads;
}
