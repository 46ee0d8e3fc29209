// Stands before the extension's worker in the soak test: the worker lives in simulated time, and its writes fail now
// and then as a full disk makes them fail. What the test wants is in storage.session, so that it outlives the worker.
(() => {
  const stress = { now: __SOAK_START__, failWrites: 0, seed: 1 };
  const known = chrome.storage.session.get('soak').then(({ soak }) => Object.assign(stress, soak));
  chrome.storage.session.onChanged.addListener(({ soak }) => Object.assign(stress, soak?.newValue));
  Date.now = () => stress.now;

  // No message is taken before the time is known: it would be a clock that jumps, which is another test's matter.
  for (const event of [chrome.runtime.onMessage, chrome.alarms.onAlarm]) {
    const add = event.addListener.bind(event);
    event.addListener = (listener) =>
      add((...args) => {
        known.then(() => listener(...args));
        return true;
      });
  }

  const chance = () => {
    stress.seed = (Math.imul(stress.seed, 1_664_525) + 1_013_904_223) >>> 0;
    return stress.seed / 2 ** 32 < stress.failWrites;
  };
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...args) {
    if (!chance()) return put.apply(this, args);
    // Half of them at once, half as the browser does it: the transaction is taken back after the call.
    if (stress.seed % 2 === 0) throw new DOMException('soak', 'QuotaExceededError');
    const request = put.apply(this, args);
    this.transaction.abort();
    return request;
  };
  const set = chrome.storage.local.set.bind(chrome.storage.local);
  chrome.storage.local.set = async (...args) => {
    if (chance()) throw new Error('QUOTA_BYTES quota exceeded');
    return set(...args);
  };
})();
