import { alibabaCsharp } from './alibabaCsharp.ts';
import { alibabaGo } from './alibabaGo.ts';
import { alibabaJava } from './alibabaJava.ts';
import { alibabaNode } from './alibabaNode.ts';
import { alibabaPython } from './alibabaPython.ts';
import type { Call, CodeLanguage, Snippet } from './Call.ts';
import { mnsGo } from './mnsGo.ts';
import { mnsJava } from './mnsJava.ts';
import { mnsNode } from './mnsNode.ts';
import { mnsPython } from './mnsPython.ts';
import { mpcCsharp } from './mpcCsharp.ts';
import { mpcGo } from './mpcGo.ts';
import { mpcJava } from './mpcJava.ts';
import { mpcNode } from './mpcNode.ts';
import { mpcPython } from './mpcPython.ts';

type Maker = (call: Call) => Snippet | undefined;

const makers: Readonly<Record<'rpc' | 'mpc' | 'mns', Readonly<Record<CodeLanguage, Maker>>>> = {
  rpc: { node: alibabaNode, python: alibabaPython, java: alibabaJava, go: alibabaGo, csharp: alibabaCsharp },
  mpc: { node: mpcNode, python: mpcPython, java: mpcJava, go: mpcGo, csharp: mpcCsharp },
  // The vendor's client for C# is in no registry.
  mns: { node: mnsNode, python: mnsPython, java: mnsJava, go: mnsGo, csharp: () => undefined },
};

/** The call as code for the vendor's SDK; undefined if that has no such call. */
export const snippetOf = (language: CodeLanguage, call: Call): Snippet | undefined => makers[call.action.protocol][language](call);
