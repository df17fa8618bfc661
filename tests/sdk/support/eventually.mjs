import { eventually as poll } from '../../../eng/eventually.mjs';

// The Functions host takes ten times as long as Standalone to start, and to run a job.
const patience = process.env.MEDIAINFO_SDK_HOST === 'func' ? 300 : 90;

/** Polls until the result is truthy. Only a broken service takes longer than the time limit. */
export const eventually = (what, asks, limits) => poll(what, asks, { seconds: patience, ...limits });
