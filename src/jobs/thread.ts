import { parentPort, workerData } from 'node:worker_threads';
import { serve } from './serve.ts';

// What a worker thread runs.
if (parentPort) await serve(parentPort, workerData);
