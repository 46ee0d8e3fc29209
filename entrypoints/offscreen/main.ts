import { playTones } from '../shared/play-tones.ts';

// Everything it needs to know stands in its address, so that it is ready the moment it is there; it goes when it has
// been heard. A sound that never ends, because there is no loudspeaker, does not keep it.
const asked = new URLSearchParams(location.search);
const step = asked.get('step') === 'breach' ? 'breach' : 'warn';

const done = (): void => window.close();
setTimeout(done, 10_000);
playTones(step, Number(asked.get('volume') ?? 0)).then(done, (error: unknown) => {
  console.warn('[shoubian] sound', error);
  done();
});
