import Testing

@testable import Trampoline

@Suite("Numbers of calls")
struct SystemCallTests {
  private static let all = CallPolicy.worker.rules(for: 1).map(\.call)

  @Test("No call is named twice, under its name or its number")
  func unique() {
    #expect(Set(Self.all.map(\.name)).count == Self.all.count)
    for processor in Processor.allCases {
      let numbers = Self.all.compactMap { $0.number(on: processor) }
      #expect(Set(numbers).count == numbers.count)
    }
  }

  @Test(
    "The numbers of x86-64 are those of its header",
    .enabled(if: !KernelHeader.x86.isEmpty, "the system's headers are not installed"))
  func x86() {
    for call in Self.all {
      // A header may be older than a call, but must not contradict.
      let number = KernelHeader.x86[call.name]
      #expect(number == nil || number == call.x86, "\(call.name)")
      if let own = call.x86, own < 430 { #expect(number == own, "\(call.name)") }
    }
  }

  @Test(
    "The numbers of arm64 are those of the shared header",
    .enabled(if: !KernelHeader.generic.isEmpty, "the system's headers are not installed"))
  func arm() {
    for call in Self.all {
      let number = KernelHeader.generic[call.name]
      #expect(number == nil || number == call.arm, "\(call.name)")
      if let own = call.arm, own < 430 { #expect(number == own, "\(call.name)") }
    }
  }
}
