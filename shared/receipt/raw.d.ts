/** A file's text, as Vite gives it. */
declare module '*?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: so says Vite
  export default text;
}
