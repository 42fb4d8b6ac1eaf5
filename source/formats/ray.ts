import type {Format} from '../core/format.ts';

/** Ray Tune and RLlib: results of a trial line by line, as YAML or in a frame (ray/tune/utils/log.py, experimental/output.py). */
export default {
	title: 'Ray Tune',
	url: 'https://github.com/ray-project/ray',
	guarded: true,
	hallmark: /^Result for \S+:\s*$|^Trial \S+ finished iteration \d+ at |^== Status ==/,
	losses: ['total_loss', 'loss', 'policy_loss', 'critic_loss', 'mean_td_error'],
	primary: ['episode_reward_mean', 'episode_return_mean', 'mean_accuracy', 'accuracy'],
	goals: {episode_len_mean: null, episode_reward_max: 'max', episode_reward_min: 'max'},
	lines: [
		{kind: 'facts', opens: true, has: 'Result for ', match: /^Result for \S+:\s*$/},
		{
			kind: 'facts',
			opens: true,
			has: ' finished iteration ',
			match: /^Trial \S+ finished iteration (?<epoch>\d+) at /,
		},
		{
			kind: 'facts',
			joins: true,
			has: 'timesteps_total',
			match: /^(?: {2}|│ )(?:agent_)?timesteps_total:? +(?<step>\d+)(?: +│)?\s*$/,
		},
		{
			kind: 'facts',
			joins: true,
			has: 'training_iteration',
			match: /^(?: {2}|│ )training_iteration:? +(?<epoch>\d+)(?: +│)?\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match:
				/^(?: {2}|│ +)(?:env_runners\/)?(?<key>episode_(?:reward|return|len)_mean|episode_(?:reward|return)_(?:max|min)|(?:mean_|val_|test_)?acc(?:uracy)?|(?:val|test|eval)\w*_loss):? +(?<value>[-+.\d]+(?:e[-+]?\d+)?|\.?nan)(?: +│)?\s*$/,
			prefixes: {val_: 'val', test_: 'test', eval_: 'val'},
		},
		{
			kind: 'metrics',
			joins: true,
			match:
				/^(?: {2,}|│ +)(?:\S+\/)?(?<key>(?:total_|policy_|vf_|critic_|actor_|alpha_|train_|mean_|value_)?loss|cur_lr|entropy|kl|mean_q|mean_td_error|vf_explained_var):? +(?<value>[-+.\d]+(?:e[-+]?\d+)?|\.?nan)(?: +│)?\s*$/,
		},
		{
			kind: 'noise',
			match:
				/^(?: +[\w/.-]+:(?: |$)| +- |[╭╰├│]|== Status ==|Using FIFO|Resources requested|Memory usage on this node|Result logdir|RUNNING trials|Number of trials| - \w+:\t| ?[|+][ -])/,
		},
		{
			kind: 'phase',
			phase: 'finished',
			match: /^Trial \S+ completed (?:after|\.)|Number of trials: \d+(?:\/\d+)? \(\d+ TERMINATED\)/,
		},
	],
	samples: [
		['Result for PPO_CartPole-v0_120b5_00000:', {kind: 'facts', facts: {}}],
		[
			'Trial train_fn_e8a5d_00000 finished iteration 3 at 2024-01-02 10:00:00. Total running time: 2s',
			{kind: 'facts', facts: {}, position: {epoch: 3}},
		],
		['  timesteps_total: 4000', {kind: 'facts', facts: {}, position: {step: 4000}}],
		['│ training_iteration             3 │', {kind: 'facts', facts: {}, position: {epoch: 3}}],
		[
			'  episode_reward_mean: 22.5',
			{kind: 'metrics', split: 'val', values: {episode_reward_mean: 22.5}},
		],
		['          total_loss: 8.75', {kind: 'metrics', split: 'train', values: {total_loss: 8.75}}],
		['    num_agent_steps_sampled: 4000', []],
		[
			'Trial train_fn_e8a5d_00000 completed after 3 iterations at 2024-01-02 10:00:00.',
			{kind: 'phase', phase: 'finished'},
		],
		['loss: 0.5', null],
	],
} satisfies Format;
