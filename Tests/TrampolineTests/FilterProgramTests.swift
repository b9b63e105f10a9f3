import Testing

@testable import Trampoline

@Suite("The filter of calls")
struct FilterProgramTests {
  private static let (allow, kill): (UInt32, UInt32) = (0x7FFF_0000, 0x8000_0000)
  private static let (noPermission, noSuchCall): (UInt32, UInt32) = (0x0005_0001, 0x0005_0026)
  private static let own: UInt32 = 4242

  private func machine(_ policy: CallPolicy, _ processor: Processor) -> FilterMachine {
    FilterMachine(program: FilterProgram(policy.rules(for: Self.own), on: processor).instructions)
  }

  @Test("An instruction is laid out as the kernel's, in eight bytes")
  func layout() {
    typealias Instruction = FilterProgram.Instruction
    #expect(MemoryLayout<Instruction>.stride == 8)
    let offsets: [Int?] = [
      MemoryLayout<Instruction>.offset(of: \.code),
      MemoryLayout<Instruction>.offset(of: \.skipIfTrue),
      MemoryLayout<Instruction>.offset(of: \.skipIfFalse),
      MemoryLayout<Instruction>.offset(of: \.operand),
    ]
    #expect(offsets == [0, 2, 3, 4])
  }

  @Test(
    "Every call is refused that a rule refuses, and every other one allowed",
    arguments: CallPolicy.allCases, Processor.allCases)
  func unconditional(policy: CallPolicy, processor: Processor) {
    let machine = machine(policy, processor)
    let rules = policy.rules(for: Self.own)
    let named = Set(rules.compactMap { $0.call.number(on: processor) })
    for rule in rules where rule.condition == .always {
      guard let number = rule.call.number(on: processor) else { continue }
      let result = machine.run(number: number, processor: processor.auditNumber)
      #expect(result == 0x0005_0000 | rule.error, "\(rule.call.name)")
    }
    for number in UInt32(0)..<600 where !named.contains(number) {
      #expect(machine.run(number: number, processor: processor.auditNumber) == Self.allow)
    }
  }

  @Test("Another processor's calls end the process, and so do those of x32")
  func foreign() {
    let machine = machine(.worker, .x86)
    #expect(machine.run(number: 0, processor: Processor.arm.auditNumber) == Self.kill)
    #expect(machine.run(number: 0, processor: 0x4000_0003) == Self.kill)
    for number: UInt32 in [0x4000_0000, 0x4000_0029, .max] {
      #expect(machine.run(number: number, processor: Processor.x86.auditNumber) == Self.kill)
    }
  }

  @Test(
    "A call that depends on its argument is judged by it", arguments: Processor.allCases)
  func conditional(processor: Processor) {
    let machine = machine(.worker, processor)
    let (allow, refuse) = (Self.allow, Self.noPermission)
    let other = UInt64(bitPattern: -1)
    // The flags of a thread of the C library, of vfork and of fork.
    let (thread, vfork, fork): (UInt64, UInt64, UInt64) = (0x003D_0F00, 0x4111, 0x11)
    let table: [(SystemCall, UInt64, UInt32)] = [
      (.clone, thread, allow), (.clone, vfork, refuse), (.clone, fork, refuse),
      (.clone3, 0, Self.noSuchCall),
      (.kill, 4242, allow), (.kill, 1, refuse), (.kill, 0, refuse), (.kill, other, refuse),
      (.threadKill, 4242, allow), (.threadKill, 4241, refuse),
      (.limits, 0, allow), (.limits, 4242, allow), (.limits, 1, refuse),
      (.processControl, 1, refuse), (.processControl, 15, allow), (.processControl, 38, allow),
    ]
    for (call, first, expected) in table {
      let result = machine.run(
        number: call.number(on: processor) ?? 0, processor: processor.auditNumber, first: first)
      #expect(result == expected, "\(call.name) \(first)")
    }
  }

  @Test("A compiler may start processes and make files executable, and reach no network")
  func compiler() {
    let machine = machine(.compiler, .x86)
    for call in SystemCall.processes + SystemCall.attributes + [.clone, .clone3, .kill] {
      let result = machine.run(number: call.x86 ?? 0, processor: Processor.x86.auditNumber)
      #expect(result == Self.allow, "\(call.name)")
    }
    for call in SystemCall.network {
      let result = machine.run(number: call.x86 ?? 0, processor: Processor.x86.auditNumber)
      #expect(result == Self.noPermission, "\(call.name)")
    }
  }
}
