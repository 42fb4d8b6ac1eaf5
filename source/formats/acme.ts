import type {Format} from '../core/format.ts';

/** Acme: what learner, actors and evaluator count and measure, a line each, in the order of the alphabet (acme/utils/loggers/terminal.py). */
export default {
	title: 'Acme',
	url: 'https://github.com/google-deepmind/acme',
	guarded: true,
	head: /^[IWE]\d{4} (?<time>\d\d:\d\d:\d\d\.\d+)\s+\d+ [\w.]+:\d+\] /,
	hallmark: /\[(?:Learner|Evaluator|Actor|Environment Loop)\] [A-Z][\w ]{2,40} = [-\d]/,
	losses: ['Loss', 'critic_loss', 'policy_loss'],
	primary: ['episode_return'],
	goals: {episode_return: 'max'},
	lines: [
		{
			kind: 'metrics',
			has: '[Learner] ',
			match:
				/^\[Learner\] (?=.*?\bCritic Loss = (?<critic_loss>[-+.\de]+|nan|inf)|)(?=.*?\bPolicy Loss = (?<policy_loss>[-+.\de]+|nan|inf)|)(?=.*?\bLearner Steps = (?<step>\d+)|)(?=(?:.*?\| )?Loss = (?<Loss>[-+.\de]+|nan|inf)|)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '[Evaluator] ',
			match:
				/^\[Evaluator\] (?=.*?\bEpisode Return = (?<episode_return>[-+.\de]+|nan))(?=.*?\bLearner Steps = (?<step>\d+)|)/,
		},
		{kind: 'noise', match: /^\[(?:Actor|Environment Loop)\] /},
	],
	samples: [
		[
			'I0925 18:52:06.416487 140563283464576 terminal.py:91] [Learner] Actor Steps = 825 | Critic Loss = 0.25 | Entropy Loss = -0.5 | Learner Steps = 2 | Loss = -0.375 | Policy Loss = -0.5',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 2},
				values: {critic_loss: 0.25, policy_loss: -0.5, Loss: -0.375},
			},
		],
		[
			'[Evaluator] Actor Steps = 1678 | Episode Length = 765 | Episode Return = -21.0 | Learner Steps = 2',
			{kind: 'metrics', split: 'val', position: {step: 2}, values: {episode_return: -21}},
		],
		['[Actor] Actor Steps = 1678 | Episode Return = -21.0', []],
	],
} satisfies Format;
