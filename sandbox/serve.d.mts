import type { Buffer } from 'node:buffer';

export interface PracticeResponse {
  status: number;
  contentType: string;
  headers: Record<string, string>;
  body: Buffer;
}
export function practiceResponse(url: string, outDir: string): PracticeResponse | undefined;
export const practicePages: { id: string; title: string; url: string }[];
