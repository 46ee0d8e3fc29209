/** A style sheet as text, for pages that rename its classes on each load (layout.ts, addHashedStyles). */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
