// The design of micrograd (A. Karpathy), in TypeScript: an object a value, a closure an operation, the graph built anew on every pass.

export class Value {
  grad = 0;
  readonly data: number;
  readonly parents: readonly Value[];
  backwardStep: () => void = () => {};

  constructor(data: number, parents: readonly Value[] = []) {
    this.data = data;
    this.parents = parents;
  }

  add(other: Value): Value {
    const out = new Value(this.data + other.data, [this, other]);
    out.backwardStep = () => {
      this.grad += out.grad;
      other.grad += out.grad;
    };
    return out;
  }

  mul(other: Value): Value {
    const out = new Value(this.data * other.data, [this, other]);
    out.backwardStep = () => {
      this.grad += other.data * out.grad;
      other.grad += this.data * out.grad;
    };
    return out;
  }

  tanh(): Value {
    const t = Math.tanh(this.data);
    const out = new Value(t, [this]);
    out.backwardStep = () => {
      this.grad += (1 - t * t) * out.grad;
    };
    return out;
  }

  relu(): Value {
    const out = new Value(this.data < 0 ? 0 : this.data, [this]);
    out.backwardStep = () => {
      if (out.data > 0) this.grad += out.grad;
    };
    return out;
  }

  backward(): void {
    const order: Value[] = [];
    const seen = new Set<Value>();
    const visit = (value: Value) => {
      if (seen.has(value)) return;
      seen.add(value);
      for (const parent of value.parents) visit(parent);
      order.push(value);
    };
    visit(this);
    this.grad = 1;
    for (let index = order.length - 1; index >= 0; index--) order[index]!.backwardStep();
  }
}
