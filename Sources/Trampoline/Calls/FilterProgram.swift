/// A program for the kernel's filter of calls (seccomp), in the instructions of classic BPF.
///
/// Each rule is a few instructions that are skipped unless the number is the rule's: no jump is
/// longer than that, and none has to be counted over the whole program.
struct FilterProgram {
  /// One instruction, laid out as the kernel reads it.
  struct Instruction: Equatable {
    var code: UInt16
    var skipIfTrue: UInt8 = 0
    var skipIfFalse: UInt8 = 0
    var operand: UInt32
  }

  /// What the kernel does with a call.
  enum Verdict: Equatable {
    case allow
    case refuse(error: UInt32)
    /// The whole process dies: no honest program of this machine makes such a call.
    case kill

    var number: UInt32 {
      switch self {
      case .allow: 0x7FFF_0000
      case .refuse(let error): 0x0005_0000 | error
      case .kill: 0x8000_0000
      }
    }
  }

  private(set) var instructions: [Instruction]

  /// Refuses what the rules say and what does not belong to the processor; allows the rest.
  init(_ rules: [CallRule], on processor: Processor) {
    instructions = Self.guarding(processor)
    for rule in rules {
      guard let number = rule.call.number(on: processor) else { continue }
      let body = Self.body(of: rule)
      instructions += [.skip(UInt8(body.count), unlessEqual: number)] + body
    }
    instructions.append(.end(.allow))
  }

  /// Ends calls in another processor's way, whose numbers mean other calls; leaves the number.
  private static func guarding(_ processor: Processor) -> [Instruction] {
    let start: [Instruction] = [
      .load(at: 4), .skip(1, ifEqual: processor.auditNumber), .end(.kill), .load(at: 0),
    ]
    // x86-64 has a second set of calls for pointers of 32 bits (x32), by numbers from here on.
    let x32: [Instruction] = [.skip(1, ifBelow: 0x4000_0000), .end(.kill)]
    return processor == .x86 ? start + x32 : start
  }

  /// What happens once the number is the rule's.
  private static func body(of rule: CallRule) -> [Instruction] {
    let refuse = Instruction.end(.refuse(error: rule.error))
    let allow = Instruction.end(.allow)
    // The first argument; all that we compare are 32 bits wide to the kernel too.
    let load = Instruction.load(at: 16)
    switch rule.condition {
    case .always: return [refuse]
    case .unlessFirst(let values):
      return [load] + values.flatMap { [.skip(1, unlessEqual: $0), allow] } + [refuse]
    case .unlessFlagged(let bits): return [load, .skip(1, unlessBits: bits), allow, refuse]
    case .whenFirst(let value): return [load, .skip(1, unlessEqual: value), refuse, allow]
    }
  }
}

extension FilterProgram.Instruction {
  /// Loads 32 bits of the call's description.
  static func load(at offset: UInt32) -> Self { Self(code: 0x20, operand: offset) }

  static func skip(_ count: UInt8, ifEqual value: UInt32) -> Self {
    Self(code: 0x15, skipIfTrue: count, operand: value)
  }

  static func skip(_ count: UInt8, unlessEqual value: UInt32) -> Self {
    Self(code: 0x15, skipIfFalse: count, operand: value)
  }

  static func skip(_ count: UInt8, ifBelow value: UInt32) -> Self {
    Self(code: 0x35, skipIfFalse: count, operand: value)
  }

  static func skip(_ count: UInt8, unlessBits bits: UInt32) -> Self {
    Self(code: 0x45, skipIfFalse: count, operand: bits)
  }

  static func end(_ verdict: FilterProgram.Verdict) -> Self {
    Self(code: 0x06, operand: verdict.number)
  }
}
