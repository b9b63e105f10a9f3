#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What this module takes from the C library.
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

  /// The logarithm of |Γ(x)|; the overlay's `lgamma` keeps the sign apart and shares no state.
  static func logGamma(_ x: Double) -> Double {
    #if canImport(Glibc)
      Glibc.lgamma(x).0
    #elseif canImport(Darwin)
      Darwin.lgamma(x).0
    #endif
  }

  /// The number in at most four significant digits, as C's `%.4g` writes it.
  static func fourDigits(_ x: Double) -> String {
    // Sign, four digits, point, leading zeros or exponent: twenty characters are plenty.
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
      let length = withVaList([x]) { vsnprintf(buffer.baseAddress, buffer.count, "%.4g", $0) }
      return buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
