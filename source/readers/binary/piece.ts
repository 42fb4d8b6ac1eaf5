import {BinaryReader} from '@bufbuild/protobuf/wire';

/** Bytes that hold many messages, and the one reader that goes through them. */
export type Piece = {readonly bytes: Uint8Array; readonly reader: BinaryReader};

/** Takes a message that begins where the reader stands and ends at `end`; its record begins at `offset` of the file. */
export type Take = (piece: Piece, end: number, offset: number) => void;

/** A piece, its reader at the first byte. */
export function pieceOf(bytes: Uint8Array): Piece {
	return {bytes, reader: new BinaryReader(bytes)};
}
