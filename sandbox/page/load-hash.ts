const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Class-name tails that are new on each load, as the originals' builds make them (markets.md §1, §4, §5). A map that
 * holds one of them breaks at the next load. `?hash=` pins them for a test that compares two loads.
 */
export function createLoadHash(pinned: string | undefined): (name: string, length?: number) => string {
  const salt = pinned ?? String(crypto.getRandomValues(new Uint32Array(1))[0]);
  return (name, length = 8) => {
    let h = 0x811c9dc5;
    const draw = (text: string): void => {
      for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
    };
    draw(`${salt}/${name}`);
    let out = '';
    while (out.length < length) {
      draw(String(out.length));
      out += letters[h % letters.length];
    }
    return out;
  };
}
