/** Commands that need what a test has not: a cloud, a daemon, a root, a host. Only their syntax is checked. */
const elsewhere = new Map([
  ['az', 'an Azure subscription'],
  ['azd', 'an Azure subscription'],
  ['gh', 'a repository on GitHub'],
  ['docker', 'a Docker daemon'],
  ['systemctl', 'a machine of its own'],
  ['sudo', 'a machine of its own'],
  ['func', 'Azure Functions Core Tools; the job functions-host of CI has them'],
  ['git', 'the published repository'],
]);

/** Statements that the rest of CI runs: the test would run itself, or for long. The files that they name must be there. */
const covered = [
  /^npm ci\b/,
  /^npx azurite\b/,
  /^dotnet (build|test|restore)\b/,
  /^dotnet run --project src\/MediaInfo\.Functions\b/,
  /^bash eng\/run\.sh\b.*--func\b/,
  /^bash eng\/(audit|bench|compare|measure-func|rehearse-upgrade|test|test-func)\.sh\b/,
  /^node eng\/smoke\.mjs\b/,
];

/** What keeps running until it is stopped. */
const serving = [/^(?:\w+=\S+ )*bash eng\/run\.sh\b(?!.*--(analyze|once)\b)/, /^mediainfo serve\b/];

/** The statements of a snippet in bash, each with what can be done with it: `run`, `serve`, `covered` or `elsewhere`. */
export function statementsOf(root) {
  const statements = [];
  for (const node of root.children) {
    if (node.type === '&') {
      statements.at(-1).text += ' &';
    } else if (node.isNamed && node.type !== 'comment') {
      const commands = node.descendantsOfType('command_name').map(({ text }) => text);
      statements.push({ text: node.text, what: whatOf(node.text, commands) });
    }
  }
  return statements;
}

function whatOf(text, commands) {
  const any = (patterns) => patterns.some((pattern) => pattern.test(text));
  if (commands.some((name) => elsewhere.has(name))) {
    return 'elsewhere';
  }
  return any(covered) ? 'covered' : any(serving) ? 'serve' : 'run';
}

/** The files of the repository that a statement names. */
export const filesOf = (text) => text.match(/\b(eng|src|tests|bench)\/[\w./-]+/g) ?? [];
