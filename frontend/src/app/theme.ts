import { createTheme, type MantineColorsTuple } from "@mantine/core";

const accent: MantineColorsTuple = [
  "#eef0fc",
  "#dcdff7",
  "#b8beee",
  "#929be5",
  "#7480dd",
  "#5d6bd8",
  "#4f5dd2",
  "#4653c7",
  "#3a46ab",
  "#2f398c",
];

const dark: MantineColorsTuple = [
  "#e8eaee",
  "#b9bec8",
  "#969ca8",
  "#6b7280",
  "#363b45",
  "#282c34",
  "#1d2026",
  "#17191e",
  "#101216",
  "#0b0c0f",
];

export const theme = createTheme({
  colors: { accent, dark },
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  defaultRadius: 8,
  fontFamily:
    'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif',
  fontFamilyMonospace:
    'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace',
  fontSizes: { xs: "12px", sm: "14px", md: "15px", lg: "16px", xl: "18px" },
  respectReducedMotion: true,
  cursorType: "pointer",
  // Named, not imported: a page loads only the components that it shows.
  components: {
    Button: { styles: { root: { fontWeight: 500 } } },
    InputWrapper: {
      styles: {
        label: { fontWeight: 500, marginBottom: 4 },
        description: { marginTop: 5, color: "var(--muted)", fontSize: 12.5, lineHeight: 1.4 },
        error: { marginTop: 5, fontSize: 12.5, lineHeight: 1.4 },
      },
    },
    Menu: { defaultProps: { shadow: "md" } },
    Popover: { defaultProps: { shadow: "md" } },
  },
});
