import {
	type Document,
	isAlias,
	isMap,
	isScalar,
	type Node,
	type ParsedNode,
	parseDocument,
} from 'yaml';
import {isObject, type Json} from '../json/loose.ts';
import type {Places} from './literal.ts';

const mostAliases = 100;
const deepest = 30;
const mostNodes = 20_000;

/** The settings in a YAML text and where their names stand, or what is wrong with it. Nothing that a tag names is ever made. */
export function yamlIn(text: string): {readonly value: Json; readonly places: Places} | string {
	try {
		const document = parseDocument(text, {
			logLevel: 'silent',
			prettyErrors: false,
			uniqueKeys: false,
		});
		const [error] = document.errors;
		if (error) return `not valid YAML: ${error.message.slice(0, 200)}`;
		const value = document.toJS({maxAliasCount: mostAliases}) as Json;
		return {value, places: placesIn(document, value)};
	} catch (error) {
		return `not valid YAML: ${String((error as Error).message).slice(0, 200)}`;
	}
}

function placesIn(document: Document.Parsed<ParsedNode>, value: Json): Places {
	const places: Places = new WeakMap();
	let left = mostNodes;
	const mapOf = (node: Node | null | undefined) => {
		const real = isAlias(node) ? node.resolve(document) : node;
		return isMap<Node, Node | null>(real) ? real : undefined;
	};
	const visit = (node: Node | null | undefined, held: Json | undefined, depth: number) => {
		const map = mapOf(node);
		if (!map || !isObject(held) || places.has(held) || depth > deepest) return;
		const spots = new Map<string, number>();
		places.set(held, spots);
		for (const {key, value: inner} of map.items.slice(0, Math.max(0, left))) {
			left--;
			const name = isScalar(key) ? String(key.value) : '';
			if (key.range) spots.set(name, key.range[0]);
			visit(inner, held[name], depth + 1);
		}
	};
	visit(document.contents, value, 0);
	return places;
}
