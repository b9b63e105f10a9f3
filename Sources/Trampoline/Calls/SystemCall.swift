/// One call to the kernel, by its number on each processor that we know.
struct SystemCall: Sendable {
  /// The kernel's name for it, without a prefix.
  let name: String
  /// The number on x86-64.
  let x86: UInt32?
  /// The number on arm64, which lacks calls that newer ones replace.
  let arm: UInt32?

  init(_ name: String, _ x86: UInt32?, _ arm: UInt32?) {
    self.name = name
    self.x86 = x86
    self.arm = arm
  }

  /// One of the calls that came when all processors had begun to share their numbers.
  init(_ name: String, _ number: UInt32) {
    self.init(name, number, number)
  }

  /// The number on one kind of processor; `nil` where it has no such call.
  func number(on processor: Processor) -> UInt32? {
    switch processor {
    case .x86: x86
    case .arm: arm
    }
  }
}

/// A kind of processor whose numbers of calls we know.
enum Processor: CaseIterable, Sendable {
  case x86
  case arm

  /// What the kernel calls it in a filter's data (`AUDIT_ARCH_…`).
  var auditNumber: UInt32 {
    switch self {
    case .x86: 0xC000_003E
    case .arm: 0xC000_00B7
    }
  }
}
