import { Command } from 'commander';
import { UserError } from '../errors.ts';
import type { CommandContext } from './context.ts';

/** What may follow the program's name: each command with its options. */
type Words = readonly (readonly [command: string, options: readonly string[]])[];

const listWords = (program: Command): Words =>
  program.commands.map((command) => [
    command.name(),
    command.options.flatMap(({ long }) => (long ? [long] : [])),
  ]);

const forBash = (words: Words): string => `_palimpsest() {
  local word="\${COMP_WORDS[COMP_CWORD]}" options=""
  if [ "$COMP_CWORD" -eq 1 ]; then options="${words.map(([name]) => name).join(' ')}"
  else case "\${COMP_WORDS[1]}" in
${words.map(([name, options]) => `    ${name}) options="${options.join(' ')}" ;;`).join('\n')}
  esac; fi
  COMPREPLY=($(compgen -W "$options" -- "$word"))
  [ \${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$word"))
}
complete -o filenames -F _palimpsest palimpsest`;

const forFish = (words: Words): string =>
  words
    .flatMap(([name, options]) => [
      `complete -c palimpsest -n __fish_use_subcommand -a ${name}`,
      ...options.map(
        (option) => `complete -c palimpsest -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`,
      ),
    ])
    .join('\n');

const SHELLS: Readonly<Record<string, (words: Words) => string>> = {
  bash: forBash,
  zsh: (words) => `autoload -U +X bashcompinit && bashcompinit\n${forBash(words)}`,
  fish: forFish,
};

export function completionCommand({ output }: CommandContext): Command {
  const shells = Object.keys(SHELLS).join(', ');
  return new Command('completion')
    .description(`what makes a shell complete commands and options: ${shells}`)
    .argument('<shell>', shells)
    .addHelpText('after', '\nExamples:\n  palimpsest completion bash >> ~/.bashrc')
    .action((shell: string, _options: unknown, command: Command) => {
      const write = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
      if (!write) throw new UserError(`no completion is known for “${shell}”`, `Name one of ${shells}.`);
      output.line(write(listWords(command.parent!)));
    });
}
