const svg = (body: string, size: number): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}">${body}</svg>`,
  )}`;

/** A round-shouldered figure on a colour. */
export const avatarPicture = (hue: number): string =>
  svg(
    `<rect width="40" height="40" fill="hsl(${hue} 45% 72%)"/><circle cx="20" cy="15" r="7" fill="#fff"/><path d="M6 40a14 14 0 0 1 28 0z" fill="#fff"/>`,
    40,
  );

/** A bag on a colour, for goods and for the buyers' photographs. */
export const goodPicture = (hue: number): string =>
  svg(
    `<rect width="96" height="96" fill="hsl(${hue} 40% 86%)"/><path d="M34 40a14 14 0 0 1 28 0" fill="none" stroke="hsl(${hue} 35% 45%)" stroke-width="5"/><rect x="22" y="40" width="52" height="36" rx="6" fill="hsl(${hue} 35% 55%)"/>`,
    96,
  );
