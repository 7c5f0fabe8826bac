/** Tries from one address, whatever the login: an office behind one address signs in well below this. */
export const SIGN_IN_RATE = { rateLimit: { max: 30, timeWindow: 60_000 } };
