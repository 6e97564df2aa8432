import { Command, CommanderError, Option } from 'commander';
import { type Catalogue, catalogueOf, languageOf } from '../../shared/i18n/catalogue';
import type { ChangesOptions } from './changes';
import type { CleanOptions } from './clean';
import type { DiffOptions } from './diff';
import type { ExportOptions, ImportOptions, RulesOptions } from './rules';
import { addStepOptions } from './step-options';
import { type Context, type Streams, say, UsageError } from './terminal';
import { describeUsage, localiseHelp } from './usage';

/** What the command line needs to know of the process it runs in. */
export interface Surroundings extends Streams {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that holds `seeds`. */
  readonly root: string;
  /** A file of prepared dictionaries; see prepared.ts. */
  readonly prepared?: string;
  /** The built worker of batches; without, files are cleaned in this thread. */
  readonly worker?: string;
  readonly interrupted?: () => AbortSignal;
}

/**
 * Runs `emend` with its arguments and resolves to the exit code: 0 done, 1 some file failed, 2 wrong usage, 3
 * suggestions are left and `--fail-on suggest` was given, 130 interrupted. Rejects for bugs only.
 */
export async function runProgram(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { env, stdin, stdout, stderr, ...others } = surroundings;
  const language = languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG || '');
  const catalogue = catalogueOf(language);
  const context: Context = { ...others, streams: { stdin, stdout, stderr }, language, catalogue };
  let code = 0;
  const program = createProgram(context, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof UsageError) say(context, error.message);
    else if (!(error instanceof CommanderError)) throw error;
    else if (error.exitCode === 0) return 0;
    else if (error.code !== 'commander.help') say(context, describeUsage(error, context.catalogue));
    return 2;
  }
}

function createProgram(context: Context, done: (code: number) => void): Command {
  const { cli } = context.catalogue;
  const { stdout, stderr } = context.streams;
  const program = new Command('emend').description(cli.description).helpCommand(false);
  program.configureOutput({
    writeOut: (text) => stdout.write(text),
    writeErr: (text) => stderr.write(text),
  });

  const clean = program.command('clean').description(cli.cleanDescription).argument('[files...]', cli.files);
  addBatchOptions(clean, context.catalogue);
  addCleaningOptions(clean, context.catalogue).action(async (files: string[], options: CleanOptions) => {
    const command = await import('./clean');
    done(await command.clean(files, options, context));
  });

  const diff = program.command('diff').description(cli.diffDescription).argument('<file>', cli.file);
  diff.option('--context <lines>', cli.context);
  addCleaningOptions(diff, context.catalogue).action(async (file: string, options: DiffOptions) => {
    const command = await import('./diff');
    done(await command.diff(file, options, context));
  });

  const changes = program
    .command('changes')
    .description(cli.changesDescription)
    .argument('[files...]', cli.files);
  changes.option('--json', cli.json);
  addCleaningOptions(changes, context.catalogue).action(async (files: string[], options: ChangesOptions) => {
    const command = await import('./changes');
    done(await command.changes(files, options, context));
  });

  addRulesCommands(program, context, done);
  localiseHelp(program, context.catalogue);
  return program;
}

function addRulesCommands(program: Command, context: Context, done: (code: number) => void): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const rules = program.command('rules').description(cli.rulesDescription).helpCommand(false);
  const add = (name: 'list' | 'test' | 'lint', description: string) => {
    const command = rules
      .command(name)
      .description(description)
      .argument('[dictionaries...]', cli.dictionaries);
    command.option('--json', cli.json);
    addDictionaryOptions(command, catalogue).action(async (files: string[], options: RulesOptions) => {
      const commands = await import('./rules');
      done(await commands[name](files, options, context));
    });
  };
  add('list', cli.rulesListDescription);
  add('test', cli.rulesTestDescription);
  add('lint', cli.rulesLintDescription);

  const taking = rules.command('import').description(cli.rulesImportDescription).argument('<list>', cli.list);
  taking.option('--format <name>', cli.listFormat).option('--out <file>', cli.rulesOut);
  taking.action(async (file: string, options: ImportOptions) => {
    const commands = await import('./rules');
    done(await commands.importRules(file, options, context));
  });

  const giving = rules
    .command('export')
    .description(cli.rulesExportDescription)
    .argument('[dictionaries...]', cli.dictionaries);
  giving.option('--to <name>', cli.rulesTo).option('--out <file>', cli.rulesOut);
  addDictionaryOptions(giving, catalogue).action(async (files: string[], options: ExportOptions) => {
    const commands = await import('./rules');
    done(await commands.exportRules(files, options, context));
  });
}

const addBatchOptions = (command: Command, { cli }: Catalogue): Command =>
  command
    .option('--out <folder>', cli.out)
    .addOption(new Option('--in-place', cli.inPlace).conflicts(['out', 'to', 'name']))
    .option('--to <formats>', cli.to)
    .option('--name <template>', cli.name)
    .option('--table', cli.table)
    .option('--report <file>', cli.report, (path, paths: string[] = []) => [...paths, path])
    .option('--dry-run', cli.dryRun)
    .option('--resume', cli.resume)
    .option('--files-from <list>', cli.filesFrom)
    .option('--jobs <number>', cli.jobs)
    .option('--timeout <seconds>', cli.timeout)
    .addOption(new Option('--fail-on <what>', cli.failOn).choices(['suggest']))
    .addOption(new Option('--watch', cli.watch).conflicts(['resume', 'filesFrom', 'dryRun']))
    .addOption(
      new Option('--ndjson', cli.ndjson).conflicts([
        ...['out', 'inPlace', 'to', 'name', 'table', 'report', 'dryRun', 'resume', 'filesFrom', 'watch'],
      ]),
    );

const addDictionaryOptions = (command: Command, { cli }: Catalogue): Command =>
  command
    .option('--rules <files...>', cli.rules)
    .option('--no-seeds', cli.noSeeds)
    .option('--no-folder-rules', cli.noFolderRules);

const addCleaningOptions = (command: Command, catalogue: Catalogue): Command =>
  addStepOptions(
    addDictionaryOptions(command, catalogue)
      .addOption(new Option('--steps <names>', catalogue.cli.steps).conflicts('skip'))
      .addOption(new Option('--skip <names>', catalogue.cli.skip)),
    catalogue,
  );
