/**
 * Loaded into a program with `NODE_OPTIONS=--import=…`: writes down, in the file that PALIMPSEST_READS names, when bytes of the
 * archive came out of a connection and when the turn of the program in which that was had ended. A kill leaves what is
 * written here, so that of an answer can be told whether the program ever had it.
 *
 * A line is `r <port> <bytes read so far>` or `e`; the port is the program's own end of the connection.
 */
import { openSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';

const file = process.env.PALIMPSEST_READS;
if (file) {
  const handle = openSync(file, 'a');
  const { push } = Socket.prototype;
  let isEndNoted = true;
  Socket.prototype.push = function (chunk, encoding) {
    if (chunk !== null && this.remoteAddress === '127.0.0.1') {
      writeSync(handle, `r ${this.localPort} ${this.bytesRead}\n`);
      if (isEndNoted) setImmediate(noteEnd);
      isEndNoted = false;
    }
    return push.call(this, chunk, encoding);
  };
  function noteEnd() {
    isEndNoted = true;
    writeSync(handle, 'e\n');
  }
}
