/** Every job reads its object: one whose object is known would do no work. */
export const everyObject = { MediaInfo__Probe__RememberedObjects: '0' };

/** The rate limit would measure itself. */
export const unlimited = { MediaInfo__Gateway__RequestsPerSecond: '100000' };
