// Prints those of the given ports that can not be listened on at the loopback address.
import { canListen } from './can-listen.mjs';

for (const port of process.argv.slice(2)) {
  if (!(await canListen(Number(port)))) {
    console.log(port);
  }
}
