@testable import Trampoline

/// Runs a filter as the kernel's manual describes the machine, independently of how it is written.
///
/// See `man 2 seccomp` and the paper on BPF (McCanne, Jacobson 1993): an accumulator, forward jumps
/// relative to the next instruction, and the call's description as the packet.
struct FilterMachine {
  let program: [FilterProgram.Instruction]

  /// What the filter returns; nil where it runs off its end or reads what is not there.
  func run(number: UInt32, processor: UInt32, first: UInt64 = 0) -> UInt32? {
    let packet: [Int: UInt32] = [
      0: number, 4: processor, 16: UInt32(truncatingIfNeeded: first), 20: UInt32(first >> 32),
    ]
    var accumulator: UInt32 = 0
    var counter = 0
    while program.indices.contains(counter) {
      let instruction = program[counter]
      counter += 1
      let isTrue: Bool
      switch instruction.code {
      case 0x20:
        guard let value = packet[Int(instruction.operand)] else { return nil }
        accumulator = value
        continue
      case 0x06: return instruction.operand
      case 0x15: isTrue = accumulator == instruction.operand
      case 0x35: isTrue = accumulator >= instruction.operand
      case 0x45: isTrue = accumulator & instruction.operand != 0
      default: return nil
      }
      counter += Int(isTrue ? instruction.skipIfTrue : instruction.skipIfFalse)
    }
    return nil
  }
}
