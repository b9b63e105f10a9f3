// `stdout` is a mutable global to Swift 6; it is only ever handed to the C library here.
#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// The few calls of the C library that the worker needs.
enum Platform {
  /// Makes what is printed leave the process line by line, so that a crash does not swallow it.
  static func flushEveryLine() {
    setvbuf(stdout, nil, _IOLBF, 0)
  }

  /// Hands everything printed so far to the system.
  static func flushOutput() {
    fflush(nil)
  }

  /// Ends the process without running what a submission may have left for its end.
  static func exitAtOnce(_ status: Int32) -> Never {
    flushOutput()
    _exit(status)
  }

  /// Exactly `count` bytes, or `nil` when the descriptor ends or fails before.
  static func read(_ count: Int, from descriptor: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        readSome(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
      }
      if got > 0 {
        filled += got
      } else if got == 0 || errno != EINTR {
        return nil
      }
    }
    return bytes
  }

  /// Writes all bytes; `false` when nobody reads them any more.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let put = bytes.withUnsafeBytes { buffer in
        writeSome(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if put > 0 {
        written += put
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}

// Inside `Platform` the names `read` and `write` mean its own functions.
private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int
{
  read(descriptor, buffer, count)
}

private func writeSome(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}

// MARK: - Where a crash was

extension Platform {
  /// Makes a crash leave a line on standard error: `gradecheck trace:` and where in the program it
  /// was, the innermost call first, for the grader to look up in the submission's own files.
  ///
  /// The runtime names its own files where an index is out of range, and none where a sum is too
  /// large. On other systems and processors nothing is left.
  static func traceCrashes() {
    #if canImport(Glibc) && arch(x86_64)
      // A stack that has overflowed has no room for the handler.
      var stack = stack_t()
      stack.ss_size = 1 << 16
      stack.ss_sp = .allocate(byteCount: stack.ss_size, alignment: 16)
      sigaltstack(&stack, nil)
      var action = sigaction()
      action.sa_flags = Int32(SA_SIGINFO | SA_ONSTACK) | Int32(bitPattern: UInt32(SA_RESETHAND))
      action.__sigaction_handler.sa_sigaction = leaveTrace
      for signal in [SIGILL, SIGTRAP, SIGFPE, SIGBUS, SIGSEGV] { sigaction(signal, &action, nil) }
    #endif
  }
}

#if canImport(Glibc) && arch(x86_64)
  @_silgen_name("getauxval") private func auxiliaryValue(_ kind: UInt) -> UInt

  /// Follows the frame pointers from where the signal came, then lets it do what it does by default.
  ///
  /// It runs in a process that may be broken: nothing here allocates, locks, or reads beyond the
  /// stack of the main thread.
  private func leaveTrace(
    _ signal: Int32, _: UnsafeMutablePointer<siginfo_t>?, _ context: UnsafeMutableRawPointer?
  ) {
    defer { raise(signal) }
    guard let registers = context?.load(as: ucontext_t.self).uc_mcontext.gregs else { return }
    let pointers = (frame: registers.10, stack: registers.15, instruction: registers.16)
    // The program's headers stand in its first page, and these bytes above the first frame.
    let (headers, random): (UInt, UInt) = (3, 25)
    let base = auxiliaryValue(headers) & ~4095
    let top = auxiliaryValue(random)
    var frame = UInt(bitPattern: Int(pointers.frame))
    let stack = UInt(bitPattern: Int(pointers.stack))
    writeText("\ngradecheck trace:")
    writeAddress(UInt(bitPattern: Int(pointers.instruction)) &- base)
    // Traps are Swift's, whose functions all have frames; what a library of C was about to do when
    // it met a bad address is not to be told. Another thread has its stack elsewhere, below what
    // the main one may ever use.
    let isTrap = signal == SIGILL || signal == SIGTRAP
    guard isTrap, stack < top, top - stack < 64 << 20 else { return writeText("\n") }
    var floor = stack
    for _ in 0..<64 {
      guard frame >= floor, frame < top - 16, frame % 8 == 0,
        let record = UnsafePointer<UInt>(bitPattern: frame)
      else { break }
      // A call returns behind itself, which may be another line.
      writeAddress(record[1] &- base &- 1)
      (floor, frame) = (frame + 16, record[0])
    }
    writeText("\n")
  }

  private func writeText(_ text: StaticString) {
    _ = write(2, text.utf8Start, text.utf8CodeUnitCount)
  }

  private func writeAddress(_ address: UInt) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 17) { digits in
      digits[0] = UInt8(ascii: " ")
      for place in 1...16 {
        let digit = UInt8(truncatingIfNeeded: address >> UInt(64 - 4 * place)) & 15
        digits[place] = digit < 10 ? 48 + digit : 87 + digit
      }
      _ = write(2, digits.baseAddress, 17)
    }
  }
#endif
