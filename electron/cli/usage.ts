import type { Command, CommanderError } from 'commander';
import type { Catalogue } from '../../shared/i18n/catalogue';

/** The sentence for a command line that commander does not accept. */
export function describeUsage({ code, message }: CommanderError, { cli }: Catalogue): string {
  // The names are in commander's own sentence, and nowhere else.
  const [name = '', other = ''] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  switch (code) {
    case 'commander.unknownCommand':
      return cli.unknownCommand({ name });
    case 'commander.unknownOption':
      return cli.unknownOption({ name });
    case 'commander.optionMissingArgument':
      return cli.valueMissing({ name });
    case 'commander.conflictingOption':
      return cli.optionsConflict({ name, other });
    case 'commander.missingArgument':
      return cli.nothingToDo;
    case 'commander.excessArguments':
      return cli.tooMuch;
    default:
      return message;
  }
}

/** Makes the help of a command, and of those under it, speak the catalogue's language. */
export function localiseHelp(command: Command, catalogue: Catalogue): void {
  const { cli } = catalogue;
  const titles: Readonly<Record<string, string>> = {
    'Usage:': cli.helpUsage,
    'Arguments:': cli.helpArguments,
    'Options:': cli.helpOptions,
    'Commands:': cli.helpCommands,
  };
  command
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .helpOption('-h, --help', cli.helpHelp)
    .configureOutput({ outputError: () => {} })
    .showSuggestionAfterError(false)
    .exitOverride();
  for (const each of command.commands) localiseHelp(each, catalogue);
}
