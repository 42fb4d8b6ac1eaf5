import {bytes, measure} from '../../core/quantity.ts';
import type {Extremes, ImageScore, Results} from '../../core/results.ts';
import type {Run} from '../../core/run.ts';
import {type Line, type Span, span} from '../lines.ts';
import {clean, cutMiddle} from '../width.ts';

const nameWidth = 17;
const longestName = 24;

/** What evaluations left: the images that came out worst and best, predictions, pictures; nothing where nothing lies. */
export function resultLines({results = []}: Run): readonly Line[] {
	return results.flatMap(one => [headOf(one), ...scoresOf(one), ...restOf(one)]);
}

function headOf({folder, images, read, more, recall, precision}: Results): Line {
	const counted = images === 0 ? '' : `   ${images}${more ? ' or more' : ''} images with metrics`;
	const sampled = read < images ? `, ${read} of them read, evenly spread` : '';
	const means = Object.entries({recall, precision})
		.map(([name, told]) => (told ? `, mean ${name} ${measure(told.mean)}` : ''))
		.join('');
	return [
		span(` ${clean(folder)}`, 'strong'),
		span(counted, 'quiet'),
		span(sampled, 'warn'),
		span(means, 'quiet'),
	];
}

function scoresOf({recall, precision}: Results): readonly Line[] {
	return [...extremeLines('recall', recall), ...extremeLines('precision', precision)];
}

function extremeLines(metric: 'recall' | 'precision', extremes: Extremes | null): readonly Line[] {
	if (extremes === null) return [];
	const images = (scores: readonly ImageScore[]): readonly Span[] =>
		scores.flatMap(score => [
			span(`${cutMiddle(clean(score.image), longestName)} `),
			span(`${measure(score[metric] as number)}  `, 'quiet'),
		]);
	return [
		[named(`worst ${metric}`), ...images(extremes.worst)],
		[named(`best ${metric}`), ...images(extremes.best)],
	];
}

function restOf({files, pictures, pictureCount, trouble}: Results): readonly Line[] {
	const lines: Line[] = [];
	if (files.length > 0) {
		const told = files.map(file => `${nameOf(file.path)} ${bytes(file.bytes)}`);
		lines.push([named('files'), span(told.join(', '))]);
	}

	if (pictureCount > 0) {
		const more =
			pictureCount > pictures.length ? `, and ${pictureCount - pictures.length} more` : '';
		lines.push([named('pictures'), span(pictures.map(nameOf).join(', ')), span(more, 'quiet')]);
	}

	return [...lines, ...trouble.map((what): Line => [span(`   ${clean(what)}`, 'warn')])];
}

function named(name: string): Span {
	return span(`   ${name.padEnd(nameWidth)}`, 'quiet');
}

function nameOf(path: string): string {
	return clean(path.slice(path.lastIndexOf('/') + 1));
}
