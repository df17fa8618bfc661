// Prints which of the given ports cannot be bound on the loopback address.
import { canListen } from './can-listen.mjs';

for (const port of process.argv.slice(2)) {
  if (!(await canListen(Number(port)))) {
    console.log(port);
  }
}
