import assert from "node:assert/strict";
import { test } from "node:test";
import { Outbox, PATIENCE_MS, type Keep, type SaveState } from "../../workbench/widgets/src/outbox.ts";
import { makeKey, type Operation } from "../../workbench/widgets/src/protocol.ts";

class FakeClock {
  now = 0;
  #timers = new Map<number, { at: number; callback: () => void }>();
  #next = 1;

  set(callback: () => void, milliseconds: number): number {
    this.#timers.set(this.#next, { at: this.now + milliseconds, callback });
    return this.#next++;
  }

  clear(timer: unknown): void {
    this.#timers.delete(timer as number);
  }

  pass(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (;;) {
      const due = [...this.#timers].filter(([, timer]) => timer.at <= end).sort((one, other) => one[1].at - other[1].at)[0];
      if (!due) break;
      this.#timers.delete(due[0]);
      this.now = due[1].at;
      due[1].callback();
    }
    this.now = end;
  }
}

class FakeStorage implements Keep {
  readonly items = new Map<string, string>();
  full = false;
  get length(): number {
    return this.items.size;
  }
  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.full) throw new Error("QuotaExceededError");
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

const edit = (name = "mark"): Operation => ({ key: makeKey(), name, args: {}, active_s: 0, at: null });

function setUp(storage: Keep | null = new FakeStorage(), namespace = "workbench:p:amal") {
  const clock = new FakeClock();
  const sent: string[] = [];
  const states: SaveState[] = [];
  const wire = { broken: false };
  const make = (): Outbox => new Outbox({
    namespace, storage, clock,
    send: (operation) => {
      if (wire.broken) throw new Error("Cannot send");
      sent.push(operation.key);
    },
    onChange: (save) => states.push(save),
  });
  return { clock, sent, states, wire, make, state: () => states.at(-1) };
}

test("one operation is under way at a time, and they keep their order", () => {
  const { make, sent, state } = setUp();
  const outbox = make();
  outbox.open();
  const all = [edit(), edit("stance"), edit("cue")];
  for (const operation of all) outbox.push(operation);
  assert.deepEqual(sent, [all[0]!.key]);
  assert.deepEqual(state(), { state: "saving", count: 3 });
  for (const operation of all) outbox.settle(operation.key);
  assert.deepEqual(sent, all.map((operation) => operation.key));
  assert.deepEqual(state(), { state: "saved" });
});

test("an operation is in the storage before it is sent, and gone once it is settled", () => {
  const storage = new FakeStorage();
  const { make, sent } = setUp(storage);
  const outbox = make();
  outbox.push(edit());
  assert.equal(sent.length, 0);
  assert.equal(storage.items.size, 1);
  outbox.open();
  outbox.settle(sent[0]!);
  assert.equal(storage.items.size, 0);
});

test("silence is NOT SAVED after two seconds, and the operation is sent again, less and less often", () => {
  const { make, sent, state, clock } = setUp();
  const outbox = make();
  outbox.open();
  outbox.push(edit());
  clock.pass(PATIENCE_MS - 1);
  assert.equal(state()?.state, "saving");
  clock.pass(1);
  assert.equal(state()?.state, "unsaved");
  assert.equal(sent.length, 2);
  clock.pass(60_000);
  assert.equal(new Set(sent).size, 1);
  assert.ok(sent.length >= 5 && sent.length <= 9, `sent ${sent.length} times`);
  outbox.settle(sent[0]!);
  assert.equal(state()?.state, "saved");
});

test("a dead connection is NOT SAVED at once, with the reason", () => {
  const { make, state, wire, clock, sent } = setUp();
  const outbox = make();
  outbox.open();
  wire.broken = true;
  outbox.push(edit());
  assert.deepEqual(state(), { state: "unsaved", count: 1, reason: "unreachable", kept: true });
  wire.broken = false;
  clock.pass(PATIENCE_MS);
  assert.equal(sent.length, 1);
});

test("a store that cannot save now is waited for, with its own words", () => {
  const { make, state, sent, clock } = setUp();
  const outbox = make();
  outbox.open();
  outbox.push(edit());
  outbox.postpone(sent[0]!, "The store is locked.");
  assert.deepEqual(state(), { state: "unsaved", count: 1, reason: "The store is locked.", kept: true });
  clock.pass(PATIENCE_MS);
  assert.equal(sent.length, 2);
});

test("what is left after a reload is sent again in its order, navigation excepted", () => {
  const storage = new FakeStorage();
  const { make, sent } = setUp(storage);
  const first = make();
  const all = [edit(), edit("next"), edit("stance")];
  for (const operation of all) first.push(operation);
  const second = make();
  assert.deepEqual(second.operations.map((operation) => operation.key), [all[0]!.key, all[2]!.key]);
  second.open();
  second.settle(all[0]!.key);
  assert.deepEqual(sent, [all[0]!.key, all[2]!.key]);
});

test("projects and people in one browser do not meet, and neither do two tabs", () => {
  const storage = new FakeStorage();
  setUp(storage, "workbench:p:amal").make().push(edit());
  assert.equal(setUp(storage, "workbench:p:basma").make().operations.length, 0);
  setUp(storage, "workbench:p:amal").make().push(edit());
  assert.equal(storage.items.size, 2);
});

test("without a storage, or with a full one, the queue works and says that the browser does not keep it", () => {
  const full = new FakeStorage();
  full.full = true;
  for (const storage of [null, full]) {
    const { make, state, clock, sent } = setUp(storage);
    const outbox = make();
    outbox.open();
    outbox.push(edit());
    clock.pass(PATIENCE_MS);
    assert.deepEqual(state(), { state: "unsaved", count: 1, reason: "silent", kept: false });
    outbox.settle(sent[0]!);
    assert.equal(state()?.state, "saved");
  }
});

test("what others put into the storage is left alone", () => {
  const storage = new FakeStorage();
  storage.setItem("workbench:p:amal:x", "{not json");
  storage.setItem("workbench:p:amal:y", '{"order":1}');
  assert.equal(setUp(storage).make().operations.length, 0);
  assert.equal(storage.items.size, 2);
});

test("a closed outbox sends no more, and an answer for another view is nobody's", () => {
  const { make, sent, clock } = setUp();
  const outbox = make();
  outbox.open();
  outbox.push(edit());
  assert.equal(outbox.settle("somebody else's"), null);
  outbox.close();
  clock.pass(60_000);
  assert.equal(sent.length, 1);
});
