import type { Expression } from "./compile";
import { waysToWake } from "./match/literals";
import { mayHold } from "./match/may-hold";
import { parseRegex, type RegexNode } from "./match/regex-tree";
import type { Look, Wanted } from "./scan";
import type { Wakes } from "./wakes";

/**
 * Filing what an expression needs costs more than seeking its parts in so many short texts; a scanner that has seen more is
 * at a long draft, or at many.
 */
const FEW_TEXTS = 8;

/** What each expression needs to be woken: filed for some from the start, for others once texts have announced them. */
export class ExpressionIndex {
  /** Expressions without a literal. */
  readonly always: number[] = [];
  private readonly isFiled: Uint8Array;
  private unfiled: number;
  /** By expression: its source as parsed, from when a text first announces it until what it needs is filed. */
  private readonly trees: (RegexNode | undefined)[] = [];
  /** By expression: the last text in which its parts were sought. */
  private readonly soughtIn: Int32Array;
  private texts = 0;

  constructor(
    private readonly expressions: readonly Expression[],
    private readonly wakes: Wakes,
  ) {
    this.isFiled = new Uint8Array(expressions.length);
    this.unfiled = expressions.length;
    this.soughtIn = new Int32Array(expressions.length);
    expressions.forEach((expression, index) => {
      if (expression.announcers === undefined) this.file(expression, index);
    });
  }

  /** A text is looked at; false when all is filed, and nothing is left to be announced. */
  begin(): boolean {
    this.texts++;
    return this.unfiled > 0;
  }

  /**
   * An expression is announced by a text: in the first texts its parts are sought before it is run; later what it needs is
   * worth filing, after which the words of a text find it. True when there is nothing more to announce of it in the scope.
   */
  announced(look: Look, index: number): boolean {
    const expression = this.expressions[index];
    if (!expression || this.isFiled[index] === 1 || !isWanted(expression, look.wanted)) return true;
    if (this.texts > FEW_TEXTS) {
      this.file(expression, index);
      return true;
    }
    if (this.soughtIn[index] !== this.texts && mayHold(look.text, this.treeOf(expression, index)))
      look.woken.push(index);
    this.soughtIn[index] = this.texts;
    return false;
  }

  /** Files one that is not filed yet; false when all are. */
  fileNext(): boolean {
    const index = this.isFiled.indexOf(0);
    const expression = this.expressions[index];
    if (!expression) return false;
    this.file(expression, index);
    return true;
  }

  private file(expression: Expression, index: number): void {
    this.isFiled[index] = 1;
    this.unfiled--;
    const ways = waysToWake(this.treeOf(expression, index));
    this.trees[index] = undefined;
    if (ways.some(({ length }) => length === 0)) this.always.push(index);
    else this.wakes.expression(index, ways);
  }

  private treeOf(expression: Expression, index: number): RegexNode {
    const tree = this.trees[index] ?? parseRegex(expression.template());
    this.trees[index] = tree;
    return tree;
  }
}

export const isWanted = ({ rule, probe }: Expression, { rules, probes }: Wanted): boolean =>
  probe >= 0 ? probes[probe] === 1 : rules[rule] === 1;
