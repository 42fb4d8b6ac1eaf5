import {exits} from './complaint.ts';
import type {Flags, Io} from './options.ts';

/** A settings file that changes nothing: every line that could be one is there, commented out. */
export const initText = `# Settings of watchexp. It looks for them in ~/.config/watchexp/config.yaml
# ($XDG_CONFIG_HOME/watchexp/config.yaml), never in the folders it watches:
# To begin: mkdir -p ~/.config/watchexp && watchexp init > ~/.config/watchexp/config.yaml
# Take away the '#' of what you want to change.

# What counts as ill. false (or off) switches a rule off; numbers replace its thresholds (a wrong name is told
# with those that there are); severity is how grave its alerts are: info, warn or critical.
#rules:
#  plateau: false
#  overfitting: false
#  no-best: {evaluations: 8}
#  stuck-loss: {severity: info}

# The same for runs of certain names; * stands for anything, and later ones win.
#runs:
#  - name: gan_*
#    rules: {diverged: false, oscillating: false}
#  - name: "*_debug"
#    rules: {no-best: false}

# Which way a metric should go where its name does not tell, or the value you are after.
#goals:
#  val/F-score: 0.8
#  val/bbox_mAP: 0.4
#  val/strangeness: min
#  val/oddness: {goal: min, target: 0.1}

# Folders and files to pass by, by name; * stands for anything.
#ignore:
#  - old_*
#  - "*.bak"

# How the screen is drawn. name: dark, light, or for the colour-blind blue-orange or teal-rose;
# colors: auto, none, 16, 256 or true.
#theme:
#  name: dark
#  ascii: false
#  colors: auto

# How an alert leaves the window. command gets the alert as JSON on its standard input; from is the
# least grave alert that is told. To try: watchexp notify --test
#notify:
#  bell: true
#  title: true
#  desktop: false
#  command: [/usr/local/bin/tell-me, --channel, training]
#  from: warn
#  rules: {loss-spike: critical, new-best: false}  # the same for single rules; false: never
#  again: 10       # minutes until the same alert is told again
#  perMinute: 10   # the most that is told a minute

# Logs of your own, if watchexp does not know them. watchexp explain FILE shows how lines match.
# Groups are epoch, epochs, step, steps, stepInEpoch, stepsPerEpoch, time; any other is a metric.
#formats:
#  mine:
#    head: '^\\[(?<time>[^\\]]+)\\] '
#    lines:
#      - {kind: metrics, match: '^step (?<step>\\d+): ', rest: pairs}
#      - {kind: metrics, split: val, match: '^eval at (?<step>\\d+): ', rest: pairs}
#      - {kind: checkpoint, best: true, match: '^new best, saved (?<path>\\S+)'}
#    samples:
#      - ['step 10: loss 0.5', {kind: metrics, split: train, position: {step: 10}, values: {loss: 0.5}}]

# Other keys for an action; the README has their names, and a wrong name is told with those that there
# are. Keys: letters and signs, ctrl-d, enter, escape, tab, space, up, pagedown and the like; []: none.
#keys:
#  quit: [q, X]
#  filter: [/, ctrl-f]
#  page-down: pagedown
`;

/** Prints a commented settings file. */
export async function run(_input: readonly string[], _flags: Flags, io: Io): Promise<number> {
	io.stdout.write(initText);
	return exits.fine;
}
