import type {Format} from '../core/format.ts';

/** Tables of Stable-Baselines3, OpenAI Baselines and Spinning Up (stable_baselines3/common/logger.py): a row for each value between two rules. */
export default {
	title: 'Stable-Baselines3',
	url: 'https://github.com/DLR-RM/stable-baselines3',
	hallmark: /^\| (?:rollout|time|train|eval)\/ +\| +\|$/,
	losses: ['loss', 'LossPi', 'LossQ', 'value_loss', 'critic_loss', 'loss_critic'],
	primary: [
		'ep_rew_mean',
		'mean_reward',
		'episode_reward',
		'return',
		'eprewmean',
		'AverageTestEpRet',
		'AverageEpRet',
	],
	goals: {
		fps: null,
		entropy_loss: null,
		policy_gradient_loss: null,
		ep_rew_mean: 'max',
		ep_len_mean: null,
		eprewmean: 'max',
		AverageEpRet: 'max',
		AverageTestEpRet: 'max',
		eplenmean: null,
	},
	lines: [
		{
			kind: 'facts',
			joins: true,
			match:
				/^\| +(?:time\/|misc\/|total\/)?(?:total[_ ]timesteps|total_steps|steps?|TotalEnvInteracts) +\| +(?<step>[\d.]+(?:e[+-]?\d+)?) +\|$/,
		},
		{kind: 'facts', opens: true, match: /^\| +Epoch +\| +(?<epoch>\d+) +\|$/},
		{
			kind: 'facts',
			joins: true,
			match: /^\| +total\/epochs +\| +(?<epoch>\d+) +\|$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match:
				/^\| +(?:rollout\/|eval\/)?(?<key>ep_?(?:rew|len|true_rew)_?mean|return(?:_history)?|mean_(?:reward|ep_length)|success_rate|episodes?_reward|EpRewMean|(?:Average|Test)(?:Test)?EpRet|AverageTestEpRet) +\| +(?<value>[-+.\de]+|nan|-?inf) +\|$/,
		},
		{
			kind: 'noise',
			match:
				/^\| +(?:(?:time|misc|total|perf)\/)?(?:iterations|episodes|time_elapsed|n_updates|nupdates|serial_timesteps|duration|epochs) +\| |^\| [\w ]+\/ +\| +\|$/,
		},
		{
			kind: 'metrics',
			joins: true,
			match:
				/^\| +(?:(?:train|loss|rollout|time|total)\/)?(?<key>[A-Za-z_][\w./ -]*?(?:\.\.\.)?) +\| +(?<value>[-+.\d]+(?:e[-+]?\d+)?|nan|-?inf) +\|$/,
		},
		{kind: 'checkpoint', best: true, match: /^New best mean reward!/},
		{kind: 'phase', phase: 'finished', has: '100% ', match: /^ *100% ━+ ([\d,]+)\/\1 /},
		{
			kind: 'metrics',
			split: 'val',
			has: 'episode_reward=',
			match:
				/^Eval num_timesteps=(?<step>\d+), episode_reward=(?<episode_reward>[-+.\de]+)(?: \+\/- [\d.]+)?/,
		},
	],
	samples: [
		['|    total_timesteps  | 266      |', {kind: 'facts', facts: {}, position: {step: 266}}],
		['|             Epoch |               3 |', {kind: 'facts', facts: {}, position: {epoch: 3}}],
		[
			'| total/epochs             | 7            |',
			{kind: 'facts', facts: {}, position: {epoch: 7}},
		],
		[
			'|    ep_rew_mean      | -1.43    |',
			{kind: 'metrics', split: 'val', values: {ep_rew_mean: -1.43}},
		],
		[
			'| rollout/return           | 717.5        |',
			{kind: 'metrics', split: 'val', values: {return: 717.5}},
		],
		['| time/               |          |', []],
		['|    n_updates        | 41       |', []],
		[
			'|    loss             | 5.43e-07 |',
			{kind: 'metrics', split: 'train', values: {loss: 5.43e-7}},
		],
		[
			'| train/param_noise_di...  | 0.5          |',
			{kind: 'metrics', split: 'train', values: {'param_noise_di...': 0.5}},
		],
		['New best mean reward!', {kind: 'checkpoint', best: true}],
		[
			'Eval num_timesteps=10000, episode_reward=-150.25 +/- 20.50',
			{kind: 'metrics', split: 'val', position: {step: 10000}, values: {episode_reward: -150.25}},
		],
		['| 0 | net  | Sequential | 2.4 K |', null],
		['----------------------------------', null],
		[
			' 100% ━━━━━━━━━━ 500,000/500,000  [ 0:12:03 < 0:00:00 , 603 it/s ]',
			{kind: 'phase', phase: 'finished'},
		],
	],
} satisfies Format;
