#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What this module takes from the C library: the only file that differs between platforms.
enum Platform {
  static func exp(_ x: Double) -> Double {
    #if canImport(Glibc)
      Glibc.exp(x)
    #elseif canImport(Darwin)
      Darwin.exp(x)
    #endif
  }

  static func log(_ x: Double) -> Double {
    #if canImport(Glibc)
      Glibc.log(x)
    #elseif canImport(Darwin)
      Darwin.log(x)
    #endif
  }

  static func tanh(_ x: Double) -> Double {
    #if canImport(Glibc)
      Glibc.tanh(x)
    #elseif canImport(Darwin)
      Darwin.tanh(x)
    #endif
  }

  /// The number in at most six significant digits, as C's `%.6g` writes it.
  static func sixDigits(_ x: Double) -> String {
    // Sign, six digits, point, leading zeros or exponent: twenty characters are plenty.
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
      let length = withVaList([x]) { vsnprintf(buffer.baseAddress, buffer.count, "%.6g", $0) }
      return buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
