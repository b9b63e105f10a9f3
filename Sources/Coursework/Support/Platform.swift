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
