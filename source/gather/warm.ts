import type {Event} from '../core/event.ts';

const loaded =
	/\b(?:load(?:s|ed|ing)?|initiali[sz](?:ed|ing)|restor(?:ed|ing)|start(?:ed|ing)?|continu(?:ed|ing)|fine-?tun(?:ed|ing))\b[^:=]{0,40}\bpre-?train(?:ed)?[ _-](?:\w{1,20} )?(?:weights?|models?|checkpoints?|param(?:eter)?s|net(?:work)?|successful)\b(?!.*\b(?:fail(?:ed|s|ure)?|skip(?:ped|ping)?|not|none|no)\b)/i;

/** `Load checkpoint from base.pth`, `Loading RRDBNet model from base.pth, with param key`: a file of weights. */
const file =
	/\bload(?:s|ed|ing)?\b (?:weights file |(?:\w+ )?(?:checkpoint|model|weights?|state_?dict|net(?:work)?) from (?:local path: ?)?)["']?[^\s"']{1,300}\.(?:pth|pt|ckpt|pdparams|safetensors|bin|h5|npz|pkl)\b/i;

/** `Some weights of Bert… were not initialized from the model checkpoint at bert-base-uncased`, `Initializing from OpenAI GPT-2 weights: gpt2`. */
const hub = /\binitiali[sz](?:ed|ing) from (?:the model checkpoint at|OpenAI GPT-2 weights)\b/i;

/** `{"event": "start", "pretrained": true}`, `{"init_from": "base.pt"}`. */
const json =
	/^\{.*"(?:pre_?trained(?:_(?:model|weights?|path|checkpoint|from))?|fine_?tune_from|init_(?:from|checkpoint)|load_from|resume_from)": *(?:true\b|"(?!(?:none|null|false|no|scratch)?")[^"]{1,300}")/i;

/**
What a line tells of trained weights that a run begins from, whatever its format:
`Loaded pretrained weights from base.pth` → {pretrained: true}.
*/
export function hearWarmth(text: string): Event | undefined {
	const warm =
		(text.includes('retrain') && loaded.test(text)) ||
		(text.startsWith('{') && json.test(text)) ||
		(text.includes('oad') && file.test(text)) ||
		(text.includes('nitiali') && hub.test(text));
	if (!warm) return undefined;
	return {kind: 'facts', facts: {pretrained: true}};
}
