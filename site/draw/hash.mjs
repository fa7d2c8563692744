// SHA-256 and HMAC-SHA-256 with states prepared once and copied, which is what makes a million objects a matter of
// seconds. The compression function is @noble/hashes'; knows nothing of draws.
import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { encodeList } from './bytes.mjs';

export { sha256 };

/** T(tag, …) = SHA-256(E(tag, …)). */
export const tagged = (...parts) => sha256(encodeList(parts));
/** T of a list, which may be long. */
export const taggedList = (parts) => sha256(encodeList(parts));

/** A function of messages whose state before the message is prepared once; `into` writes 32 bytes without allocating. */
class Prepared {
  constructor(state) {
    this.state = state;
    this.work = state._cloneInto();
  }
  into(message, out) {
    this.state._cloneInto(this.work);
    this.work.update(message);
    this.work.digestInto(out);
  }
  of(message) {
    const out = new Uint8Array(32);
    this.into(message, out);
    return out;
  }
}

/** SHA-256 of messages, one after another. */
export const hasher = () => new Prepared(sha256.create());
/** mac(k, m) for many messages under one key. */
export const macOf = (key) => new Prepared(hmac.create(sha256, key));
/** mac(k, m) for one message. */
export const mac = (key, message) => hmac(sha256, key, message);
