declare module 'pell' {
  interface PellOptions {
    element: HTMLElement;
    onChange(html: string): void;
    defaultParagraphSeparator?: string;
    actions?: string[];
    classes?: { actionbar?: string; button?: string; content?: string; selected?: string };
  }
  export function init(options: PellOptions): HTMLElement & { content: HTMLElement };
}
