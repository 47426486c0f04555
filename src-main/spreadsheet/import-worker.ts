import { parentPort } from 'node:worker_threads'
import { serveWorker } from './serve-worker'

/* The thread in which spreadsheets are read and checked: the window answers as quickly as ever meanwhile, and a file that needs too much memory ends this thread and nothing else. */
if (parentPort) serveWorker(parentPort)
