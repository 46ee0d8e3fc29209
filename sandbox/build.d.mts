export interface SandboxBuild {
  /** False when the folder was already built from these sources. */
  built: boolean;
  outDir: string;
}
export function buildSandbox(options: { outDir: string; force?: boolean }): Promise<SandboxBuild>;
